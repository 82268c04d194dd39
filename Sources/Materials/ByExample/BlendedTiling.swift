import Parameters
import Raster

/// Histogram-preserving blending of patches (Heitz and Neyret, "High-performance by-example noise using a
/// histogram-preserving blending operator", 2018) on a triangle lattice that wraps around the swatch.
///
/// Every lattice point shows a patch of the example; three of them meet in a pixel. Values are made Gaussian and their
/// deviation restored after blending, so that contrast does not sag where patches mix; then they are brought back to the
/// example's own distribution. Colours are turned to axes of no correlation first, since channels are treated apart.
struct BlendedTiling {
  private let example: Channels
  private let axes: ColorAxes
  private let width: Int
  private let height: Int
  private let lattice: WrappedTriangles
  /// Where each lattice point's patch lies in the example: what to add to a pixel's place from the point.
  private let origins: [(x: Int, y: Int)]

  init(_ example: Channels, patch: Int, width: Int, height: Int, _ stream: SeedStream) {
    axes = ColorAxes(example)
    self.example = axes.turned(example)
    (self.width, self.height) = (width, height)
    // A patch reaches one lattice step to every side of its point.
    let lattice = WrappedTriangles(width: width, height: height, step: Double(patch) / 2)
    self.lattice = lattice
    var stream = stream.child("patches")
    let (left, top) = (Int(lattice.stepX.rounded(.up)) + 1, Int(lattice.stepY.rounded(.up)) + 1)
    let (right, bottom) = (max(left, example.width - left - 1), max(top, example.height - top - 1))
    origins = (0..<lattice.count).map { _ in
      (stream.integer(in: left...right), stream.integer(in: top...bottom))
    }
  }

  func bitmap() -> Bitmap {
    let planes = example.planes.map { plane -> [Float] in
      let ranks = Ranks(plane)
      let blended = blended(plane.map { ranks.gaussian(of: $0) })
      // By the blend's own distribution: what remains of the error of three terms is taken out with it.
      let own = Ranks(blended)
      return blended.map { ranks.value(at: own.share(of: $0)) }
    }
    return axes.turnedBack(Channels(width: width, height: height, planes: planes)).bitmap()
  }

  /// The sum of three patches with their weights, over the root of the squares' sum: its deviation is that of one.
  private func blended(_ plane: [Float]) -> [Float] {
    var result = [Float](repeating: 0, count: width * height)
    for y in 0..<height {
      for x in 0..<width {
        var (sum, squares) = (0.0, 0.0)
        lattice.forEachCorner(Double(x) + 0.5, Double(y) + 0.5) { corner in
          let origin = origins[corner.point]
          let column = min(max(origin.x + Int(corner.dx.rounded(.down)), 0), example.width - 1)
          let row = min(max(origin.y + Int(corner.dy.rounded(.down)), 0), example.height - 1)
          sum += corner.weight * Double(plane[row * example.width + column])
          squares += corner.weight * corner.weight
        }
        result[y * width + x] = Float(sum / squares.squareRoot())
      }
    }
    return result
  }
}

/// A lattice of triangles over a rectangle that wraps around: whole steps across, an even number of rows down, every
/// other one half a step aside.
struct WrappedTriangles {
  let columns: Int
  let rows: Int
  let stepX: Double
  let stepY: Double

  /// One corner of the triangle around a place.
  struct Corner {
    let point: Int
    /// From the point to the place.
    let dx: Double
    let dy: Double
    /// 0...1; the three sum to 1.
    let weight: Double
  }

  init(width: Int, height: Int, step: Double) {
    columns = max(2, Int((Double(width) / step).rounded()))
    rows = max(2, Int((Double(height) / (step * 0.8660254037844386) / 2).rounded()) * 2)
    stepX = Double(width) / Double(columns)
    stepY = Double(height) / Double(rows)
  }

  var count: Int { columns * rows }

  /// Calls `body` with the three corners of the triangle around (x, y).
  @inline(__always)
  func forEachCorner(_ x: Double, _ y: Double, _ body: (Corner) -> Void) {
    let v = y / stepY
    let u = x / stepX - v / 2
    let (i, j) = (u.rounded(.down), v.rounded(.down))
    let (s, t) = (u - i, v - j)
    func corner(_ a: Double, _ b: Double, _ weight: Double) -> Corner {
      let (column, row) = (i + a, j + b)
      return Corner(
        point: point(Int(column), Int(row)), dx: (u - column + (v - row) / 2) * stepX, dy: (v - row) * stepY,
        weight: weight)
    }
    let isUpper = s + t < 1
    body(isUpper ? corner(0, 0, 1 - s - t) : corner(1, 1, s + t - 1))
    body(corner(1, 0, isUpper ? s : 1 - t))
    body(corner(0, 1, isUpper ? t : 1 - s))
  }

  /// Around the foot the slanted columns come back shifted by half the number of rows.
  private func point(_ column: Int, _ row: Int) -> Int {
    let turns = (Double(row) / Double(rows)).rounded(.down)
    let shifted = column + Int(turns) * rows / 2
    let rest = shifted % columns
    return (row - Int(turns) * rows) * columns + (rest < 0 ? rest + columns : rest)
  }
}
