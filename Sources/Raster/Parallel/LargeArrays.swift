import CVector

/// Room for whole pictures.
///
/// A picture of 100 megapixels takes 300,000 pages of 4 KiB, and asking for them one by one costs more than most
/// filters; large pages also spare passes along columns a search of the page table at every sample.
extension Array where Element: BitwiseCopyable & Sendable {
  /// Room for `count` elements in large pages that nobody has written: the caller writes each before it is read.
  package init(unwritten count: Int) {
    self.init(unsafeUninitializedCapacity: count) { buffer, written in
      // Sound: every bit pattern that memory may hold is a value of the elements used here (numbers).
      pages_advise_large(buffer.baseAddress, count * MemoryLayout<Element>.stride)
      written = count
    }
  }

  /// `count` elements of one value, in large pages.
  package init(filled value: Element, count: Int) {
    self.init(unsafeUninitializedCapacity: count) { buffer, written in
      pages_advise_large(buffer.baseAddress, count * MemoryLayout<Element>.stride)
      buffer.initialize(repeating: value)
      written = count
    }
  }
}

/// Keeps freed memory for the next picture: a page is drawn from many that come and go, and the system would clear their
/// memory each time. For a program to call at its start, before it has threads.
public func keepFreedMemory() { pages_keep_freed() }
