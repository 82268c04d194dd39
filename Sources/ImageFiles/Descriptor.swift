import Glibc

/// The system's code for a call that failed, as an error.
struct SystemError: Error {
  let code: Int32
}

/// Repeats a system call while a signal interrupts it.
@discardableResult
func retrying<N: SignedInteger>(_ call: () -> N) throws(SystemError) -> N {
  while true {
    let result = call()
    if result >= 0 { return result }
    if errno != EINTR { throw SystemError(code: errno) }
  }
}

/// An open file, closed once.
struct Descriptor: ~Copyable {
  let raw: Int32

  init(path: String, _ flags: Int32) throws(SystemError) {
    raw = try retrying { Glibc.open(path, flags | O_CLOEXEC) }
  }

  init(in folder: borrowing Descriptor, name: String, _ flags: Int32, mode: mode_t = 0) throws(SystemError) {
    let parent = folder.raw
    raw = try retrying { openat(parent, name, flags | O_CLOEXEC, mode) }
  }

  deinit { _ = close(raw) }

  /// Closes and reports what only closing reveals. EINTR counts as closed, as Linux defines it.
  consuming func closeChecked() throws(SystemError) {
    let raw = raw
    discard self
    if close(raw) != 0 && errno != EINTR { throw SystemError(code: errno) }
  }

  func status() throws(SystemError) -> stat {
    var status = stat()
    let raw = raw
    try retrying { fstat(raw, &status) }
    return status
  }
}

/// Writes all bytes, however small the steps in which the system takes them.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
  var written = 0
  while written < bytes.count {
    written += try retrying {
      bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + written, $0.count - written) }
    }
  }
}

/// Runs system calls and turns a failure into a sentence about a file.
func naming<R: ~Copyable>(
  _ describe: (String, Int32) -> FileError, _ path: String, _ calls: () throws(SystemError) -> R
) throws(FileError) -> R {
  do throws(SystemError) {
    return try calls()
  } catch {
    throw describe(path, error.code)
  }
}

/// What stands at `path`; nil if nothing does.
func status(of path: String, followingLinks: Bool = true) throws(SystemError) -> stat? {
  var found = stat()
  let result = followingLinks ? stat(path, &found) : lstat(path, &found)
  if result == 0 { return found }
  if errno == ENOENT { return nil }
  throw SystemError(code: errno)
}

/// The folder and the last name of a path; the name is empty after a closing slash.
func splitPath(_ path: String) -> (folder: String, name: String) {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
  let name = String(path[path.utf8.index(after: slash)...])
  return (slash == path.startIndex ? "/" : String(path[..<slash]), name)
}

extension stat {
  /// The file type bits, `S_IFREG` and so on.
  var fileType: mode_t { st_mode & S_IFMT }
}
