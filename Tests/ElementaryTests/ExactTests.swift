import Elementary
import Glibc
import Testing

/// A small generator of its own, so that this test leans on nothing but the module it checks.
private struct Numbers {
  var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  mutating func unit() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) * 0x1p-53
  }

  mutating func next(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * unit()
  }
}

/// Relative difference, absolute below 1e-300 so that subnormal results do not divide by next to nothing.
private func error(_ found: Double, _ wanted: Double) -> Double {
  if found == wanted || (found.isNaN && wanted.isNaN) { return 0 }
  return (found - wanted).magnitude / max(wanted.magnitude, 1e-300)
}

private func worst(
  _ range: ClosedRange<Double>, _ own: (Double) -> Double, _ other: (Double) -> Double
) -> Double {
  var numbers = Numbers()
  var largest = 0.0
  for _ in 0..<200_000 {
    let x = numbers.next(range)
    largest = max(largest, error(own(x), other(x)))
  }
  return largest
}

@Suite struct ExactTests {
  @Test(arguments: [1.0, 10, 1000, 1e6])
  func anglesMatchTheCLibrary(limit: Double) {
    #expect(worst(-limit...limit, Exact.sin, Glibc.sin) < 2e-15)
    #expect(worst(-limit...limit, Exact.cos, Glibc.cos) < 2e-15)
    #expect(worst(-limit...limit, Exact.tan, Glibc.tan) < 4e-15)
  }

  @Test func sincosIsSinAndCos() {
    var numbers = Numbers()
    for _ in 0..<100_000 {
      let x = numbers.next(-1e4...1e4)
      let both = Exact.sincos(x)
      #expect(both.sin == Exact.sin(x) && both.cos == Exact.cos(x))
    }
  }

  @Test func anglesNearMultiplesOfPiKeepTheirDigits() {
    var largest = 0.0
    for k in -600_000...600_000 {
      let x = Double(k) * (Double.pi / 2)
      largest = max(largest, (Exact.sin(x) - Glibc.sin(x)).magnitude)
      largest = max(largest, (Exact.cos(x) - Glibc.cos(x)).magnitude)
    }
    #expect(largest < 5e-16)
  }

  @Test func hugeAnglesStayBounded() {
    for x in [1e7, -1e15, 1e300, Double.greatestFiniteMagnitude] {
      #expect(Exact.sin(x).magnitude <= 1 && Exact.cos(x).magnitude <= 1)
    }
    #expect(Exact.sin(Double.infinity).isNaN && Exact.cos(Double.nan).isNaN)
  }

  @Test func arcFunctionsMatchTheCLibrary() {
    #expect(worst(-1...1, Exact.asin, Glibc.asin) < 1e-14)
    #expect(worst(-1...1, Exact.acos, Glibc.acos) < 1e-14)
    #expect(worst(-100...100, Exact.atan, Glibc.atan) < 2e-15)
    var numbers = Numbers()
    var largest = 0.0
    for _ in 0..<200_000 {
      let y = numbers.next(-1...1) * Glibc.exp2(numbers.next(-40...40))
      let x = numbers.next(-1...1) * Glibc.exp2(numbers.next(-40...40))
      largest = max(largest, error(Exact.atan2(y, x), Glibc.atan2(y, x)))
    }
    #expect(largest < 2e-15)
  }

  @Test func arcTangentAtTheEdges() {
    let edges = [0.0, -0.0, 1, -1, .infinity, -.infinity, 1e308, -1e308, 0x1p-1074, .nan]
    for y in edges {
      for x in edges {
        let found = Exact.atan2(y, x)
        let wanted = Glibc.atan2(y, x)
        #expect(error(found, wanted) < 1e-15, "atan2(\(y), \(x)) gave \(found), not \(wanted)")
        #expect(found.isNaN || found.sign == wanted.sign)
      }
    }
  }

