import Elementary

/// Perlin's gradient noise (2002, quintic fade) on an integer lattice; the same on every machine.
struct GradientNoise {
  /// Different seeds give unrelated fields.
  let seed: UInt32

  /// About -1...1, zero at lattice points; features are about one unit wide.
  func value(_ x: Double, _ y: Double) -> Double {
    let (i, j) = (Self.floor(x), Self.floor(y))
    let (u, v) = (x - Double(i), y - Double(j))
    let (s, t) = (Self.fade(u), Self.fade(v))
    let (left, right) = (column(i), column(i &+ 1))
    let top = mix(corner(left, j, u, v), corner(right, j, u - 1, v), s)
    let bottom = mix(corner(left, j &+ 1, u, v - 1), corner(right, j &+ 1, u - 1, v - 1), s)
    return mix(top, bottom, t) * 1.5
  }

  /// Octaves of noise, each half as wide and half as strong as the one before; about -1...1.
  func fractal(_ x: Double, _ y: Double, octaves: Int) -> Double {
    var (sum, total, weight, scale) = (0.0, 0.0, 1.0, 1.0)
    for octave in 0..<octaves {
      // The shift keeps the lattices' common zeros apart.
      let shift = Double(octave) * 17.31
      sum += weight * value(x * scale + shift, y * scale - shift)
      total += weight
      weight *= 0.5
      scale *= 2
    }
    return sum / total
  }

  /// Without a call of the system's.
  private static func floor(_ x: Double) -> Int32 {
    let towardsZero = Int32(x)
    return x < Double(towardsZero) ? towardsZero &- 1 : towardsZero
  }

  private static func fade(_ t: Double) -> Double { t * t * t * (t * (t * 6 - 15) + 10) }

  /// The dot product of a lattice point's gradient, one of eight, with the way from it. Without branches: no processor
  /// guesses which of the eight it is.
  private func corner(_ column: UInt32, _ j: Int32, _ dx: Double, _ dy: Double) -> Double {
    let gradient = Int(hash(column, j) >> 29)
    let along = Double(Self.signsX >> (2 * gradient) & 3) - 1
    let down = Double(Self.signsY >> (2 * gradient) & 3) - 1
    return (along * dx + down * dy) * (gradient < 4 ? 1 : 0.7071067811865476)
  }

  /// The signs of the eight gradients, one more than each in two bits: four along the axes, then four between them.
  private static let signsX = 0b00_00_10_10_01_01_00_10
  private static let signsY = 0b00_10_00_10_00_10_01_01

  /// What the hashes of all points of a column share.
  private func column(_ i: Int32) -> UInt32 {
    let h = seed ^ (UInt32(bitPattern: i) &* 0x9e37_79b1)
    return (h ^ h >> 16) &* 0x85eb_ca6b
  }

  /// Two rounds of the murmur finaliser.
  private func hash(_ column: UInt32, _ j: Int32) -> UInt32 {
    var h = column ^ UInt32(bitPattern: j) &* 0xc2b2_ae35
    h = (h ^ h >> 15) &* 0x2c1b_3c6d
    h = (h ^ h >> 12) &* 0x297a_2d39
    return h ^ h >> 15
  }
}
