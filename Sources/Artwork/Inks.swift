import Canvas
import Color
import Composition
import Elementary
import Geometry

extension ArtSpace {
  /// Inks fit for large forms: clear of the ground and of the accent, the leading one first; three or more.
  var formInks: [SRGB] {
    var chosen: [SRGB] = []
    for ink in inks where ink.difference(ground) >= 0.18 && ink.difference(accent) >= 0.1 {
      if !chosen.contains(where: { $0.difference(ink) < 0.05 }) { chosen.append(ink) }
    }
    if chosen.isEmpty { chosen = [ground.furthest(of: inks)] }
    let lead = chosen[0]
    let (near, far) = (OKLCH(lead).lightness, OKLCH(ground).lightness)
    for share in [0.4, 0.65] where chosen.count < 3 {
      chosen.append(lead.withLightness(mix(near, far, share)))
    }
    return chosen
  }

  /// The form inks so that neighbours in the list contrast: the lead, the one furthest from it, then the rest.
  var contrastingInks: [SRGB] {
    var forms = formInks
    let own = forms.dropFirst().filter { inks.contains($0) }
    let second = forms[0].furthest(of: own.isEmpty ? Array(forms.dropFirst()) : own)
    forms.swapAt(1, forms.dropFirst().firstIndex(of: second) ?? 1)
    return forms
  }

  /// Three inks to print over each other: on light grounds the third is a tint of the first, since three full
  /// inks would meet in black.
  var printingInks: [SRGB] {
    let inks = contrastingInks
    // A tint through a coloured ground would turn to mud; there the third ink stays itself.
    let takesTint = !isDark && OKLCH(ground).chroma < 0.07
    return [inks[0], inks[1], takesTint ? inks[0].mixed(with: ground, 0.5) : inks[2]]
  }

  /// The ground, a step lighter on dark grounds and darker on light ones: a field that is felt more than seen.
  var field: SRGB {
    let lightness = OKLCH(ground).lightness
    return ground.withLightness(isDark ? min(1, lightness + 0.085) : max(0, lightness - 0.06))
  }

  /// What printing these inks over each other gives.
  ///
  /// On light grounds each ink filters the light that the ground returns (multiply, relative to the ground). Dark
  /// grounds take no second ink: there it is the mean in OKLab, which glows between its parents.
  func crossing(_ inks: [SRGB]) -> SRGB { isDark ? glow(inks) : overprint(inks) }

  private func overprint(_ inks: [SRGB]) -> SRGB {
    func channel(_ path: KeyPath<SRGB, Double>) -> Double {
      let paper = max(ground[keyPath: path], 0.02)
      return inks.reduce(paper) { $0 * min(1, $1[keyPath: path] / paper) }
    }
    let product = OKLCH(SRGB(channel(\.red), channel(\.green), channel(\.blue)))
    // Two strong inks multiply to black; a little light keeps their hue alive.
    let limit = inks.map { OKLCH($0).chroma }.reduce(0.03, max)
    let lifted = OKLCH(max(product.lightness, 0.23), min(product.chroma, limit), product.hue).srgb
    return parted(lifted, from: inks, step: -0.05)
  }

  private func glow(_ inks: [SRGB]) -> SRGB {
    var mean = OKLab(inks[0])
    for (index, ink) in inks.enumerated().dropFirst() {
      let (lab, t) = (OKLab(ink), 1 / Double(index + 1))
      mean = OKLab(
        mix(mean.lightness, lab.lightness, t), mix(mean.a, lab.a, t), mix(mean.b, lab.b, t))
    }
    // Opposite hues meet in grey: there the stronger ink covers the other instead.
    let strongest = inks.reduce(inks[0]) { OKLCH($1).chroma > OKLCH($0).chroma ? $1 : $0 }
    let chroma = OKLCH(strongest).chroma
    if chroma > 0.05, OKLCH(mean).chroma < chroma * 0.55 { return strongest }
    mean.lightness = clamp(mean.lightness, 0...1)
    return parted(OKLCH(mean).srgb, from: inks, step: -0.06)
  }

  /// `color`, darker by steps until it can be told from each of `inks`.
  private func parted(_ color: SRGB, from inks: [SRGB], step: Double) -> SRGB {
    var result = color
    for _ in 0..<5 where inks.contains(where: { $0.difference(result) < 0.11 }) {
      result = result.withLightness(clamp(OKLCH(result).lightness + step, 0.12...0.96))
    }
    return result
  }
}

extension SRGB {
  /// Difference in OKLab: 0.02 is just visible, 0.2 is plain from across a room.
  func difference(_ other: SRGB) -> Double { OKLab(self).distance(to: OKLab(other)) }

  /// The one of `colors`, which must not be empty, that differs most.
  func furthest(of colors: [SRGB]) -> SRGB {
    colors.reduce(colors[0]) { $1.difference(self) > $0.difference(self) ? $1 : $0 }
  }
}

/// An outline and its ink.
struct InkedForm {
  var path: Path
  var ink: SRGB

  init(_ path: Path, _ ink: SRGB) {
    self.path = path
    self.ink = ink
  }

  func transformed(by m: Affine) -> InkedForm { InkedForm(path.transformed(by: m), ink) }
}

extension ArtSpace {
  /// Forms as inks printed over each other: single inks, then every pair's and every three's common part.
  ///
  /// With `knockout` common parts show the ground (pairs) and the first ink again (threes). O(forms³), for few.
  func printed(_ forms: [InkedForm], knockout: Bool = false) -> [Layer] {
    let forms = knockout ? forms : stacked(forms)
    var layers = [Layer(.artwork, forms.map { .fill($0.path, .color($0.ink)) })]
    let pairs = forms.indices.flatMap { i in forms.indices.filter { $0 > i }.map { (i, $0) } }
      .filter { forms[$0.0].meets(forms[$0.1]) }
    for (i, j) in pairs {
      let color = knockout ? ground : crossing([forms[i].ink, forms[j].ink])
      // The upper form already covers; painting it twice would leave a seam.
      if color != forms[j].ink { layers.append(common([forms[i], forms[j]], color)) }
    }
    for (i, j) in pairs {
      for k in forms.indices where k > j && forms[k].meets(forms[i]) && forms[k].meets(forms[j]) {
        let three = [forms[i], forms[j], forms[k]]
        if !knockout, covers(forms[k], forms[j]) || covers(forms[k], forms[i]) || covers(forms[j], forms[i]) {
          continue
        }
        layers.append(common(three, knockout ? forms[i].ink : crossing(three.map(\.ink))))
      }
    }
    return layers
  }

  /// The same forms, those whose ink covers another's moved above it.
  private func stacked(_ forms: [InkedForm]) -> [InkedForm] {
    var order: [InkedForm] = []
    for form in forms {
      let cover = order.firstIndex { covers($0, form) }
      order.insert(form, at: cover ?? order.count)
    }
    return order
  }

  /// True if the crossing of both shows the upper ink alone.
  private func covers(_ upper: InkedForm, _ lower: InkedForm) -> Bool {
    crossing([upper.ink, lower.ink]) == upper.ink
  }

  /// The part that all forms share.
  private func common(_ forms: [InkedForm], _ color: SRGB) -> Layer {
    Layer(.artwork, clips: forms.dropLast().map(\.path), [.fill(forms[forms.count - 1].path, .color(color))])
  }
}

extension InkedForm {
  fileprivate func meets(_ other: InkedForm) -> Bool {
    guard let a = path.controlBounds, let b = other.path.controlBounds else { return false }
    return a.intersection(b) != nil
  }
}
