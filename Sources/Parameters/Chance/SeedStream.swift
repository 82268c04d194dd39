/// A stream of random numbers named by a seed, a path and a variant.
///
/// Numbers come from ``Philox4x32`` with the key `hash64(seed, path)` and the counter (variant, block), so a
/// stream depends on its name alone: not on other streams, on threads or on the order of drawing elsewhere.
/// Copies go on from the same place independently.
public struct SeedStream: Sendable {
  @usableFromInline let path: PathHash
  @usableFromInline let key: SIMD2<UInt32>
  /// Which variant the numbers are for.
  public let variant: UInt64
  /// How many 32-bit words have been drawn.
  public private(set) var drawn: UInt64 = 0
  private var block = SIMD4<UInt32>()

  /// The stream at its start.
  ///
  /// - Parameters:
  ///   - seed: what the user chose.
  ///   - path: what the numbers are for, for example `layers/2/art`.
  ///   - variant: every variant of the same path has its own numbers.
  public init(seed: UInt64, path: String, variant: UInt64 = 0) {
    var hash = PathHash(seed: seed)
    hash.absorb(path)
    self.init(path: hash, variant: variant)
  }

  private init(path: PathHash, variant: UInt64) {
    self.path = path
    self.variant = variant
    let value = path.value
    key = SIMD2(UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value >> 32))
  }

  /// The stream at the start of `path/name` with the same seed and variant; takes nothing from this one.
  ///
  /// `SeedStream(seed: s, path: "a").child("b")` equals `SeedStream(seed: s, path: "a/b")`.
  public func child(_ name: String) -> SeedStream {
    var longer = path
    longer.absorb("/")
    longer.absorb(name)
    return SeedStream(path: longer, variant: variant)
  }

  /// The stream at the start of the same path for another variant.
  public func forVariant(_ variant: UInt64) -> SeedStream { SeedStream(path: path, variant: variant) }

  /// The next 32 random bits.
  public mutating func bits() -> UInt32 {
    let lane = Int(drawn & 3)
    if lane == 0 { refill() }
    drawn &+= 1
    return block[lane]
  }

  /// The next 64 random bits: two draws, the first is the high half.
  public mutating func bits64() -> UInt64 {
    let high = UInt64(bits())
    return high << 32 | UInt64(bits())
  }

  private mutating func refill() {
    let index = drawn >> 2
    block = Philox4x32.block(
      counter: SIMD4(
        UInt32(truncatingIfNeeded: variant), UInt32(truncatingIfNeeded: variant >> 32),
        UInt32(truncatingIfNeeded: index), UInt32(truncatingIfNeeded: index >> 32)),
      key: key)
  }
}

extension SeedStream: Equatable {
  /// Equal streams give the same numbers from here on.
  public static func == (a: SeedStream, b: SeedStream) -> Bool {
    a.path == b.path && a.variant == b.variant && a.drawn == b.drawn
  }
}
