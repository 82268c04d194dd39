import Raster

/// A curve for each channel and a matrix: how most RGB profiles, and PNG's `gAMA` and `cHRM`, define colour.
/// Worked out here and not by Little CMS, because 16-bit samples keep their precision and 8-bit ones round once.
struct MatrixShaper: Sendable {
  /// Linear light of every code, for red, green and blue.
  private let red: [Float]
  private let green: [Float]
  private let blue: [Float]
  /// Linear sRGB of the profile's red, green and blue at full light.
  private let columns: (SIMD4<Float>, SIMD4<Float>, SIMD4<Float>)

  /// - Parameters:
  ///   - curves: three tables of linear light, of 256 or 65,536 codes.
  ///   - columns: XYZ of the primaries, adapted to D50; nil for sRGB's own, so that no rounding mixes channels.
  init(curves: [[Float]], columns: [SIMD3<Double>]?) {
    (red, green, blue) = (curves[0], curves[1], curves[2])
    guard let columns else {
      self.columns = (SIMD4(1, 0, 0, 0), SIMD4(0, 1, 0, 0), SIMD4(0, 0, 1, 0))
      return
    }
    let rows = Self.fromXYZ.map { row in
      let weights = columns.map { (row * $0).sum() }
      // White stays white, whatever rounding the profile's numbers went through.
      let sum = weights.reduce(0, +)
      return weights.map { Float(sum > 0.5 ? $0 / sum : $0) }
    }
    func column(_ i: Int) -> SIMD4<Float> { SIMD4(rows[0][i], rows[1][i], rows[2][i], 0) }
    self.columns = (column(0), column(1), column(2))
  }

  /// XYZ under D50 to linear sRGB: the inverse of the sRGB primaries after Bradford adaptation (Lindbloom).
  private static let fromXYZ = [
    SIMD3(3.1338561, -1.6168667, -0.4906146), SIMD3(-0.9787684, 1.9161415, 0.0334540),
    SIMD3(0.0719453, -0.2289914, 1.4052427),
  ]

  /// Linear sRGB of three codes; colours outside of sRGB have values outside of 0...1.
  @inline(__always)
  func light(_ r: Int, _ g: Int, _ b: Int) -> SIMD4<Float> {
    columns.0 * red[r] + columns.1 * green[g] + columns.2 * blue[b]
  }

  /// True if no colour changes by a step of 8 bits: the profile is sRGB under whatever name.
  var isSRGB: Bool {
    let scale = red.count == 256 ? 1 : 257
    func keeps(_ r: Int, _ g: Int, _ b: Int) -> Bool {
      let found = light(r * scale, g * scale, b * scale)
      return [(found.x, r), (found.y, g), (found.z, b)].allSatisfy { light, code in
        // Half a step, and a little for tables that a profile rounded.
        abs(Int(DeepTransfer.code(light)) - code * 257) <= 192
      }
    }
    guard (0...255).allSatisfy({ keeps($0, $0, $0) }) else { return false }
    let some = [0, 64, 128, 192, 255]
    return some.allSatisfy { r in some.allSatisfy { g in some.allSatisfy { b in keeps(r, g, b) } } }
  }
}
