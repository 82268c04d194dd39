import Elementary

/// Perlin's gradient noise (2002, quintic fade) on an integer lattice; the same on every machine.
struct GradientNoise {
  /// Different seeds give unrelated fields.
  let seed: UInt32

  /// About -1...1, zero at lattice points; features are about one unit wide.
  func value(_ x: Double, _ y: Double) -> Double {
    let (fx, fy) = (x.rounded(.down), y.rounded(.down))
    let (u, v) = (x - fx, y - fy)
    let (i, j) = (Int32(fx), Int32(fy))
    let (s, t) = (Self.fade(u), Self.fade(v))
    let top = mix(corner(i, j, u, v), corner(i &+ 1, j, u - 1, v), s)
    let bottom = mix(corner(i, j &+ 1, u, v - 1), corner(i &+ 1, j &+ 1, u - 1, v - 1), s)
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

  private static func fade(_ t: Double) -> Double { t * t * t * (t * (t * 6 - 15) + 10) }

  /// The dot product of a lattice point's gradient, one of eight, with the way from it.
  private func corner(_ i: Int32, _ j: Int32, _ dx: Double, _ dy: Double) -> Double {
    let half = 0.7071067811865476
    switch hash(i, j) >> 29 {
    case 0: return dx
    case 1: return -dx
    case 2: return dy
    case 3: return -dy
    case 4: return (dx + dy) * half
    case 5: return (dx - dy) * half
    case 6: return (dy - dx) * half
    default: return -(dx + dy) * half
    }
  }

  /// Two rounds of the murmur finaliser.
  private func hash(_ i: Int32, _ j: Int32) -> UInt32 {
    var h = seed ^ (UInt32(bitPattern: i) &* 0x9e37_79b1)
    h = (h ^ h >> 16) &* 0x85eb_ca6b
    h ^= UInt32(bitPattern: j) &* 0xc2b2_ae35
    h = (h ^ h >> 15) &* 0x2c1b_3c6d
    h = (h ^ h >> 12) &* 0x297a_2d39
    return h ^ h >> 15
  }
}
