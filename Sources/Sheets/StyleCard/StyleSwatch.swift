import Color
import Composition
import Geometry
import Parameters
import Raster
import Studio

/// A piece of texture that shows what a style's numbers alone say: forms that run as its edges do, in its colours and
/// shares, with its contrast at every size and its grain. No picture of the collection is in it.
struct StyleSwatch {
  let profile: StyleProfile

  /// Forms are soft: they are worked out in so many times fewer pixels a side.
  private static let coarseness = 2
  /// The length of a form in those pixels, and the blur that rounds it in the swatch's own.
  private static let length = 30
  private static let softness = 3.4

  /// The swatch in pixels; the same for any number of jobs.
  func bitmap(width: Int, height: Int, jobs: Int) -> Bitmap {
    let forms = field(width / Self.coarseness, height / Self.coarseness)
      .resized(width: width, height: height, .cubic, jobs: jobs).blurred(sigma: Self.softness, jobs: jobs)
    let context = FilterContext(
      pixelsPerMillimetre: Double(width) / 40, stream: SeedStream(seed: 1, path: "swatch"), profile: profile,
      jobs: jobs)
    let look = Catalog.filter("style-statistics") { _ in nil }!
    return look.apply(to: .shallow(painted(forms)), context).bitmap(jobs: jobs)
  }

  /// White noise drawn out along the style's directions, each as strong as its share (line integral convolution over
  /// straight lines; Cabral and Leedom, 1993).
  private func field(_ width: Int, _ height: Int) -> Plane {
    var sum = Plane(width: width, height: height)
    for (index, share) in profile.edges.directions.enumerated() {
      var stream = SeedStream(seed: UInt64(index + 1), path: "swatch")
      let noise = (0..<width * height).map { _ in Float(stream.unit() - 0.5) }
      // Directions turn anticlockwise; y points down.
      let angle = -Double.pi * Double(index) / Double(profile.edges.directions.count)
      let way = Affine.rotation(angle).apply(Point(1, 0))
      let steps = (0..<Self.length).map { step -> (x: Int, y: Int) in
        let far = Double(step - Self.length / 2)
        return (Int((way.x * far).rounded()) + width, Int((way.y * far).rounded()) + height)
      }
      for y in 0..<height {
        for x in 0..<width {
          let line = steps.reduce(Float(0)) { $0 + noise[(y + $1.y) % height * width + (x + $1.x) % width] }
          sum.samples[y * sum.stride + x] += line * Float(share)
        }
      }
    }
    return sum
  }

  /// The palette from dark to light over the field from low to high, every colour on its share of the area.
  private func painted(_ field: Plane) -> Bitmap {
    let (width, height) = (field.width, field.height)
    let places = (0..<width * height).sorted { a, b in
      let (p, q) = (
        field.samples[a / width * field.stride + a % width],
        field.samples[b / width * field.stride + b % width]
      )
      return p < q || p == q && a < b
    }
    var bitmap = Bitmap(width: width, height: height)
    let colors = profile.palette.sorted {
      ($0.color.luminance, $0.color.hex) < ($1.color.luminance, $1.color.hex)
    }
    let total = colors.reduce(0) { $0 + $1.share }
    var (start, due) = (0, 0.0)
    for (index, swatch) in colors.enumerated() {
      due += swatch.share / total * Double(places.count)
      let end = index == colors.count - 1 ? places.count : max(start, min(places.count, Int(due.rounded())))
      for place in places[start..<end] { bitmap.pixels[place] = swatch.color.packed }
      start = end
    }
    return bitmap
  }
}
