import Elementary
import Parameters
import Raster

/// A stone: its middle in cells of the reduced picture, and the direction it is turned to.
struct Stone: Sendable {
  var x: Float
  var y: Float
  var cos: Float = 1
  var sin: Float = 0
}

/// How far a place is from a stone.
enum StoneMetric: Sendable {
  /// As the crow flies: stones are polygons.
  case round
  /// Along the stone's own axes, the larger of both; with an aspect above 1, stones are that much longer than wide.
  case square(aspect: Float)

  @inline(__always)
  func distance(_ stone: Stone, _ x: Float, _ y: Float) -> Float {
    let (dx, dy) = (x - stone.x, y - stone.y)
    switch self {
    case .round: return (dx * dx + dy * dy).squareRoot()
    case .square(let aspect):
      let u = abs(dx * stone.cos + dy * stone.sin)
      let v = abs(dy * stone.cos - dx * stone.sin)
      return max(u / aspect, v * aspect)
    }
  }
}

/// Stones sorted into square bins as wide as they are, so that a place has its stones around it in three rows of bins.
struct Stones: Sendable {
  /// The width of a stone, in cells.
  let size: Float
  let metric: StoneMetric
  private(set) var stones: [Stone] = []
  private let across: Int
  private let down: Int
  private var starts: [Int] = []

  /// A bond over the whole of a reduced picture, a stone further on every side.
  init(_ mosaic: Mosaic, size: Double, _ coarse: CoarseLight, stream: SeedStream) {
    self.size = Float(size)
    across = Int(Double(coarse.width) / size) + 3
    down = Int(Double(coarse.height) / size) + 3
    metric =
      switch mosaic.shape {
      case .tesserae: .square(aspect: 1)
      case .bricks: .square(aspect: 1.4)
      case .hexagons, .triangles: .round
      }
    var draws = stream.child("bond")
    let jitter = mosaic.irregularity * (mosaic.shape == .tesserae ? 0.25 : 0.14) * size
    let width = Double(coarse.width) + 2 * size
    let height = Double(coarse.height) + 2 * size
    stones = Self.bond(mosaic.shape, size, width, height).map { x, y in
      let (dx, dy) = (draws.uniform(in: -1...1) * jitter, draws.uniform(in: -1...1) * jitter)
      let (sin, cos) = Exact.sincos(draws.normal() * 0.05 * mosaic.irregularity)
      return Stone(x: Float(x - size + dx), y: Float(y - size + dy), cos: Float(cos), sin: Float(sin))
    }
    sort()
  }

  /// Middles of stones of unit area `size²`, from (0, 0) to (width, height).
  private static func bond(
    _ shape: Mosaic.Shape, _ size: Double, _ width: Double, _ height: Double
  ) -> [(Double, Double)] {
    // Columns and rows of the bond, and where stones lie in each.
    let (column, row, shift, second): (Double, Double, Double, Double?) =
      switch shape {
      case .tesserae: (1, 1, 0.5, nil)
      case .bricks: (1.4, 1 / 1.4, 0.5, nil)
      // 1.0746 = √(2/√3): a hexagon of area 1 has this from side to side.
      case .hexagons: (1.0746, 0.9306, 0.5, nil)
      // The corners of a honeycomb: their polygons are triangles of area 1.
      case .triangles: (1.5197, 1.3161, 0.5, 2.0 / 3)
      }
    var places: [(Double, Double)] = []
    for j in 0...Int(height / (row * size)) {
      for i in 0...Int(width / (column * size)) {
        let x = (Double(i) + (j % 2 == 1 ? shift : 0) + 0.25) * column
        places.append((x * size, (Double(j) + 0.5) * row * size))
        if let second { places.append((x * size, (Double(j) + 0.5 + second) * row * size)) }
      }
    }
    return places
  }

  /// Puts stones into bins, in the order of the bins.
  private mutating func sort() {
    var counts = [Int](repeating: 0, count: across * down + 1)
    let bins = stones.map { bin($0.x, $0.y) }
    for bin in bins { counts[bin + 1] += 1 }
    for index in 1..<counts.count { counts[index] += counts[index - 1] }
    starts = counts
    var sorted = stones
    for (stone, bin) in zip(stones, bins) {
      sorted[counts[bin]] = stone
      counts[bin] += 1
    }
    stones = sorted
  }

  private func bin(_ x: Float, _ y: Float) -> Int {
    let column = max(0, min(across - 1, Int((x / size + 1).rounded(.down))))
    let row = max(0, min(down - 1, Int((y / size + 1).rounded(.down))))
    return row * across + column
  }

  /// Replaces the stones, for instance after they moved.
  mutating func replace(_ moved: [Stone]) {
    stones = moved
    sort()
  }

  /// The nearest and the second nearest stone of a place.
  struct Nearest {
    var first = 0
    var second = 0
    var near = Float.infinity
    var far = Float.infinity
  }

  /// Looks through the stones of nine bins.
  @inline(__always)
  func nearest(
    _ stones: UnsafePointer<Stone>, _ starts: UnsafePointer<Int>, _ x: Float, _ y: Float
  ) -> Nearest {
    var found = Nearest()
    let column = max(1, min(across - 2, Int(x / size + 1)))
    let row = max(1, min(down - 2, Int(y / size + 1)))
    for line in row - 1...row + 1 {
      let bin = line * across + column
      for index in starts[bin - 1]..<starts[bin + 2] {
        let distance = metric.distance(stones[index], x, y)
        if distance < found.near {
          (found.second, found.far) = (found.first, found.near)
          (found.first, found.near) = (index, distance)
        } else if distance < found.far {
          (found.second, found.far) = (index, distance)
        }
      }
    }
    return found
  }

  /// Lends the stones and their bins to a loop.
  @inline(__always)
  func withBins<Result>(_ body: (UnsafePointer<Stone>, UnsafePointer<Int>) -> Result) -> Result {
    // Sound: `nearest` reads inside the bins, because columns and rows are held to their range.
    stones.withUnsafeBufferPointer { stones in
      starts.withUnsafeBufferPointer { body(stones.baseAddress!, $0.baseAddress!) }
    }
  }

  /// Which stone covers each cell of the reduced picture.
  func labels(_ coarse: CoarseLight, jobs: Int) -> [Int32] {
    var labels = [Int32](repeating: 0, count: coarse.width * coarse.height)
    let width = coarse.width
    Bands.fill(&labels, rows: coarse.height, rowLength: width, jobs: jobs, height: 16) { band, part in
      withBins { stones, starts in
        for y in band {
          for x in 0..<width {
            let found = nearest(stones, starts, Float(x) + 0.5, Float(y) + 0.5)
            part[(y - band.lowerBound) * width + x] = Int32(found.first)
          }
        }
      }
    }
    return labels
  }
}
