import CVector
import Raster

/// One pass of the anisotropic Kuwahara filter.
///
/// The ellipse is sampled at the same points of its own axes for every pixel, so the sectors' weights are
/// constants (1, and 1/2 where two sectors overlap) and the cost does not depend on the radius. The simpler way, to visit every pixel of the
/// ellipse and work out its eight weights, costs some 20 times as much at a radius of 6 and grows with its square.
/// Large ellipses take their samples from means of squares, so that no pixel of them goes unseen.
struct KuwaharaDab: Sendable {
  let radius: Float
  let elongation: Float
  let sharpness: Int
  let pattern: KuwaharaPattern

  /// A pass with ellipses of the area of a circle of `radius` pixels.
  init(radius: Double, elongation: Double, sharpness: Int, samples: Int) {
    (self.radius, self.elongation, self.sharpness) = (Float(radius), Float(elongation), sharpness)
    pattern = KuwaharaPattern(count: samples)
  }

  /// Side of the squares whose means are sampled: about the distance between samples.
  var step: Int { min(max(1, Int(radius / 7)), 127) }

  /// The filtered picture. Every result pixel depends on its surroundings alone; the same for any `jobs`.
  func paint(_ bitmap: Bitmap, along field: FlowField, jobs: Int) -> Bitmap {
    let source = bitmap.codeMeans(step: step, jobs: jobs)
    let isOpaque = bitmap.isOpaque
    var result = Bitmap(width: bitmap.width, height: bitmap.height)
    let width = bitmap.width
    Bands.fill(&result.pixels, rows: bitmap.height, rowLength: width, jobs: jobs) { band, pixels in
      var rows = KuwaharaRows(self, source, field, width: width, isOpaque: isOpaque)
      for y in band { rows.paint(row: y, into: &pixels, at: (y - band.lowerBound) * width) }
    }
    return result
  }
}
