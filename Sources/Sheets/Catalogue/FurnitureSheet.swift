import Geometry
import Raster
import Studio

/// A catalogue of the furniture: each piece at its defaults from the front and from above, with scale, size and styles.
public struct FurnitureSheet: Sendable {
  private static let size = Size(80, 80)

  public init() {}

  /// Draws the catalogue on a page at a resolution. Throws if the page is too small for it.
  public func bitmap(page: PageFormat, dpi: Double, columns: Int? = nil, in workshop: Workshop) throws
    -> Bitmap
  {
    let entries = Catalog.entries(of: .furniture)
    let pictures = entries.map { PiecePicture($0.name)! }
    let plan = try SheetPlan(page: page, dpi: dpi, count: entries.count, aspect: 1, columns: columns)
    let tiles = try workshop.map(entries.count) { index, typesetter in
      let box = plan.boxes[index]
      return Result {
        try pictures[index].bitmap(Self.size, width: box.width, height: box.height, with: typesetter)
      }
    }.map { try $0.get() }
    let text = SheetText(
      title: "Furniture and lighting",
      brief: "Every piece at its defaults, from the front and from above, as large as fits",
      identity: ["\(entries.count) pieces", "millimetres"],
      replay: "maquette render furniture/NAME --size 800x800px -o FILE",
      captions: zip(entries, pictures).enumerated().map { index, pair in
        caption(index, pair.0.name, pair.1)
      })
    return try SheetPainter(plan: plan, typesetter: workshop.typesetter).paint(text, tiles: tiles)
  }

  private func caption(_ index: Int, _ name: String, _ picture: PiecePicture) -> SheetText.Caption {
    SheetText.Caption(
      number: index < 9 ? "0\(index + 1)" : "\(index + 1)", id: name,
      lines: [
        [picture.millimetres.map { "\($0)" }.joined(separator: " × ")],
        [picture.styles.prefix(2).joined(separator: ", ")],
      ])
  }
}
