import Canvas
import Composition
import Geometry
import Parameters
import Raster
import Studio

/// A catalogue of the filters: each at its defaults on one and the same picture.
public struct FilterSheet: Sendable {
  private let picture: Bitmap
  private let source: String
  private let seed: UInt64

  /// How long the long side of the picture is taken to be, in millimetres: small, so that dots and strokes show.
  private static let side = 90.0
  /// Tiles are worked out this much larger than they are shown, and reduced.
  private static let oversize = 2

  /// A catalogue on a picture of at least one pixel; `source` says what it is.
  public init(picture: Bitmap, source: String, seed: UInt64 = 1) {
    (self.picture, self.source, self.seed) = (picture, source, seed)
  }

  /// A catalogue on a drawn landscape.
  public init(seed: UInt64 = 1) throws(CanvasError) {
    let landscape = GeneratorPicture("strata", scheme: .house[2], seed: 3)!
    let drawn = try landscape.bitmap(Size(120, 160), width: 900, height: 1200, with: Typesetter())
    self.init(picture: drawn, source: "a drawn landscape", seed: seed)
  }

  /// Draws the catalogue on a page at a resolution. Throws if the page is too small for it.
  public func bitmap(page: PageFormat, dpi: Double, columns: Int? = nil, in workshop: Workshop) throws
    -> Bitmap
  {
    let entries = Catalog.entries(of: .filter).filter { $0.name != "none" }
    let aspect = Double(picture.height) / Double(picture.width)
    let plan = try SheetPlan(page: page, dpi: dpi, count: entries.count, aspect: aspect, columns: columns)
    let (width, height) = (plan.boxes[0].width, plan.boxes[0].height)
    let large = picture.resized(
      width: width * Self.oversize, height: height * Self.oversize, jobs: workshop.jobs)
    let exemplar = try exemplar(workshop.typesetter)
    let tiles = workshop.map(entries.count) { index, _ in
      filtered(large, entries[index].name, after: exemplar).resized(width: width, height: height)
    }
    let text = SheetText(
      title: "Filters", brief: "Each at its defaults on one picture: \(source)",
      identity: ["\(entries.count) filters", "seed \(seed)"], replay: "maquette filter NAME IN OUT",
      captions: entries.enumerated().map { CatalogueCaption.caption($0, $1) })
    return try SheetPainter(plan: plan, typesetter: workshop.typesetter).paint(text, tiles: tiles)
  }

  /// What the filters that need an exemplar work after: an artwork painted in oil.
  private func exemplar(_ typesetter: Typesetter) throws(CanvasError) -> Photo {
    let artwork = GeneratorPicture("contours", scheme: .house[2], seed: seed)!
    let drawn = try artwork.bitmap(Size(120, 120), width: 512, height: 512, with: typesetter)
    return Photo(name: "", digest: "", picture: filtered(drawn, "oil-strokes", after: nil)) { nil }
  }

  private func filtered(_ bitmap: Bitmap, _ name: String, after exemplar: Photo?) -> Bitmap {
    let context = FilterContext(
      pixelsPerMillimetre: Double(max(bitmap.width, bitmap.height)) / Self.side,
      stream: SeedStream(seed: seed, path: "finish"),
      exemplars: exemplar.map { [$0] } ?? [])
    return Catalog.filter(name) { _ in nil }!.apply(to: .shallow(bitmap), context).bitmap()
  }
}

/// What stands under a component in a catalogue.
enum CatalogueCaption {
  /// The number and the name over as much of what it is as fits.
  static func caption(_ index: Int, _ entry: CatalogEntry) -> SheetText.Caption {
    SheetText.Caption(
      number: index < 9 ? "0\(index + 1)" : "\(index + 1)", id: entry.name, lines: [[entry.summary]])
  }
}
