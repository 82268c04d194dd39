import Parameters
import Studio

/// A plan that fills a map of two scores with the best variant of each cell.
public struct MapPlan: Sendable {
  /// Across and up.
  let axes: [MapAxis]
  let locks: Locks
  /// Fresh draws, then children of what has been found, so many at a time.
  var draws = 192
  var generations = 5
  var children = 72

  /// A map of two axes, the first across, the second up.
  public init(_ axes: [MapAxis], locks: Locks = .none) {
    precondition(axes.count == 2, "a map has two axes")
    (self.axes, self.locks) = (axes, locks)
  }

  /// A map of about `count` cells; cells in which nothing was found stay empty.
  public func run(
    _ preset: Preset, count: Int, seed: UInt64, in workshop: Workshop
  ) throws(PlanError) -> Planned {
    var tally = ReasonTally()
    // A board holds a whole room's view and takes longer to look at than all of a poster.
    let (draws, children) = preset.brief == nil ? (draws, children) : (draws / 6, children / 6)
    let sampler = Sampler(preset.space, seed: seed, plan: .sobol, locks: locks)
    let first = try evaluated(
      (0..<UInt32(draws)).map { Proposal(sampler.variant(at: $0)) }, preset, workshop, &tally)
    guard !first.isEmpty else { throw tally.error(preset.condition) }
    let ranges = axes.map { axis in Self.range(first.map { Self.score($0, axis.score) }) }
    let columns = max(1, Int(Double(count).squareRoot().rounded()))
    var archive = Archive<Candidate>(sizes: [max(1, count / columns), columns], ranges: ranges.reversed())
    for candidate in first { add(candidate, to: &archive) }
    let breeder = Breeder(space: preset.space, locks: locks, spread: 0.5, seed: seed)
    for generation in 0..<generations {
      let parents = archive.cells.compactMap { $0?.elite.variant }
      var stream = SeedStream(seed: seed, path: "map", variant: UInt64(generation))
      let proposals = (0..<children).compactMap { child in
        breeder.mutation(of: stream.pick(parents), number: generation * children + child)
      }
      for candidate in try evaluated(proposals, preset, workshop, &tally) { add(candidate, to: &archive) }
    }
    return planned(archive, ranges, tally)
  }

  private func evaluated(
    _ proposals: [Proposal], _ preset: Preset, _ workshop: Workshop, _ tally: inout ReasonTally
  ) throws(PlanError) -> [Candidate] {
    let results = workshop.map(proposals.count) { index, typesetter in
      Planner.evaluate(proposals[index].variant, preset, typesetter)
    }
    var candidates: [Candidate] = []
    for result in results {
      switch result {
      case .success(let candidate): candidates.append(candidate)
      case .failure(let rejection): try tally.add(rejection)
      }
    }
    return candidates
  }

  private func add(_ candidate: Candidate, to archive: inout Archive<Candidate>) {
    archive.add(
      candidate, measures: axes.reversed().map { Self.score(candidate, $0.score) },
      objective: Self.quality(candidate.scores))
  }

  private static func score(_ candidate: Candidate, _ name: String) -> Double {
    candidate.scores.named.first { $0.name == name }!.value
  }

  /// How well a variant is laid out: the scores of ``Quality``, as measured on the larger picture.
  private static func quality(_ scores: Scores) -> Double {
    let aligned = 1 - min(1, scores.alignment / 0.005)
    return (aligned + scores.hierarchy + scores.balance + 1 - min(1, scores.occlusion / 0.2)) / 4
  }

  /// From the 3rd to the 97th percentile: single strange ones must not stretch a map.
  private static func range(_ values: [Double]) -> ClosedRange<Double> {
    let sorted = values.sorted()
    let margin = sorted.count * 3 / 100
    let (low, high) = (sorted[margin], sorted[sorted.count - 1 - margin])
    return low...(high > low ? high : low + 1e-3)
  }

  /// The cells from the upper left on.
  private func planned(
    _ archive: Archive<Candidate>, _ ranges: [ClosedRange<Double>], _ tally: ReasonTally
  ) -> Planned {
    let (rows, columns) = (archive.sizes[0], archive.sizes[1])
    var tiles: [Candidate] = []
    var cells: [PlannedGrid.Cell] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let (x, y) = (
          axes[0].isFalling ? columns - 1 - column : column, axes[1].isFalling ? row : rows - 1 - row
        )
        guard let elite = archive.cells[y * columns + x]?.elite else {
          cells.append(.empty(reason: "nothing found here"))
          continue
        }
        cells.append(.tile(tiles.count))
        tiles.append(elite)
      }
    }
    let (across, up) = (labels(axes[0], ranges[0], columns), labels(axes[1], ranges[1], rows))
    return Planned(
      tiles: tiles, skipped: tally.reasons,
      grid: PlannedGrid(
        cells: cells, columns: columns, columnLabels: across, rowLabels: up.reversed(),
        columnTitle: axes[0].score, rowTitle: axes[1].score))
  }

  /// Each cell's range, and the axis's words at its ends.
  private func labels(_ axis: MapAxis, _ range: ClosedRange<Double>, _ count: Int) -> [String] {
    func shown(_ value: Double) -> String {
      let scale = range.upperBound > 10 ? 1.0 : 100
      return ParameterValue.number((value * scale).rounded() / scale).description
    }
    let step = (range.upperBound - range.lowerBound) / Double(count)
    return (0..<count).map { i in
      let cell = axis.isFalling ? count - 1 - i : i
      let low = range.lowerBound + Double(cell) * step
      let text = "\(shown(low))–\(shown(low + step))"
      return i == 0 ? "\(axis.first)  \(text)" : i == count - 1 ? "\(axis.last)  \(text)" : text
    }
  }
}
