import CVector
import Color

/// Rows of linear sRGB to rows of OKLab and back, eight samples at a time.
///
/// The formulas and matrices are ``OKLab``'s. Cube roots take two steps of Halley's method, so results agree
/// with the scalar forms within 3e-6 (1e-5 is tested) for components in 0...1 and near it. All rows of a call
/// are of equal, padded length; a precondition checks that.
///
/// Measured on rows of 2,048 in cache, one core of a shared 2-core Xeon, best of 60: to OKLab 576 million
/// pixels a second, back 2,040, lightness alone 590 (the six divisions of the roots set the pace).
public enum OKLabRows {
  /// Linear sRGB, also outside 0...1, to lightness, a and b.
  public static func lab(
    red: Span<Float>, green: Span<Float>, blue: Span<Float>, lightness: inout MutableSpan<Float>,
    a: inout MutableSpan<Float>, b: inout MutableSpan<Float>
  ) {
    let count = red.count
    precondition(green.count == count && blue.count == count && count & 7 == 0)
    precondition(lightness.count == count && a.count == count && b.count == count)
    let (cones, mix) = (LaneMatrix(OKLab.conesFromLinear), LaneMatrix(OKLab.labFromRoots))
    for x in stride(from: 0, to: count, by: 8) {
      let (l, m, s) = cones.apply(red.lanes(at: x), green.lanes(at: x), blue.lanes(at: x))
      let lab = mix.apply(f32x8_cbrt(l), f32x8_cbrt(m), f32x8_cbrt(s))
      lightness.setLanes(lab.0, at: x)
      a.setLanes(lab.1, at: x)
      b.setLanes(lab.2, at: x)
    }
  }

  /// Lightness, a and b to linear sRGB, not limited to 0...1.
  public static func linear(
    lightness: Span<Float>, a: Span<Float>, b: Span<Float>, red: inout MutableSpan<Float>,
    green: inout MutableSpan<Float>, blue: inout MutableSpan<Float>
  ) {
    let count = lightness.count
    precondition(a.count == count && b.count == count && count & 7 == 0)
    precondition(red.count == count && green.count == count && blue.count == count)
    let (split, lights) = (LaneMatrix(OKLab.rootsFromLab), LaneMatrix(OKLab.linearFromCones))
    for x in stride(from: 0, to: count, by: 8) {
      let (l, m, s) = split.apply(lightness.lanes(at: x), a.lanes(at: x), b.lanes(at: x))
      let rgb = lights.apply(l * l * l, m * m * m, s * s * s)
      red.setLanes(rgb.0, at: x)
      green.setLanes(rgb.1, at: x)
      blue.setLanes(rgb.2, at: x)
    }
  }

  /// Linear sRGB to OKLab's lightness alone.
  public static func lightness(
    red: Span<Float>, green: Span<Float>, blue: Span<Float>, into row: inout MutableSpan<Float>
  ) {
    let count = row.count
    precondition(red.count == count && green.count == count && blue.count == count && count & 7 == 0)
    let (cones, mix) = (LaneMatrix(OKLab.conesFromLinear), LaneMatrix(OKLab.labFromRoots))
    for x in stride(from: 0, to: count, by: 8) {
      let (l, m, s) = cones.apply(red.lanes(at: x), green.lanes(at: x), blue.lanes(at: x))
      row.setLanes(mix.first(f32x8_cbrt(l), f32x8_cbrt(m), f32x8_cbrt(s)), at: x)
    }
  }
}

/// A 3x3 matrix whose entries fill all lanes.
private struct LaneMatrix {
  private let rows: (Row, Row, Row)
  private typealias Row = (Lanes, Lanes, Lanes)

  @inline(__always)
  init(_ m: Matrix3) {
    func row(_ v: SIMD3<Double>) -> Row {
      (Lanes(repeating: Float(v.x)), Lanes(repeating: Float(v.y)), Lanes(repeating: Float(v.z)))
    }
    rows = (row(m.top), row(m.middle), row(m.bottom))
  }

  @inline(__always)
  func apply(_ x: Lanes, _ y: Lanes, _ z: Lanes) -> (Lanes, Lanes, Lanes) {
    (Self.dot(rows.0, x, y, z), Self.dot(rows.1, x, y, z), Self.dot(rows.2, x, y, z))
  }

  @inline(__always)
  func first(_ x: Lanes, _ y: Lanes, _ z: Lanes) -> Lanes { Self.dot(rows.0, x, y, z) }

  @inline(__always)
  private static func dot(_ row: Row, _ x: Lanes, _ y: Lanes, _ z: Lanes) -> Lanes {
    f32x8_fma(row.2, z, f32x8_fma(row.1, y, row.0 * x))
  }
}
