import Color
import Elementary

extension CIELAB {
  /// CIELAB under D65, the white that observers of the mood and harmony studies were adapted to.
  ///
  /// The Color module's own CIELAB is that of profiles and print, under D50; the models' published values come
  /// out with this one only.
  init(daylight c: SRGB) {
    let xyz = XYZ(c.linear)
    func root(_ t: Double) -> Double { t > 216.0 / 24389 ? Exact.cbrt(t) : t * (841.0 / 108) + 4.0 / 29 }
    let (x, y, z) = (root(xyz.x / 0.95047), root(xyz.y), root(xyz.z / 1.08883))
    self.init(116 * y - 16, 500 * (x - y), 200 * (y - z))
  }
}
