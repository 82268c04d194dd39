import CVector

/// The samples of a flow field at the pixels of one row after another: A cos 2θ and A sin 2θ, bilinear between
/// the samples.
public struct FlowRows: Sendable {
  /// A cos 2θ of the row's pixels, of padded length.
  public private(set) var cosine: [Float]
  /// A sin 2θ.
  public private(set) var sine: [Float]
  private let columns: StretchedColumns

  /// For rows of `width` pixels.
  public init(_ field: FlowField, width: Int) {
    cosine = [Float](repeating: 0, count: Rows.padded(width))
    sine = cosine
    columns = StretchedColumns(step: field.step, source: field.width, width: width)
  }

  /// Holds the row of pixels `y` from now on.
  public mutating func move(to y: Int, of field: FlowField) {
    columns.stretch(field.cosine, row: y, into: &cosine)
    columns.stretch(field.sine, row: y, into: &sine)
  }
}

/// Where the pixels of a row lie between the samples of a plane `step` times as coarse.
struct StretchedColumns: Sendable {
  private let step: Int
  private let firsts: [SIMD8<Int32>]
  private let shares: [Lanes]

  /// Samples of the plane in a row: `source`; pixels: `width`.
  init(step: Int, source: Int, width: Int) {
    self.step = step
    let places = (0..<Rows.padded(width)).map { Self.place($0, step: step, count: source) }
    let starts = stride(from: 0, to: places.count, by: 8)
    firsts = starts.map { x in SIMD8((0..<8).map { Int32(places[x + $0].first) }) }
    shares = starts.map { x in Lanes((0..<8).map { places[x + $0].share }) }
  }

  /// The sample at or before a pixel's centre, and how far on the pixel is to the next.
  private static func place(_ x: Int, step: Int, count: Int) -> (first: Int, share: Float) {
    let u = (Float(x) + 0.5) / Float(step) - 0.5
    let inside = min(max(u, 0), Float(max(count - 1, 0)))
    let first = min(Int(inside), max(count - 2, 0))
    return (first, inside - Float(first))
  }

  /// Samples of pixel row `y`, bilinear; the result is of padded length.
  func stretch(_ plane: Plane, row y: Int, into array: inout [Float]) {
    precondition(array.count == firsts.count * 8)
    guard plane.width > 0, plane.height > 0 else { return }
    let place = Self.place(y, step: step, count: plane.height)
    let upper = place.first * plane.stride
    let lower = min(place.first + 1, plane.height - 1) * plane.stride
    let next = plane.width > 1 ? 1 : 0
    let down = Lanes(repeating: place.share)
    let (firsts, shares) = (firsts.span, shares.span)
    var row = array.mutableSpan
    // Sound: places lie in the plane, and one sample on as well unless there is only one.
    plane.samples.withUnsafeBufferPointer { samples in
      guard let base = samples.baseAddress else { return }
      for block in firsts.indices {
        let at = firsts[block]
        let (a, b) = (f32x8_pick(base + upper, at), f32x8_pick(base + upper + next, at))
        let (c, d) = (f32x8_pick(base + lower, at), f32x8_pick(base + lower + next, at))
        let top = f32x8_fma(b - a, shares[block], a)
        let bottom = f32x8_fma(d - c, shares[block], c)
        row.setLanes(f32x8_fma(bottom - top, down, top), at: block &* 8)
      }
    }
  }
}
