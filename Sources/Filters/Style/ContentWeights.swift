import CVector
import Composition
import Raster

/// Where a picture's content is: at its edges, and more so where it draws the eye.
///
/// Elad and Milanfar ("Style transfer via texture synthesis", 2017) keep a picture readable with such a mask; theirs
/// is of segments, this one of gradients and of the interest map that crops photos.
enum ContentWeights {
  /// Blur of the gradients, and of the result, in pixels.
  private static let near = 1.2
  private static let around = 2.0
  /// What an edge counts where nothing draws the eye.
  private static let plain: Float = 0.4
  /// What even ground counts where everything draws the eye.
  private static let calm: Float = 0.25

  /// The weights of a picture, 0...1, of its size; `colors` are its own.
  static func plane(_ bitmap: Bitmap, _ colors: LabPlanes, jobs: Int) -> Plane {
    let (width, height) = (bitmap.width, bitmap.height)
    let edges = edges(colors.lightness, jobs)
    let interest = interest(bitmap).resized(width: width, height: height, .triangle, jobs: jobs)
    return edges.combined(with: interest, jobs: jobs) { edge, interest in
      f32x8_clamp(edge * (plain + (1 - plain) * interest) + calm * interest, 0, 1)
    }
  }

  /// 0 on even ground, a half at twice the mean gradient, towards 1 at strong edges.
  private static func edges(_ lightness: Plane, _ jobs: Int) -> Plane {
    let strength = Gradients(lightness.blurred(sigma: near, jobs: jobs)).sizes()
    let sum = (0..<strength.height).reduce(0.0) { sum, y in
      sum + strength.row(y).reduce(0.0) { $0 + Double($1) }
    }
    let usual = Lanes(repeating: Float(2 * sum / Double(strength.width * strength.height)) + 1e-3)
    return strength.combined(with: strength, jobs: jobs) { value, _ in value / (value + usual) }
      .blurred(sigma: around, jobs: jobs)
  }

  /// The interest map with its top at 1.
  private static func interest(_ bitmap: Bitmap) -> Plane {
    let cells = InterestMap(bitmap).cells
    let top = max(cells.max() ?? 0, 1e-6)
    var plane = Plane(width: InterestMap.side, height: InterestMap.side)
    for (index, cell) in cells.enumerated() {
      plane.samples[index / InterestMap.side * plane.stride + index % InterestMap.side] = Float(cell / top)
    }
    return plane
  }
}
