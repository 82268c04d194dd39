import Canvas
import Color
import Composition
import Geometry
import Parameters
import Raster

/// The picture as sheets of cut paper laid one over the other, in few colours and with clean curves.
///
/// Pixels are sorted into a few colours in OKLab, the areas are smoothed and small ones given to their neighbours; then
/// each sheet is everything that does not lie below it, so sheets overlap and no gap can show. Outlines are isolines of
/// the smoothed areas, cut as if with scissors: straight strokes and round turns.
///
/// Cost: finding shapes is bounded by a reduced picture; a pixel of the result costs a few nanoseconds a sheet.
public struct CutOut: VectorFilter {
  public static let name = "cut-out"
  public static let summary = "sheets of cut paper, few colours and clean curves"
  public static let reach = FilterReach.artwork

  /// Where the papers' colours come from.
  public enum Papers: String, ParameterOption {
    /// From the palette, where there is one.
    case palette
    /// From the picture.
    case picture
  }

  var colors = 7
  var smoothness = 1.1
  var smallest = 2.5
  var scissors = 0.4
  var shadow = 0.5
  var texture = 0.4
  var papers = Papers.palette
  var vividness = 0.4

  public static let parameters: [Parameter<CutOut>] = [
    .integer("colors", \.colors, 3...8, "how many papers there are"),
    .real("smoothness", \.smoothness, 0.5...6, scale: .log, unit: "mm", "how wide a detail must be to show"),
    .real("smallest", \.smallest, 1...20, scale: .log, unit: "mm", "side of the smallest piece of paper"),
    .real("scissors", \.scissors, 0...1, "how straight the strokes of the scissors are"),
    .real("shadow", \.shadow, 0...1, "how far sheets stand off those below"),
    .real("texture", \.texture, 0...1, "how much of the paper's grain shows"),
    .choice("papers", \.papers, "the palette's colours, where there is one, or always the picture's own"),
    .real("vividness", \.vividness, 0...1, "how much stronger the picture's own colours become as papers"),
  ]

  public init() {}

  /// See `Filter`. The result is opaque and 8 bits deep; transparent parts count as white.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture {
    let bitmap = picture.bitmap(jobs: context.jobs)
    guard bitmap.width > 0, bitmap.height > 0 else { return .shallow(bitmap) }
    let printing = SheetPrinting(sheets(of: bitmap, context), self, context)
    return .shallow(printing.printed(width: bitmap.width, height: bitmap.height))
  }

  /// See `VectorFilter`: a layer for every sheet, the lowest first; the shapes without shadow and grain.
  public func layers(of picture: Picture, _ context: FilterContext) -> Composition {
    let page = context.page(of: picture)
    let bitmap = picture.bitmap(jobs: context.jobs)
    guard bitmap.width > 0, bitmap.height > 0 else { return Composition(page: page) }
    let scale = 1 / context.pixelsPerMillimetre
    let layers = sheets(of: bitmap, context).enumerated().map { index, sheet in
      let path = index == 0 ? Path.rect(page.cover) : sheet.path.transformed(by: .scale(scale, scale))
      return Layer(index == 0 ? .ground : .artwork, [.fill(path, .color(SRGB(sheet.color).quantized))])
    }
    return Composition(page: page, layers: layers)
  }
}

/// A sheet of paper and what is left of it.
struct PaperSheet: Sendable {
  let color: LinearRGB
  /// Outlines in pixels of the picture, holes the other way round; the lowest sheet has none and covers everything.
  let path: Path
}
