extension OKLCH {
  /// Linear sRGB of this colour if the gamut holds it, else of the one with less chroma on its surface.
  ///
  /// Ray tracing (F. Muse for CSS Color 4, 2024): the ray from the grey of the same lightness towards the
  /// colour, straight in linear light, meets the cube; the hit is put back on the line of constant lightness
  /// and hue in OKLab, which curves, and the next ray aims there. oklch(70% .4 150) becomes #00be58.
  ///
  /// The published four rays leave up to 3.2 degrees of hue in the blues (measured); up to eight leave 0.6,
  /// and lightness within 0.0001. Lightness is taken as 0...1: beyond its ends all is black or white.
  public var inGamut: LinearRGB {
    let asked = lab.linear
    if asked.isInGamut() { return asked }
    let grey = OKLab(lightness, 0, 0).linear.vector.clamped(lowerBound: .zero, upperBound: .one)
    guard lightness > 1e-6, lightness < 1 - 1e-6 else { return LinearRGB(grey) }
    let direction = OKLCH(0, 1, hue).lab
    var anchor = grey
    var hit = Self.surface(from: anchor, towards: asked.vector)
    for _ in 1..<8 {
      let chroma = OKLab(LinearRGB(hit)).chroma
      let target = OKLab(lightness, direction.a * chroma, direction.b * chroma).linear.vector
      if (target - hit).isShort { break }
      hit = Self.surface(from: anchor, towards: target)
      // A target inside the cube is a better place to start from than the grey.
      if LinearRGB(target).isInGamut(tolerance: -1e-12) { anchor = target }
    }
    return LinearRGB(hit)
  }

  /// Where the ray from a point of the unit cube through `target` leaves it (slabs, Kay and Kajiya 1986).
  private static func surface(from start: SIMD3<Double>, towards target: SIMD3<Double>) -> SIMD3<Double> {
    let step = target - start
    var exit = Double.infinity
    for i in 0..<3 where abs(step[i]) > 1e-15 {
      exit = min(exit, ((step[i] > 0 ? 1 : 0) - start[i]) / step[i])
    }
    return exit.isFinite ? (start + step * exit).clamped(lowerBound: .zero, upperBound: .one) : start
  }
}

extension OKLab {
  /// Distance from grey.
  var chroma: Double { (a * a + b * b).squareRoot() }
}

extension LinearRGB {
  init(_ v: SIMD3<Double>) { self.init(v.x, v.y, v.z) }
  var vector: SIMD3<Double> { [red, green, blue] }
}

extension SIMD3<Double> {
  /// Less than a millionth of an 8-bit code's smallest step in linear light: nothing in blacks too.
  fileprivate var isShort: Bool { abs(x) < 1e-10 && abs(y) < 1e-10 && abs(z) < 1e-10 }
}
