import CVector
import Color
import Geometry
import Parameters
import Raster

/// Lime plaster finished with a steel trowel: overlapping sweeps, each pressed a little differently.
public struct Plaster: Material {
  public static let name = "plaster"
  public static let summary =
    "trowelled lime plaster: overlapping sweeps with soft ridges where the blade lifted"
  public static let color = SRGB(hex: "#d9cfc0")!
  public static let detail = 1.5
  public static let sampleSide = 500.0

  var sweep = 190.0
  var relief = 1.0
  var depth = 0.5
  var polish = 0.4

  public static let parameters: [Parameter<Plaster>] = [
    .real("sweep", \.sweep, 80...400, scale: .log, unit: "mm", "length of a sweep of the trowel"),
    .real("relief", \.relief, 0.2...2, scale: .log, "how deep the sweeps are"),
    .real("depth", \.depth, 0...1, "how far sweeps differ in tone"),
    .real("polish", \.polish, 0...0.9, "from matt to burnished"),
  ]

  public init() {}

  public var tile: Size { Size(sweep * 6, sweep * 6) }

  public func swatch(_ job: MaterialJob) -> MaterialSwatch {
    MaterialSwatch(job, of: PlasterSurface(self, job))
  }
}

private struct PlasterSurface: Surface {
  let ground: Tone
  let pale: Tone
  let deep: Tone
  let plaster: Plaster
  let sweep: Float
  let noise: LatticeNoise
  let passes: [Slant]
  let scratches: [Slant]

  init(_ plaster: Plaster, _ job: MaterialJob) {
    self.plaster = plaster
    sweep = Float(plaster.sweep)
    ground = Tone(job.color ?? Plaster.color)
    pale = ground.moved(0.06, chroma: 0.8)
    deep = ground.moved(-0.085, chroma: 1.12)
    noise = LatticeNoise(columns: 6, rows: 6, seed: job.seed("clouds"))
    let ways = [(1, -2), (2, 1), (1, 1), (3, -1)], side = plaster.sweep * 6
    passes = ways.enumerated().map { index, way in
      Slant(
        way.0, way.1, side: side, width: plaster.sweep * 0.46, length: plaster.sweep * 1.25,
        seed: job.seed("pass\(index)"))
    }
    scratches = ways.enumerated().map { index, way in
      Slant(
        way.0, way.1, side: side, width: 3.4, length: plaster.sweep * 0.9, seed: job.seed("scratch\(index)"))
    }
  }

  @inline(__always)
  func texel(_ spot: Spot) -> Texel {
    let (x, y) = (spot.x * (1 / sweep), spot.y * (1 / sweep))
    let cloud = noise.fractal(x + 0.5, y, octaves: 4, gain: 0.5)
    let sand = noise.finer.finer.finer.finer.finer.fractal(x * 32, y * 32, octaves: 3, gain: 0.7)
    var texel = Texel(ground, gloss: Float(plaster.polish))
    texel.lay(deep, unit(cloud * 0.9) * Float(plaster.depth))
    texel.height = cloud * 1.2
    for index in passes.indices { lay(&texel, index, spot, x, y) }
    texel.lightness += sand * 0.006
    texel.height += sand * 0.03
    return texel
  }

  /// One pass of the blade over what is there: each cell is a stroke, pressed on one side, that leaves a lip of lime
  /// on the other, scratched along its way. Later passes cover earlier ones, as on the wall.
  @inline(__always)
  private func lay(_ texel: inout Texel, _ index: Int, _ spot: Spot, _ x: Lanes, _ y: Lanes) {
    let at = passes[index].cells(spot.x, spot.y)
    // The arm swings: strokes are arcs, and their ends fray.
    let sway = noise.finer.fractal(x * 2 + Float(index), y * 2, octaves: 3) * 0.32
    let found = passes[index].noise.cells(at.x + sway * 0.6, at.y + sway, jitter: 0.9)
    let edge = found.second - found.first
    let there = unit((number(found.id, 3) - 0.38) * 24)
    let side = whereLess(number(found.id, 4), lanes(0.5), lanes(-1), lanes(1))
    let across = found.dy * side
    let cover = ramp(0.0, 0.22, edge) * there
    let hair = scratches[index].cells(spot.x, spot.y)
    let scratch = scratches[index].noise.fractal(hair.x, hair.y + sway * 14, octaves: 2, gain: 0.6)
    let relief = Float(plaster.relief)
    let tilt = number(found.id, 1) * 0.8 + 0.2
    let lip = ramp(0, 0.03, edge) * ramp(0.11, 0.04, edge) * ramp(0.05, 0.34, across) * there
    texel.height = mix(texel.height, texel.height * 0.35 + across * tilt * 3.4 * relief, cover * 0.75)
    texel.height += (lip * 0.20 + scratch * 0.07 * cover) * relief
    // Where the blade pressed lime is dense and dark, at the lip it is loose and pale.
    let tone = signed(found.id, 2) * 0.55 - across * 1.1
    let depth = 0.25 + Float(plaster.depth) * 1.1
    texel.lay(deep, unit(0 - tone) * cover * depth * 0.7)
    texel.lay(pale, unit(tone) * cover * depth * 0.7 + lip * 0.25)
    texel.lightness += scratch * 0.012 * cover * depth
    texel.gloss = mix(texel.gloss, Float(plaster.polish) - across * 0.25 + scratch * 0.05, cover)
  }
}
