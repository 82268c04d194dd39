import Color
import Composition

/// Turns a ground, inks and an accent into a palette whose contrast rules hold.
struct RoleBuilder {
  /// Text on background and surface.
  static let textRatio = 4.5
  /// The accent on the background: enough for display type and graphics.
  static let accentRatio = 3.0
  /// Inks nearer than this to the ground, or to each other, would not show (OKLab distance).
  static let inkDistance = 0.1

  var background: SRGB
  var accent: SRGB
  var inks: [SRGB]
  /// Colours that must stay exactly as they are.
  var locked: [SRGB] = []
  /// The text colour to start from; by default near white or near black, tinted by the background.
  var text: SRGB?

  func palette() throws(PaletteFailure) -> Palette {
    let ground = background.quantized
    let dark = ground.luminance < 0.18
    let tone = OKLCH(ground)
    let surface = shifted(ground, by: dark ? 0.055 : -0.045)
    let start = self.text ?? OKLCH(dark ? 0.95 : 0.24, min(0.035, tone.chroma), tone.hue).srgb
    let text = try reach(Self.textRatio, reach(7, start, ground), surface)
    let muted = try reach(Self.textRatio, text.mixed(with: ground, 0.32), surface, ground)
    let accent = try locked.contains(self.accent) ? self.accent : reach(Self.accentRatio, self.accent, ground)
    return Palette(
      background: ground, surface: surface, text: text, muted: muted, accent: accent,
      onAccent: try reach(Self.textRatio, accent.luminance > 0.3 ? Self.ink(tone) : .white, accent),
      border: ground.mixed(with: text, 0.22).quantized, inks: distinct(inks + [accent], on: ground))
  }

  private static func ink(_ tone: OKLCH) -> SRGB { OKLCH(0.2, min(0.04, tone.chroma), tone.hue).srgb }

  private func shifted(_ color: SRGB, by delta: Double) -> SRGB {
    color.withLightness(max(0.05, min(0.98, OKLCH(color).lightness + delta))).quantized
  }

  /// `color` moved in lightness until it reaches the ratio on every ground; grounds of one side are assumed.
  private func reach(_ ratio: Double, _ color: SRGB, _ grounds: SRGB...) throws(PaletteFailure) -> SRGB {
    var result = color
    for ground in grounds {
      guard let next = result.reaching(min(ratio, Self.best(on: ground)), against: ground) else {
        throw PaletteFailure("no lightness of \(color.hex) reaches \(ratio):1 on \(ground.hex)")
      }
      result = next
    }
    for ground in grounds where contrastRatio(result, ground) < min(ratio, Self.textRatio) {
      throw PaletteFailure(
        "\(result.hex) reaches only \(contrastRatio(result, ground)):1 on \(ground.hex)")
    }
    return result
  }

  /// The most that black or white reaches on a ground, less a hair; middle grounds hold no 7:1.
  private static func best(on ground: SRGB) -> Double {
    max(contrastRatio(.white, ground), contrastRatio(.black, ground)) * 0.97
  }

  /// Locked inks as they are; others only if they show on the ground and differ from those before.
  private func distinct(_ inks: [SRGB], on ground: SRGB) -> [SRGB] {
    var kept: [SRGB] = []
    for ink in inks.map(\.quantized) where kept.count < 5 && !kept.contains(ink) {
      let lab = OKLab(ink)
      let shows = lab.distance(to: OKLab(ground)) >= Self.inkDistance
      let differs = kept.allSatisfy { lab.distance(to: OKLab($0)) >= Self.inkDistance }
      if shows && differs || locked.contains(ink) && ink != ground { kept.append(ink) }
    }
    let fallback = ground.luminance < 0.18 ? [0.92, 0.72, 0.5] : [0.25, 0.45, 0.62]
    for lightness in fallback where kept.count < 3 {
      let c = OKLCH(ground)
      kept.append(OKLCH(lightness, min(0.06, c.chroma + 0.02), c.hue).srgb.quantized)
    }
    return kept
  }
}

extension RoleBuilder {
  /// Puts locked colours where they serve best: as the ground if they are of its kind, else as leading inks.
  mutating func apply(locks: [SRGB]) {
    guard !locks.isEmpty else { return }
    let ground = OKLCH(background).lightness
    var free = locks.map(\.quantized)
    if let index = free.firstIndex(where: { abs(OKLCH($0).lightness - ground) < 0.14 }) {
      background = free.remove(at: index)
    }
    locked = locks.map(\.quantized)
    inks = free + inks
    // On paper a deep locked colour also sets the type.
    if let deep = free.first(where: { contrastRatio($0, background) >= 7 }) { text = deep }
  }
}
