/// Tritanopia after Brettel, Viénot and Mollon, "Computerized simulation of color appearance for dichromats"
/// (1997).
///
/// Whoever lacks short-wave cones cannot tell colours apart that differ in S alone. Each is shown as the one
/// that looks the same to both kinds of eye: on the plane of greys and 485 nm if bluer than grey, else on the
/// plane of greys and 660 nm. The two half-planes meet in the greys.
enum TritanPlanes {
  static func projected(_ rgb: SIMD3<Double>) -> SIMD3<Double> {
    let cones = conesFromRGB * rgb
    let normal = dot(divide, cones) >= 0 ? bluePlane : redPlane
    let short = -(normal.x * cones.x + normal.y * cones.y) / normal.z
    return rgbFromCones * [cones.x, cones.y, short]
  }

  /// Smith and Pokorny's cones (1975) for sRGB's primaries in Judd and Vos's colorimetry.
  private static let conesFromRGB: Matrix3 = {
    let lights = Primaries(
      red: judd(.init(0.64, 0.33)), green: judd(.init(0.30, 0.60)), blue: judd(.init(0.15, 0.06)),
      white: judd(.d65))
    return conesFromXYZ * lights.toXYZ
  }()
  private static let rgbFromCones = conesFromRGB.inverse
  private static let conesFromXYZ = Matrix3(
    [0.15514, 0.54312, -0.03286], [-0.15514, 0.45684, 0.03286], [0, 0, 0.01608])

  private static let white = conesFromRGB * .one
  /// Monochromatic lights of 485 and 660 nm, as tristimulus values of Judd and Vos (Vos 1978).
  private static let bluePlane = cross(white, conesFromXYZ * [0.05699, 0.16987, 0.5864])
  private static let redPlane = cross(white, conesFromXYZ * [0.16161, 0.061, 0.00001])
  /// Positive where M outweighs L more than in white: the side of 485 nm.
  private static let divide: SIMD3<Double> = [-white.y, white.x, 0]

  /// Chromaticity of 1931 to that of Judd and Vos, which corrects the blue end (Vos 1978).
  private static func judd(_ c: Chromaticity) -> Chromaticity {
    let scale = 0.03845 * c.x + 0.01496 * c.y + 1
    return Chromaticity(
      (1.0271 * c.x - 0.00008 * c.y - 0.00009) / scale, (0.00376 * c.x + 1.0072 * c.y + 0.00764) / scale)
  }
}
