/// The faces that stand in for a Latin face in scripts that it lacks: the same on every machine.
///
/// Pango would otherwise take any installed font that has the character, and pictures would differ between machines.
public enum Companions: String, Hashable, Sendable {
  /// Beside faces without serifs.
  case plain
  /// Beside romans, italics and slabs.
  case bookish

  /// Families and the Debian packages that hold them: Hebrew, Arabic, Chinese and Japanese.
  public var families: [(family: String, package: String)] {
    switch self {
    case .plain:
      [
        ("Nachlieli CLM", "culmus"), ("Amiri", "fonts-hosny-amiri"),
        ("IPAexGothic", "fonts-ipaexfont-gothic"),
      ]
    case .bookish:
      [
        ("Frank Ruehl CLM", "culmus"), ("Amiri", "fonts-hosny-amiri"),
        ("IPAexMincho", "fonts-ipaexfont-mincho"),
      ]
    }
  }
}

/// The way a language runs.
public enum WritingDirection: Hashable, Sendable {
  case leftToRight, rightToLeft

  /// The direction of a language given as an ISO 639 code, with or without a region.
  public init(language: String) {
    let code = language.lowercased().prefix { $0 != "-" && $0 != "_" }
    let rightToLeft = ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi"]
    self = rightToLeft.contains(String(code)) ? .rightToLeft : .leftToRight
  }
}

extension Unicode.Scalar {
  /// Letters of Arabic are joined: space between them would tear words apart.
  var isJoined: Bool {
    switch value {
    case 0x600...0x6ff, 0x750...0x77f, 0x8a0...0x8ff, 0xfb50...0xfdff, 0xfe70...0xfeff: true
    default: false
    }
  }
}
