import Parameters
import Studio

extension Planner {
  /// What is drawn from: the preset's space, narrowed by the sweeps.
  public var space: Space { preset.space }

  /// Draws `count` variants in the order of their indices without looking at a picture, in bounded memory.
  ///
  /// Variants that miss the part of the preset's condition on parameters are passed over.
  /// - Parameters:
  ///   - count: of variants.
  ///   - workshop: whose threads draw.
  ///   - line: what to make of an index and its variant; called on many threads.
  ///   - write: gets what was made, in order, some thousand at a time.
  /// - Throws: `PlanError` if none of the first tries satisfies the condition; what `write` throws.
  public func stream<Line: Sendable>(
    count: Int, in workshop: Workshop, _ line: @Sendable (Int, Variant) -> Line,
    to write: (ArraySlice<Line>) throws -> Void
  ) throws {
    let sampler = Sampler(preset.space, seed: seed, plan: plan, locks: locks)
    let condition = preset.condition?.onParameters
    let (chunk, chunks) = (512, workshop.jobs * 4)
    var (start, written) = (0, 0)
    var closest: Shortfall?
    while written < count, start < count * Self.patience + 2048 {
      let parts = workshop.map(chunks) { [start] part, _ in
        var lines: [Line] = []
        var closest: Shortfall?
        for index in start + part * chunk..<start + (part + 1) * chunk {
          let variant = sampler.variant(at: UInt32(truncatingIfNeeded: index))
          if let missed = condition?.missed({ variant[$0] }) {
            if missed.distance < closest?.distance ?? .infinity { closest = missed }
          } else {
            lines.append(line(index, variant))
          }
        }
        return (lines: lines, closest: closest)
      }
      for part in parts where written < count {
        let lines = part.lines.prefix(count - written)
        if !lines.isEmpty { try write(lines) }
        written += lines.count
        if let near = part.closest, near.distance < closest?.distance ?? .infinity { closest = near }
      }
      start += chunks * chunk
    }
    if written == 0, let closest, let condition {
      throw PlanError.nothingSatisfies(condition, closest, tried: start)
    }
  }
}
