extension Task {
  static let startup = Task(
    name: "startup", usage: "[ROUNDS]",
    summary: "from spawn to exit of commands that do nothing much (median of 20)",
    run: { words in
      let rounds = try rounds(words, default: 20)
      var table = Table("command", "median ms", "least", "worst", "peak MB")
      for words in [["--version"], ["help"], ["help", "sheet"], ["list"]] {
        try measure(words, rounds, &table)
      }
      print(table.text)
      return 0
    })
}

/// One run to warm the file cache, then those that count.
private func measure(_ words: [String], _ rounds: Int, _ table: inout Table) throws {
  let command = try [Child.beside("maquette")] + words
  var peak = try Child.mustRun(command).peakBytes
  var sample = Sample()
  for _ in 0..<rounds {
    let finished = try Child.mustRun(command)
    sample.add(finished.milliseconds)
    peak = max(peak, finished.peakBytes)
  }
  table.add(
    "maquette " + words.joined(separator: " "), shown(sample.median), shown(sample.least),
    shown(sample.worst),
    shown(Double(peak) / 1e6))
}
