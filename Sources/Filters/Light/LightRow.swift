import CVector
import Raster

/// Eight neighbouring pixels in linear light, alpha divided out.
struct LightLanes {
  var red: Lanes
  var green: Lanes
  var blue: Lanes

  @inline(__always)
  init(_ red: Lanes, _ green: Lanes, _ blue: Lanes) { (self.red, self.green, self.blue) = (red, green, blue) }

  /// Relative luminance (weights of sRGB's primaries).
  var luminance: Lanes {
    @inline(__always) get {
      f32x8_fma(
        blue, Lanes(repeating: 0.0722),
        f32x8_fma(green, Lanes(repeating: 0.7152), red * Lanes(repeating: 0.2126))
      )
    }
  }

  /// All three channels changed alike.
  @inline(__always)
  func map(_ body: (Lanes) -> Lanes) -> LightLanes { LightLanes(body(red), body(green), body(blue)) }

  /// On the way to another light: `t` 0 is here, 1 is there.
  @inline(__always)
  func mixed(_ other: LightLanes, _ t: Lanes) -> LightLanes {
    LightLanes(
      f32x8_fma(other.red - red, t, red), f32x8_fma(other.green - green, t, green),
      f32x8_fma(other.blue - blue, t, blue))
  }
}

/// A row of a picture in linear light with straight alpha, padded to whole vectors: what point filters change.
struct LightRow {
  fileprivate(set) var red: [Float]
  fileprivate(set) var green: [Float]
  fileprivate(set) var blue: [Float]
  /// Alpha, 0...1; kept by every filter.
  fileprivate(set) var cover: [Float]

  init(width: Int) {
    red = [Float](repeating: 0, count: Rows.padded(width))
    (green, blue, cover) = (red, red, red)
  }

  /// Samples of a row, with padding.
  var count: Int { red.count }

  /// Replaces the row eight pixels at a time; `body` gets their place and their light.
  @inline(__always)
  mutating func update(_ body: (Int, LightLanes) -> LightLanes) {
    updateRows(&red, &green, &blue, body)
  }
}

extension LightRow {
  /// Takes the row of all planes of a planar picture, its alpha divided out.
  mutating func load(_ samples: Span<Float>, isOpaque: Bool) {
    loadRow(samples, isOpaque: isOpaque, plane: 0, into: &red)
    loadRow(samples, isOpaque: isOpaque, plane: 1, into: &green)
    loadRow(samples, isOpaque: isOpaque, plane: 2, into: &blue)
    for x in cover.indices { cover[x] = isOpaque ? 1 : samples[x + 3 * count] }
  }

  /// Puts light, premultiplied again, back to where ``load(_:isOpaque:)`` took it; alpha is there already.
  func store(into samples: inout MutableSpan<Float>) {
    let red = red.span
    let green = green.span
    let blue = blue.span
    let cover = cover.span
    let stride = red.count
    for x in Swift.stride(from: 0, to: stride, by: 8) {
      let alpha = cover.lanes(at: x)
      samples.setLanes(f32x8_clamp(red.lanes(at: x), 0, 1) * alpha, at: x)
      samples.setLanes(f32x8_clamp(green.lanes(at: x), 0, 1) * alpha, at: x + stride)
      samples.setLanes(f32x8_clamp(blue.lanes(at: x), 0, 1) * alpha, at: x + 2 * stride)
    }
  }
}

@inline(__always)
private func updateRows(
  _ red: inout [Float], _ green: inout [Float], _ blue: inout [Float], _ body: (Int, LightLanes) -> LightLanes
) {
  var red = red.mutableSpan
  var green = green.mutableSpan
  var blue = blue.mutableSpan
  for x in stride(from: 0, to: red.count, by: 8) {
    let light = body(x, LightLanes(red.lanes(at: x), green.lanes(at: x), blue.lanes(at: x)))
    red.setLanes(light.red, at: x)
    green.setLanes(light.green, at: x)
    blue.setLanes(light.blue, at: x)
  }
}

private func loadRow(_ samples: Span<Float>, isOpaque: Bool, plane: Int, into row: inout [Float]) {
  var row = row.mutableSpan
  let count = row.count
  let one = Lanes(repeating: 1)
  for x in stride(from: 0, to: count, by: 8) {
    let alpha = isOpaque ? one : samples.lanes(at: x + 3 * count)
    // Alpha has 16 bits: the smallest above 0 is larger than the limit, and 0/0 stays out.
    row.setLanes(samples.lanes(at: x + plane * count) / f32x8_max(alpha, Lanes(repeating: 1e-5)), at: x)
  }
}
