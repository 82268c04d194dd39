import CVector
import Color
import Geometry
import Parameters
import Raster

/// Travertine: fine bands of warm limestone with rows of long pits.
public struct Travertine: Material {
  public static let name = "travertine"
  public static let summary = "travertine cut across its bed: soft bands, rows of long pits, filled or open"
  public static let color = SRGB(hex: "#d9c8ad")!
  public static let detail = 2.5
  public static let sampleSide = 260.0

  var bands = 0.6
  var pits = 0.5
  var filled = false
  var scale = 1.0

  public static let parameters: [Parameter<Travertine>] = [
    .real("bands", \.bands, 0...1, "how strongly the beds differ"),
    .real("pits", \.pits, 0...1, "how much of the stone is pitted"),
    .flag("filled", \.filled, "true if the pits are filled level"),
    .real("scale", \.scale, 0.5...2, scale: .log, "size of beds and pits"),
  ]

  public init() {}

  public var tile: Size { Size(960 * scale, 480 * scale) }

  public func swatch(_ job: MaterialJob) -> MaterialSwatch {
    MaterialSwatch(job, of: TravertineSurface(self, job))
  }
}

private struct TravertineSurface: Surface {
  let ground: Tone
  let pale: Tone
  let rust: Tone
  let shade: Tone
  let filler: Tone
  let stone: Travertine
  let beds: LatticeNoise
  let fine: LatticeNoise
  let holes: LatticeNoise
  let vugs: LatticeNoise

  init(_ stone: Travertine, _ job: MaterialJob) {
    self.stone = stone
    ground = Tone(job.color ?? Travertine.color)
    pale = ground.moved(0.055, chroma: 0.75)
    rust = ground.moved(-0.105, chroma: 1.4, red: 0.012, yellow: 0.012)
    shade = ground.moved(-0.24, chroma: 0.9, red: 0.006)
    filler = ground.moved(-0.035, chroma: 0.9)
    beds = LatticeNoise(columns: 3, rows: 12, seed: job.seed("beds"))
    fine = LatticeNoise(columns: 6, rows: 96, seed: job.seed("fine"))
    holes = LatticeNoise(columns: 64, rows: 192, seed: job.seed("pits"))
    vugs = LatticeNoise(columns: 32, rows: 96, seed: job.seed("vugs"))
  }

  @inline(__always)
  func texel(_ spot: Spot) -> Texel {
    let size = 1 / Float(stone.scale)
    let (x, y) = (spot.x * size, spot.y * size)
    // Beds sag and swell, and tear at their edges.
    let sag = beds.fractal(x * (1.0 / 320), y * (1.0 / 40), octaves: 3)
    let ragged = fine.fractal(x * (1.0 / 160), y * 0.2, octaves: 3)
    let bed = y + sag * 22
    let broad = beds.fractal(x * (1.0 / 320), bed * (1.0 / 40) + 0.5, octaves: 5, gain: 0.62)
    let lines = fine.fractal(x * (1.0 / 160) + 2, bed * 0.2, octaves: 3, gain: 0.6)
    var texel = Texel(ground, gloss: stone.filled ? 0.6 : 0.4)
    let strength = Float(stone.bands)
    texel.lay(pale, unit(broad * 2.4) * strength)
    texel.lay(rust, unit(0 - broad * 2.6 - 0.05) * strength)
    texel.lightness += (lines * 0.045 + ragged * 0.018) * (0.4 + strength)
    pit(&texel, x, bed, broad, lines, spot.pixel)
    return texel
  }

  /// Long holes with ragged rims, in rows where the stone is porous.
  @inline(__always)
  private func pit(
    _ texel: inout Texel, _ x: Lanes, _ bed: Lanes, _ broad: Lanes, _ lines: Lanes, _ pixel: Float
  ) {
    let wide = holes.gradient(x * (1.0 / 15), bed * 0.4)
    let edge = holes.fractal(x * (4.0 / 15), bed * 1.2, octaves: 2)
    // Porous stretches of porous beds: between them the stone is whole, as where calm water laid it down.
    let row = ramp(-0.05, 0.30, fine.gradient(x * (1.0 / 160) + 4, bed * 0.1 + 0.4))
    let stretch = ramp(-0.12, 0.34, beds.finer.fractal(x * (1.0 / 160) + 1, bed * 0.05 + 2, octaves: 2))
    let porous = row * (0.35 + stretch * 0.65)
    let amount = Float(stone.pits) * 0.26
    let small = wide + edge * 0.24 + lines * 0.15 - (0.98 - porous * 0.54 - amount)
    // Few great holes, several times as long, where both agree.
    let vug = vugs.gradient(x * (1.0 / 30) + 0.5, bed * 0.2) + edge * 0.34 + wide * 0.16
    let depth = larger(small, vug - (1.12 - porous * stretch * 0.62 - amount))
    let inside = ramp(0, 0.05, depth)
    let speck = holes.cells(x * (16.0 / 15), bed * 1.2, jitter: 1)
    let dots =
      ramp(0.22, 0.10, speck.first) * unit((number(speck.id, 1) - 0.90 + porous * 0.22) * 9)
      * Float(stone.pits)
    if stone.filled {
      texel.lay(filler, inside * 0.9)
      texel.lightness -= ramp(0.03, 0, magnitude(depth - 0.01)) * 0.05
    } else {
      let floor = unit(depth * 5)
      texel.lay(shade, inside * (0.25 + floor * 0.5))
      texel.height -= inside * (0.25 + floor * 1.0) + dots * 0.3
      texel.gloss -= inside * 0.35
    }
    texel.lay(shade, dots * 0.4)
  }
}
