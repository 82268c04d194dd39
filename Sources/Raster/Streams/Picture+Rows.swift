extension Picture {
  /// Changes pixels one row at a time in linear light, reading and writing memory once.
  ///
  /// For chains of point operations: whatever needs nothing but a pixel's colour and place. `body` gets the
  /// number of the row and its samples, in place: red, green, blue and, unless the picture is opaque, alpha, one
  /// after the other, each padded to whole vectors (`row.count / planes` samples). Colour is premultiplied; past
  /// the width anything may stand. Values outside 0...1 are clamped afterwards. For eight pixels at a time:
  ///
  /// ```swift
  /// let darker = picture.mapRows(jobs: 2) { y, planes, row in
  ///   row.updatePixels(planes: planes) { x, pixel in
  ///     pixel.red *= 0.5   // pixel.alpha is 1 if the picture is opaque
  ///   }
  /// }
  /// ```
  ///
  /// A row that is left alone comes back with the very same codes. `body` runs on several threads and must give
  /// the same for the same row.
  /// - Parameters:
  ///   - dithered: spreads the rounding to 8 bits of an opaque picture, so that stretched gradients show no bands.
  ///   - jobs: how many threads may work; the pixels are the same for any number.
  ///   - body: changes a row.
  /// - Returns: a picture as deep as this one.
  public func mapRows(
    dithered: Bool = true, jobs: Int = 1,
    _ body: @Sendable (_ y: Int, _ planes: Int, _ row: inout MutableSpan<Float>) -> Void
  ) -> Picture {
    withoutActuallyEscaping(body) { body in
      mapRows(RowBody(body: body), dithered: dithered, jobs: jobs)
    }
  }

  /// The same for a kernel with working room of its own; every band of rows begins with a copy of it.
  public func mapRows(_ kernel: some RowKernel, dithered: Bool = true, jobs: Int = 1) -> Picture {
    let source = PictureRows(self, planes: isOpaque(jobs: jobs) ? 3 : 4)
    return made(of: MappedRows(source: source, kernel: kernel), dithered: dithered, jobs: jobs)
  }

  /// True if no pixel is transparent. O(pixels).
  public func isOpaque(jobs: Int) -> Bool {
    switch self {
    case .shallow(let bitmap): bitmap.isOpaque(jobs: jobs)
    case .deep(let bitmap): bitmap.isOpaque
    }
  }

  /// A picture as deep as this one with the rows of a source, of its own size.
  func made(
    of source: some RowSource, light: Light = .linear, dithered: Bool = true, jobs: Int
  ) -> Picture {
    switch self {
    case .shallow: .shallow(source.bitmap(light: light, dithered: dithered, jobs: jobs))
    case .deep: .deep(source.deepBitmap(light: light, jobs: jobs))
    }
  }

  /// Row `y`, premultiplied: 3 planes leave alpha out.
  func decode(row y: Int, planes: Int, light: Light, into row: inout MutableSpan<Float>) {
    switch self {
    case .shallow(let bitmap):
      let start = y * bitmap.width
      PixelRows.decode(
        bitmap.pixels.span.extracting(start..<start + bitmap.width), planes: planes, light: light, into: &row)
    case .deep(let bitmap):
      let start = y * bitmap.width
      DeepTransfer.decode(
        bitmap.pixels.span.extracting(start..<start + bitmap.width), planes: planes, light: light, into: &row)
    }
  }
}

extension Bitmap {
  /// True if no pixel is transparent. O(pixels).
  public func isOpaque(jobs: Int) -> Bool {
    var opaque = [UInt32](repeating: 0, count: (height + Bands.height - 1) / Bands.height)
    Bands.fill(&opaque, rows: opaque.count, rowLength: 1, jobs: jobs, height: 1) { band, flags in
      let end = min(height, band.upperBound * Bands.height)
      let pixels = self.pixels.span.extracting(band.lowerBound * Bands.height * width..<end * width)
      // No way out of the loop, so that it runs in whole vectors.
      var all = UInt32.max
      for i in pixels.indices { all &= pixels[i] }
      flags[0] = all >> 24
    }
    return opaque.allSatisfy { $0 == 255 } || pixels.isEmpty
  }
}

/// Rows of a source, each changed in place.
private struct MappedRows<Source: RowSource, Kernel: RowKernel>: RowSource {
  var source: Source
  var kernel: Kernel
  var shape: RowShape { source.shape }

  mutating func fetch(_ y: Int, into row: inout MutableSpan<Float>) {
    source.fetch(y, into: &row)
    kernel.apply(to: &row, planes: shape.planes, y: y)
  }
}

/// What changes a row of a picture in place: see ``Picture/mapRows(dithered:jobs:_:)``.
///
/// A kernel may keep working room, but what it makes of a row must not depend on the rows before.
public protocol RowKernel: Sendable {
  /// Changes row `y`: `planes` planes of linear light, premultiplied.
  mutating func apply(to row: inout MutableSpan<Float>, planes: Int, y: Int)
}

private struct RowBody: RowKernel {
  let body: @Sendable (Int, Int, inout MutableSpan<Float>) -> Void

  mutating func apply(to row: inout MutableSpan<Float>, planes: Int, y: Int) { body(y, planes, &row) }
}

/// Eight neighbouring pixels in linear light, premultiplied.
@frozen public struct PixelLanes: Sendable {
  public var red: Lanes
  public var green: Lanes
  public var blue: Lanes
  /// 1 in an opaque picture.
  public var alpha: Lanes

  @inlinable @inline(__always)
  public init(red: Lanes, green: Lanes, blue: Lanes, alpha: Lanes = Lanes(repeating: 1)) {
    (self.red, self.green, self.blue, self.alpha) = (red, green, blue, alpha)
  }
}

extension MutableSpan<Float> {
  /// Changes the pixels of a row of 3 or 4 planes in place, eight at a time; `body` gets the column of the first.
  @inlinable @inline(__always)
  public mutating func updatePixels(planes: Int, _ body: (Int, inout PixelLanes) -> Void) {
    let stride = count / planes
    precondition(count == stride * planes && stride & 7 == 0 && (3...4).contains(planes))
    for x in Swift.stride(from: 0, to: stride, by: 8) {
      var pixel = PixelLanes(
        red: lanes(at: x), green: lanes(at: x + stride), blue: lanes(at: x + 2 * stride))
      if planes == 4 { pixel.alpha = lanes(at: x + 3 * stride) }
      body(x, &pixel)
      setLanes(pixel.red, at: x)
      setLanes(pixel.green, at: x + stride)
      setLanes(pixel.blue, at: x + 2 * stride)
      if planes == 4 { setLanes(pixel.alpha, at: x + 3 * stride) }
    }
  }
}
