import CVector
import Raster

/// A row of straight colours in OKLab, read from and put back into a row of linear light.
struct LabRow {
  var lightness: [Float]
  var a: [Float]
  var b: [Float]
  private var red: [Float]
  private var green: [Float]
  private var blue: [Float]

  /// Room for `count` samples, whole vectors.
  init(count: Int) {
    let empty = [Float](repeating: 0, count: count)
    (lightness, a, b, red, green, blue) = (empty, empty, empty, empty, empty, empty)
  }

  /// Reads a premultiplied row of 3 or 4 planes; what is transparent counts as black.
  mutating func read(_ row: borrowing MutableSpan<Float>, planes: Int) {
    let stride = lightness.count
    let one = Lanes(repeating: 1)
    for x in Swift.stride(from: 0, to: stride, by: 8) {
      // A transparent pixel's colour is 0 already.
      let alpha = planes == 4 ? f32x8_max(row.lanes(at: 3 * stride + x), Lanes(repeating: 1e-6)) : one
      Self.set(row.lanes(at: x) / alpha, &red, x)
      Self.set(row.lanes(at: stride + x) / alpha, &green, x)
      Self.set(row.lanes(at: 2 * stride + x) / alpha, &blue, x)
    }
    Self.lab(red, green, blue, &lightness, &a, &b)
  }

  /// Puts the colours, limited to the gamut by cutting off, back under the row's alpha.
  mutating func write(_ row: inout MutableSpan<Float>, planes: Int) {
    Self.linear(lightness, a, b, &red, &green, &blue)
    let stride = lightness.count
    for x in Swift.stride(from: 0, to: stride, by: 8) {
      let alpha = planes == 4 ? row.lanes(at: 3 * stride + x) : Lanes(repeating: 1)
      row.setLanes(f32x8_clamp(red.span.lanes(at: x), 0, 1) * alpha, at: x)
      row.setLanes(f32x8_clamp(green.span.lanes(at: x), 0, 1) * alpha, at: stride + x)
      row.setLanes(f32x8_clamp(blue.span.lanes(at: x), 0, 1) * alpha, at: 2 * stride + x)
    }
  }

  /// Eight pixels from `x` on.
  @inline(__always)
  func lanes(at x: Int) -> LabLanes {
    LabLanes(lightness: lightness.span.lanes(at: x), a: a.span.lanes(at: x), b: b.span.lanes(at: x))
  }

  /// Puts eight pixels at `x` and after.
  @inline(__always)
  mutating func setLanes(_ lanes: LabLanes, at x: Int) {
    Self.set(lanes.lightness, &lightness, x)
    Self.set(lanes.a, &a, x)
    Self.set(lanes.b, &b, x)
  }

  @inline(__always)
  private static func set(_ lanes: Lanes, _ row: inout [Float], _ x: Int) {
    var row = row.mutableSpan
    row.setLanes(lanes, at: x)
  }

  private static func lab(
    _ red: [Float], _ green: [Float], _ blue: [Float], _ lightness: inout [Float], _ a: inout [Float],
    _ b: inout [Float]
  ) {
    var lightnessRow = lightness.mutableSpan
    var aRow = a.mutableSpan
    var bRow = b.mutableSpan
    OKLabRows.lab(
      red: red.span, green: green.span, blue: blue.span, lightness: &lightnessRow, a: &aRow, b: &bRow)
  }

  private static func linear(
    _ lightness: [Float], _ a: [Float], _ b: [Float], _ red: inout [Float], _ green: inout [Float],
    _ blue: inout [Float]
  ) {
    var redRow = red.mutableSpan
    var greenRow = green.mutableSpan
    var blueRow = blue.mutableSpan
    OKLabRows.linear(
      lightness: lightness.span, a: a.span, b: b.span, red: &redRow, green: &greenRow, blue: &blueRow)
  }
}
