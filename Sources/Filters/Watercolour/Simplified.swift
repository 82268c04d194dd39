import CVector
import Raster

extension Motif {
  /// Shapes without small detail but with crisp edges: every pixel takes the mean of those nearby windows in which
  /// luma varies least (Kuwahara 1976, with the soft weights of Papari, Petkov and Campisi 2007).
  ///
  /// `radius` is the distance to the windows' middles. Cost does not grow with it.
  func simplified(radius: Double, jobs: Int) -> Motif {
    let reach = Int(radius.rounded())
    guard reach > 0 else { return self }
    let wide = mapped { $0.extended(by: Rows.padded(2 * reach)) }
    let windows = Windows(wide, reach: reach, jobs: jobs)
    var image = PlanarImage(width: width, height: height, isOpaque: true)
    let stride = image.stride
    image.updateBands(jobs: jobs) { band, samples in
      for y in band {
        let start = (y - band.lowerBound) * 3 * stride
        for x in Swift.stride(from: 0, to: stride, by: 8) {
          let color = windows.color(x, y)
          samples.setLanes(color.red, at: start + x)
          samples.setLanes(color.green, at: start + stride + x)
          samples.setLanes(color.blue, at: start + 2 * stride + x)
        }
      }
    }
    return with(image)
  }
}

/// Means over squares around every pixel, and how much luma varies in them.
private struct Windows: Sendable {
  private let red: Plane
  private let green: Plane
  private let blue: Plane
  private let spread: Plane
  private let margin: Int
  private let places: [(x: Int, y: Int)]

  init(_ motif: Motif, reach: Int, jobs: Int) {
    // Every window holds the pixel itself, or edges would take from both sides.
    let half = reach
    let luma = motif.luma
    red = motif.red.boxMean(radius: half, jobs: jobs)
    green = motif.green.boxMean(radius: half, jobs: jobs)
    blue = motif.blue.boxMean(radius: half, jobs: jobs)
    let squares = luma.squared.boxMean(radius: half, jobs: jobs)
    spread = squares.minus(luma.boxMean(radius: half, jobs: jobs).squared, jobs: jobs)
    margin = Rows.padded(2 * reach)
    let near = max(1, reach * 7 / 10)
    places = [
      (0, 0), (reach, 0), (-reach, 0), (0, reach), (0, -reach), (near, near), (-near, near), (near, -near),
      (-near, -near),
    ]
  }

  @inline(__always)
  func color(_ x: Int, _ y: Int) -> (red: Lanes, green: Lanes, blue: Lanes) {
    var (r, g, b, total) = (Lanes(), Lanes(), Lanes(), Lanes())
    let stride = red.stride
    let spreads = spread.samples.span
    let reds = red.samples.span
    let greens = green.samples.span
    let blues = blue.samples.span
    for place in places {
      let row = max(0, min(red.height - 1, y + place.y))
      let at = row &* stride &+ x &+ margin &+ place.x
      let calm = Lanes(repeating: 1) / (f32x8_max(spreads.lanes(at: at), Lanes()) + Lanes(repeating: 1e-4))
      let weight = calm * calm * calm
      r = f32x8_fma(reds.lanes(at: at), weight, r)
      g = f32x8_fma(greens.lanes(at: at), weight, g)
      b = f32x8_fma(blues.lanes(at: at), weight, b)
      total = total + weight
    }
    return (r / total, g / total, b / total)
  }
}

extension Plane {
  /// With columns more on both sides (and whole vectors on the right), which repeat the border.
  fileprivate func extended(by margin: Int) -> Plane {
    var wide = Plane(width: stride + 2 * margin, height: height)
    for y in 0..<height {
      for x in 0..<wide.stride {
        wide.samples[y * wide.stride + x] = samples[y * stride + max(0, min(width - 1, x - margin))]
      }
    }
    return wide
  }

  fileprivate var squared: Plane {
    var copy = self
    for i in copy.samples.indices { copy.samples[i] *= copy.samples[i] }
    return copy
  }
}
