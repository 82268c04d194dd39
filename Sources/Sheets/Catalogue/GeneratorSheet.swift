import Geometry
import Raster
import Studio

/// A catalogue of the artwork generators: each at its defaults as a poster without words, in colours of its own.
public struct GeneratorSheet: Sendable {
  private let seed: UInt64

  private static let size = Size(120, 160)

  public init(seed: UInt64 = 1) { self.seed = seed }

  /// Draws the catalogue on a page at a resolution. Throws if the page is too small for it.
  public func bitmap(page: PageFormat, dpi: Double, columns: Int? = nil, in workshop: Workshop) throws
    -> Bitmap
  {
    let entries = Catalog.entries(of: .generator)
    let plan = try SheetPlan(
      page: page, dpi: dpi, count: entries.count, aspect: Self.size.height / Self.size.width, columns: columns
    )
    let tiles = try workshop.map(entries.count) { index, typesetter in
      let box = plan.boxes[index]
      return Result {
        try GeneratorPicture(entries[index].name, seed: seed)!.bitmap(
          Self.size, width: box.width, height: box.height, with: typesetter)
      }
    }.map { try $0.get() }
    let text = SheetText(
      title: "Artwork", brief: "Every generator at its defaults",
      identity: ["\(entries.count) generators", "seed \(seed)"],
      replay: "maquette render generator/NAME --size 120x160mm -o FILE",
      captions: entries.enumerated().map { CatalogueCaption.caption($0, $1) })
    return try SheetPainter(plan: plan, typesetter: workshop.typesetter).paint(text, tiles: tiles)
  }
}
