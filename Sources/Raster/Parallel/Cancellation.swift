import Synchronization

/// Tells work in progress that nobody waits for its result any more.
///
/// ```swift
/// let token = Cancellation()
/// Cancellation.$current.withValue(token) { result = picture.blurred(sigma: 8, jobs: 2) }
/// // elsewhere: token.cancel()
/// ```
///
/// Every operation in ``Bands`` that starts within the closure looks at the token before each band and skips those
/// that are left. It still returns, with a result that is unfinished: whoever cancelled throws it away.
public final class Cancellation: Sendable {
  /// The token for what is started from here, if any.
  @TaskLocal public static var current: Cancellation?

  private let flag = Atomic(false)

  public init() {}

  /// True from the first call of ``cancel()`` on.
  public var isCancelled: Bool { flag.load(ordering: .relaxed) }

  /// Asks for the end; may be called from anywhere, and more than once.
  public func cancel() { flag.store(true, ordering: .relaxed) }
}
