import Canvas
import Dispatch
import Glibc
import Synchronization

/// Lanes of parallel work, each with its own typesetter.
///
/// Which lane takes an item depends on timing; the result does not, since an item's work depends on its index only.
public final class Workshop: @unchecked Sendable {
  // Sound: lane i alone touches typesetter i while `map` runs, and `map` runs one at a time.
  private let typesetters: [Typesetter]

  /// The typesetter for work outside `map`.
  public var typesetter: Typesetter { typesetters[0] }
  public var jobs: Int { typesetters.count }

  /// A workshop of `jobs` lanes, at least 1.
  public init(jobs: Int, language: String = "en") {
    typesetters = (0..<max(1, jobs)).map { _ in Typesetter(language: language) }
  }

  /// `body` for every index below `count`, in index order.
  public func map<Result: Sendable>(
    _ count: Int, _ body: @Sendable (Int, Typesetter) -> Result
  ) -> [Result] {
    let next = Atomic(0)
    let results = Mutex([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: min(jobs, max(count, 1))) { lane in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        let result = body(index, self.typesetters[lane])
        results.withLock { $0[index] = result }
      }
    }
    return results.withLock { $0.map { $0! } }
  }
}

extension Workshop {
  /// The processors that are there.
  public static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
