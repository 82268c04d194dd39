import Raster

/// A point of a stroke: its place in pixels, half its width, and how hard it presses.
struct HatchNode {
  var place: SIMD2<Float>
  var radius: Float
  var pressure: Float
}

/// Adds a stroke to rows of pressure.
///
/// The stroke is cut into slices of one pixel along the axis that it runs along more; across, its pressure falls
/// off over half its width and the part of a pixel that the edge takes. The sum over a slice is 3/2 of its
/// radius at any width.
struct HatchBrush {
  /// Rows of the picture that are held.
  let rows: Range<Int>
  /// Pixels of a row.
  let width: Int
  /// Samples of a row.
  let stride: Int

  func draw(_ nodes: [HatchNode], into pressure: inout MutableSpan<Float>) {
    guard let first = nodes.first, let last = nodes.last else { return }
    let way = last.place - first.place
    let axis = abs(way.x) >= abs(way.y) ? 0 : 1
    let forward = way[axis] >= 0
    for index in 1..<nodes.count {
      let (a, b) = forward ? (nodes[index - 1], nodes[index]) : (nodes[index], nodes[index - 1])
      draw(from: a, to: b, axis: axis, into: &pressure)
    }
  }

  private func draw(from a: HatchNode, to b: HatchNode, axis: Int, into pressure: inout MutableSpan<Float>) {
    let (start, end) = (a.place[axis], b.place[axis])
    guard end > start, a.pressure + b.pressure > 0 else { return }
    let limits = axis == 0 ? 0..<width : rows
    let way = b.place - a.place
    let slant = (way * way).sum().squareRoot() / (end - start)
    let begin = max(Int((start - 0.5).rounded(.up)), limits.lowerBound)
    let stop = min(Int((end - 0.5).rounded(.up)), limits.upperBound)
    guard begin < stop else { return }
    for slice in begin..<stop {
      let t = (Float(slice) + 0.5 - start) / (end - start)
      let middle = a.place[1 - axis] + way[1 - axis] * t
      let radius = (a.radius + (b.radius - a.radius) * t) * slant
      let strength = a.pressure + (b.pressure - a.pressure) * t
      spread(strength, middle, radius, slice, axis: axis, into: &pressure)
    }
  }

  @inline(__always)
  private func spread(
    _ strength: Float, _ middle: Float, _ radius: Float, _ slice: Int, axis: Int,
    into pressure: inout MutableSpan<Float>
  ) {
    let limits = axis == 0 ? rows : 0..<width
    let reach = radius + 0.5
    let begin = max(Int((middle - reach - 0.5).rounded(.up)), limits.lowerBound)
    let stop = min(Int((middle + reach - 0.5).rounded(.up)), limits.upperBound)
    guard begin < stop else { return }
    let inverse = 1 / (0.5 * radius + 1)
    for place in begin..<stop {
      let fall = min(1, (reach - abs(Float(place) + 0.5 - middle)) * inverse)
      let index =
        axis == 0 ? (place - rows.lowerBound) * stride + slice : (slice - rows.lowerBound) * stride + place
      pressure[index] += strength * fall
    }
  }
}
