/// The best of what was found in each cell of a grid over some measures (Mouret and Clune, "Illuminating search spaces by
/// mapping elites", 2015).
struct Archive<Elite> {
  /// Cells along each measure.
  let sizes: [Int]
  private let ranges: [ClosedRange<Double>]
  private(set) var cells: [(elite: Elite, objective: Double)?]

  init(sizes: [Int], ranges: [ClosedRange<Double>]) {
    (self.sizes, self.ranges) = (sizes, ranges)
    cells = Array(repeating: nil, count: sizes.reduce(1, *))
  }

  /// Against rounding at the borders of cells, as the pyribs library has it.
  private static var margin: Double { 1e-6 }

  /// The cell of some measures, the last measure running fastest; what lies outside belongs to the outer cells.
  func index(_ measures: [Double]) -> Int {
    zip(measures, zip(sizes, ranges)).reduce(0) { index, part in
      let (size, range) = part.1
      let width = range.upperBound - range.lowerBound
      let place = Double(size) * (part.0 - range.lowerBound + Self.margin) / width
      return index * size + max(0, min(size - 1, Int(max(-1, min(Double(size), place)))))
    }
  }

  /// Keeps the elite if its cell is empty or it is better than what is there; true if it was kept.
  @discardableResult
  mutating func add(_ elite: Elite, measures: [Double], objective: Double) -> Bool {
    let index = index(measures)
    if let old = cells[index], old.objective >= objective { return false }
    cells[index] = (elite, objective)
    return true
  }
}
