import Composition
import Parameters
import Raster

/// Runs of pixels along one direction, sorted by lightness or hue, as if the picture had been combed.
///
/// Runs are bounded by edges and by tones outside a window around the picture's midtones, so that contours, lights
/// and darks hold the subject together. They come in strands that are alike over some lines, lengths are drawn
/// from a spread-out distribution, and their ends melt into the picture.
public struct PixelSort: Filter {
  public static let name = "pixel-sort"
  public static let summary = "runs of pixels combed into order, edges and faces left readable"
  public static let reach = FilterReach.artwork

  /// What runs are sorted by.
  enum Order: String, ParameterOption { case lightness, hue }

  var angle = 90.0
  var order = Order.lightness
  var length = 24.0
  var strand = 1.0
  var range = 0.55
  var strength = 0.9

  public static let parameters: [Parameter<PixelSort>] = [
    .real("angle", \.angle, -90...90, unit: "degrees", "the direction of the runs; 0 is level, 90 upright"),
    .choice("order", \.order, "what the pixels of a run are sorted by"),
    .real("length", \.length, 2...60, scale: .log, unit: "mm", "how long a run is at most"),
    .real("strand", \.strand, 0.2...4, scale: .log, unit: "mm", "how wide strands of like runs are"),
    .real("range", \.range, 0.2...1, "how much of the tones is sorted; the lightest and darkest stay"),
    .real("strength", \.strength, 0.1...1, "how many of the runs are sorted"),
  ]

  public init() {}

  /// See `Filter`. The result is 8 bits deep; alpha moves with its pixel.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture {
    guard picture.width > 0, picture.height > 0 else { return picture }
    let bitmap = picture.bitmap(jobs: context.jobs)
    let lines = SlantedLines(width: picture.width, height: picture.height, angle: angle)
    var combed = lines.gathered(bitmap, jobs: context.jobs)
    let comb = Comb(self, lines, bitmap, context)
    Bands.fill(&combed, rows: lines.count, rowLength: lines.length, jobs: context.jobs) { band, pixels in
      var sorter = RunSorter(order: order, length: lines.length)
      for line in band {
        let start = (line - band.lowerBound) * lines.length
        let inside = lines.inside(line)
        guard !inside.isEmpty else { continue }
        pixels.withPart(start + inside.lowerBound..<start + inside.upperBound) {
          comb.sort(line, from: inside.lowerBound, &$0, with: &sorter)
        }
      }
    }
    return .shallow(lines.scattered(combed, over: bitmap, jobs: context.jobs))
  }
}
