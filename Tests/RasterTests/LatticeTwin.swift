import Raster

/// Lattice noise by its definition, one sample at a time.
struct LatticeTwin {
  var columns: Float
  var rows: Float
  var seed: UInt32

  func sample(_ kind: NoiseKind, _ x: Float, _ y: Float) -> Float {
    switch kind {
    case .gradient: gradient(x, y)
    case .value: value(x, y)
    case .nearest: cells(x, y).0
    case .second: cells(x, y).1
    case .difference: cells(x, y).1 - cells(x, y).0
    case .fractal(let octaves): sum(x, y, octaves) { $0 }
    case .ridged(let octaves):
      sum(x, y, octaves) { (1 - abs($0)) * (1 - abs($0)) }
    case .warped(let octaves, let reach):
      sum(
        other(0x68E3_1DA4).sum(x, y, 3) { $0 }.addingTo(x, times: reach),
        other(0xB529_7A4D).sum(x, y, 3) { $0 }.addingTo(y, times: reach), octaves
      ) { $0 }
    }
  }

  private func other(_ bits: UInt32) -> LatticeTwin {
    LatticeTwin(columns: columns, rows: rows, seed: seed ^ bits)
  }

  private func sum(_ x: Float, _ y: Float, _ octaves: Int, _ shape: (Float) -> Float) -> Float {
    var (noise, u, v, sum, weight, total) = (self, x, y, Float(0), Float(1), Float(0))
    for _ in 0..<octaves {
      sum = shape(noise.gradient(u, v)).addingTo(sum, times: weight)
      total += weight
      weight *= 0.5
      (u, v) = (u + u + 17.3125, v + v - 9.6875)
      noise = LatticeTwin(columns: noise.columns * 2, rows: noise.rows * 2, seed: noise.seed &+ 0x9E37_79B9)
    }
    return sum * (1 / total)
  }

  private func bits(_ i: Float, _ j: Float) -> UInt32 {
    func wrapped(_ v: Float, _ period: Float) -> UInt32 {
      let rest = Int(v) % Int(period)
      return UInt32(rest < 0 ? rest + Int(period) : rest)
    }
    var h = (wrapped(i, columns) &* 0x9e37_79b9 &+ wrapped(j, rows) &* 0x85eb_ca6b) ^ seed
    h = (h ^ h >> 16) &* 0x7feb_352d
    h = (h ^ h >> 15) &* 0x846c_a68b
    return h ^ h >> 16
  }

  private func unit(_ h: UInt32) -> Float { Float(Int32(bitPattern: h) >> 8) * 0x1p-23 }

  private func joined(_ x: Float, _ y: Float, _ corner: (Float, Float, Float, Float) -> Float) -> Float {
    let (i, j) = (x.rounded(.down), y.rounded(.down))
    let (u, v) = (x - i, y - j)
    func fade(_ t: Float) -> Float { t * t * t * (t * (t * 6 - 15) + 10) }
    let (a, b) = (corner(i, j, u, v), corner(i + 1, j, u - 1, v))
    let (c, d) = (corner(i, j + 1, u, v - 1), corner(i + 1, j + 1, u - 1, v - 1))
    let (upper, lower) = (a + (b - a) * fade(u), c + (d - c) * fade(u))
    return upper + (lower - upper) * fade(v)
  }

  private func value(_ x: Float, _ y: Float) -> Float { joined(x, y) { i, j, _, _ in unit(bits(i, j)) } }

  private func gradient(_ x: Float, _ y: Float) -> Float {
    joined(x, y) { i, j, dx, dy in
      let a = unit(bits(i, j))
      let far = 1 - abs(a)
      let near = min(abs(a), far)
      let cosine = 1 - 4 * near * near
      return dx * (abs(a) > 0.5 ? -cosine : cosine) + dy * (4 * a * far)
    } * 1.4142135
  }

  private func cells(_ x: Float, _ y: Float) -> (Float, Float) {
    let (i, j) = (x.rounded(.down), y.rounded(.down))
    var found: [Float] = []
    for down in -1...1 {
      for across in -1...1 {
        let h = bits(i + Float(across), j + Float(down))
        let px = (Float(h & 0xffff) * 0x1p-16 - 0.5) + (Float(across) + 0.5) - (x - i)
        let py = (Float(h >> 16) * 0x1p-16 - 0.5) + (Float(down) + 0.5) - (y - j)
        found.append(px * px + py * py)
      }
    }
    found.sort()
    return (found[0].squareRoot(), found[1].squareRoot())
  }
}

extension Float {
  /// `self * factor + sum`, rounded once.
  fileprivate func addingTo(_ sum: Float, times factor: Float) -> Float { sum.addingProduct(self, factor) }
}
