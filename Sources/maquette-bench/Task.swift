import Glibc

/// One thing that `maquette-bench` does.
struct Task: Sendable {
  let name: String
  let usage: String
  let summary: String
  /// Takes the words after the name, gives the exit code.
  let run: @Sendable ([String]) throws -> Int32

  static let all: [Task] = [
    .stages,
    .montage,
    .startup,
    .generators,
    .materials,
    .palettes,
    .tiles,
    .compare,
    .proof,
    .layouts,
    .recolour,
    .style,
    .kernels,
    .kernel,
    .layout,
    .diversity,
    .room,
    .furniture,
    .resolution,
    .selecting,
    .proxies,
    .taste,
  ]

  static var overview: String {
    "maquette-bench: speed and memory of Maquette\n\n"
      + all.map { "  maquette-bench \($0.name) \($0.usage)\n      \($0.summary)" }.joined(separator: "\n")
      + "\n\nRun it from the project's folder: presets are found in Presets."
  }
}

/// A command line that makes no sense.
struct Misuse: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// Something that was measured did not work.
struct Trouble: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// A message for a person.
func note(_ text: String) {
  let bytes = Array("maquette-bench: \(text)\n".utf8)
  write(STDERR_FILENO, bytes, bytes.count)
}

/// A whole number of at least 1, or the default if there is none.
func rounds(_ words: [String], default standard: Int) throws -> Int {
  guard let word = words.first else { return standard }
  guard words.count == 1, let number = Int(word), number > 0 else {
    throw Misuse("'\(word)' is no number of rounds")
  }
  return number
}
