import Glibc
import ImageFiles
import JSON5
import Studio

/// Data goes to standard output, messages to standard error.
enum Console {
  /// Writes data; an error (a full device, say) is the command's error.
  static func print(_ text: String) throws {
    try writeFile(Array((text + "\n").utf8), to: "-", overwrite: true)
  }

  /// Writes a part of the data.
  static func send(_ bytes: [UInt8]) throws { try writeFile(bytes, to: "-", overwrite: true) }

  static func print(_ tree: JSONTree) throws {
    try writeFile(Array(JSONText.pretty(tree).utf8), to: "-", overwrite: true)
  }

  /// A name from outside as part of a message: control characters are shown, not obeyed.
  static func shown(_ name: String) -> String {
    name.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? "?" : String($0) }.joined()
  }

  /// A message for a person, of one or more lines.
  ///
  /// Straight to the descriptor: `/dev/stderr` as a path would replace a log file that the shell had opened.
  static func note(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var bytes = Array((shown(String(line)) + "\n").utf8)[...]
      while !bytes.isEmpty {
        let written = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
        if written < 0 && errno != EINTR { return }
        bytes = bytes.dropFirst(max(0, written))
      }
    }
  }

  /// True if the reader of standard output has gone, as `head` does when it has seen enough.
  static func readerIsGone(_ error: any Error) -> Bool {
    guard case FileError.failed(let path, .write, EPIPE) = error else { return false }
    return ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"].contains(path)
  }
}
