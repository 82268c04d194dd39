import CVector
import Raster

/// Paints rows of one pass of the filter, eight pixels at a time.
struct KuwaharaRows {
  private let dab: KuwaharaDab
  private let source: Bitmap
  private let field: FlowField
  private let isOpaque: Bool
  private var directions: FlowRows
  private var painted: [UInt32]
  private var wedges: [DabSum]
  private let width: Int

  init(_ dab: KuwaharaDab, _ source: Bitmap, _ field: FlowField, width: Int, isOpaque: Bool) {
    (self.dab, self.source, self.field, self.width, self.isOpaque) = (dab, source, field, width, isOpaque)
    directions = FlowRows(field, width: width)
    painted = [UInt32](repeating: 0, count: Rows.padded(width))
    wedges = [DabSum](repeating: DabSum(), count: KuwaharaPattern.wedges)
  }

  /// Paints row `y` to the pixels from `start` on.
  mutating func paint(row y: Int, into pixels: inout MutableSpan<UInt32>, at start: Int) {
    directions.move(to: y, of: field)
    let samples = DabSamples(source, step: dab.step)
    let dither = Dither(row: y, active: isOpaque)
    for x in stride(from: 0, to: painted.count, by: 8) {
      let axes = DabAxes(dab, directions, x: x, y: y)
      samples.sum(source, dab.pattern, axes, into: &wedges)
      let color = Self.blended(wedges, count: dab.pattern.count, sharpness: dab.sharpness)
      Self.set(color.packed(dither.lanes(at: x), isOpaque: isOpaque), at: x, of: &painted)
    }
    for x in 0..<width { pixels[start + x] = painted[x] }
  }

  @inline(__always)
  private static func set(_ lanes: SIMD8<UInt32>, at x: Int, of pixels: inout [UInt32]) {
    var row = pixels.mutableSpan
    row.setLanes(lanes, at: x)
  }

  /// The sectors' means, weighted against their variance: 1 / (1 + (255 σ²)^q) with σ² in squared units of
  /// 0...1, added over the channels.
  @inline(__always)
  private static func blended(_ wedges: [DabSum], count: Int, sharpness: Int) -> DabSum {
    let wedges = wedges.span
    var (total, weights) = (DabSum(), Lanes())
    let share = Lanes(repeating: 1 / Float(2 * count))
    for sector in 0..<8 {
      let middle = wedges[2 * sector]
      let mean = middle.joined(wedges[(2 * sector + 15) & 15], wedges[2 * sector + 1], share)
      let spread = f32x8_max(mean.squares - mean.squaredColor, Lanes()) * Lanes(repeating: 1 / 255)
      var power = spread
      for _ in 1..<sharpness { power = power * spread }
      let weight = Lanes(repeating: 1) / (Lanes(repeating: 1) + power)
      total.add(mean, weight)
      weights += weight
    }
    return total.scaled(Lanes(repeating: 1) / weights)
  }
}

/// The axes of the ellipses around eight neighbouring pixels, in pixels.
private struct DabAxes {
  let x: Lanes
  let y: Lanes
  let longX: Lanes
  let longY: Lanes
  let shortX: Lanes
  let shortY: Lanes

  /// The long axis is `1 + elongation · A` radii, the short one a radius over the same: the area stays.
  @inline(__always)
  init(_ dab: KuwaharaDab, _ directions: borrowing FlowRows, x: Int, y: Int) {
    let cosine = directions.cosine.span.lanes(at: x)
    let sine = directions.sine.span.lanes(at: x)
    let tangent = Tangent(cosine: cosine, sine: sine)
    let stretch = f32x8_fma(tangent.anisotropy, Lanes(repeating: dab.elongation), Lanes(repeating: 1))
    let long = stretch * Lanes(repeating: dab.radius)
    let short = Lanes(repeating: dab.radius) / stretch
    self.x = Lanes(repeating: Float(x)) + Lanes(0, 1, 2, 3, 4, 5, 6, 7) + Lanes(repeating: 0.5)
    self.y = Lanes(repeating: Float(y) + 0.5)
    (longX, longY) = (tangent.x * long, tangent.y * long)
    (shortX, shortY) = (Lanes() - tangent.y * short, tangent.x * short)
  }
}

/// Where samples are taken from.
private struct DabSamples {
  private let right: Float
  private let bottom: Float
  private let stride: SIMD8<Int32>
  private let scale: Lanes

  init(_ source: Bitmap, step: Int) {
    right = Float(source.width) - 0.5
    bottom = Float(source.height) - 0.5
    stride = SIMD8(repeating: Int32(source.width))
    scale = Lanes(repeating: 1 / Float(step))
  }

  /// The sums of all wedges; at the border the outermost pixels go on.
  @inline(__always)
  func sum(_ source: Bitmap, _ pattern: KuwaharaPattern, _ axes: DabAxes, into wedges: inout [DabSum]) {
    var sums = wedges.mutableSpan
    source.pixels.withUnsafeBufferPointer { pixels in
      // Sound: places are clamped to the source.
      guard let base = pixels.baseAddress else { return }
      sum(base, pattern, axes, into: &sums)
    }
  }

