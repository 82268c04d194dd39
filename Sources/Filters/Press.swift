import Composition
import Parameters
import Raster

/// Ink from three plates on uncoated paper: tooth and clouds in the paper, specks and an uneven film in the
/// ink, plates that are a little off.
///
/// All noise has mean 0 and dies away at pure black and pure white, so tones stay where the designer put them.
/// Cost: see ``PressRows``.
public struct Press: Filter {
  public static let name = "press"
  public static let summary = "paper grain and soft misregistration of the printing plates"

  public static let reach = FilterReach.page

  var grain = 0.5
  var grainSize = 0.18
  var misregistration = 0.1
  var inkTexture = 0.5

  public static let parameters: [Parameter<Press>] = [
    .real("grain", \.grain, 0...1, "how much of the paper's tooth shows"),
    .real("grain-size", \.grainSize, 0.08...0.6, scale: .log, unit: "mm", "size of the finest grain"),
    .real("misregistration", \.misregistration, 0...0.5, unit: "mm", "how far the plates are off at most"),
    .real("ink-texture", \.inkTexture, 0...1, "how unevenly the ink lies"),
  ]

  /// The defaults: felt before it is seen.
  public init() {}

  /// See `Filter`. The result is opaque and 8 bits deep; alpha is not read.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture {
    let pass = PressPass(
      self, width: picture.width, scale: context.pixelsPerMillimetre, stream: context.stream)
    guard !pass.isIdentity, picture.width > 0 else { return picture }
    return .shallow(print(picture.bitmap(jobs: context.jobs), pass, jobs: context.jobs))
  }

  private func print(_ bitmap: Bitmap, _ pass: PressPass, jobs: Int) -> Bitmap {
    var result = Bitmap(width: bitmap.width, height: bitmap.height)
    Bands.fill(&result.pixels, rows: bitmap.height, rowLength: bitmap.width, jobs: jobs) { band, pixels in
      var rows = PressRows(pass, source: bitmap)
      for y in band { rows.print(row: y, into: &pixels, at: (y - band.lowerBound) * bitmap.width) }
    }
    return result
  }
}
