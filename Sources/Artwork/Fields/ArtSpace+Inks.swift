import Color
import Composition
import Elementary

extension ArtSpace {
  /// The inks that can carry large forms, the most visible on the ground first; not empty.
  ///
  /// Leaves out what would pass for the accent (so that it stays rare) or for the ground, unless nothing else
  /// is left.
  var inksByVisibility: [SRGB] {
    let clear = inks.filter { visibility($0) > 0.14 }
    let plain = clear.filter { OKLab($0).distance(to: OKLab(accent)) > 0.09 }
    return sortedByVisibility(plain.isEmpty ? (clear.isEmpty ? inks : clear) : plain)
  }

  /// How far a colour stands out from the ground: difference in OKLab, lightness counting double.
  func visibility(_ color: SRGB) -> Double {
    let (p, q) = (OKLab(color), OKLab(ground))
    return OKLab(p.lightness * 2, p.a, p.b).distance(to: OKLab(q.lightness * 2, q.a, q.b))
  }

  private func sortedByVisibility(_ colors: [SRGB]) -> [SRGB] {
    // The index breaks ties, so that equal inks keep their order.
    colors.enumerated().sorted {
      let (v, w) = (visibility($0.element), visibility($1.element))
      return v == w ? $0.offset < $1.offset : v > w
    }.map(\.element)
  }

  /// Where two papers or inks overlap: overprint on light grounds, a clean mixture on dark ones.
  func overlap(_ p: SRGB, _ q: SRGB) -> SRGB {
    if !isDark { return SRGB(p.red * q.red, p.green * q.green, p.blue * q.blue) }
    let (a, b, middle) = (OKLCH(p), OKLCH(q), OKLCH(p.mixed(with: q, 0.5)))
    // Opposite hues cancel when mixed; the chroma of the weaker parent keeps the overlap from going grey.
    return OKLCH(middle.lightness, max(middle.chroma, min(a.chroma, b.chroma) * 0.8), middle.hue).srgb
  }

  /// Ways of colour from the ground to a strong ink, direct or through one other ink, that stay clean between.
  ///
  /// Lightness only rises or only falls along each. Not empty; the strongest contrast first.
  var rampPaths: [InkRamp] {
    let ends = inksByVisibility
    let far = ends.filter { visibility($0) > visibility(ends[0]) * 0.55 }
    var ramps: [InkRamp] = []
    for end in far {
      ramps.append(InkRamp([ground, end]))
      for middle in ends where middle != end { ramps.append(InkRamp([ground, middle, end])) }
    }
    let clean = ramps.filter { $0.isMonotonic && $0.widestTurn < 150 }
    return clean.isEmpty ? [InkRamp([ground, ends[0]])] : clean
  }
}

/// A way through two or more colours with even steps to the eye.
///
/// Lightness and chroma are mixed evenly and hue turns the short way round, so that a blue and a yellow meet in
/// green and not in grey. The stronger chroma leads the hue: near neutrals tint, they do not turn.
struct InkRamp {
  let stops: [SRGB]

  init(_ stops: [SRGB]) { self.stops = stops }

  /// The colour at `t` in 0...1 of the way.
  func color(_ t: Double) -> SRGB {
    let lengths = zip(stops, stops.dropFirst()).map { OKLab($0).distance(to: OKLab($1)) }
    var rest = clamp(t, 0...1) * lengths.reduce(0, +)
    for (index, length) in lengths.enumerated() {
      if rest <= length || index == lengths.count - 1 {
        return Self.mixed(stops[index], stops[index + 1], length > 0 ? clamp(rest / length, 0...1) : 0)
      }
      rest -= length
    }
    return stops[0]
  }

  /// The last stop.
  var end: SRGB { stops[stops.count - 1] }

  private static func mixed(_ p: SRGB, _ q: SRGB, _ t: Double) -> SRGB {
    let (a, b) = (OKLCH(p), OKLCH(q))
    var turn = b.hue - a.hue
    if turn > 180 { turn -= 360 }
    if turn < -180 { turn += 360 }
    let (wa, wb) = ((1 - t) * (a.chroma + 1e-4), t * (b.chroma + 1e-4))
    // A wide turn loses some chroma on the way, or the colours between would outshine both ends.
    let dip = 1 - 0.35 * (abs(turn) / 180) * 4 * t * (1 - t)
    return OKLCH(
      mix(a.lightness, b.lightness, t), mix(a.chroma, b.chroma, t) * dip, a.hue + turn * wb / (wa + wb)
    ).srgb
  }

  /// True if lightness changes in one direction, by a visible amount at every stop.
  var isMonotonic: Bool {
    let steps = zip(stops, stops.dropFirst()).map { OKLab($1).lightness - OKLab($0).lightness }
    return steps.allSatisfy { $0 > 0.06 } || steps.allSatisfy { $0 < -0.06 }
  }

  /// The widest turn of hue between neighbours that both have chroma, in degrees.
  var widestTurn: Double {
    zip(stops, stops.dropFirst()).reduce(0) { widest, pair in
      let (a, b) = (OKLCH(pair.0), OKLCH(pair.1))
      guard min(a.chroma, b.chroma) > 0.05 else { return widest }
      let turn = abs(a.hue - b.hue)
      return max(widest, min(turn, 360 - turn))
    }
  }
}
