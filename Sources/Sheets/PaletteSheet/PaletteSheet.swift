import Canvas
import Color
import Composition
import Geometry
import Parameters
import Raster
import Studio
import Variation

/// A contact sheet of palettes: every card shows the colours in proportion with their names, the contrasts, how they look
/// to people who see colours differently, and a small page that wears them.
public struct PaletteSheet: Sendable {
  public let cards: [PaletteCard]
  public let title: String
  /// What was asked for, for the sheet's second line.
  public let brief: String

  /// The most cards on one sheet.
  public static let countLimit = 64

  public init(cards: [PaletteCard], title: String, brief: String) {
    self.cards = cards
    self.title = title
    self.brief = brief
  }

  /// Draws the sheet on a page at a resolution. Throws if the page is too small for the cards.
  public func bitmap(page: PageFormat, dpi: Double, in workshop: Workshop) throws -> Bitmap {
    let plan = try SheetPlan(
      page: page, dpi: dpi, count: cards.count, aspect: PaletteCardPainter.aspect, columns: columns(page),
      captioned: false)
    let text = SheetText(
      title: title, brief: brief, identity: [cards.count == 1 ? "1 palette" : "\(cards.count) palettes"],
      replay: "contrast ratios after WCAG 2; colour vision after Machado 2009 and Brettel 1997", captions: [])
    let scale = plan.pixelsPerMillimetre
    let painter = SheetPainter(plan: plan, typesetter: workshop.typesetter)
    let pages = try wornPages(plan, scale, in: workshop)
    return try painter.paint(text) { canvas in
      for (index, card) in cards.enumerated() {
        let frame = Self.frame(plan.boxes[index], scale)
        canvas.saved { canvas in
          canvas.transform(.scale(scale, scale))
          PaletteCardPainter(typesetter: workshop.typesetter, size: frame.width * 0.034)
            .paint(card, number: index + 1, in: frame, on: canvas)
        }
        let place = PaletteCardPainter.page(in: frame)
        canvas.copy(pages[index], x: Int(place.left * scale), y: Int(place.top * scale))
      }
    }
  }

  private func columns(_ page: PageFormat) -> Int {
    let wide = page.size.width > page.size.height
    return min(cards.count, cards.count <= 4 ? 2 : wide ? 4 : 3)
  }

  private static func frame(_ box: SheetPlan.Box, _ scale: Double) -> Rect {
    Rect(Double(box.x) / scale, Double(box.y) / scale, Double(box.width) / scale, Double(box.height) / scale)
  }

  /// A small page in each palette; layout and artwork change from card to card.
  private func wornPages(_ plan: SheetPlan, _ scale: Double, in workshop: Workshop) throws -> [Bitmap] {
    let sample = try SamplePage()
    return try workshop.map(cards.count) { index, typesetter in
      let place = PaletteCardPainter.page(in: Self.frame(plan.boxes[index], scale))
      return Result {
        try sample.bitmap(
          cards[index].palette, number: index, width: Int(place.width * scale),
          height: Int(place.height * scale),
          with: typesetter)
      }
    }.map { try $0.get() }
  }
}

/// The page that wears a palette: fixed words, a few layouts and artworks in turn.
private struct SamplePage: Sendable {
  private let preset: Preset
  private static let manners = [
    ("full-bleed", "arcs"), ("band", "strata"), ("corners", "discs"), ("split", "quarter-circles"),
    ("swiss", "contours"), ("framed", "weave"), ("full-bleed", "ribbons"), ("centred", "rhythm"),
  ]

  init() throws(PresetError) {
    let source = """
      { maquette: 1, name: "Colour", format: { size: "800x1000px" }, content: [
        { role: "title", text: "Colour" }, { role: "date", text: "On a page" }, { role: "place", text: "as it is worn" },
      ] }
      """
    preset = try Preset(bytes: Array(source.utf8), file: "sample")
  }

  func bitmap(
    _ palette: Palette, number: Int, width: Int, height: Int, with typesetter: Typesetter
  ) throws -> Bitmap {
    let (layout, art) = Self.manners[number % Self.manners.count]
    let named = [
      ("layout.kind", layout), ("art.kind", art), ("palette.kind", "harmony"), ("type.pair", "inter"),
      ("finish.filter", "none"),
    ]
    let variant = Variant(
      values: named.map { Variant.NamedValue($0.0, .choice($0.1)) },
      seeds: Family.planned.map { Variant.NamedSeed($0.group, UInt32(number + 1)) })
    let design = try Design(variant)
    let composition = try design.compose(preset, palette: palette, with: typesetter)
    return try Renderer.bitmap(
      composition, design, pixelsPerMillimetre: Double(width) / preset.format.size.width, width: width,
      height: height, with: typesetter)
  }
}
