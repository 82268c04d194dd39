import Elementary
import Raster

/// Fixed directions and places for light's rays: four sets that take turns from sample to sample, so that the mean of
/// neighbours has four times as many (interleaved sampling, Keller and Heidrich 2001).
struct RayPatterns: Sendable {
  /// Packets of eight directions about a normal along z, weighted by the cosine; one list a set.
  let hemispheres: [[(x: Lanes, y: Lanes, z: Lanes)]]
  /// Places on a unit square, eight at a time; one list a set.
  let squares: [[(u: Lanes, v: Lanes)]]

  /// Which set is for a sample.
  @inline(__always)
  static func set(_ i: Int, _ j: Int) -> Int { (i & 1) | (j & 1) << 1 }

  /// `hemisphere` and `square` packets of eight a set.
  init(hemisphere: Int, square: Int) {
    hemispheres = (0..<4).map { Self.directions($0, packets: hemisphere) }
    squares = (0..<4).map { Self.places($0, packets: square) }
  }

  /// Points of low discrepancy on the unit square, `count` of one set: an even comb against the base-2 radical inverse
  /// (Hammersley 1960), shifted from set to set.
  private static func points(_ set: Int, count: Int) -> [(u: Double, v: Double)] {
    (0..<count).map { i in
      let v = inverse(i) + (inverse(set) + 0.125) / Double(count)
      return ((Double(i * 4 + set) + 0.5) / Double(count * 4), v - v.rounded(.down))
    }
  }

  private static func inverse(_ i: Int) -> Double {
    var rest = i, v = 0.0, half = 0.5
    while rest > 0 {
      if rest & 1 == 1 { v += half }
      rest >>= 1
      half /= 2
    }
    return v
  }

  /// Neighbours in azimuth share a packet, so that it meets few pieces.
  private static func directions(_ set: Int, packets: Int) -> [(x: Lanes, y: Lanes, z: Lanes)] {
    let sorted = points(set, count: packets * 8).sorted { ($0.v, $0.u) < ($1.v, $1.u) }
    return (0..<packets).map { packet in
      var (x, y, z) = (Lanes(), Lanes(), Lanes())
      for lane in 0..<8 {
        let (u, v) = sorted[packet * 8 + lane]
        let (s, c) = Exact.sincos(2 * Double.pi * v)
        let radius = u.squareRoot()
        (x[lane], y[lane], z[lane]) = (Float(radius * c), Float(radius * s), Float((1 - u).squareRoot()))
      }
      return (x, y, z)
    }
  }

  private static func places(_ set: Int, packets: Int) -> [(u: Lanes, v: Lanes)] {
    let all = points(set, count: packets * 8)
    return (0..<packets).map { packet in
      var (a, b) = (Lanes(), Lanes())
      for lane in 0..<8 {
        (a[lane], b[lane]) = (Float(all[packet * 8 + lane].u), Float(all[packet * 8 + lane].v))
      }
      return (a, b)
    }
  }
}
