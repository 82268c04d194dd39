import Parameters
import Studio

/// Sweeps that step together: one axis of a grid.
public struct SweepAxis: Hashable, Sendable {
  public let sweeps: [Sweep]

  /// Steps along the axis.
  public var count: Int { sweeps[0].values.count }

  /// What step `index` sets.
  public func values(at index: Int) -> [Variant.NamedValue] {
    sweeps.map { Variant.NamedValue($0.name, $0.values[index]) }
  }

  /// The step in words: the value alone, or several values.
  public func label(at index: Int) -> String {
    sweeps.map { $0.values[index].description }.joined(separator: " · ")
  }

  /// The name in words.
  public var title: String { sweeps.map(\.name).joined(separator: " · ") }

  /// Puts sweeps whose parameters a preset zips on one axis; the others get one each, in order.
  ///
  /// Throws if zipped sweeps have different numbers of values.
  public static func axes(_ sweeps: [Sweep], zipped: [[String]]) throws(SweepError) -> [SweepAxis] {
    var axes: [[Sweep]] = []
    for sweep in sweeps {
      let partners = zipped.first { $0.contains(sweep.name) } ?? []
      if let index = axes.firstIndex(where: { $0.contains { partners.contains($0.name) } }) {
        guard axes[index][0].values.count == sweep.values.count else {
          throw SweepError(
            "\(axes[index][0].name) and \(sweep.name) step together, but have \(axes[index][0].values.count) and \(sweep.values.count) values"
          )
        }
        axes[index].append(sweep)
      } else {
        axes.append([sweep])
      }
    }
    return axes.map(SweepAxis.init)
  }
}
