import CVector
import Color
import Geometry
import Parameters
import Raster

/// Acid-etched glass: a silky face, and the room behind in soft shapes that sharpen where they come near.
public struct FrostedGlass: Material {
  public static let name = "frosted-glass"
  public static let summary = "acid-etched glass: silky, with leaves behind that blur as they leave the pane"
  public static let color = SRGB(hex: "#cfdcd8")!
  public static let detail = 3.0
  public static let sampleSide = 260.0

  var frost = 0.5
  var view = 0.6
  var leaf = 90.0
  var sparkle = 0.5

  public static let parameters: [Parameter<FrostedGlass>] = [
    .real("frost", \.frost, 0.2...1, "how far the pane blurs what stands behind"),
    .real("view", \.view, 0...1, "how much of the room shows"),
    .real("leaf", \.leaf, 40...180, scale: .log, unit: "mm", "size of the shapes behind"),
    .real("sparkle", \.sparkle, 0...1, "glints of the etching"),
  ]

  public init() {}

  public var tile: Size { Size(leaf * 8, leaf * 8) }

  public func swatch(_ job: MaterialJob) -> MaterialSwatch {
    MaterialSwatch(job, of: FrostedSurface(self, job))
  }
}

private struct FrostedSurface: Surface {
  let ground: Tone
  let shade: Tone
  let glow: Tone
  let glass: FrostedGlass
  let leaves: [Slant]
  let depth: LatticeNoise
  let etching: LatticeNoise

  init(_ glass: FrostedGlass, _ job: MaterialJob) {
    self.glass = glass
    ground = Tone(job.color ?? FrostedGlass.color)
    shade = ground.moved(-0.36, chroma: 2.2, red: -0.025, yellow: 0.02)
    glow = ground.moved(0.09, chroma: 0.5)
    let side = glass.leaf * 8
    leaves = [(1, 2), (2, -1), (1, -3)].enumerated().map { index, way in
      Slant(
        way.0, way.1, side: side, width: glass.leaf * 0.55, length: glass.leaf * 1.5,
        seed: job.seed("leaf\(index)"))
    }
    depth = LatticeNoise(columns: 4, rows: 4, seed: job.seed("depth"))
    etching = LatticeNoise(columns: Int(side), rows: Int(side), seed: job.seed("etching"))
  }

  @inline(__always)
  func texel(_ spot: Spot) -> Texel {
    let scale = 0.5 / Float(glass.leaf)
    let far = depth.fractal(spot.x * scale, spot.y * scale, octaves: 2)
    var texel = Texel(ground, gloss: 0.25)
    texel.lay(glow, unit(0.35 + far * 0.9))
    for (index, slant) in leaves.enumerated() {
      let at = slant.cells(spot.x, spot.y)
      let found = slant.noise.cells(at.x, at.y, jitter: 0.8)
      // A pointed oval: two circles' common part, in cells.
      let oval = 0.30 - magnitude(found.dy) - square(found.dx) * 2.3
      // Leaves of one kind hang at one depth and sway out of it.
      let near = unit(0.55 - Float(index) * 0.24 + far * 0.5 + signed(found.id, 2) * 0.2)
      let blur = (1.08 - near) * (0.08 + 0.5 * Float(glass.frost))
      let there = unit((number(found.id, 1) - 0.3) * 30)
      // Blurs end before the next leaf's cell begins.
      let border = ramp(0, 0.3, found.second - found.first)
      let cover = ramp(0 - blur, blur, oval) * border * there * (0.28 + near * 0.6)
      texel.lay(shade, cover * Float(glass.view))
    }
    let grain = etching.fractal(spot.x * 1, spot.y * 1, octaves: 3, gain: 0.8)
    let glint = ramp(0.55, 0.75, etching.finer.gradient(spot.x * 2, spot.y * 2))
    texel.lightness += (grain * 0.016 + glint * 0.03) * (0.3 + Float(glass.sparkle))
    texel.height = grain * 0.05 * (0.3 + Float(glass.sparkle)) + far * 0.6
    texel.gloss += glint * 0.5 * Float(glass.sparkle)
    return texel
  }
}
