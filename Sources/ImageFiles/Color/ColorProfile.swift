import CLCMS

/// An open colour profile of Little CMS, closed once.
struct ColorProfile: ~Copyable {
  let handle: cmsHPROFILE

  /// Nil if the bytes are no valid profile.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 128, bytes.count <= Int(UInt32.max),
      let handle = cmsOpenProfileFromMem(bytes, UInt32(bytes.count))
    else { return nil }
    self.handle = handle
  }

  /// An RGB profile from the CIE xy of white, red, green and blue and the exponent that decodes a sample.
  init?(white: (Double, Double), primaries: [(Double, Double)], exponent: Double) {
    var point = cmsCIExyY(x: white.0, y: white.1, Y: 1)
    let colors = primaries.map { cmsCIExyY(x: $0.0, y: $0.1, Y: 1) }
    var triple = cmsCIExyYTRIPLE(Red: colors[0], Green: colors[1], Blue: colors[2])
    guard let curve = cmsBuildGamma(nil, exponent) else { return nil }
    defer { cmsFreeToneCurve(curve) }
    var curves: [OpaquePointer?] = [curve, curve, curve]
    guard let handle = cmsCreateRGBProfile(&point, &triple, &curves) else { return nil }
    self.handle = handle
  }

  deinit { cmsCloseProfile(handle) }

  /// Whether it describes samples of this kind.
  func fits(_ model: RowLayout.Model) -> Bool {
    let space = cmsGetColorSpace(handle)
    return switch model {
    case .grey: space == cmsSigGrayData
    case .rgb: space == cmsSigRgbData
    case .cmyk: space == cmsSigCmykData
    }
  }

  /// Linear light of the codes 0...`last`, from a tone curve of the profile; nil without that curve.
  private func curve(_ tag: cmsTagSignature, last: Int) -> [Float]? {
    guard let raw = cmsReadTag(handle, tag) else { return nil }
    let curve = OpaquePointer(raw)
    return (0...last).map { max(0, min(1, cmsEvalToneCurveFloat(curve, Float($0) / Float(last)))) }
  }

  /// The curve of a grey profile.
  func greyCurve(last: Int) -> [Float]? { curve(cmsSigGrayTRCTag, last: last) }

  /// The three curves and the matrix of an RGB profile that has no other way to say what its samples mean.
  ///
  /// The curves are evaluated in floating point once for every code, and rounded to float32.
  func shaper(last: Int, hasSRGBPrimaries: Bool = false) -> MatrixShaper? {
    guard cmsIsTag(handle, cmsSigAToB0Tag) == 0, cmsIsTag(handle, cmsSigAToB1Tag) == 0,
      let red = curve(cmsSigRedTRCTag, last: last), let green = curve(cmsSigGreenTRCTag, last: last),
      let blue = curve(cmsSigBlueTRCTag, last: last), let columns = colorants
    else { return nil }
    return MatrixShaper(curves: [red, green, blue], columns: hasSRGBPrimaries ? nil : columns)
  }

  /// The XYZ of red, green and blue, adapted to D50.
  private var colorants: [SIMD3<Double>]? {
    let found = [cmsSigRedColorantTag, cmsSigGreenColorantTag, cmsSigBlueColorantTag].compactMap {
      cmsReadTag(handle, $0)?.assumingMemoryBound(to: cmsCIEXYZ.self).pointee
    }
    return found.count == 3 ? found.map { SIMD3($0.X, $0.Y, $0.Z) } : nil
  }
}
