import CVector
import Parameters
import Raster

/// The slope of a fibrous surface towards the upper left, row by row.
struct Relief: Sendable {
  private var here: NoiseSum
  private var there: NoiseSum
  private let shift: Int

  /// Layers of a sheet: the tooth, its finer fibres, which lie along the rows, and broad swells.
  ///
  /// The `deviation` is that of the slope's shading in the limit of fine sampling; `scale` is in pixels per millimetre.
  init(deviation: Double, width: Int, scale: Double, stream: SeedStream) {
    var seeds = stream.child("relief")
    // A slope is a difference over a tenth of a millimetre, but at least one pixel.
    let shift = max(1, Int((0.1 * scale).rounded()))
    let layers = [(0.3, 1.3, 0.75), (0.13, 2.2, 0.6), (0.9, 1.2, 0.5)].map { size, stretch, share in
      // Over a step as long as the lattice's, values differ by about their deviation times √2; over a shorter one, by
      // as much less. Heights grow to make up for that, so that the slopes have the same deviation.
      let step = min(1, Double(shift) / scale / size)
      return NoiseLayer(
        size: size * scale, deviation: deviation * share / (1.2 * step), stretch: stretch, seed: seeds.bits())
    }
    here = NoiseSum(layers, width: width + shift + 8)
    there = here
    self.shift = shift
  }

  /// Goes to row `y` of the picture.
  mutating func move(to y: Int) {
    here.move(to: y)
    there.move(to: y + shift)
  }

  /// The shading of eight pixels from `x` on, mean 0.
  @inline(__always)
  func lanes(at x: Int) -> Lanes { there.row.span.lanes(at: x + shift) - here.row.span.lanes(at: x) }
}
