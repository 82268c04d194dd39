import Parameters
import Raster

/// Image quilting (Efros and Freeman, "Image quilting for texture synthesis and transfer", 2001) on a torus: blocks of the
/// example that agree with what stands already, cut along the seam of least error; the last ones in a row and a column
/// also agree with the first.
struct QuiltedTiling {
  private let example: Channels
  private let stream: SeedStream
  /// From block to block.
  private let step: (x: Int, y: Int)
  private let blocks: (x: Int, y: Int)
  private let overlap: Int
  private var canvas: Channels
  private var isPainted: [Bool]

  init(_ example: Channels, patch: Int, width: Int, height: Int, _ stream: SeedStream) {
    (self.example, self.stream) = (example, stream)
    overlap = max(6, patch / 3)
    // As many whole blocks as fill the swatch; it is filled exactly, so steps differ by a pixel at most.
    let wanted = Double(patch - overlap)
    blocks = (
      max(1, Int((Double(width) / wanted).rounded(.up))), max(1, Int((Double(height) / wanted).rounded(.up)))
    )
    step = ((width + blocks.x - 1) / blocks.x, (height + blocks.y - 1) / blocks.y)
    let empty = [Float](repeating: 0, count: width * height)
    canvas = Channels(width: width, height: height, planes: [empty, empty, empty])
    isPainted = [Bool](repeating: false, count: width * height)
  }

  func bitmap() -> Bitmap {
    var quilt = self
    var stream = stream.child("quilt")
    for row in 0..<blocks.y {
      for column in 0..<blocks.x {
        let place = (x: column * canvas.width / blocks.x, y: row * canvas.height / blocks.y)
        quilt.lay(place, &stream)
      }
    }
    return quilt.canvas.bitmap()
  }

  private var side: (x: Int, y: Int) {
    (min(step.x + overlap, canvas.width), min(step.y + overlap, canvas.height))
  }

  private func index(_ x: Int, _ y: Int) -> Int { (y % canvas.height) * canvas.width + x % canvas.width }

  private mutating func lay(_ place: (x: Int, y: Int), _ stream: inout SeedStream) {
    let source = choose(place, &stream)
    let errors = errors(place, source)
    let keeps = seams(place, errors)
    for y in 0..<side.y {
      for x in 0..<side.x where !keeps[y * side.x + x] {
        let target = index(place.x + x, place.y + y)
        let from = (source.y + y) * example.width + source.x + x
        for plane in 0..<3 { canvas.planes[plane][target] = example.planes[plane][from] }
        isPainted[target] = true
      }
    }
  }

  // MARK: Choosing

  /// The block that agrees best with what is painted: first among places on a coarse grid by every third pixel, then
  /// nearby by all.
  private func choose(_ place: (x: Int, y: Int), _ stream: inout SeedStream) -> (x: Int, y: Int) {
    let (right, bottom) = (max(0, example.width - side.x), max(0, example.height - side.y))
    var best = (x: stream.integer(in: 0...right), y: stream.integer(in: 0...bottom))
    let painted = overlapped(place, every: 3)
    guard !painted.isEmpty else { return best }
    var least = Float.infinity
    let stride = max(1, Int((Double((right + 1) * (bottom + 1)) / 2500).squareRoot()))
    // The coarse grid starts elsewhere for every block, so that blocks that agree alike are not always the same.
    let (offX, offY) = (stream.integer(in: 0...stride - 1), stream.integer(in: 0...stride - 1))
    for y in Swift.stride(from: min(offY, bottom), through: bottom, by: stride) {
      for x in Swift.stride(from: min(offX, right), through: right, by: stride) {
        let error = disagreement(painted, x, y, below: least)
        if error < least { (least, best) = (error, (x, y)) }
      }
    }
    let all = overlapped(place, every: 1)
    let middle = best
    least = .infinity
    for y in max(0, middle.y - stride)...min(bottom, middle.y + stride) {
      for x in max(0, middle.x - stride)...min(right, middle.x + stride) {
        let error = disagreement(all, x, y, below: least)
        if error < least { (least, best) = (error, (x, y)) }
      }
    }
    return best
  }

