import Composition
import Parameters
import Raster

/// Ink from three plates on uncoated paper: tooth and clouds in the paper, specks and an uneven film in the
/// ink, plates that are a little off.
///
/// All noise has mean 0 and dies away at pure black and pure white, so tones stay where the designer put them.
/// Cost: see ``PressRows``.
public struct Press: FinishFilter {
  public static let name = "press"
  public static let summary = "paper grain and soft misregistration of the printing plates"

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

  /// See `FinishFilter`; `pixelsPerMillimetre` must be above 0.
  public func apply(to bitmap: Bitmap, pixelsPerMillimetre: Double, stream: SeedStream, jobs: Int) -> Bitmap {
    precondition(pixelsPerMillimetre > 0)
    let pass = PressPass(self, width: bitmap.width, scale: pixelsPerMillimetre, stream: stream)
    guard !pass.isIdentity, bitmap.width > 0 else { return bitmap }
    var result = Bitmap(width: bitmap.width, height: bitmap.height)
    Bands.fill(&result.pixels, rows: bitmap.height, rowLength: bitmap.width, jobs: jobs) { band, pixels in
      var rows = PressRows(pass, source: bitmap)
      for y in band { rows.print(row: y, into: &pixels, at: (y - band.lowerBound) * bitmap.width) }
    }
    return result
  }
}
