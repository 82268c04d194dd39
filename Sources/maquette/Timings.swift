import Dispatch
import Glibc
import ImageFiles
import JSON5
import Studio

/// Measures named stages for `--timings`.
struct Timings {
  private var stages: [(name: String, ms: Double, megapixels: Double)] = []
  private let start = DispatchTime.now().uptimeNanoseconds

  /// Runs a stage and notes how long it took.
  mutating func stage<T>(_ name: String, megapixels: Double = 0, _ body: () throws -> T) rethrows -> T {
    let from = DispatchTime.now().uptimeNanoseconds
    defer { stages.append((name, Self.milliseconds(since: from), megapixels)) }
    return try body()
  }

  /// Writes the contract's JSON; peak memory is the process's so far.
  func write(to path: String) throws {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let tree = JSONTree.members([
      (
        "stages",
        .array(
          stages.map {
            .members([
              ("name", .string($0.name)), ("ms", .number($0.ms)), ("megapixels", .number($0.megapixels)),
            ])
          })
      ),
      ("total_ms", .number(Self.milliseconds(since: start))),
      ("peak_rss_bytes", .integer(usage.ru_maxrss * 1024)),
    ])
    try writeFile(Array(JSONText.pretty(tree).utf8), to: path, overwrite: true)
  }

  private static func milliseconds(since start: UInt64) -> Double {
    (Double(DispatchTime.now().uptimeNanoseconds - start) / 1e3).rounded() / 1e3
  }
}
