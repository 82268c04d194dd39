import CLCMS

/// A transform of Little CMS from inks, or from an RGB profile with tables, to sRGB.
///
/// Relative colorimetric with black point compensation, as Photoshop's default: colours that sRGB holds stay
/// what they are, white stays white, and shadows keep their steps. Perceptual tables differ from maker to maker.
/// Fixed point and no cache: the bytes depend on neither the machine nor the thread.
final class TableTransform: @unchecked Sendable {
  // Sound: made once, then only read; without its cache Little CMS calls a transform thread-safe.
  private let handle: cmsHTRANSFORM

  /// Nil if the profile lacks what a transform needs.
  init?(from profile: borrowing ColorProfile, _ layout: RowLayout) {
    let flags = UInt32(
      cmsFLAGS_NOCACHE | cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_HIGHRESPRECALC
        | (layout.hasAlpha ? cmsFLAGS_COPY_ALPHA : 0))
    guard let target = cmsCreate_sRGBProfile() else { return nil }
    defer { cmsCloseProfile(target) }
    guard
      let handle = cmsCreateTransform(
        profile.handle, Self.format(layout), target, Self.format(layout.withoutInks),
        UInt32(INTENT_RELATIVE_COLORIMETRIC), flags)
    else { return nil }
    self.handle = handle
  }

  deinit { cmsDeleteTransform(handle) }

  func apply(_ row: UnsafePointer<UInt8>, width: Int, into out: UnsafeMutablePointer<UInt8>) {
    cmsDoTransform(handle, row, out, UInt32(width))
  }

  /// lcms2.h's format word, whose macros do not reach Swift: colour space, flavour, extra, channels, bytes.
  private static func format(_ layout: RowLayout) -> UInt32 {
    var word = UInt32(layout.sampleBytes | layout.colors << 3) | (layout.hasAlpha ? 1 << 7 : 0)
    switch layout.model {
    case .grey: word |= UInt32(PT_GRAY) << 16
    case .rgb: word |= UInt32(PT_RGB) << 16
    case .cmyk(let isInverted): word |= UInt32(PT_CMYK) << 16 | (isInverted ? 1 << 13 : 0)
    }
    return word
  }
}
