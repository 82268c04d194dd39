import Color
import Elementary

/// A change of the light that a picture seems to be lit by, as a matrix on linear sRGB.
///
/// The new white lies on the CIE daylight locus (Wyszecki and Stiles, "Color Science", 1982), up to 60 mired from D65,
/// which is 4,680 K or 10,650 K; tint leaves the locus at a right angle. Cones adapt by the linear Bradford
/// transform (Lam, 1985), and the luminance of white stays.
func whiteBalance(temperature: Double, tint: Double) -> Matrix3 {
  guard temperature != 0 || tint != 0 else { return Matrix3(diagonal: SIMD3(repeating: 1)) }
  let cones = Matrix3([0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296])
  let home = 1e6 / 6504
  // The shift is measured from the locus's own 6504 K, so that 0 changes nothing.
  let shift = cones * daylight(mired: home + 60 * temperature, tint: tint).tristimulus
  let gains = shift / (cones * daylight(mired: home, tint: 0).tristimulus)
  return srgbFromXYZ * cones.inverse * Matrix3(diagonal: gains) * cones * srgbFromXYZ.inverse
}

/// A white of the daylight locus, 4,000...25,000 K; a positive tint goes towards magenta, by up to 0.015 in
/// the uniform chromaticities of 1960.
private func daylight(mired: Double, tint: Double) -> Chromaticity {
  let t = mired / 1000  // 10³ / T
  let x =
    mired > 1e6 / 7000
    ? -4.6070 * t * t * t + 2.9678 * t * t + 0.09911 * t + 0.244063
    : -2.0064 * t * t * t + 1.9018 * t * t + 0.24748 * t + 0.237040
  let y = -3.000 * x * x + 2.870 * x - 0.275
  let scale = -2 * x + 12 * y + 3
  // The locus runs to the upper right in u, v; straight down is near enough to a right angle.
  let (u, v) = (4 * x / scale + 0.005 * tint, 6 * y / scale - 0.014 * tint)
  let back = 2 * u - 8 * v + 4
  return Chromaticity(3 * u / back, 2 * v / back)
}

/// Columns are the light of the three tristimulus values.
private let srgbFromXYZ: Matrix3 = {
  func column(_ x: Double, _ y: Double, _ z: Double) -> SIMD3<Double> {
    let c = XYZ(x, y, z).linear
    return [c.red, c.green, c.blue]
  }
  return Matrix3(column(1, 0, 0), column(0, 1, 0), column(0, 0, 1)).transposed
}()
