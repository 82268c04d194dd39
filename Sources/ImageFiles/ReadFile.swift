import Glibc

/// All bytes of a file, pipe or device; `-` is standard input.
///
/// - Parameters:
///   - path: what to read; links are followed.
///   - limit: the most bytes to accept, checked before and while reading.
/// - Returns: the content, possibly empty.
/// - Throws: `missing`, `inputIsFolder`, `tooLarge`, `denied` or `failed`.
public func readFile(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
  if path == "-" { return try readAll(from: STDIN_FILENO, path, limit) }
  guard !path.isEmpty, !path.utf8.contains(0) else { throw .missing(path) }
  let file = try naming(FileError.reading, path) { () throws(SystemError) in
    try Descriptor(path: path, O_RDONLY | O_NOCTTY)
  }
  return try readAll(from: file.raw, path, limit)
}

/// Reads to the end or past the limit: the size that a file reports is only a first guess.
private func readAll(from descriptor: Int32, _ path: String, _ limit: Int) throws(FileError) -> [UInt8] {
  let size = try reportedSize(of: descriptor, path)
  var bytes: [UInt8] = []
  while true {
    guard max(size, bytes.count) <= limit else { throw .tooLarge(path, limit: limit) }
    // One byte more than is left of the reported size, so that the last part is short.
    let count = min(max(size - bytes.count + 1, 1 << 16), 1 << 30)
    let part = try naming(FileError.reading, path) { () throws(SystemError) in
      try readPart(from: descriptor, count: count)
    }
    if part.isEmpty { return bytes }
    if bytes.isEmpty { bytes = part } else { bytes += part }
  }
}

private func reportedSize(of descriptor: Int32, _ path: String) throws(FileError) -> Int {
  var found = stat()
  guard fstat(descriptor, &found) == 0 else { throw .reading(path, code: errno) }
  return found.fileType == S_IFREG ? Int(found.st_size) : 0
}

private func readPart(from descriptor: Int32, count: Int) throws(SystemError) -> [UInt8] {
  var failure: SystemError?
  let part = [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
    do throws(SystemError) {
      length = try retrying { read(descriptor, buffer.baseAddress!, count) }
    } catch {
      failure = error
    }
  }
  if let failure { throw failure }
  return part
}