  @inline(__always)
  private func sum(
    _ base: UnsafePointer<UInt32>, _ pattern: KuwaharaPattern, _ axes: DabAxes,
    into sums: inout MutableSpan<DabSum>
  ) {
    let points = pattern.points.span
    let (x, y) = (axes.x * scale, axes.y * scale)
    let (longX, longY) = (axes.longX * scale, axes.longY * scale)
    let (shortX, shortY) = (axes.shortX * scale, axes.shortY * scale)
    for wedge in 0..<KuwaharaPattern.wedges {
      var sum = PackedSum()
      for index in wedge * pattern.count..<(wedge + 1) * pattern.count {
        let (u, v) = (Lanes(repeating: points[index].x), Lanes(repeating: points[index].y))
        let column = f32x8_fma(v, shortX, f32x8_fma(u, longX, x))
        let row = f32x8_fma(v, shortY, f32x8_fma(u, longY, y))
        let place =
          f32x8_to_i32(f32x8_clamp(row, 0, bottom)) &* stride &+ f32x8_to_i32(f32x8_clamp(column, 0, right))
        sum.add(u32x8_pick(base, place))
      }
      sums[wedge] = DabSum(sum)
    }
  }
}

/// Sums of up to 128 pixels' codes, two channels in the halves of each lane, and of their squares.
private struct PackedSum {
  var redBlue = SIMD8<UInt32>()
  var alphaGreen = SIMD8<UInt32>()
  var squares = SIMD8<UInt32>()

  @inline(__always)
  mutating func add(_ pixel: SIMD8<UInt32>) {
    let (rb, ag) = (u32x8_bytes(pixel, 0), u32x8_bytes(pixel, 8))
    redBlue &+= rb
    alphaGreen &+= ag
    squares &+= u32x8_squares(rb) &+ u32x8_squares(ag)
  }
}

/// Sums of codes, 0...255, and of their squares over the channels, for eight pixels.
struct DabSum {
  var red = Lanes()
  var green = Lanes()
  var blue = Lanes()
  var alpha = Lanes()
  var squares = Lanes()

  init() {}

  /// The channels of a packed sum, each on its own.
  @inline(__always)
  fileprivate init(_ sum: PackedSum) {
    (red, blue) = (u32x8_half(sum.redBlue, 16), u32x8_half(sum.redBlue, 0))
    (alpha, green) = (u32x8_half(sum.alphaGreen, 16), u32x8_half(sum.alphaGreen, 0))
    squares = u32x8_to_f32(sum.squares)
  }

  /// A middle and half of both its neighbours, times `share`.
  @inline(__always)
  func joined(_ left: DabSum, _ right: DabSum, _ share: Lanes) -> DabSum {
    let half = Lanes(repeating: 0.5)
    func part(_ a: Lanes, _ b: Lanes, _ c: Lanes) -> Lanes { f32x8_fma(b + c, half, a) * share }
    var result = DabSum()
    result.red = part(red, left.red, right.red)
    result.green = part(green, left.green, right.green)
    result.blue = part(blue, left.blue, right.blue)
    result.alpha = part(alpha, left.alpha, right.alpha)
    result.squares = part(squares, left.squares, right.squares)
    return result
  }

  /// The sum of the squares of the four means.
  @inline(__always)
  var squaredColor: Lanes {
    f32x8_fma(red, red, f32x8_fma(green, green, f32x8_fma(blue, blue, alpha * alpha)))
  }

  @inline(__always)
  mutating func add(_ other: DabSum, _ weight: Lanes) {
    red = f32x8_fma(other.red, weight, red)
    green = f32x8_fma(other.green, weight, green)
    blue = f32x8_fma(other.blue, weight, blue)
    alpha = f32x8_fma(other.alpha, weight, alpha)
  }

  @inline(__always)
  func scaled(_ factor: Lanes) -> DabSum {
    var result = DabSum()
    (result.red, result.green, result.blue) = (red * factor, green * factor, blue * factor)
    result.alpha = alpha * factor
    return result
  }

  /// As pixels; channels never above their alpha.
  @inline(__always)
  func packed(_ dither: (red: Lanes, green: Lanes, blue: Lanes), isOpaque: Bool) -> SIMD8<UInt32> {
    let unit = Lanes(repeating: 1 / 255)
    let r = Transfer.codes(red * unit, dither: dither.red)
    let g = Transfer.codes(green * unit, dither: dither.green)
    let b = Transfer.codes(blue * unit, dither: dither.blue)
    if isOpaque { return u32x8_opaque(r, g, b) }
    return u32x8_pixel(r, g, b, Transfer.codes(alpha * unit, dither: Lanes()))
  }
}
