import Color
import Parameters
import Raster

/// A picture as the measures of style look at it: OKLab, one array a channel, row by row.
struct LabPicture {
  let width: Int
  let height: Int
  /// Lightness, a, b.
  private(set) var channels: [[Float]]

  init(_ bitmap: Bitmap) {
    (width, height) = (bitmap.width, bitmap.height)
    let colors = bitmap.pixels.map { p in
      OKLab(SRGB(Double(p >> 16 & 255) / 255, Double(p >> 8 & 255) / 255, Double(p & 255) / 255))
    }
    channels = [
      colors.map { Float($0.lightness) }, colors.map { Float($0.a) }, colors.map { Float($0.b) },
    ]
  }

  private init(width: Int, height: Int, channels: [[Float]]) {
    (self.width, self.height, self.channels) = (width, height, channels)
  }

  /// Each pixel the mean of four.
  var halved: LabPicture {
    let (w, h) = (width / 2, height / 2)
    let smaller = channels.map { channel in
      (0..<w * h).map { i -> Float in
        let at = i / w * 2 * width + i % w * 2
        return (channel[at] + channel[at + 1] + channel[at + width] + channel[at + width + 1]) / 4
      }
    }
    return LabPicture(width: w, height: h, channels: smaller)
  }

  /// Squares of `side` pixels, a step apart, each as one vector of all its numbers.
  func patches(side: Int, step: Int) -> [[Float]] {
    var patches: [[Float]] = []
    for y in stride(from: 0, through: height - side, by: step) {
      for x in stride(from: 0, through: width - side, by: step) {
        patches.append(
          channels.flatMap { channel in
            (0..<side * side).map { channel[(y + $0 / side) * width + x + $0 % side] }
          })
      }
    }
    return patches
  }
}

/// How far a picture is from an exemplar in style, and from its original in content.
enum StyleMeasures {
  private static let directions = 48

  /// Sliced Wasserstein distance of patches of 5 x 5 pixels in OKLab, mean over full, half and quarter size; of
  /// pictures of one size. 0 for the same style.
  static func patches(_ a: LabPicture, _ b: LabPicture) -> Double {
    var (a, b, sum) = (a, b, 0.0)
    for step in [3, 2, 1] {
      sum += sliced(a.patches(side: 5, step: step), b.patches(side: 5, step: step))
      (a, b) = (a.halved, b.halved)
    }
    return sum / 3
  }

  /// Sliced Wasserstein distance of the colours in OKLab.
  static func colors(_ a: LabPicture, _ b: LabPicture) -> Double {
    sliced(a.patches(side: 1, step: 2), b.patches(side: 1, step: 2))
  }

  /// Mean over directions of the distance of sorted projections (Bonneel et al., "Sliced and Radon Wasserstein
  /// barycenters of measures", 2015).
  private static func sliced(_ a: [[Float]], _ b: [[Float]]) -> Double {
    var stream = SeedStream(seed: 1, path: "directions")
    let total = (0..<directions).reduce(0.0) { total, _ in
      let raw = (0..<a[0].count).map { _ in normal(&stream) }
      let length = raw.reduce(0) { $0 + $1 * $1 }.squareRoot()
      let direction = raw.map { Float($0 / length) }
      func projected(_ patches: [[Float]]) -> [Float] {
        patches.map { patch in zip(patch, direction).reduce(Float(0)) { $0 + $1.0 * $1.1 } }.sorted()
      }
      let gaps = zip(projected(a), projected(b)).reduce(0.0) { $0 + Double(abs($1.0 - $1.1)) }
      return total + gaps / Double(a.count)
    }
    return total / Double(directions)
  }

  private static func normal(_ stream: inout SeedStream) -> Double {
    (0..<12).reduce(-6.0) { sum, _ in sum + stream.unit() }
  }

  /// Structural similarity (Wang et al., 2004; windows of 8 x 8, 4 apart) of the sizes of the lightness gradients:
  /// 1 if all edges stand where they stood.
  static func edges(_ a: LabPicture, _ b: LabPicture) -> Double {
    let (p, q) = (edgeMap(a), edgeMap(b))
    var (sum, count) = (0.0, 0.0)
    for y in stride(from: 0, through: a.height - 8, by: 4) {
      for x in stride(from: 0, through: a.width - 8, by: 4) {
        sum += similarity(p, q, at: y * a.width + x, stride: a.width)
        count += 1
      }
    }
    return sum / count
  }

  private static func similarity(_ p: [Float], _ q: [Float], at start: Int, stride: Int) -> Double {
    var (sp, sq, pp, qq, pq) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for i in 0..<64 {
      let at = start + i / 8 * stride + i % 8
      let (u, v) = (Double(p[at]), Double(q[at]))
      (sp, sq, pp, qq, pq) = (sp + u, sq + v, pp + u * u, qq + v * v, pq + u * v)
    }
    let (mp, mq) = (sp / 64, sq / 64)
    let (vp, vq, both) = (pp / 64 - mp * mp, qq / 64 - mq * mq, pq / 64 - mp * mq)
    let (c1, c2) = (1e-4, 9e-4)
    return (2 * mp * mq + c1) * (2 * both + c2) / ((mp * mp + mq * mq + c1) * (vp + vq + c2))
  }

  /// Sobel's gradient of lightness, its size; 0 along the border.
  private static func edgeMap(_ picture: LabPicture) -> [Float] {
    let (w, l) = (picture.width, picture.channels[0])
    var map = [Float](repeating: 0, count: l.count)
    for y in 1..<picture.height - 1 {
      for x in 1..<w - 1 {
        let i = y * w + x
        let right = l[i - w + 1] + 2 * l[i + 1] + l[i + w + 1]
        let left = l[i - w - 1] + 2 * l[i - 1] + l[i + w - 1]
        let below = l[i + w - 1] + 2 * l[i + w] + l[i + w + 1]
        let above = l[i - w - 1] + 2 * l[i - w] + l[i - w + 1]
        let (dx, dy) = (right - left, below - above)
        map[i] = (dx * dx + dy * dy).squareRoot() / 4
      }
    }
    return map
  }
}
