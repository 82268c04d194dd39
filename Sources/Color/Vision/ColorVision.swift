/// How an eye sees colour: which of the three kinds of cone differs.
public enum ColorVision: String, CaseIterable, Sendable {
  /// All three kinds as in most people.
  case normal
  /// Long-wave cones shifted (protanomaly) or absent (protanopia): reds darken; about 1 man in 50.
  case protan
  /// Medium-wave cones shifted (deuteranomaly) or absent (deuteranopia): about 1 man in 16.
  case deutan
  /// Short-wave cones weak or absent: blue against green, yellow against pink; rare, and with age.
  case tritan
}

extension LinearRGB {
  /// What a normal eye must be shown to see what another eye sees in this colour.
  ///
  /// Protan and deutan: Machado, Oliveira and Fernandes (2009), whose matrices for severities 0, 0.1 ... 1
  /// are mixed between neighbours. Tritan: Brettel, Viénot and Mollon (1997), see ``TritanPlanes``; that
  /// model knows only the full deficiency, so a lesser severity mixes it with the colour itself. Greys stay.
  ///
  /// Severity runs from 0 (no change) to 1 (the kind of cone is absent); others are mistakes of the caller.
  /// The result may leave 0...1 for strong colours.
  public func seen(by vision: ColorVision, severity: Double = 1) -> LinearRGB {
    precondition((0...1).contains(severity), "severity \(severity) is outside 0...1")
    switch vision {
    case .normal: return self
    case .protan: return LinearRGB(MachadoMatrices.protan(severity) * vector)
    case .deutan: return LinearRGB(MachadoMatrices.deutan(severity) * vector)
    case .tritan:
      let full = TritanPlanes.projected(vector)
      return LinearRGB(vector * (1 - severity) + full * severity)
    }
  }
}

extension SRGB {
  /// The encoded form of ``LinearRGB/seen(by:severity:)``, components limited to 0...1.
  public func seen(by vision: ColorVision, severity: Double = 1) -> SRGB {
    vision == .normal ? self : SRGB(linear.seen(by: vision, severity: severity)).clamped
  }
}
