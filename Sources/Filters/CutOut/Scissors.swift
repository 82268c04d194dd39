import Geometry

/// Cuts the outlines of a smooth field as scissors would: straight strokes between turns.
///
/// Where the outlines of two fields run together they must be cut alike, or slivers of the sheet between would show. So
/// turns are found by what lies around a point alone, and strokes between two turns depend on nothing else.
struct Scissors: Sendable {
  /// How far a stroke may leave the outline, in samples.
  private let tolerance: Double
  /// How far a round turn may cut a corner, in samples.
  private let roundness: Double
  /// Pieces and holes below this area are not cut.
  private let leastArea: Double
  /// How many points before and after tell how sharp a turn is.
  private let reach: Int

  /// Lengths are in samples; `strokes` of 0...1 makes strokes straighter.
  init(smoothness: Double, strokes: Double, smallest: Double) {
    tolerance = smoothness * (0.04 + 0.3 * strokes * strokes)
    roundness = smoothness * (0.3 - 0.22 * strokes)
    leastArea = smallest * smallest * 0.5
    reach = max(2, Int(smoothness * 1.2))
  }

  /// The outlines of all that is above 1/2. Sheets go on beyond the border, so that no cut shows along it.
  func cut(_ field: ScalarGrid) -> Path {
    let margin = 2 * reach + 4
    var path = Path()
    for contour in widened(field, by: margin).rimmed(with: 0).isolines(at: 0.5)
    where abs(contour.area) >= leastArea {
      let cut = contour.simplified(tolerance: tolerance, keeping: turns(of: contour.points))
      path.append(cut.rounded(tolerance: roundness))
    }
    return path.transformed(by: .translation(-Double(margin + 1), -Double(margin + 1)))
  }

  /// The field with its border samples repeated outwards.
  private func widened(_ field: ScalarGrid, by margin: Int) -> ScalarGrid {
    let (width, height) = (field.width + 2 * margin, field.height + 2 * margin)
    var samples = [Float](repeating: 0, count: width * height)
    for y in 0..<height {
      let row = max(0, min(field.height - 1, y - margin)) * field.width
      for x in 0..<width {
        samples[y * width + x] = field.samples[row + max(0, min(field.width - 1, x - margin))]
      }
    }
    return ScalarGrid(width: width, height: height, samples: samples)
  }

  /// Points that stand out most among their neighbours, and at least two.
  private func turns(of points: [Point]) -> [Int] {
    let n = points.count
    let sharpness = points.indices.map { i in
      let chord = points[(i + n - reach % n) % n].mixed(with: points[(i + reach) % n], 0.5)
      return points[i].distance(to: chord)
    }
    let turns = points.indices.filter { i in
      (1...reach).allSatisfy { d in
        sharpness[i] >= sharpness[(i + n - d % n) % n] && sharpness[i] > sharpness[(i + d) % n]
      }
    }
    if turns.count >= 2 { return turns }
    let far = points.indices.max { points[$0].distance(to: points[0]) < points[$1].distance(to: points[0]) }!
    return far > 0 ? [0, far] : [0, n / 2]
  }
}
