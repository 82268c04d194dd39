import CVector
import Color
import Geometry
import Parameters
import Raster

/// Pressed cork: granules of every size, dark bark between them.
public struct Cork: Material {
  public static let name = "cork"
  public static let summary = "pressed cork: granules of every size with dark crumbs of bark"
  public static let color = SRGB(hex: "#c69a6b")!
  public static let detail = 5.0
  public static let sampleSide = 90.0

  var granule = 4.0
  var variation = 0.5
  var bark = 0.5

  public static let parameters: [Parameter<Cork>] = [
    .real("granule", \.granule, 1.5...10, scale: .log, unit: "mm", "size of a granule"),
    .real("variation", \.variation, 0...1, "how far granules differ in tone"),
    .real("bark", \.bark, 0...1, "how much dark bark there is"),
  ]

  public init() {}

  public var tile: Size { Size(granule * 40, granule * 40) }

  public func swatch(_ job: MaterialJob) -> MaterialSwatch {
    MaterialSwatch(job, of: CorkSurface(self, job))
  }
}

private struct CorkSurface: Surface {
  let ground: Tone
  let toast: Tone
  let pale: Tone
  let bark: Tone
  let cork: Cork
  let noise: LatticeNoise

  init(_ cork: Cork, _ job: MaterialJob) {
    self.cork = cork
    ground = Tone(job.color ?? Cork.color)
    toast = ground.moved(-0.13, chroma: 1.05, red: 0.012)
    pale = ground.moved(0.06, chroma: 0.9)
    bark = ground.moved(-0.34, chroma: 0.75, red: 0.006)
    noise = LatticeNoise(columns: 40, rows: 40, seed: job.seed("granules"))
  }

  @inline(__always)
  func texel(_ spot: Spot) -> Texel {
    let size = Float(cork.granule)
    let (x, y) = (spot.x * (1 / size), spot.y * (1 / size))
    let bend = noise.warped(x, y, reach: 0.42, octaves: 3)
    let large = noise.cells(bend.x, bend.y)
    let small = noise.finer.cells(bend.x * 2, bend.y * 2)
    // Some granules are whole, others are crumbs of several.
    let isSplit = f32x8_less(lanes(0.45), number(large.id, 1))
    let bits = u32x8_select(isSplit, small.id, large.id)
    let gap = f32x8_select(isSplit, (small.second - small.first) * 0.5, large.second - large.first)
    let grain = noise.finer.finer.seeded(bits)
    let lines = grain.gradient(x * 4 + y * 4, y * 8 - x * 4)
    let fine = noise.finer.finer.fractal(x * 4, y * 4, octaves: 3, gain: 0.7)
    var texel = Texel(ground, gloss: 0.1)
    let spread = Float(cork.variation)
    let tone = signed(bits, 2)
    texel.lay(toast, unit(tone * 1.5 - 0.35) * spread)
    texel.lay(pale, unit(tone * -1.5 - 0.2) * spread)
    texel.lightness += signed(bits, 3) * 0.03 * spread + lines * 0.016 + fine * 0.03
    let seam = ramp(0.11, 0.0, gap)
    texel.lay(toast, seam * 0.55)
    let crumb = noise.finer.cells(bend.x * 2 + 0.5, bend.y * 2 + 0.7)
    let isBark = unit((number(crumb.id, 4) - 1.02 + Float(cork.bark) * 0.34) * 12)
    let dark = ramp(0.42, 0.26, crumb.first + fine * 0.28) * isBark
    texel.lay(bark, dark * 0.85)
    let speck = noise.finer.finer.cells(bend.x * 4, bend.y * 4)
    let dots =
      ramp(0.34, 0.18, speck.first + fine * 0.2)
      * unit((number(speck.id, 4) - 1.02 + Float(cork.bark) * 0.28) * 12)
    texel.lay(bark, dots * 0.7)
    texel.height =
      (ramp(0, 0.2, gap) * 0.05 + signed(bits, 5) * 0.015 + fine * 0.035 - (dark + dots) * 0.05) * size
    return texel
  }
}
