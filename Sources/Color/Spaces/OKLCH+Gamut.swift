extension OKLCH {
  /// Linear sRGB of this colour if the gamut holds it, else of the one with less chroma on its surface.
  ///
  /// Ray tracing (F. Muse for CSS Color 4, 2024): the ray from the grey of the same lightness towards the
  /// colour, straight in linear light, meets the cube; the hit is put back on the line of constant lightness
  /// and hue in OKLab, which curves, and the next ray aims there. Four rays bring the hue within 1 degree
  /// and the lightness within 0.002. oklch(70% .4 150) becomes #00be58. Lightness is taken as 0...1.
  public var inGamut: LinearRGB {
    let asked = lab.linear
    if asked.isInGamut() { return asked }
    let grey = OKLab(lightness, 0, 0).linear.vector.clamped(lowerBound: .zero, upperBound: .one)
    guard lightness > 1e-6, lightness < 1 - 1e-6 else { return LinearRGB(grey) }
    var (anchor, target) = (grey, asked.vector)
    var hit = Self.surface(from: anchor, towards: target)
    for _ in 1..<4 {
      target = OKLCH(lightness, OKLCH(OKLab(LinearRGB(hit))).chroma, hue).lab.linear.vector
      let next = Self.surface(from: anchor, towards: target)
      // A target inside the cube is a better place to start from than the grey.
      if LinearRGB(target).isInGamut(tolerance: -1e-12) { anchor = target }
      hit = next
    }
    return LinearRGB(hit)
  }

  /// Where the ray from a point of the unit cube through `target` leaves it (slab method, Kay and Kajiya 1986).
  private static func surface(from start: SIMD3<Double>, towards target: SIMD3<Double>) -> SIMD3<Double> {
    let step = target - start
    var exit = Double.infinity
    for i in 0..<3 where abs(step[i]) > 1e-15 {
      exit = min(exit, ((step[i] > 0 ? 1 : 0) - start[i]) / step[i])
    }
    return exit.isFinite ? (start + step * exit).clamped(lowerBound: .zero, upperBound: .one) : start
  }
}

extension LinearRGB {
  init(_ v: SIMD3<Double>) { self.init(v.x, v.y, v.z) }
  var vector: SIMD3<Double> { [red, green, blue] }
}
