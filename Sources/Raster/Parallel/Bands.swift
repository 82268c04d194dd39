import Dispatch
import Synchronization

/// Row bands of one picture, worked on by several threads at once.
///
/// The bands are the same for any number of jobs, so a band may keep state from row to row without the
/// thread count ever reaching a pixel.
public enum Bands {
  /// Rows in a band; the last may have fewer. Enough that the rows a filter must work out twice at a seam
  /// stay few, small enough that a tile splits over two cores.
  public static let height = 64

  /// Fills a picture of rows of `rowLength` elements: `body` gets a band of rows and exactly their elements.
  ///
  /// - Parameters:
  ///   - elements: `rows * rowLength` of them.
  ///   - rows: how many rows there are.
  ///   - rowLength: elements in a row.
  ///   - jobs: how many threads may work, at least 1; with 1 all runs on this one, in order.
  ///   - height: rows in a band; results that carry state over rows depend on it.
  ///   - body: gets every band once.
  public static func fill<Element: BitwiseCopyable & Sendable>(
    _ elements: inout [Element], rows: Int, rowLength: Int, jobs: Int,
    height: Int = height, _ body: @Sendable (Range<Int>, inout MutableSpan<Element>) -> Void
  ) {
    precondition(rows >= 0 && rowLength >= 0 && elements.count == rows * rowLength && jobs > 0)
    elements.withUnsafeMutableBufferPointer { whole in
      let shared = SharedBuffer(whole)
      forEach(rows: rows, jobs: jobs, height: height) { band in
        // Sound: bands do not overlap, each is handed out once, and `whole` outlives all of them.
        let part = shared.buffer[band.lowerBound * rowLength..<band.upperBound * rowLength]
        var span = MutableSpan(_unsafeElements: UnsafeMutableBufferPointer(rebasing: part))
        body(band, &span)
      }
    }
  }

  /// Calls `body` once for every band of `rows` rows, from at most `jobs` threads. Bands that have not begun when
  /// the caller's ``Cancellation`` is cancelled are left out.
  public static func forEach(
    rows: Int, jobs: Int, height: Int = height, _ body: @Sendable (Range<Int>) -> Void
  ) {
    precondition(height > 0)
    let count = (rows + height - 1) / height
    // Read here: the threads below know nothing of the caller's task.
    let token = Cancellation.current
    @Sendable func work(_ band: Int) {
      if let token, token.isCancelled { return }
      body(band * height..<min(rows, (band + 1) * height))
    }
    guard jobs > 1, count > 1 else {
      for band in 0..<count { work(band) }
      return
    }
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(jobs, count)) { _ in
      while true {
        let band = next.add(1, ordering: .relaxed).oldValue
        guard band < count else { return }
        work(band)
      }
    }
  }
}

/// Lets threads share a buffer of which each touches its own part only.
struct SharedBuffer<Element>: @unchecked Sendable {
  let buffer: UnsafeMutableBufferPointer<Element>
  init(_ buffer: UnsafeMutableBufferPointer<Element>) { self.buffer = buffer }
}
