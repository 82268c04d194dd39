import Color
import Geometry
import Raster

/// The mean colour of each triangle's inner part, in linear light: what lies along the sides often belongs to the
/// neighbour, since sides follow edges only nearly.
struct FacetMeans: Sendable {
  private let view: ReducedPicture
  private let mesh: Delaunay

  /// How much of a triangle's size counts, from its middle.
  private static let inner = 0.8

  init(_ view: ReducedPicture, _ mesh: Delaunay) { (self.view, self.mesh) = (view, mesh) }

  func colors(jobs: Int) -> [LinearRGB] {
    var sums = [SIMD4<Float>](repeating: .zero, count: mesh.count)
    Bands.fill(&sums, rows: mesh.count, rowLength: 1, jobs: jobs, height: 256) { band, part in
      for t in band { part[t - band.lowerBound] = mean(of: t) }
    }
    return sums.map { LinearRGB(Double($0.x), Double($0.y), Double($0.z)) }
  }

  private func mean(of t: Int) -> SIMD4<Float> {
    let (a, b, c) = mesh.triangle(t)
    let middle = (a + b + c) * (1.0 / 3)
    let corners = [a, b, c].map { p -> Point in
      let q = middle.mixed(with: p, Self.inner)
      return Point(q.x / view.stepX, q.y / view.stepY)
    }
    var sum = SIMD4<Float>()
    let ys = corners.map(\.y)
    let first = max(0, Int((ys.min()! - 0.5).rounded(.up)))
    let last = min(view.height - 1, Int((ys.max()! - 0.5).rounded(.down)))
    if first <= last { for y in first...last { sum += row(y, corners) } }
    // A sliver may hold no sample's middle.
    guard sum.w > 0 else { return sample(view.index(middle.x, middle.y)) }
    return sum / sum.w
  }

  private func row(_ y: Int, _ corners: [Point]) -> SIMD4<Float> {
    let middle = Double(y) + 0.5
    var (left, right) = (Double.infinity, -Double.infinity)
    var from = corners[2]
    for to in corners {
      if (from.y > middle) != (to.y > middle) {
        let x = from.x + (to.x - from.x) * ((middle - from.y) / (to.y - from.y))
        (left, right) = (min(left, x), max(right, x))
      }
      from = to
    }
    var sum = SIMD4<Float>()
    guard left <= right else { return sum }
    let first = max(0, Int((left - 0.5).rounded(.up)))
    let last = min(view.width - 1, Int((right - 0.5).rounded(.down)))
    guard first <= last else { return sum }
    for x in first...last { sum += sample(y * view.width + x) }
    return sum
  }

  private func sample(_ index: Int) -> SIMD4<Float> {
    [view.red[index], view.green[index], view.blue[index], 1]
  }
}
