import Parameters
import Studio

/// A plan that steps through sweeps while everything else stands still.
public struct GridPlan: Sendable {
  public let axes: [SweepAxis]

  /// The most cells of a grid.
  public static let limit = 400
  /// How many beginnings are tried for one whose cells all pass.
  private static let beginnings = 6

  /// Throws if there is no axis, or more cells than a sheet can hold.
  public init(_ axes: [SweepAxis]) throws(SweepError) {
    guard !axes.isEmpty else { throw SweepError("a grid needs at least one --vary P=SWEEP") }
    let cells = axes.reduce(1) { $0.multipliedReportingOverflow(by: $1.count).partialValue }
    guard cells <= Self.limit else {
      throw SweepError(
        "the sweeps make \(axes.map { "\($0.count)" }.joined(separator: " x ")) = \(cells) cells; the limit is \(Self.limit)"
      )
    }
    self.axes = axes
  }

  /// Columns step through the last axis; with one axis, rows are as the sheet likes.
  var columns: Int { axes[axes.count - 1].count }

  /// How many cells there are.
  public var count: Int { axes.reduce(1) { $0 * $1.count } }

  /// What cell `index` sets; the last axis runs fastest.
  private func values(at index: Int) -> [Variant.NamedValue] {
    var rest = index
    var values: [Variant.NamedValue] = []
    for axis in axes.reversed() {
      values += axis.values(at: rest % axis.count)
      rest /= axis.count
    }
    return values
  }

  /// Evaluates every cell around the first draw that has all swept parameters and whose cells all pass; of a few
  /// tried, the one with most.
  ///
  /// Throws if no draw has all swept parameters, or if no cell of any passes.
  public func run(_ preset: Preset, seed: UInt64, in workshop: Workshop) throws(PlanError) -> Planned {
    let sampler = Sampler(preset.space, seed: seed, plan: .sobol)
    let names = axes.flatMap { $0.sweeps.map(\.name) }
    var best: [Result<Candidate, Rejection>] = []
    var tried = 0
    for index in UInt32(0)..<4096 where tried < Self.beginnings {
      let variants = (0..<count).map { sampler.variant(at: index, fixing: values(at: $0)) }
      guard variants.allSatisfy({ variant in names.allSatisfy { variant[$0] != nil } }) else { continue }
      tried += 1
      let results = workshop.map(variants.count) { cell, typesetter in
        Planner.evaluate(variants[cell], preset, typesetter)
      }
      if Self.passed(results) > Self.passed(best) { best = results }
      if Self.passed(best) == count { break }
    }
    return try planned(best, hasBeginning: tried > 0, names: names)
  }

  private static func passed(_ results: [Result<Candidate, Rejection>]) -> Int {
    results.count { if case .success = $0 { true } else { false } }
  }

  private func planned(
    _ results: [Result<Candidate, Rejection>], hasBeginning: Bool, names: [String]
  ) throws(PlanError) -> Planned {
    var tally = ReasonTally()
    if !hasBeginning {
      tally.add("no combination of components has \(names.joined(separator: " and ")) at once")
    }
    var tiles: [Candidate] = []
    var cells: [PlannedGrid.Cell] = []
    for result in results {
      switch result {
      case .success(let candidate):
        cells.append(.tile(tiles.count))
        tiles.append(candidate)
      case .failure(let rejection):
        try tally.add(rejection)
        cells.append(.empty(reason: rejection.reason))
      }
    }
    guard !tiles.isEmpty else { throw .nothingPassed(tally.reasons) }
    return Planned(tiles: tiles, skipped: tally.reasons, grid: grid(cells))
  }

  private func grid(_ cells: [PlannedGrid.Cell]) -> PlannedGrid {
    let last = axes[axes.count - 1]
    guard axes.count > 1 else {
      return PlannedGrid(cells: cells, columns: nil, columnLabels: [], rowLabels: [])
    }
    let rows = count / columns
    let rowLabels = (0..<rows).map { row -> String in
      var rest = row
      var words: [String] = []
      for axis in axes.dropLast().reversed() {
        words.insert(axis.label(at: rest % axis.count), at: 0)
        rest /= axis.count
      }
      return words.joined(separator: " · ")
    }
    return PlannedGrid(
      cells: cells, columns: columns, columnLabels: (0..<columns).map(last.label(at:)), rowLabels: rowLabels,
      columnTitle: last.title, rowTitle: axes.dropLast().map(\.title).joined(separator: " · "))
  }
}

/// Where the tiles of a grid stand.
public struct PlannedGrid: Sendable {
  public enum Cell: Sendable {
    /// The index of a tile.
    case tile(Int)
    /// The cell's variant failed a gate.
    case empty(reason: String)
  }

  /// Row by row.
  public let cells: [Cell]
  /// Nil if the sheet may choose: cells of one axis just follow each other.
  public let columns: Int?
  public let columnLabels: [String]
  public let rowLabels: [String]
  public var columnTitle = ""
  public var rowTitle = ""

  public init(
    cells: [Cell], columns: Int?, columnLabels: [String], rowLabels: [String], columnTitle: String = "",
    rowTitle: String = ""
  ) {
    self.cells = cells
    self.columns = columns
    self.columnLabels = columnLabels
    self.rowLabels = rowLabels
    self.columnTitle = columnTitle
    self.rowTitle = rowTitle
  }
}