  /// Places of the block that are painted already, as pairs of an offset in the example and a pixel of the canvas.
  private func overlapped(_ place: (x: Int, y: Int), every stride: Int) -> [(from: Int, to: Int)] {
    Swift.stride(from: 0, to: side.y, by: stride).flatMap { y in
      Swift.stride(from: 0, to: side.x, by: stride).compactMap { x in
        let target = index(place.x + x, place.y + y)
        return isPainted[target] ? (y * example.width + x, target) : nil
      }
    }
  }

  private func disagreement(_ painted: [(from: Int, to: Int)], _ x: Int, _ y: Int, below limit: Float)
    -> Float
  {
    let start = y * example.width + x
    var sum: Float = 0
    for (count, pair) in painted.enumerated() {
      for plane in 0..<3 {
        let d = example.planes[plane][start + pair.from] - canvas.planes[plane][pair.to]
        sum += d * d
      }
      if count & 63 == 63, sum >= limit { return sum }
    }
    return sum
  }

  // MARK: Cutting

  /// The squared difference of the block and what is painted, nothing where nothing is.
  private func errors(_ place: (x: Int, y: Int), _ source: (x: Int, y: Int)) -> [Float?] {
    (0..<side.x * side.y).map { number in
      let (x, y) = (number % side.x, number / side.x)
      let target = index(place.x + x, place.y + y)
      guard isPainted[target] else { return nil }
      let from = (source.y + y) * example.width + source.x + x
      return (0..<3).reduce(Float(0)) { sum, plane in
        let d = example.planes[plane][from] - canvas.planes[plane][target]
        return sum + d * d
      }
    }
  }

  /// True where the block leaves what is painted: beyond the seams along its four sides.
  private func seams(_ place: (x: Int, y: Int), _ errors: [Float?]) -> [Bool] {
    let (w, h) = side
    var keeps = [Bool](repeating: false, count: w * h)
    let band = min(overlap, w, h)
    // Along each side: `at` gives the place `depth` pixels in from it, `along` pixels on.
    let sides: [(length: Int, at: (Int, Int) -> Int)] = [
      (h, { along, depth in along * w + depth }), (h, { along, depth in along * w + w - 1 - depth }),
      (w, { along, depth in depth * w + along }), (w, { along, depth in (h - 1 - depth) * w + along }),
    ]
    for side in sides where isSeam(side, errors, band) {
      let cut = cut(length: side.length, band: band) { errors[side.at($0, $1)] ?? 0 }
      for (along, depth) in cut.enumerated() {
        for kept in 0..<depth where errors[side.at(along, kept)] != nil { keeps[side.at(along, kept)] = true }
      }
    }
    return keeps
  }

  /// True if the middle of a side's whole band is painted.
  private func isSeam(
    _ side: (length: Int, at: (Int, Int) -> Int), _ errors: [Float?], _ band: Int
  ) -> Bool {
    (0..<band).allSatisfy { errors[side.at(side.length / 2, $0)] != nil }
  }

  /// The path of least error along a band, one pixel aside at most from step to step, as depths: dynamic programming.
  private func cut(length: Int, band: Int, _ error: (Int, Int) -> Float) -> [Int] {
    var costs = (0..<band).map { error(0, $0) }
    var steps: [[Int]] = []
    for along in 1..<max(length, 1) {
      var (next, from) = ([Float](), [Int]())
      for depth in 0..<band {
        var best = depth
        for other in [depth - 1, depth + 1] where (0..<band).contains(other) && costs[other] < costs[best] {
          best = other
        }
        next.append(costs[best] + error(along, depth))
        from.append(best)
      }
      (costs, steps) = (next, steps + [from])
    }
    var depth = costs.indices.min { costs[$0] < costs[$1] }!
    var path = [depth]
    for from in steps.reversed() {
      depth = from[depth]
      path.append(depth)
    }
    return path.reversed()
  }
}
