import Canvas
import Dispatch
import Glibc
import Synchronization

/// Lanes of parallel work and the typesetter that they share.
///
/// Which lane takes an item depends on timing; the result does not, since an item's work depends on its index only.
public struct Workshop: Sendable {
  public let typesetter: Typesetter
  /// Threads, at least 1.
  public let jobs: Int

  public init(jobs: Int, language: String = "en") {
    typesetter = Typesetter(language: language)
    self.jobs = max(1, jobs)
  }

  /// `body` for every index below `count`, in index order.
  public func map<Result: Sendable>(
    _ count: Int, _ body: @Sendable (Int, Typesetter) -> Result
  ) -> [Result] {
    let next = Atomic(0)
    let results = Mutex([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: min(jobs, max(count, 1))) { _ in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        let result = body(index, typesetter)
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
