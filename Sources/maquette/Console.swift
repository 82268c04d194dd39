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

  static func print(_ tree: JSONTree) throws {
    try writeFile(Array(JSONText.pretty(tree).utf8), to: "-", overwrite: true)
  }

  /// A message for a person; newlines and control characters from file names are shown, not obeyed.
  static func note(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let shown = line.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? "?" : String($0) }.joined()
      // To the descriptor itself: opening /dev/stderr would start a log file over.
      let bytes = Array((shown + "\n").utf8)
      _ = Glibc.write(2, bytes, bytes.count)
    }
  }
}
