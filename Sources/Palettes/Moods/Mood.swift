import Color
import Composition
import Elementary

/// How a colour feels on three scales, each about -2...3 with 0 as neither.
///
/// Ou, Luo, Woodcock and Wright, "A study of colour emotion and colour preference, part I" (2004): fitted to
/// observers' judgements of single colours in CIELAB; of a palette, the mean by area.
public struct Mood: Hashable, Sendable {
  /// Warm (positive) or cool.
  public var heat: Double
  /// Active (positive) or passive: distance from a middle grey, above all in chroma.
  public var activity: Double
  /// Heavy (positive) or light: mostly how dark it is.
  public var weight: Double

  public init(heat: Double, activity: Double, weight: Double) {
    self.heat = heat
    self.activity = activity
    self.weight = weight
  }

  /// Of one colour; the studies worked under D65.
  public init(_ c: CIELAB) {
    let (l, a, b) = (c.lightness - 50, c.a - 3, (c.b - 17) / 1.4)
    func cosine(_ degrees: Double) -> Double { Exact.cos(degrees * .pi / 180) }
    let strength = c.chroma > 0 ? Exact.pow(c.chroma, 1.07) : 0
    self.init(
      heat: -0.5 + 0.02 * strength * cosine(c.hue - 50),
      activity: -2.1 + 0.06 * (l * l + a * a + b * b).squareRoot(),
      weight: -1.8 + 0.04 * (100 - c.lightness) + 0.45 * cosine(c.hue - 100))
  }

  /// Of one colour; the studies worked under D65.
  public init(_ c: SRGB) { self.init(CIELAB(daylight: c)) }

  /// Of several colours, each with its share of the area; shares need not sum to 1, but may not all be 0.
  public init(of colors: [(color: SRGB, share: Double)]) {
    let total = colors.reduce(0) { $0 + $1.share }
    precondition(total > 0, "a mood needs an area")
    self.init(heat: 0, activity: 0, weight: 0)
    for (color, share) in colors {
      let mood = Mood(color)
      heat += mood.heat * share / total
      activity += mood.activity * share / total
      weight += mood.weight * share / total
    }
  }

  /// Of a palette in its proportions: ground, then surface with the inks, then the accent.
  public init(_ palette: Palette) {
    let inks = palette.inks.filter { $0 != palette.accent }
    let each = palette.shares.surface / 2 / Double(max(1, inks.count))
    self.init(
      of: [
        (palette.background, palette.shares.background),
        (palette.surface, palette.shares.surface / (inks.isEmpty ? 1 : 2)),
        (palette.accent, palette.shares.accent),
      ] + inks.map { ($0, each) })
  }
}
