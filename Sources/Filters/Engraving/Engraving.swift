import Color
import Composition
import Parameters
import Raster

/// Line engraving: lines of one spacing that run along the forms and swell with the shadows, and a second set
/// across them where one is not enough.
///
/// Cost: see ``EngravingRows``; directions and lines are found on lattices of the lines' spacing.
public struct Engraving: Filter {
  public static let name = "engraving"
  public static let summary = "lines that run along the forms and swell with the shadows, crossed in the dark"

  /// Ground and artwork: type is thinner than the lines.
  public static let reach = FilterReach.artwork

  var spacing = 0.8
  var angle = 35.0
  var flow = 0.7
  var crossing = 0.6
  var openness = 0.5
  var clarity = 0.5
  var paper = PrintStock.palette

  public static let parameters: [Parameter<Engraving>] = [
    .real("spacing", \.spacing, 0.4...6, scale: .log, unit: "mm", "from line to line"),
    .real("angle", \.angle, -90...90, unit: "degrees", "which way lines run where no form leads them"),
    .real("flow", \.flow, 0...1, "how far lines follow the forms"),
    .real("crossing", \.crossing, 0...1, "how much of the shadows a second set of lines takes"),
    .real("openness", \.openness, 0...1, "how far half tones are lightened; at 0 tones are true"),
    .real("clarity", \.clarity, 0...1, "how much forms are set off from what is around them"),
    .choice("paper", \.paper, "the palette's ground or a paper of its own"),
  ]

  public init() {}

  /// See `Filter`. Alpha is kept; what is transparent takes no ink.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture {
    let bitmap = picture.bitmap(jobs: context.jobs)
    guard bitmap.width > 0, bitmap.height > 0 else { return picture }
    let pass = EngravingPass(self, bitmap, context)
    var result = Bitmap(width: bitmap.width, height: bitmap.height)
    Bands.fill(&result.pixels, rows: bitmap.height, rowLength: bitmap.width, jobs: context.jobs) {
      band, pixels in
      var rows = EngravingRows(pass, bitmap)
      for y in band {
        let start = (y - band.lowerBound) * bitmap.width
        pixels.withPart(start..<start + bitmap.width) { rows.print(row: y, into: &$0) }
      }
    }
    return .shallow(result)
  }
}
