import Color
import Composition

/// Moves colours in lightness, at their own hue, just as far as the demands on them ask.
enum RoleRepair {
  /// `color`, or the nearest of its hue in lightness that fulfils all demands.
  ///
  /// Away from the first ground first; if black and white both fail, the failure names the pair and the best
  /// that any lightness of this hue reaches.
  static func reach(_ color: SRGB, _ demands: [Demand]) throws(PaletteFailure) -> SRGB {
    let start = Sight(color)
    if holds(start, demands) { return start.color }
    let tone = OKLCH(start.color)
    let lighter = start.lightness >= demands[0].ground.lightness
    for end in lighter ? [1.0, 0.0] : [0.0, 1.0] {
      if let found = search(tone, towards: end, demands) { return found }
    }
    throw failure(color, demands)
  }

  /// An accent that stands on its ground and that white or black stands on: the nearest in lightness, either way.
  ///
  /// In the middle of the scale neither white nor black may reach 4.5:1 in every eye, so the search walks outwards
  /// instead of bisecting.
  static func accent(_ color: SRGB, _ demand: Demand) throws(PaletteFailure) -> SRGB {
    let start = Sight(color)
    if serves(start, demand) { return start.color }
    let tone = OKLCH(start.color)
    for step in 1...128 {
      for side in [1.0, -1.0] {
        let lightness = tone.lightness + side * Double(step) / 128
        guard (0...1).contains(lightness) else { continue }
        let candidate = Sight(OKLCH(lightness, tone.chroma, tone.hue).srgb)
        if serves(candidate, demand) { return candidate.color }
      }
    }
    throw failure(color, [demand])
  }

  private static func serves(_ paint: Sight, _ demand: Demand) -> Bool {
    guard demand.margin(paint) >= 1 else { return false }
    return max(Self.black.margin(on: paint, RoleRules.text), white.margin(on: paint, RoleRules.text)) >= 1
  }

  static func holds(_ color: Sight, _ demands: [Demand]) -> Bool {
    demands.allSatisfy { $0.margin(color) >= 1 }
  }

  /// Bisection to 1/1024 of lightness; `holds` fulfils the demands at every step.
  private static func search(_ tone: OKLCH, towards end: Double, _ demands: [Demand]) -> SRGB? {
    var found = Sight(OKLCH(end, tone.chroma, tone.hue).srgb)
    guard Self.holds(found, demands) else { return nil }
    var (fails, holds) = (tone.lightness, end)
    while abs(holds - fails) > 1.0 / 1024 {
      let middle = (fails + holds) / 2
      let candidate = Sight(OKLCH(middle, tone.chroma, tone.hue).srgb)
      if Self.holds(candidate, demands) {
        (holds, found) = (middle, candidate)
      } else {
        fails = middle
      }
    }
    return found.color
  }

  /// Names the demand that black and white fulfil least, with the better of the two.
  static func failure(_ color: SRGB, _ demands: [Demand]) -> PaletteFailure {
    let ends = [Sight(.black), Sight(.white)]
    func best(_ d: Demand) -> Double { ends.map { d.margin($0) }.max()! }
    let worst = demands.min { best($0) < best($1) }!
    let perceptual = worst.isText && ends.contains { $0.margin(on: worst.ground, worst.ratio) >= 1 }
    let reached =
      perceptual
      ? best(worst) * RoleRules.textPerceptual
      : ends.map { contrastRatio($0.color, worst.ground.color) }.max()!
    return PaletteFailure(
      first: worst.role, second: worst.groundRole, colors: (color.hex, worst.ground.color.hex),
      needed: perceptual ? RoleRules.textPerceptual : worst.ratio, best: reached,
      unit: perceptual ? "Lc" : ":1")
  }

  /// A ground that text can stand on: the nearest lightness at which `ink` or white fulfils the rules for text.
  static func ground(_ color: SRGB) -> SRGB {
    let tone = OKLCH(color)
    if carriesText(Sight(color)) { return color.quantized }
    var best: (shift: Double, color: SRGB)?
    for end in [0.0, 1.0] {
      var (fails, holds) = (tone.lightness, end)
      var found = OKLCH(end, tone.chroma, tone.hue).srgb
      while abs(holds - fails) > 1.0 / 1024 {
        let middle = (fails + holds) / 2
        let candidate = OKLCH(middle, tone.chroma, tone.hue).srgb
        if carriesText(Sight(candidate)) {
          (holds, found) = (middle, candidate)
        } else {
          fails = middle
        }
      }
      let shift = abs(holds - tone.lightness)
      if shift < best?.shift ?? .infinity { best = (shift, found.quantized) }
    }
    return best!.color
  }

  /// True if white, or a black with a trace of colour, reads on this ground.
  static func carriesText(_ ground: Sight) -> Bool {
    let ends = ground.lightness < 0.3 ? [Self.white] : [Self.ink, Self.white]
    return ends.contains { $0.margin(on: ground, 5) >= 1 && $0.perceptualMargin(on: ground) >= 1.01 }
  }

  private static let white = Sight(.white)
  private static let black = Sight(.black)
  private static let ink = Sight(SRGB(0.05, 0.05, 0.05))
}
