import Canvas
import Geometry
import Raster
import Studio

/// A catalogue of the materials: each as a square sample at a scale that shows what it is, with its name, what it is,
/// and a bar that tells the scale.
public struct MaterialSheet: Sendable {
  public let seed: UInt64

  public init(seed: UInt64 = 1) { self.seed = seed }

  /// Draws the catalogue on a page at a resolution. Throws if the page is too small for it.
  public func bitmap(page: PageFormat, dpi: Double, columns: Int? = nil, in workshop: Workshop) throws
    -> Bitmap
  {
    let entries = Catalog.entries(of: .material)
    let plan = try SheetPlan(page: page, dpi: dpi, count: entries.count, aspect: 1, columns: columns)
    let pictures = entries.map { MaterialPicture($0.name, seed: seed)! }
    let text = SheetText(
      title: "Materials",
      brief: "Samples at true scale under one light from the upper left; every bar tells its length",
      identity: ["\(entries.count) finishes", "seed \(seed)"],
      replay: "maquette render material/NAME --size 1024x1024px -o FILE",
      captions: zip(entries, pictures).enumerated().map { index, pair in
        caption(index, pair.0, pair.1.tile)
      })
    let tiles = workshop.map(entries.count) { index, _ in
      let box = plan.boxes[index]
      return pictures[index].bitmap(
        pixelsPerMillimetre: Double(box.width) / pictures[index].sampleSide, width: box.width,
        height: box.height)
    }
    let marked = try zip(tiles, pictures).map { tile, picture in
      try ScaleBar(tile: tile, side: picture.sampleSide).bitmap(workshop.typesetter)
    }
    return try SheetPainter(plan: plan, typesetter: workshop.typesetter).paint(text, tiles: marked)
  }

  /// The number and the name, and the size of the repeat under what it is.
  private func caption(_ index: Int, _ entry: CatalogEntry, _ tile: Size) -> SheetText.Caption {
    let number = index < 9 ? "0\(index + 1)" : "\(index + 1)"
    let summary = entry.summary.split(separator: ":").last ?? ""
    let clause = summary.split(separator: ",").first ?? ""
    let (width, height) = (Int(tile.width.rounded()), Int(tile.height.rounded()))
    return SheetText.Caption(
      number: number, id: entry.name,
      lines: [[String(clause.drop { $0 == " " })], ["repeat \(width) x \(height) mm"]])
  }
}

/// A bar of a round length, set into a sample's corner.
struct ScaleBar {
  let tile: Bitmap
  /// What the sample shows from side to side, in millimetres.
  let side: Double

  /// The longest of these that takes at most a quarter of the side, in millimetres.
  private var length: Double {
    [500, 200, 100, 50, 20, 10, 5].first { $0 <= side / 3.6 } ?? 2
  }

  func bitmap(_ typesetter: Typesetter) throws(CanvasError) -> Bitmap {
    let width = Double(tile.width)
    let canvas = try Canvas(width: tile.width, height: tile.height)
    canvas.copy(tile, x: 0, y: 0)
    let bar = width * length / side
    let (size, inset) = (width * 0.042, width * 0.05)
    let text = TextLine("\(Int(length)) mm", font: Font("Inter", weight: 500), size: size)
    let advance = typesetter.metrics(of: text).advance
    let plate = Rect(
      inset * 0.6, width - inset * 0.6 - size * 2.1, max(bar, advance) + inset * 0.9, size * 2.1)
    canvas.fill(.rect(plate), .solid(SheetPainter.ground, alpha: 0.88))
    canvas.fill(
      .rect(Rect(plate.left + inset * 0.45, plate.bottom - size * 0.55, bar, max(1, size * 0.13))),
      .color(SheetPainter.ink))
    canvas.draw(
      text, at: Point(plate.left + inset * 0.45, plate.top + size * 1.1), .color(SheetPainter.ink),
      with: typesetter)
    return try canvas.bitmap()
  }
}
