import Dispatch
import Synchronization

/// Hands a file's rows to several threads. Inflating or entropy-decoding goes strictly from the top down, so threads
/// take turns at it; what follows (colour, pixels, filters, deflate) they do at the same time. Whoever has
/// finished a band decodes the next: no queue, and a band of memory for each thread.
final class RowStream: Sendable {
  let layout: RowLayout
  private let state: Mutex<State>

  private struct State: ~Copyable {
    var reader: RowReader
    var row = 0
    var failure: ImageFileError?
    var last: [UInt8]
  }

  init(_ reader: consuming RowReader) {
    layout = reader.layout
    state = Mutex(State(reader: reader, last: [UInt8](repeating: 0, count: reader.layout.rowBytes)))
  }

  /// Reads at most `count` rows behind a copy of the row above them (zeros above the first).
  ///
  /// - Parameters:
  ///   - count: of rows, at least 1.
  ///   - band: room for `count + 1` rows.
  /// - Returns: which rows they are; nil after the last, and after an error or a stop.
  func next(_ count: Int, into band: UnsafeMutableBufferPointer<UInt8>) -> Range<Int>? {
    let (size, height) = (layout.rowBytes, layout.height)
    precondition(band.count >= (count + 1) * size && count > 0)
    return state.withLock { state in
      let rows = state.row..<min(height, state.row + count)
      guard state.failure == nil, !rows.isEmpty else { return nil }
      _ = band.update(fromContentsOf: state.last)
      do throws(ImageFileError) {
        try state.reader.readRows(rows.count, into: band.baseAddress! + size)
      } catch {
        state.failure = error
        return nil
      }
      state.row = rows.upperBound
      for index in 0..<size { state.last[index] = band[rows.count * size + index] }
      return rows
    }
  }

  /// Makes `next` return nil from now on and `forEachThread` throw.
  func stop(_ error: ImageFileError) {
    state.withLock { $0.failure = $0.failure ?? error }
  }

  /// Runs `body` on each of `jobs` threads and throws what stopped the stream, if anything did.
  func forEachThread(jobs: Int, _ body: @Sendable () -> Void) throws(ImageFileError) {
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in body() }
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }
}
