import Geometry

/// A line that has been measured at one tracking, and how it grows with tracking: measured at a second one, it is known
/// at all.
///
/// Pango counts in 1/1024 units, and every gap between letters takes the same spacing, so that what follows from two
/// measurements is exactly what a third would give, whichever came first.
struct TrackedLine {
  /// Of a gap, in Pango's units.
  private let spacing: Int32
  private let metrics: LineMetrics
  private enum Growth { case unknown, gaps(Double), uneven }
  private var growth = Growth.unknown

  init(_ metrics: LineMetrics, spacing: Int32) { (self.metrics, self.spacing) = (metrics, spacing) }

  /// The measures at another spacing; nil if they do not follow.
  func metrics(at other: Int32) -> LineMetrics? {
    if other == spacing { return metrics }
    guard case .gaps(let gaps) = growth else { return nil }
    return grown(by: gaps * Double(other - spacing) / 1024)
  }

  /// Takes in a measurement at another spacing.
  mutating func learn(_ second: LineMetrics, spacing other: Int32) {
    guard case .unknown = growth, other != spacing else { return }
    let more = second.advance - metrics.advance
    let gaps = more * 1024 / Double(other - spacing)
    growth = gaps == gaps.rounded() && grown(by: more) == second ? .gaps(gaps) : .uneven
  }

  private func grown(by more: Double) -> LineMetrics {
    let ink = metrics.ink
    return LineMetrics(
      advance: metrics.advance + more, ink: Rect(ink.x, ink.y, ink.width + more, ink.height),
      unknownGlyphs: metrics.unknownGlyphs)
  }
}