  @Test func exponentialsMatchTheCLibrary() {
    #expect(worst(-1...1, Exact.exp, Glibc.exp) < 1e-15)
    #expect(worst(-700...700, Exact.exp, Glibc.exp) < 1e-15)
    #expect(worst(-1000...1000, Exact.exp2, Glibc.exp2) < 1e-15)
    for power in -1074...1023 { #expect(Exact.exp2(Double(power)) == Glibc.exp2(Double(power))) }
    #expect(Exact.exp(710.0) == .infinity && Exact.exp(-750.0) == 0 && Exact.exp(0.0) == 1)
    #expect(Exact.exp(709.7) < .infinity && Exact.exp(-745.0) > 0 && Exact.exp(Double.nan).isNaN)
  }

  @Test func logarithmsMatchTheCLibrary() {
    #expect(worst(0.5...2, Exact.log, Glibc.log) < 2e-15)
    #expect(worst(0...1e9, Exact.log, Glibc.log) < 1e-15)
    #expect(worst(0...1e-300, Exact.log, Glibc.log) < 1e-15)
    #expect(worst(0...0x1p-1028, Exact.log, Glibc.log) < 1e-15)
    #expect(worst(0...100, Exact.log2, Glibc.log2) < 2e-15)
    for power in -1074...1023 { #expect(Exact.log2(Glibc.exp2(Double(power))) == Double(power)) }
    #expect(Exact.log(0.0) == -.infinity && Exact.log(-1.0).isNaN && Exact.log(Double.infinity) == .infinity)
  }

  @Test func cubeRootsMatchTheCLibrary() {
    #expect(worst(-8...8, Exact.cbrt, Glibc.cbrt) < 1e-15)
    #expect(worst(0...1e300, Exact.cbrt, Glibc.cbrt) < 1e-15)
    #expect(worst(0...0x1p-1029, Exact.cbrt, Glibc.cbrt) < 1e-15)
    var x = 1e-12
    while x < 1e12 {
      #expect(error(Exact.cbrt(x), Glibc.cbrt(x)) < 1e-15)
      x *= 1.000_37
    }
  }
}

@Suite struct ExactPowerTests {
  @Test func powersMatchTheCLibrary() {
    var numbers = Numbers()
    var largest = (usual: 0.0, steep: 0.0)
    for _ in 0..<200_000 {
      let base = numbers.next(0...4)
      let exponent = numbers.next(-6...6)
      largest.usual = max(largest.usual, error(Exact.pow(base, exponent), Glibc.pow(base, exponent)))
      let steep = numbers.next(-300...300)
      let wanted = Glibc.pow(base, steep)
      if wanted.isNormal { largest.steep = max(largest.steep, error(Exact.pow(base, steep), wanted)) }
    }
    #expect(largest.usual < 2e-14)
    #expect(largest.steep < 1e-12)
  }

  @Test func powersAtTheEdges() {
    let bases = [0.0, -0.0, 1, -1, 2, -2, -8, 0.5, .infinity, -.infinity, .nan]
    let exponents = [0.0, -0.0, 1, -1, 0.5, -0.5, 3, -3, 65, 66, -65, -66, 1e20, .infinity, -.infinity]
    for base in bases {
      for exponent in exponents where !(base == -1 && exponent.isInfinite) {
        let found = Exact.pow(base, exponent)
        let wanted = Glibc.pow(base, exponent)
        #expect(error(found, wanted) < 1e-13, "pow(\(base), \(exponent)) gave \(found), not \(wanted)")
      }
    }
  }

  @Test func smallWholePowersAreProducts() {
    var numbers = Numbers()
    for _ in 0..<1000 {
      let x = numbers.next(-3...3)
      #expect(Exact.pow(x, 2) == x * x && Exact.pow(x, 1) == x && Exact.pow(x, 0) == 1)
    }
  }

  /// Bit patterns recorded once: they must be the same on every machine and in every release.
  @Test func bitsNeverMove() {
    var digest: UInt64 = 0
    var numbers = Numbers()
    for _ in 0..<10_000 {
      let x = numbers.next(-50...50)
      for value in [
        Exact.sin(x), Exact.cos(x), Exact.exp(x), Exact.log(x.magnitude), Exact.cbrt(x),
        Exact.atan2(x, 3), Exact.pow(x.magnitude, 1 / 2.4),
      ] {
        digest = (digest ^ value.bitPattern) &* 0x9E37_79B9_7F4A_7C15
        digest ^= digest >> 32
      }
    }
    #expect(digest == 13_946_887_561_242_336_358)
  }
}

@Suite struct BlendTests {
  @Test func mixMeetsBothEnds() {
    #expect(mix(0.1, 0.7, 0) == 0.1 && mix(0.1, 0.7, 1) == 0.7 && mix(2.0, 4.0, 0.5) == 3)
  }

  @Test func smoothstepIsFlatAtItsEnds() {
    #expect(smoothstep(2, 4, 1) == 0 && smoothstep(2, 4, 3) == 0.5 && smoothstep(2, 4, 9) == 1)
    #expect(smoothstep(4, 2, 1) == 1 && smoothstep(0, 1, 1e-4) < 1e-7)
  }

  @Test func clampHoldsBothSides() {
    #expect(clamp(5, 0...3) == 3 && clamp(-5, 0...3) == 0 && clamp(2, 0...3) == 2)
    #expect(unmix(2, 4, 3) == 0.5)
  }
}
