import Color
import Composition
import Parameters

/// Hues from the sectors of a template, on a lightness ladder, annealed to a chroma budget and to a mood.
public struct Sectors: PaletteRule {
  public static let name = "sectors"
  public static let summary =
    "hues from the sectors of a template, tuned to a mood and tellable apart by every eye"

  var template = HueTemplate.wideAndOpposite
  var ground = Ground.light
  var hue = 30.0
  var chroma = 0.6
  var heat = 0.0
  var activity = 0.0
  var weight = 0.0

  public static let parameters: [Parameter<Sectors>] = [
    .choice("template", \.template, "which hues stand together: one, neighbours, opposites"),
    .choice("ground", \.ground, "deep, paper or coloured ground"),
    .real("hue", \.hue, 0...360, unit: "degrees", "the key hue in OKLCH"),
    .real("chroma", \.chroma, 0.15...1, "how much chroma the inks may spend"),
    .real("heat", \.heat, -1...1, "cool (-1) to warm (1)"),
    .real("activity", \.activity, -1...1, "passive (-1) to active (1)"),
    .real("weight", \.weight, -1...1, "light (-1) to heavy (1)"),
  ]

  public init() {}

  public func palette(locked: [SRGB], stream: SeedStream) throws(PaletteFailure) -> Palette {
    var stream = stream
    let key = locked.first.map { OKLCH($0) }
    let h = key.map { $0.chroma > 0.02 ? $0.hue : hue } ?? hue
    let seats = Seats(for: ground, hue: h, chroma: chroma)
    var slots = seats.slots(template, key: h, flip: stream.chance(0.5), &stream)
    let rest = Seats.seat(locked, in: &slots)
    var annealer = Annealer(slots, goals, stream: stream)
    let colors = annealer.run()
    var builder = RoleBuilder(
      background: colors[0], accent: colors[4], inks: rest + [colors[1], colors[4], colors[2], colors[3]],
      text: seats.text(h))
    builder.lead(with: locked)
    return try builder.palette()
  }

  private var goals: Goals {
    let typical: (activity: Double, weight: Double) =
      switch ground {
      case .dark: (0.75, 1.4)
      case .light: (0.65, -1.0)
      case .color: (1.0, 0.2)
      }
    return Goals(
      chroma: Float(0.045 + 0.085 * chroma), heat: Float(-0.35 + 1.2 * heat),
      activity: Float(typical.activity + 0.5 * activity), weight: Float(typical.weight + 0.5 * weight))
  }
}
