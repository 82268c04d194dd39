/// Eight neighbouring samples of a row.
public typealias Lanes = SIMD8<Float>

/// How rows of samples are laid out: whole vectors of eight lanes, so that one kernel serves every width.
///
/// The lanes past the width hold something harmless that is computed and never read.
public enum Rows {
  /// `width` rounded up to whole vectors.
  @inlinable
  public static func padded(_ width: Int) -> Int { (width + 7) & ~7 }
}

extension Span<Float> {
  /// The eight samples from `index` on, at any alignment; all must lie in the row.
  @inlinable @inline(__always)
  public func lanes(at index: Int) -> Lanes {
    bytes.unsafeLoadUnaligned(fromByteOffset: index &* 4, as: Lanes.self)  // bounds are checked there
  }
}

extension MutableSpan<Float> {
  /// The eight samples from `index` on, at any alignment; all must lie in the row.
  @inlinable @inline(__always)
  public func lanes(at index: Int) -> Lanes { span.lanes(at: index) }

  /// Puts eight samples at `index` and after; all must lie in the row.
  @inlinable @inline(__always)
  public mutating func setLanes(_ lanes: Lanes, at index: Int) {
    var bytes = mutableBytes
    bytes.storeBytes(of: lanes, toByteOffset: index &* 4, as: Lanes.self)
  }
}

extension Span<UInt32> {
  /// The eight pixels from `index` on, at any alignment; all must lie in the row.
  @inlinable @inline(__always)
  public func lanes(at index: Int) -> SIMD8<UInt32> {
    bytes.unsafeLoadUnaligned(fromByteOffset: index &* 4, as: SIMD8<UInt32>.self)
  }
}

extension MutableSpan<UInt32> {
  /// Puts eight pixels at `index` and after; all must lie in the row.
  @inlinable @inline(__always)
  public mutating func setLanes(_ lanes: SIMD8<UInt32>, at index: Int) {
    var bytes = mutableBytes
    bytes.storeBytes(of: lanes, toByteOffset: index &* 4, as: SIMD8<UInt32>.self)
  }
}

extension MutableSpan where Element: BitwiseCopyable {
  /// Lends a part of the row; `range` must lie in it.
  @inlinable @inline(__always)
  public mutating func withPart<Result>(
    _ range: Range<Int>, _ body: (inout MutableSpan<Element>) -> Result
  ) -> Result {
    var part = _mutatingExtracting(range)
    return body(&part)
  }
}
