/// A hash of a seed and a path, built up one piece at a time.
///
/// The same seed and path give the same number forever: saved variants depend on it.
///
/// Own construction. The state starts from the scrambled seed. Every UTF-8 byte is xored in, then the state
/// is multiplied by an odd constant (2^64 over the golden ratio) and its high half folded onto its low half;
/// each of these steps can be undone, so two seeds never meet on the same path. The closing avalanche (xor
/// shifts 30, 27, 31 and two multiplications) is Stafford's thirteenth variant of the MurmurHash3 finaliser.
public struct PathHash: Sendable, Equatable {
  @usableFromInline var state: UInt64

  /// A hash of the seed and the empty path.
  @inlinable
  public init(seed: UInt64) { state = Self.avalanche(seed ^ 0x6D61_7175_6574_7465) }

  /// Takes in the UTF-8 bytes of `piece`; absorbing "ab" equals absorbing "a", then "b".
  @inlinable
  public mutating func absorb(_ piece: String) {
    for byte in piece.utf8 {
      state = (state ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15
      state ^= state >> 32
    }
  }

  /// The hash of everything absorbed so far.
  @inlinable public var value: UInt64 { Self.avalanche(state) }

  /// A bijection of 64 bits in which every input bit flips every output bit about half the time.
  @inlinable
  public static func avalanche(_ number: UInt64) -> UInt64 {
    var z = number
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// The number that stands for `path` under `seed`, the same forever; see ``PathHash``.
@inlinable
public func hash64(_ seed: UInt64, _ path: String) -> UInt64 {
  var hash = PathHash(seed: seed)
  hash.absorb(path)
  return hash.value
}
