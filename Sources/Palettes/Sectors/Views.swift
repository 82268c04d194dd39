import Elementary

/// One colour as the annealer sees it: in OKLab for three kinds of eye, and in CIELAB for harmony and mood.
///
/// Single precision and quick cube roots (relative error 2e-5): enough to score, never used for output.
struct Views {
  /// OKLab lightness, a, b in the lanes 0...2.
  var normal: SIMD4<Float> = .zero
  var protan: SIMD4<Float> = .zero
  var deutan: SIMD4<Float> = .zero
  /// L*, a*, b*.
  var lab: SIMD4<Float> = .zero
  /// False if sRGB does not hold the colour.
  var isInGamut = true

  init() {}

  /// Of an OKLab colour.
  init(lightness: Float, a: Float, b: Float) {
    let root = Rows.roots * SIMD4(lightness, a, b, 0)
    let rgb = Rows.linear * (root * root * root)
    isInGamut = rgb.min() >= -0.002 && rgb.max() <= 1.004  // lane 3 is 0
    normal = SIMD4(lightness, a, b, 0)
    protan = Rows.lab * quickRoots(Rows.protan * rgb)
    deutan = Rows.lab * quickRoots(Rows.deutan * rgb)
    // Near black CIELAB is a line, not a root; for scoring the root will do.
    let f = quickRoots(Rows.xyz * rgb)
    lab = SIMD4(116 * f.y - 16, 500 * (f.x - f.y), 200 * (f.y - f.z), 0)
  }
}

/// A matrix by its columns; a product with a vector is three multiplications of four lanes.
struct Columns {
  let x: SIMD4<Float>
  let y: SIMD4<Float>
  let z: SIMD4<Float>

  init(_ top: SIMD3<Float>, _ middle: SIMD3<Float>, _ bottom: SIMD3<Float>) {
    x = SIMD4(top.x, middle.x, bottom.x, 0)
    y = SIMD4(top.y, middle.y, bottom.y, 0)
    z = SIMD4(top.z, middle.z, bottom.z, 0)
  }

  @inline(__always)
  static func * (m: Columns, v: SIMD4<Float>) -> SIMD4<Float> { m.x * v.x + m.y * v.y + m.z * v.z }
}

/// The matrices of ``Views``: OKLab (Ottosson 2020), and full protan and deutan (Machado 2009) before its cones.
private enum Rows {
  static let roots = Columns(
    [1, 0.3963377774, 0.2158037573], [1, -0.1055613458, -0.0638541728], [1, -0.0894841775, -1.2914855480])
  static let linear = Columns(
    [4.0767416621, -3.3077115913, 0.2309699292], [-1.2684380046, 2.6097574011, -0.3413193965],
    [-0.0041960863, -0.7034186147, 1.7076147010])
  static let lab = Columns(
    [0.2104542683, 0.7936177747, -0.0040720430], [1.9779985324, -2.4285922420, 0.4505937096],
    [0.0259040425, 0.7827717125, -0.8086757549])
  /// Linear sRGB to X, Y, Z over those of white.
  static let xyz = Columns(
    [0.4339499, 0.3762098, 0.1898403], [0.2126729, 0.7151522, 0.0721750], [0.0177566, 0.1094680, 0.8727754])
  static let protan = composed([
    [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
  ])
  static let deutan = composed([
    [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
  ])

  private static let cones: [SIMD3<Float>] = [
    [0.4122214695, 0.5363325373, 0.0514459933], [0.2119034958, 0.6806995506, 0.1073969535],
    [0.0883024592, 0.2817188391, 0.6299787017],
  ]

  /// Cones after a simulation.
  private static func composed(_ m: [SIMD3<Float>]) -> Columns {
    let rows = cones.map { $0.x * m[0] + $0.y * m[1] + $0.z * m[2] }
    return Columns(rows[0], rows[1], rows[2])
  }
}

/// Cube roots of the lanes 0...2, lane 3 is 0; simulated colours may leave the gamut, so negative values count as 0.
@inline(__always)
private func quickRoots(_ v: SIMD4<Float>) -> SIMD4<Float> {
  SIMD4(quickRoot(v.x), quickRoot(v.y), quickRoot(v.z), 0)
}

/// Exponent over three, then one step of Halley's method.
@inline(__always)
private func quickRoot(_ v: Float) -> Float {
  let x = max(v, 1e-6)
  let y = Float(bitPattern: x.bitPattern / 3 &+ 0x2a51_19f2)
  let cube = y * y * y
  return y * (cube + 2 * x) / (2 * cube + x)
}
