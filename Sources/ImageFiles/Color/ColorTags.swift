import Raster

/// What a file says of its colours.
enum ColorTags: Equatable, Sendable {
  /// sRGB, or nothing.
  case standard
  /// An ICC profile.
  case profile([UInt8])
  /// The exponent that decodes a sample; CIE xy of white, red, green and blue if the file gives them.
  case gamma(exponent: Double, chromaticities: [Double]?)

  /// How rows become sRGB. A profile that is broken, or that describes another kind of samples, is passed
  /// over, as browsers do.
  func conversion(for layout: RowLayout) -> RowConversion {
    let fallback: RowConversion =
      if case .cmyk(let isInverted) = layout.model { .plainInks(isInverted: isInverted) } else { .none }
    switch self {
    case .standard: return fallback
    case .profile(let bytes):
      guard let profile = ColorProfile(bytes), profile.fits(layout.model) else { return fallback }
      return Self.conversion(profile, layout) ?? fallback
    case .gamma(let exponent, let chromaticities):
      return Self.conversion(exponent, chromaticities, layout) ?? fallback
    }
  }

  private static func conversion(_ profile: borrowing ColorProfile, _ layout: RowLayout) -> RowConversion? {
    let last = layout.isDeep ? 65535 : 255
    switch layout.model {
    case .grey: return profile.greyCurve(last: last).map { grey($0) }
    case .rgb:
      if let shaper = profile.shaper(last: last) {
        return shaper.isSRGB ? RowConversion.none : .shaper(shaper)
      }
      return TableTransform(from: profile, layout).map { .tables($0) }
    case .cmyk: return TableTransform(from: profile, layout).map { .tables($0) }
    }
  }

  /// sRGB codes of grey by its linear light.
  private static func grey(_ light: [Float]) -> RowConversion {
    let codes = light.map { light.count == 256 ? UInt16(DeepTransfer.byte($0)) : DeepTransfer.code($0) }
    // As for colours: a curve that no 8-bit step tells from sRGB's is sRGB's.
    let scale = light.count == 256 ? 257 : 1
    let isSRGB = codes.indices.allSatisfy { abs(Int(codes[$0]) - $0) * scale <= 192 }
    return isSRGB ? .none : .grey(codes)
  }

  private static let sRGBPoints = [0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06]

  /// Browsers apply `gAMA`, so people expect it. 1/2.2 is what the PNG standard tells writers of sRGB to add for
  /// old readers: with sRGB's primaries it means sRGB.
  private static func conversion(
    _ exponent: Double, _ chromaticities: [Double]?, _ layout: RowLayout
  ) -> RowConversion? {
    let points = chromaticities ?? sRGBPoints
    let isNear = zip(points, sRGBPoints).allSatisfy { abs($0 - $1) < 0.005 }
    if isNear, abs(exponent - 2.2) < 0.05 { return RowConversion.none }
    let pairs = (0..<4).map { (points[2 * $0], points[2 * $0 + 1]) }
    guard
      let profile = ColorProfile(white: pairs[0], primaries: Array(pairs.dropFirst()), exponent: exponent),
      let shaper = profile.shaper(last: layout.isDeep ? 65535 : 255, hasSRGBPrimaries: isNear)
    else { return nil }
    guard layout.model == .grey else { return .shaper(shaper) }
    return grey((0...(layout.isDeep ? 65535 : 255)).map { shaper.light($0, $0, $0).y })
  }
}
