import Canvas
import Color
import Composition
import Geometry
import Parameters
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
      Result { try Self.picture(entries[index].name, index, plan.boxes[index], seed: seed, typesetter) }
    }.map { try $0.get() }
    let text = SheetText(
      title: "Artwork", brief: "Every generator at its defaults",
      identity: ["\(entries.count) generators", "seed \(seed)"],
      replay: "maquette sheet PRESET --set art.kind=NAME",
      captions: entries.enumerated().map { CatalogueCaption.caption($0, $1) })
    return try SheetPainter(plan: plan, typesetter: workshop.typesetter).paint(text, tiles: tiles)
  }

  /// One generator as a picture of a box's size.
  static func picture(
    _ name: String, _ index: Int, _ box: SheetPlan.Box, seed: UInt64, _ typesetter: Typesetter
  ) throws(CanvasError) -> Bitmap {
    let generator = Catalog.generators.first { $0.name == name }!.init()
    let frame = Rect(0, 0, size.width, size.height)
    let scheme = schemes[index % schemes.count]
    let space = ArtSpace(
      frame: frame, focus: frame.at(0.5, 0.45), ground: scheme.ground, inks: scheme.inks,
      accent: scheme.accent)
    var ground = Layer(.ground, [.fill(.rect(frame.inset(by: -1)), .color(scheme.ground))])
    ground.window = .rect(frame)
    let layers = generator.layers(in: space, stream: SeedStream(seed: seed, path: "art/\(name)"))
    let composition = Composition(page: Page(size: size), layers: [ground] + layers)
    let view = View(scale: Double(box.width) / size.width, width: box.width, height: box.height)
    return try Renderer.draw(composition, view, with: typesetter)
  }

  /// A ground, its inks and the rare colour.
  private struct Scheme {
    let ground: SRGB
    let inks: [SRGB]
    let accent: SRGB

    init(_ ground: String, _ inks: [String], _ accent: String) {
      self.ground = SRGB(hex: ground)!
      self.inks = inks.map { SRGB(hex: $0)! }
      self.accent = SRGB(hex: accent)!
    }
  }

  private static let schemes = [
    Scheme("#f3ebdc", ["#1d4fa0", "#e5533d", "#f0b429", "#14213d"], "#e5533d"),
    Scheme("#0b1d3a", ["#f2e6cf", "#3f7fbf", "#e8b23a", "#e0563a"], "#f2b632"),
    Scheme("#efe3d3", ["#2f5d50", "#c8553d", "#e0a458", "#28262c"], "#c8553d"),
    Scheme("#f6c945", ["#1b2a49", "#d8412f", "#fff6df", "#2f6f6b"], "#d8412f"),
    Scheme("#e9e6df", ["#20283a", "#7d94b5", "#c56b4f", "#b9b29f"], "#c56b4f"),
  ]
}
