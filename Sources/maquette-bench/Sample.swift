import Dispatch

/// Measured values of one thing, in milliseconds.
struct Sample {
  private(set) var values: [Double] = []

  mutating func add(_ milliseconds: Double) { values.append(milliseconds) }

  mutating func add(_ other: Sample) { values += other.values }

  /// Runs `body` and adds how long it took.
  mutating func time<T>(_ body: () throws -> T) rethrows -> T {
    let start = now()
    defer { add(now() - start) }
    return try body()
  }

  /// The middle value; of an even number, the mean of the two in the middle.
  var median: Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return .nan }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }

  var least: Double { values.min() ?? .nan }
  var worst: Double { values.max() ?? .nan }
  var total: Double { values.reduce(0, +) }
}

/// Milliseconds on a clock that only goes forward.
func now() -> Double { Double(DispatchTime.now().uptimeNanoseconds) / 1e6 }
