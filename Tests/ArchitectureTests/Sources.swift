import Foundation

/// The package's files as text, found from this file's own place.
enum Package {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Every Swift file below a folder of the package, in a fixed order.
  static func swiftFiles(below folder: String) -> [(name: String, text: String)] {
    let start = root.appending(path: folder)
    let names = FileManager.default.enumerator(atPath: start.path())?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".swift") }.sorted().compactMap { name in
      (try? String(contentsOf: start.appending(path: name), encoding: .utf8)).map {
        ("\(folder)/\(name)", $0)
      }
    }
  }

  /// The names of the folders in `Sources`.
  static let targets: [String] =
    (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path()).sorted())
    ?? []

  /// The modules that a target's files import, each once.
  static func imports(of target: String) -> Set<String> {
    Set(swiftFiles(below: "Sources/\(target)").flatMap { importedModules(in: $0.text) })
  }

  /// `import X`, `import struct X.Y`, `@testable public import X`: X.
  static func importedModules(in text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      var words = line.split(separator: " ")
      while let first = words.first, first.hasPrefix("@") || access.contains(String(first)) {
        words.removeFirst()
      }
      guard words.count >= 2, words[0] == "import" else { return nil }
      let name = words.count > 2 && kinds.contains(String(words[1])) ? words[2] : words[1]
      return String(name.prefix { $0 != "." })
    }
  }

  private static let access = ["public", "package", "internal", "fileprivate", "private"]
  private static let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]

  /// What Package.swift declares: each module with its direct dependencies.
  static func declared() throws -> [String: Set<String>] {
    let text = try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
    guard let start = text.range(of: "targets: [\n") else { return [:] }
    var result: [String: Set<String>] = [:]
    for block in blocks(text[start.upperBound...]) {
      guard
        let head = block.firstMatch(
          of: #/^(?:module|system|\.target|\.executableTarget)\(\s*(?:name: )?"([\w-]+)"/#)
      else { continue }
      result[String(head.1)] = head.0.hasPrefix("system") ? [] : dependencies(in: block)
    }
    return result
  }

  /// The list that stands after the name, or after `dependencies:`.
  private static func dependencies(in block: Substring) -> Set<String> {
    let list =
      block.firstMatch(of: #/^module\(\s*"[\w-]+",\s*\[([^\]]*)\]/#)?.1
      ?? block.firstMatch(of: #/dependencies: \[([^\]]*)\]/#)?.1
    return Set((list ?? "").matches(of: #/"([\w-]+)"/#).map { String($0.1) })
  }

  /// Each call of the target list, from its name to its closing parenthesis.
  private static func blocks(_ text: Substring) -> [Substring] {
    var result: [Substring] = []
    var depth = 0
    var start: Substring.Index?
    var word: Substring.Index?
    for index in text.indices {
      let c = text[index]
      if c == "(" || c == "[" {
        if depth == 0 { start = word }
        depth += 1
      } else if c == ")" || c == "]" {
        depth -= 1
        if depth < 0 { return result }
        if depth == 0, let from = start { result.append(text[from...index]) }
      }
      if c.isLetter || c == "." || c == "_" { if word == nil { word = index } } else { word = nil }
    }
    return result
  }
}
