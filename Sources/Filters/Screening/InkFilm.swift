import CVector
import Color
import Raster

/// A full layer of transparent ink: the share of linear light that it lets through, 0...1 and above 1 for an
/// opaque ink that is lighter than what it covers.
struct InkFilm: Hashable, Sendable {
  let red: Float
  let green: Float
  let blue: Float

  init(_ red: Double, _ green: Double, _ blue: Double) {
    (self.red, self.green, self.blue) = (Float(red), Float(green), Float(blue))
  }

  /// A layer that looks like `color` on `paper`.
  init(_ color: SRGB, on paper: SRGB) {
    let (ink, ground) = (color.linear, paper.linear)
    // Below 1/500 of the light a ground has no colour that an ink could keep.
    func share(_ ink: Double, _ ground: Double) -> Double { max(ink, 0.0005) / max(ground, 0.002) }
    self.init(
      share(ink.red, ground.red), share(ink.green, ground.green), share(ink.blue, ground.blue))
  }

  /// A layer over which more ink may lie: it lets no more light through than there is.
  var transparent: InkFilm {
    InkFilm(Double(min(red, 1)), Double(min(green, 1)), Double(min(blue, 1)))
  }

  var lights: SIMD3<Float> { [red, green, blue] }
}

/// The light of one row of a sheet, printed ink by ink.
struct SheetRow {
  private(set) var red: [Float]
  private(set) var green: [Float]
  private(set) var blue: [Float]

  init(width: Int) {
    red = [Float](repeating: 0, count: Rows.padded(width))
    (green, blue) = (red, red)
  }

  /// Bare paper.
  mutating func clear(_ paper: LinearRGB) {
    fill(&red, Float(paper.red))
    fill(&green, Float(paper.green))
    fill(&blue, Float(paper.blue))
  }

  /// Lays ink on `cover` of each pixel: both are filters, so linear reflectances multiply.
  mutating func print(_ film: InkFilm, _ cover: [Float]) {
    lay(cover, 1 - film.red, on: &red)
    lay(cover, 1 - film.green, on: &green)
    lay(cover, 1 - film.blue, on: &blue)
  }

  /// Encodes the row, premultiplied by the alpha of `source`; `dither` spreads the rounding.
  func encode(_ source: [UInt32], dither: Dither, into pixels: inout MutableSpan<UInt32>) {
    encodeSheet(red.span, green.span, blue.span, source.span, dither, into: &pixels)
  }
}

private func fill(_ row: inout [Float], _ value: Float) {
  var span = row.mutableSpan
  span.update(repeating: value)
}

private func lay(_ cover: [Float], _ held: Float, on light: inout [Float]) {
  let cover = cover.span
  var light = light.mutableSpan
  precondition(cover.count == light.count && light.count & 7 == 0)
  for x in stride(from: 0, to: light.count, by: 8) {
    let left = f32x8_fma(cover.lanes(at: x), Lanes(repeating: -held), Lanes(repeating: 1))
    light.setLanes(light.lanes(at: x) * left, at: x)
  }
}

private func encodeSheet(
  _ red: Span<Float>, _ green: Span<Float>, _ blue: Span<Float>, _ source: Span<UInt32>, _ dither: Dither,
  into pixels: inout MutableSpan<UInt32>
) {
  precondition(source.count == red.count && pixels.count <= red.count && red.count - pixels.count < 8)
  @inline(__always) func packed(_ x: Int) -> SIMD8<UInt32> {
    let noise = dither.lanes(at: x)
    let alpha = u32x8_byte(source.lanes(at: x), 24)
    let share = alpha * Lanes(repeating: 1 / 255)
    @inline(__always) func code(_ light: Span<Float>, _ noise: Lanes) -> SIMD8<UInt32> {
      let encoded = Transfer.encoded(linear: f32x8_clamp(light.lanes(at: x), 0, 1))
      return Transfer.codes(encoded * share, dither: noise * share)
    }
    return u32x8_pixel(
      code(red, noise.red), code(green, noise.green), code(blue, noise.blue), f32x8_to_u32(alpha))
  }
  let whole = pixels.count & ~7
  for x in stride(from: 0, to: whole, by: 8) { pixels.setLanes(packed(x), at: x) }
  guard whole < pixels.count else { return }
  let rest = packed(whole)
  for x in whole..<pixels.count { pixels[x] = rest[x - whole] }
}

extension Bitmap {
  /// Row `y` with padding; what lies past the width repeats its last pixel.
  func stage(row y: Int, into staged: inout [UInt32]) {
    var row = staged.mutableSpan
    let source = pixels.span.extracting(y * width..<(y + 1) * width)
    for x in 0..<width { row[x] = source[x] }
    for x in width..<row.count { row[x] = source[width - 1] }
  }
}

/// Straight linear light of eight pixels; transparent ones are white, so that they take no ink.
@inline(__always)
func straightLight(_ pixels: SIMD8<UInt32>) -> (red: Lanes, green: Lanes, blue: Lanes) {
  let inverse = PixelRows.inverseAlpha(pixels)
  let clear = f32x8_less(u32x8_byte(pixels, 24), Lanes(repeating: 0.5))
  @inline(__always) func light(_ channel: Channel) -> Lanes {
    let code = PixelRows.straight(pixels, channel, inverse: inverse)
    return f32x8_select(clear, Lanes(repeating: 1), Transfer.linear(code * Lanes(repeating: 1 / 255)))
  }
  return (light(.red), light(.green), light(.blue))
}

/// Relative luminance of linear light (weights of sRGB's primaries).
@inline(__always)
func luminance(_ light: (red: Lanes, green: Lanes, blue: Lanes)) -> Lanes {
  f32x8_fma(
    light.red, Lanes(repeating: 0.2126),
    f32x8_fma(light.green, Lanes(repeating: 0.7152), light.blue * Lanes(repeating: 0.0722)))
}
