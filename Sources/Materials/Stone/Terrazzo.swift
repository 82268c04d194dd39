import CVector
import Color
import Geometry
import Parameters
import Raster

/// Terrazzo: chips of several stones and three sizes in a bed of cement, ground flat and polished.
public struct Terrazzo: Material {
  public static let name = "terrazzo"
  public static let summary = "chips of several stones and three sizes in cement, ground and polished"
  public static let color = SRGB(hex: "#e4dfd4")!
  public static let detail = 4.0
  public static let sampleSide = 130.0

  var chip = 14.0
  var density = 0.7
  var colorful = 0.5
  var contrast = 0.6

  public static let parameters: [Parameter<Terrazzo>] = [
    .real("chip", \.chip, 4...30, scale: .log, unit: "mm", "half width of the largest chips"),
    .real("density", \.density, 0.1...1, "how closely chips lie"),
    .real("colorful", \.colorful, 0...1, "from chips of one grey to chips of many stones"),
    .real("contrast", \.contrast, 0.1...1, "how far chips stand out from the bed"),
  ]

  public init() {}

  public var tile: Size { Size(360, 360) }

  public func swatch(_ job: MaterialJob) -> MaterialSwatch {
    MaterialSwatch(job, of: TerrazzoSurface(self, job))
  }
}

private struct TerrazzoSurface: Surface {
  let bed: Tone
  let stones: [Tone]
  let chips: TerrazzoChips
  let noise: LatticeNoise

  init(_ terrazzo: Terrazzo, _ job: MaterialJob) {
    let bed = Tone(job.color ?? Terrazzo.color)
    self.bed = bed
    let (strength, hue) = (Float(terrazzo.contrast), Float(terrazzo.colorful))
    // Stones as quarries have them: white, warm grey, sand, terracotta, green serpentine, black.
    let quarry = ["#f6f3ec", "#8d8a84", "#c9a77c", "#b4633f", "#5d7467", "#33383b", "#d8cfc0"]
    stones = quarry.map { hex in
      let stone = Tone(SRGB(hex: hex)!)
      var plain = stone
      (plain.a, plain.b) = (bed.a + stone.a * hue, bed.b + stone.b * hue)
      return bed.towards(plain, 0.25 + strength * 0.8)
    }
    let r = terrazzo.chip
    let room = 360.0 * 360 / (r * r)
    let share = terrazzo.density
    chips = TerrazzoChips(
      side: 360,
      sizes: [
        (r * 0.7...r, Int(room * 0.10 * share)), (r * 0.3...r * 0.5, Int(room * 0.9 * share)),
        (r * 0.11...r * 0.22, Int(room * 5 * share)),
      ], gap: Float(r * 0.03), stream: job.stream.child("chips"))
    noise = LatticeNoise(columns: 120, rows: 120, seed: job.seed("noise"))
  }

  @inline(__always)
  func texel(_ spot: Spot) -> Texel {
    let (x, y) = (spot.x * (1.0 / 3), spot.y * (1.0 / 3))
    var texel = Texel(bed, gloss: 0.78)
    texel.lightness += noise.fractal(x, y, octaves: 3) * 0.022
    let fines = noise.finer.finer.cells(x * 4, y * 4)
    let speck = ramp(0.32, 0.18, fines.first) * unit((number(fines.id, 1) - 0.62) * 8)
    texel.lightness += speck * signed(fines.id, 2) * 0.085
    chip(&texel, spot, x, y)
    return texel
  }

  @inline(__always)
  private func chip(_ texel: inout Texel, _ spot: Spot, _ x: Lanes, _ y: Lanes) {
    let ragged = noise.finer.gradient(x * 2, y * 2) * 0.14
    let places = (x: wrapped(spot.x, 360), y: wrapped(spot.y, 360))
    var (depth, bits) = (Lanes(), SIMD8<UInt32>())
    var stone = (Lanes(), Lanes(), Lanes())
    for lane in 0..<8 {
      let hit = chips.hit(places.x[lane], places.y[lane])
      (depth[lane], bits[lane]) = (hit.depth, hit.bits)
      let tone = stones[Int(hit.bits >> 7) % stones.count]
      (stone.0[lane], stone.1[lane], stone.2[lane]) = (tone.lightness, tone.a, tone.b)
    }
    let inside = cover(depth + ragged, spot.pixel)
    // Some chips are one tone, some are grained as the rock they came from.
    let grain = noise.finer.seeded(bits).fractal(x * 2, y * 2, octaves: 3, gain: 0.7)
    let tone = signed(bits, 5) * 0.035 + grain * (0.02 + number(bits, 6) * 0.11)
    texel.lightness = mix(texel.lightness, stone.0 + tone, inside)
    texel.a = mix(texel.a, stone.1, inside)
    texel.b = mix(texel.b, stone.2, inside)
    // The rim: cement draws back a hair's width from the stone.
    texel.lightness -= ramp(0.28, 0, magnitude(depth + ragged)) * 0.035
    texel.gloss += inside * 0.1
  }
}
