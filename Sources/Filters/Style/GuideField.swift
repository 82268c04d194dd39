import Raster

/// What says where a piece of an exemplar fits: eight numbers a pixel, in 1/1024.
///
/// Smoothed colour (3), the gradient of smoothed lightness (2), the direction of the surroundings as cosine and sine
/// of the doubled angle (2), and the lightness of the surroundings. The texture itself is left out, as in Image
/// Analogies (Hertzmann et al., 2001): what is smooth in a photo may become strokes.
struct GuideField: Sendable {
  let width: Int
  let height: Int
  /// `width * height` times eight numbers.
  let values: [Int16]

  private static let near = 1.2
  private static let far = 3.0
  private static let edge: Float = 2.5
  private static let direction: Float = 0.15
  private static let surroundings: Float = 0.7

  init(_ picture: LabPlanes, jobs: Int) {
    let (width, height) = (picture.width, picture.height)
    let near = picture.map { $0.blurred(sigma: Self.near, jobs: jobs) }
    let far = picture.lightness.blurred(sigma: Self.far, jobs: jobs)
    let tensor = Gradients(near.lightness).products().map { $0.blurred(sigma: Self.far, jobs: jobs) }
    var values = [Int16](repeating: 0, count: width * height * 8)
    Bands.fill(&values, rows: height, rowLength: 8 * width, jobs: jobs) { band, part in
      let gradients = Gradients(near.lightness)
      for y in band {
        for x in 0..<width {
          let at = y * far.stride + x
          let (across, down) = gradients.at(x, y)
          let (xx, xy, yy) = (tensor[0].samples[at], tensor[1].samples[at], tensor[2].samples[at])
          let turn = Self.direction / (xx + yy + 1e-4)
          let start = 8 * ((y - band.lowerBound) * width + x)
          part[start] = wholes(near.lightness.samples[at])
          part[start + 1] = wholes(near.a.samples[at])
          part[start + 2] = wholes(near.b.samples[at])
          part[start + 3] = wholes(across * Self.edge)
          part[start + 4] = wholes(down * Self.edge)
          part[start + 5] = wholes((xx - yy) * turn)
          part[start + 6] = wholes(2 * xy * turn)
          part[start + 7] = wholes(far.samples[at] * Self.surroundings)
        }
      }
    }
    (self.width, self.height, self.values) = (width, height, values)
  }
}

/// A number in 1/1024, such that squares of differences of eight fit in 32 bits.
@inline(__always)
func wholes(_ value: Float) -> Int16 { Int16(max(-4, min(4, value)) * 1024) }

/// Central differences of a plane; its edge goes on.
package struct Gradients {
  private let plane: Plane

  package init(_ plane: Plane) { self.plane = plane }

  @inline(__always)
  package func at(_ x: Int, _ y: Int) -> (across: Float, down: Float) {
    let (row, stride) = (y * plane.stride, plane.stride)
    let left = plane.samples[row + max(0, x - 1)]
    let right = plane.samples[row + min(plane.width - 1, x + 1)]
    let above = plane.samples[max(0, y - 1) * stride + x]
    let below = plane.samples[min(plane.height - 1, y + 1) * stride + x]
    return ((right - left) / 2, (below - above) / 2)
  }

  /// How steep each pixel is.
  func sizes() -> Plane {
    var sizes = plane
    for y in 0..<plane.height {
      for x in 0..<plane.width {
        let (across, down) = at(x, y)
        sizes.samples[y * plane.stride + x] = (across * across + down * down).squareRoot()
      }
    }
    return sizes
  }

  /// The squares and the product of both parts: the structure tensor before it is smoothed.
  func products() -> [Plane] {
    let empty = Plane(width: plane.width, height: plane.height)
    var (xx, xy, yy) = (empty, empty, empty)
    for y in 0..<plane.height {
      for x in 0..<plane.width {
        let (across, down) = at(x, y)
        let place = y * plane.stride + x
        xx.samples[place] = across * across
        xy.samples[place] = across * down
        yy.samples[place] = down * down
      }
    }
    return [xx, xy, yy]
  }
}
