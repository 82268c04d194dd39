/// One verb of the command: declared once, for running and for help.
struct Verb: Sendable {
  let name: String
  let usage: String
  let summary: String
  let options: [Option]
  let examples: [String]
  let run: @Sendable (Arguments) throws -> Void

  static let all: [Verb] = [
    .sheet, .render, .vary, .pick, .board, .palette, .filter, .style, .info, .list, .help,
  ]

  /// Verbs of the contract that this version does not have yet.
  static let later = ["batch"]
}
