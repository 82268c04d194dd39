import Color
import Composition

/// Turns a ground, inks and an accent into a palette whose contrast rules hold: the one place where roles are made.
struct RoleBuilder {
  /// Inks nearer than this to the ground, or to each other, would not show (OKLab distance).
  static let inkDistance = 0.1

  var background: SRGB
  var accent: SRGB
  var inks: [SRGB]
  /// Colours that must stay exactly as they are.
  var locked: [SRGB] = []
  /// The text colour to start from; by default near white or near black, tinted by the background.
  var text: SRGB?
  /// The field beside the background; by default a step of the background's own tone.
  var surface: SRGB?
  /// True if text must start with room to spare, 7:1 where the ground allows it.
  var isGenerous = true

  func palette() throws(PaletteFailure) -> Palette {
    let wanted = background.quantized
    let ground = Sight(locked.contains(wanted) ? wanted : RoleRepair.ground(wanted))
    let dark = ground.lightness < 0.18
    let tone = OKLCH(ground.color)
    let start = self.text ?? OKLCH(dark ? 0.95 : 0.24, min(0.035, tone.chroma), tone.hue).srgb
    let text = try reach(generous(start, ground), "text", [("background", ground, true)])
    let surface = Sight(field(ground.color, dark, under: text))
    let both = [("background", ground, false), ("surface", surface, false)]
    let muted = try reach(text.mixed(with: ground.color, 0.32), "muted", both)
    let accent = try signal(on: ground)
    let paint = Sight(accent)
    return Palette(
      background: ground.color, surface: surface.color, text: text, muted: muted, accent: accent,
      onAccent: try reach(onAccent(paint, tone), "onAccent", [("accent", paint, false)]),
      border: ground.color.mixed(with: text, 0.22).quantized,
      inks: distinct(inks + [accent], on: ground.color))
  }

  /// White or a deep tint of the ground, whichever reads on the accent with less of a shift.
  private func onAccent(_ paint: Sight, _ tone: OKLCH) -> SRGB {
    let ink = OKLCH(0.2, min(0.04, tone.chroma), tone.hue).srgb.quantized
    let white = Sight(.white).margin(on: paint, RoleRules.text)
    if paint.lightness <= 0.3, white >= 1 { return .white }
    return white > Sight(.black).margin(on: paint, RoleRules.text) ? .white : ink
  }

  /// The accent: as asked, if it stands on the ground after a small shift; else the ink that signals best.
  ///
  /// Yellow on paper is why: dark enough to read there it turns to mud. It stays among the inks as it is.
  private func signal(on ground: Sight) throws(PaletteFailure) -> SRGB {
    let demand = Demand(
      role: "accent", groundRole: "background", ground: ground, ratio: RoleRules.accent)
    if locked.contains(accent) {
      return try reach(accent, "accent", [("background", ground, false)], demand.ratio)
    }
    let place = OKLab(accent)
    let first = try RoleRepair.accent(accent, demand)
    let turnsToMud = OKLCH(accent).hue > 62 && OKLCH(accent).hue < 122 && ground.lightness > 0.4
    guard turnsToMud, OKLab(first).distance(to: place) > 0.06 else { return first }
    var best: (pull: Double, color: SRGB)?
    for ink in inks.map(\.quantized) where demand.margin(Sight(ink)) >= 1 {
      let c = OKLCH(ink)
      let pull = c.chroma * c.lab.distance(to: OKLab(ground.color))
      if c.chroma > 0.075, pull > best?.pull ?? 0, let held = try? RoleRepair.accent(ink, demand), held == ink
      {
        best = (pull, ink)
      }
    }
    return best?.color ?? first
  }

  /// Repairs free colours; locked ones hold or fail.
  private func reach(
    _ color: SRGB, _ role: String, _ grounds: [(name: String, sight: Sight, isText: Bool)],
    _ ratio: Double = RoleRules.text
  ) throws(PaletteFailure) -> SRGB {
    let demands = grounds.map {
      Demand(role: role, groundRole: $0.name, ground: $0.sight, ratio: ratio, isText: $0.isText)
    }
    guard locked.contains(color) else { return try RoleRepair.reach(color, demands) }
    for demand in demands where demand.margin(Sight(color)) < 1 {
      throw PaletteFailure(
        first: role, second: demand.groundRole, colors: (color.hex, demand.ground.color.hex), needed: ratio,
        best: contrastRatio(color, demand.ground.color), unit: ":1")
    }
    return color
  }

  /// The starting text moved to 7:1, if the ground allows as much; grounds of middle lightness do not.
  private func generous(_ start: SRGB, _ ground: Sight) -> SRGB {
    guard isGenerous, !locked.contains(start) else { return start }
    let demand = Demand(role: "text", groundRole: "background", ground: ground, ratio: 7)
    return (try? RoleRepair.reach(start, [demand])) ?? start
  }

  /// The surface: as asked, or a step from the ground; nearer to the ground if text would not read on it.
  private func field(_ ground: SRGB, _ dark: Bool, under text: SRGB) -> SRGB {
    let l = OKLCH(ground).lightness
    let step = max(0.05, min(0.98, l + (dark ? 0.055 : -0.045)))
    let wanted = surface ?? ground.withLightness(step)
    let ink = Sight(text)
    for share in [1, 0.75, 0.5, 0.25] {
      let candidate = ground.mixed(with: wanted, share).quantized
      // Muted text, quieter than text, must have a lightness left to stand at.
      if ink.margin(on: Sight(candidate), RoleRules.text * 1.05) >= 1 { return candidate }
    }
    return ground
  }

  /// Locked inks as they are; others only if they show on the ground and differ from those before.
  private func distinct(_ inks: [SRGB], on ground: SRGB) -> [SRGB] {
    var kept: [SRGB] = []
    var labs = [OKLab(ground)]
    for ink in inks.map(\.quantized) where kept.count < 5 && !kept.contains(ink) {
      let lab = OKLab(ink)
      let differs = labs.allSatisfy { lab.distance(to: $0) >= Self.inkDistance }
      guard differs || locked.contains(ink) && ink != ground else { continue }
      kept.append(ink)
      labs.append(lab)
    }
    let fallback = ground.luminance < 0.18 ? [0.92, 0.72, 0.5] : [0.25, 0.45, 0.62]
    for lightness in fallback where kept.count < 3 {
      let c = OKLCH(ground)
      kept.append(OKLCH(lightness, min(0.03, c.chroma + 0.01), c.hue).srgb.quantized)
    }
    return kept
  }
}

extension RoleBuilder {
  /// Puts locked colours where they serve best: as the ground if they are of its kind, else as leading inks.
  mutating func apply(locks: [SRGB]) {
    guard !locks.isEmpty else { return }
    let wanted = OKLCH(background).lightness
    var free = locks.map(\.quantized)
    if let index = free.firstIndex(where: {
      abs(OKLCH($0).lightness - wanted) < 0.14 && RoleRepair.carriesText(Sight($0))
    }) {
      background = free.remove(at: index)
    }
    lead(with: locks)
    // On paper a deep locked colour also sets the type.
    let ground = Sight(background)
    if let deep = free.first(where: { Sight($0).carries(on: ground) }) { text = deep }
  }

  /// Keeps locked colours as they are, and puts those that are not the ground first among the inks, in their order.
  mutating func lead(with locks: [SRGB]) {
    locked = locks.map(\.quantized)
    let free = locked.filter { $0 != background }
    inks = free + inks.filter { !free.contains($0) }
  }
}
