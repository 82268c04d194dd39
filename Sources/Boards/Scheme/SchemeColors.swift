import Color
import Composition
import Materials
import Parameters

/// The colours that a palette lends to what a room is made of.
///
/// Natural finishes keep their own colour; what is painted, dyed or glazed takes one that suits its place: walls and
/// ceilings stay light, large cloths quiet, and the rare colour goes to what is small.
struct SchemeColors {
  let palette: Palette
  /// The strongest colour of the room that stands already, such as a painted wall's; nil where the palette leads.
  let given: SRGB?

  init(palette: Palette, given: SRGB? = nil) { (self.palette, self.given) = (palette, given) }

  /// Terracotta, cognac and ochre: degrees of OKLCH that go with wood, brass and leather, and so with every room.
  private static let earths = [40.0, 62, 84]

  /// The rare colour: the palette's accent, turned to the nearest hue that goes with the room. A room has one family of
  /// accents; it is near the leading colour or of the earth.
  var accent: SRGB { harmonic(palette.accent) }

  private func harmonic(_ color: SRGB) -> SRGB {
    var c = OKLCH(color)
    let lead = OKLCH(given ?? lead)
    let family = Self.earths + (lead.chroma > 0.025 ? [lead.hue] : [])
    func distance(_ hue: Double) -> Double { abs((hue - c.hue).remainder(dividingBy: 360)) }
    let nearest = family.min { distance($0) < distance($1) }!
    // A shade to one side of it is still of the family.
    let way = (c.hue - nearest).remainder(dividingBy: 360)
    c.hue = nearest + max(-14, min(14, way))
    return c.srgb
  }

  /// Materials whose colour is a maker's or a dyer's choice.
  private static let dyed = [
    "paint", "limewash", "plaster", "linen", "boucle", "velvet", "herringbone-weave", "houndstooth", "tartan",
    "zellige", "metro", "hexagon", "penny",
  ]

  /// The colour of a material in a place.
  func color(of material: any Material.Type, in place: MaterialPlace) -> SRGB {
    guard Self.dyed.contains(material.name) else { return material.color }
    switch place {
    case .ceiling: return tint(palette.background, lightness: 0.955...0.975, chroma: 0.008)
    case .wall: return tint(harmonic(palette.background), lightness: 0.90...0.94, chroma: 0.02)
    case .curtain: return tint(harmonic(palette.background), lightness: 0.91...0.94, chroma: 0.018)
    case .textile: return tint(harmonic(palette.surface), lightness: 0.78...0.87, chroma: 0.03)
    case .rug: return tint(harmonic(palette.surface), lightness: 0.83...0.89, chroma: 0.025)
    case .feature: return tint(lead, lightness: 0.52...0.70, chroma: 0.065)
    case .tile, .joinery: return tint(lead, lightness: 0.45...0.72, chroma: 0.075)
    case .accent: return tint(accent, lightness: 0.45...0.66, chroma: 0.08)
    default: return material.color
    }
  }

  /// The palette's leading colour, or its accent where that leads to nothing but grey.
  private var lead: SRGB { palette.inks.first ?? palette.accent }

  private func tint(_ color: SRGB, lightness: ClosedRange<Double>, chroma: Double) -> SRGB {
    var c = OKLCH(color)
    c.lightness = min(max(c.lightness, lightness.lowerBound), lightness.upperBound)
    c.chroma = min(c.chroma, chroma)
    return c.srgb
  }
}
