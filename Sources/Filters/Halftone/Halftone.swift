import Composition
import Parameters
import Raster

/// Clustered dots as an offset press prints them: process inks with their screens 30° apart, so that dots
/// form rosettes; or one or two inks of the palette.
///
/// Tones are exact: screens are calibrated as drawn (``ScreenCurve``), and inks are chosen for the light that
/// their overprints really leave (``ProcessSeparation``). Tone is read at every pixel, not once a cell, so
/// dots are cut by edges as fine as the picture has them. Cost: see ``HalftoneRows``.
public struct Halftone: Filter {
  public static let name = "halftone"
  public static let summary = "clustered dots of process inks in rosettes, or of one or two inks"

  /// Ground and artwork: type set in dots of a millimetre cannot be read, and a printer sets it as a solid.
  public static let reach = FilterReach.artwork

  /// What is printed with.
  enum Inks: String, ParameterOption {
    /// Cyan, magenta, yellow and black.
    case process
    /// The palette's deep ink and its most colourful one.
    case duo
    /// The palette's deep ink.
    case mono
  }

  var inks = Inks.process
  var cell = 1.2
  var shape = DotShape.round
  var angle = 0.0
  var softness = 0.03
  var gain = 0.0
  var black = 0.75
  var paper = PrintStock.palette

  public static let parameters: [Parameter<Halftone>] = [
    .choice("inks", \.inks, "process inks, two inks of the palette, or one"),
    .real("cell", \.cell, 0.3...8, scale: .log, unit: "mm", "from dot to dot"),
    .choice("shape", \.shape, "what a dot looks like"),
    .real("angle", \.angle, -45...45, unit: "degrees", "how far all screens are turned"),
    .real("softness", \.softness, 0...0.4, "how far ink creeps over a dot's edge, in cells"),
    .real("gain", \.gain, 0...0.2, "how much half tones darken as dots spread"),
    .real("black", \.black, 0...1, when: .is("inks", "process"), "how much of the grey black ink takes over"),
    .choice("paper", \.paper, "the palette's ground or a paper of its own"),
  ]

  /// The defaults: rosettes that show at arm's length on a small print.
  public init() {}

  /// See `Filter`. Alpha is kept; what is transparent takes no ink.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture {
    let bitmap = picture.bitmap(jobs: context.jobs)
    guard bitmap.width > 0 else { return picture }
    let pass = HalftonePass(self, context)
    var result = Bitmap(width: bitmap.width, height: bitmap.height)
    Bands.fill(&result.pixels, rows: bitmap.height, rowLength: bitmap.width, jobs: context.jobs) {
      band, pixels in
      var rows = HalftoneRows(pass, bitmap)
      for y in band {
        let start = (y - band.lowerBound) * bitmap.width
        pixels.withPart(start..<start + bitmap.width) { rows.print(row: y, into: &$0) }
      }
    }
    return .shallow(result)
  }
}
