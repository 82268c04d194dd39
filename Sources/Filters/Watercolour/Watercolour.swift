import Composition
import Parameters
import Raster

/// A picture painted anew in watercolour: flat washes with dark rims on a rough paper, whose white shines through
/// (Bousseau, Kaplan, Thollot and Sillion, "Interactive watercolor rendering with temporal coherence and
/// abstraction", 2006).
///
/// The washes are worked out on a copy of a few pixels a millimetre; pigment, paper and the wobble of edges at the
/// picture's own resolution, row by row.
public struct Watercolour: Filter {
  public static let name = "watercolour"
  public static let summary = "transparent washes with dark rims and granulation on rough paper"
  public static let reach = FilterReach.artwork

  var abstraction = 0.5
  var edges = 0.6
  var granulation = 0.5
  var turbulence = 0.5
  var wobble = 0.2
  var bleed = 1.2
  var border = 4.0
  var pencil = 0.25

  public static let parameters: [Parameter<Watercolour>] = [
    .real("abstraction", \.abstraction, 0...1, "how far shapes are simplified to washes"),
    .real("edges", \.edges, 0...1, "how dark the rims of washes are"),
    .real("granulation", \.granulation, 0...1, "how much pigment settles in the paper's valleys"),
    .real(
      "turbulence", \.turbulence, 0...1, "how unevenly washes dry, with warm and cool parts and backruns"),
    .real("wobble", \.wobble, 0.02...1.2, scale: .log, unit: "mm", "how far edges stray"),
    .real("bleed", \.bleed, 0.05...10, scale: .log, unit: "mm", "how far colours run into one another"),
    .real("border", \.border, 0...20, unit: "mm", "unpainted paper around the picture"),
    .real("pencil", \.pencil, 0...1, "how much of a pencil drawing shows underneath"),
  ]

  /// Loose washes that still show what is what.
  public init() {}

  /// See `Filter`. The result is opaque and 8 bits deep; transparent parts are paper.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture {
    guard picture.width > 0, picture.height > 0 else { return picture }
    let motif = Motif(picture, context, finest: Self.finest)
    let scale = context.pixelsPerMillimetre / motif.factor
    let washes = Washes(motif, self, scale: scale, stream: context.stream, jobs: context.jobs)
    let sheet = PaintedSheet(self, washes, width: picture.width, height: picture.height, context)
    var result = Bitmap(width: picture.width, height: picture.height)
    Bands.fill(
      &result.pixels, rows: picture.height, rowLength: picture.width, jobs: context.jobs
    ) { band, pixels in
      var rows = SheetRows(sheet)
      for y in band { rows.paint(row: y, into: &pixels, at: (y - band.lowerBound) * picture.width) }
    }
    return .shallow(result)
  }

  /// Pixels of the motif along a millimetre: an edge of a wash is about a quarter of a millimetre wide, and a preview
  /// of 600 px sees the same washes as the print.
  private static let finest = 4.0
}
