/// Evenly spread points: the Sobol sequence, plain or scrambled.
///
/// Scrambling after Owen, by hashing as in Burley, "Practical hash-based Owen scrambling" (2020), with the
/// constants of Vegdahl (2021). Any number of first points is well spread; the first 2^k are a net.
public enum SobolPoints {
  /// How many dimensions the table holds.
  public static let dimensions = 8

  /// Coordinate `dimension` (0...7) of point `index` of the unscrambled sequence, as a fraction of 2^32.
  public static func bits(index: UInt32, dimension: Int) -> UInt32 {
    let directions = table[dimension]
    var sum: UInt32 = 0
    var left = index
    while left != 0 {
      sum ^= directions[left.trailingZeroBitCount]
      left &= left &- 1
    }
    return sum
  }

  /// Coordinate `dimension` (0...7) of point `index` of the unscrambled sequence, in 0..<1.
  public static func plain(index: UInt32, dimension: Int) -> Double {
    Double(bits(index: index, dimension: dimension)) * 0x1p-32
  }

  /// Coordinate `dimension` (0...3) of point `index` of one group of related parameters, in 0..<1.
  ///
  /// Every group uses the same four, best dimensions; its seed shuffles the order of the points and scrambles
  /// each coordinate, so groups can be put side by side and a new one changes none of the others.
  /// The seed is the hash of the group's path, see ``hash64(_:_:)``.
  public static func group(index: UInt32, seed: UInt64, dimension: Int) -> Double {
    precondition((0..<4).contains(dimension), "a group has four dimensions")
    let shuffled = scramble(index, seed: word(seed, 0))
    let plain = bits(index: shuffled, dimension: dimension)
    return Double(scramble(plain, seed: word(seed, UInt64(dimension) + 1))) * 0x1p-32
  }

  /// Owen's nested scrambling: every bit is flipped or not by a hash of the bits above it.
  static func scramble(_ number: UInt32, seed: UInt32) -> UInt32 {
    var n = reversed(number)
    n ^= n &* 0x3D20_ADEA
    n = n &+ seed
    n = n &* (seed >> 16 | 1)
    n ^= n &* 0x0552_6C56
    n ^= n &* 0x53A2_2864
    return reversed(n)
  }

  private static func word(_ seed: UInt64, _ purpose: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: PathHash.avalanche(seed &+ purpose &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  private static func reversed(_ number: UInt32) -> UInt32 {
    var n = number.byteSwapped
    n = n >> 4 & 0x0F0F_0F0F | (n & 0x0F0F_0F0F) << 4
    n = n >> 2 & 0x3333_3333 | (n & 0x3333_3333) << 2
    return n >> 1 & 0x5555_5555 | (n & 0x5555_5555) << 1
  }
}

extension SobolPoints {
  /// A primitive polynomial over two elements, without its first and last coefficient, and starting numbers.
  private struct Start {
    let degree: Int
    let polynomial: UInt32
    let numbers: [UInt32]
  }

  /// Dimensions 1...7 from Joe and Kuo, "Constructing Sobol sequences with better two-dimensional
  /// projections" (2008), the set new-joe-kuo-6.21201.
  private static let starts = [
    Start(degree: 1, polynomial: 0, numbers: [1]),
    Start(degree: 2, polynomial: 1, numbers: [1, 3]),
    Start(degree: 3, polynomial: 1, numbers: [1, 3, 1]),
    Start(degree: 3, polynomial: 2, numbers: [1, 1, 1]),
    Start(degree: 4, polynomial: 1, numbers: [1, 1, 3, 3]),
    Start(degree: 4, polynomial: 4, numbers: [1, 3, 5, 13]),
    Start(degree: 5, polynomial: 2, numbers: [1, 1, 5, 5, 17]),
  ]

  /// 32 direction numbers for each dimension; the first dimension simply mirrors the bits of the index.
  private static let table: [[UInt32]] =
    [(0..<32).map { 1 << (31 - $0) }] + starts.map(directions)

  /// Bratley and Fox (1988), equation for the direction numbers after the given ones.
  private static func directions(_ start: Start) -> [UInt32] {
    let degree = start.degree
    var v = start.numbers.enumerated().map { $1 << UInt32(31 - $0) }
    for i in degree..<32 {
      var next = v[i - degree] ^ (v[i - degree] >> UInt32(degree))
      for k in 1..<max(degree, 1) where start.polynomial >> UInt32(degree - 1 - k) & 1 == 1 {
        next ^= v[i - k]
      }
      v.append(next)
    }
    return v
  }
}
