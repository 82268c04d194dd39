import Color
import Composition

/// Colours that a person has put into roles; they stay there exactly.
public struct RoleLocks: Hashable, Sendable {
  public var background: SRGB?
  public var text: SRGB?
  public var accent: SRGB?

  public init(background: SRGB? = nil, text: SRGB? = nil, accent: SRGB? = nil) {
    self.background = background
    self.text = text
    self.accent = accent
  }
}

/// A palette made of a list of colours, and how far they had to move.
public struct RoleAssignment: Sendable {
  public let palette: Palette
  /// OKLab distances that background, accent, and text and surface if taken from the list, were moved by.
  public let shifts: [Double]
}

/// Gives roles to two to eight colours.
///
/// Every choice of background, accent, and of text and surface (from the list, or made from the background) is
/// scored: how far it must be repaired, a quiet background, an accent that stands out, a surface near the
/// background. The best one is repaired in lightness at fixed hue. What has no role leads the inks, in list order.
///
/// - Throws: `PaletteFailure` with the pair and the best value that can be reached, if `locks` make it impossible.
public func assignRoles(
  to colors: [SRGB], locks: RoleLocks = RoleLocks()
) throws(PaletteFailure) -> RoleAssignment {
  precondition((2...8).contains(colors.count), "roles are for 2...8 colours, not \(colors.count)")
  let table = RoleTable(colors.map(\.quantized))
  let best = table.best(locks)
  let ground = locks.background?.quantized ?? table.colors[best.background]
  let accent = locks.accent?.quantized ?? table.colors[best.accent]
  let text = locks.text?.quantized ?? best.text.map { table.colors[$0] }
  var builder = RoleBuilder(background: ground, accent: accent, inks: table.inks(best), text: text)
  builder.surface = best.surface.map { table.colors[$0] }
  builder.isGenerous = false
  builder.locked = [locks.background, locks.text, locks.accent].compactMap { $0?.quantized }
  let palette = try builder.palette()
  var moved = [(ground, palette.background), (accent, palette.accent)]
  if let text { moved.append((text, palette.text)) }
  if let surface = builder.surface { moved.append((surface, palette.surface)) }
  return RoleAssignment(
    palette: palette, shifts: moved.map { OKLab($0.0).distance(to: OKLab($0.1)) })
}

/// What is known of every colour of a list, so that assignments are scored by look-ups.
private struct RoleTable {
  struct Choice {
    var background = 0
    var accent = 1
    var text: Int?
    var surface: Int?
  }

  let colors: [SRGB]
  private let sights: [Sight]
  private let places: [OKLCH]
  /// How far a colour must move in lightness before text stands on it.
  private let groundShift: [Double]

  init(_ colors: [SRGB]) {
    self.colors = colors
    sights = colors.map(Sight.init)
    places = colors.map { OKLCH($0) }
    groundShift = zip(colors, places).map { color, place in
      abs(OKLCH(RoleRepair.ground(color)).lightness - place.lightness)
    }
  }

  func best(_ locks: RoleLocks) -> Choice {
    var best = (cost: Double.infinity, choice: Choice())
    let all = colors.indices
    for b in all {
      for a in all where a != b {
        let pair = ground(b) + accent(a, on: b)
        for t in [nil] + all.map(Optional.some) where t == nil || t != a && t != b {
          let withText = pair + text(t, on: b)
          guard withText < best.cost else { continue }
          for s in [nil] + all.map(Optional.some) where s == nil || s != a && s != b && s != t {
            let cost = withText + surface(s, beside: b)
            if cost < best.cost { best = (cost, Choice(background: b, accent: a, text: t, surface: s)) }
          }
        }
      }
    }
    return best.choice
  }

  /// Repair counts most; grounds above 0.04 of chroma are no neutrals.
  private func ground(_ b: Int) -> Double { 8 * groundShift[b] + 3 * max(0, places[b].chroma - 0.04) }

  /// The accent should have chroma and distance, and need no move: luminance steps stand for repairs.
  private func accent(_ a: Int, on b: Int) -> Double {
    let pull = places[a].chroma * places[a].lab.distance(to: places[b].lab)
    return 6 * lack(sights[a].margin(on: sights[b], RoleRules.accent)) - 6 * pull
  }

  /// Text from the list is welcome only where it reads as it is.
  private func text(_ t: Int?, on b: Int) -> Double {
    guard let t else { return 0.1 }
    let margin = min(
      sights[t].margin(on: sights[b], RoleRules.text), sights[t].perceptualMargin(on: sights[b]))
    return 8 * lack(margin) + places[t].chroma
  }

  private func surface(_ s: Int?, beside b: Int) -> Double {
    guard let s else { return 0.05 }
    let step = places[s].lab.distance(to: places[b].lab)
    return step < 0.12 ? 0.3 * abs(step - 0.06) : 1 + step
  }

  /// 0 if a demand holds, else about the lightness that is missing.
  private func lack(_ margin: Double) -> Double { margin >= 1 ? 0 : 1 - margin }

  func inks(_ choice: Choice) -> [SRGB] {
    colors.indices.filter { $0 != choice.background && $0 != choice.surface && $0 != choice.text }.map {
      colors[$0]
    }
  }
}
