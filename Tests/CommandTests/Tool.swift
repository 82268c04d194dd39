import Foundation
import Testing

/// The built `maquette`, run as a person would.
enum Tool {
  /// Beside the running test bundle.
  static let path: String? = {
    let own =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    for start in [own, CommandLine.arguments[0]] + CommandLine.arguments.filter({ $0.hasSuffix(".xctest") }) {
      let tool = URL(filePath: start).deletingLastPathComponent().appending(path: "maquette").path()
      if FileManager.default.isExecutableFile(atPath: tool) { return tool }
    }
    print("the command tests are skipped: no maquette beside \(own)")
    return nil
  }()

  static var isThere: Bool { path != nil }

  static let presets = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Presets").path()
  static let blueHour = presets + "/posters/blue-hour.json"
  static let market = presets + "/social/summer-market.json"
}

/// What a run gave.
struct Outcome {
  let status: Int32
  let out: [UInt8]
  let errors: String

  var text: String { String(decoding: out, as: UTF8.self) }
  /// Standard output as JSON.
  var json: Any? { try? JSONSerialization.jsonObject(with: Data(out), options: [.fragmentsAllowed]) }
}

/// Runs the tool, or a shell line in which `$M` is the tool.
func run(
  _ arguments: [String], in folder: Folder, environment: [String: String]? = nil, shell: String? = nil
) throws -> Outcome {
  let process = Process()
  let number = UUID().uuidString
  let place = FileManager.default.temporaryDirectory.path() + "/maquette-run-\(number)"
  defer { for end in [".out", ".err"] { try? FileManager.default.removeItem(atPath: place + end) } }
  for end in [".out", ".err"] { _ = FileManager.default.createFile(atPath: place + end, contents: nil) }
  process.executableURL = URL(filePath: shell == nil ? Tool.path! : "/bin/bash")
  process.arguments = shell.map { ["-c", $0, "bash"] + arguments } ?? arguments
  process.currentDirectoryURL = URL(filePath: folder.path)
  var variables = environment ?? ProcessInfo.processInfo.environment
  variables["M"] = Tool.path!
  process.environment = variables
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = FileHandle(forWritingAtPath: place + ".out")
  process.standardError = FileHandle(forWritingAtPath: place + ".err")
  try process.run()
  process.waitUntilExit()
  let status =
    process.terminationReason == .uncaughtSignal ? 128 + process.terminationStatus : process.terminationStatus
  return Outcome(
    status: status, out: Array(try Data(contentsOf: URL(filePath: place + ".out"))),
    errors: String(decoding: try Data(contentsOf: URL(filePath: place + ".err")), as: UTF8.self))
}

/// A folder of its own for one test, removed with it.
final class Folder {
  let path: String

  init() {
    path = FileManager.default.temporaryDirectory.path() + "/maquette-command-\(UUID().uuidString)"
    try! FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// A folder that another one holds, for looking only.
  init(existing path: String) { self.path = path }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  /// All names in the folder, hidden ones too, sorted.
  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

  func bytes(_ name: String) -> [UInt8]? { FileManager.default.contents(atPath: file(name)).map(Array.init) }

  func put(_ name: String, _ text: String) { put(name, Array(text.utf8)) }

  func put(_ name: String, _ bytes: some Sequence<UInt8>) {
    _ = FileManager.default.createFile(atPath: file(name), contents: Data(bytes))
  }

  /// When and as which file each name was written.
  func stamps() -> [String: String] {
    var stamps: [String: String] = [:]
    for name in names {
      let a = try? FileManager.default.attributesOfItem(atPath: file(name))
      let date = (a?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
      stamps[name] = "\(date) \(a?[.systemFileNumber] ?? "") \(a?[.size] ?? "")"
    }
    return stamps
  }
}

/// A whole PNG: its signature and its end are there.
func isWholePNG(_ bytes: [UInt8]?) -> Bool {
  guard let bytes, bytes.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) else { return false }
  return bytes.suffix(8).elementsEqual([0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82])
}

/// Options that make a sheet small and quick.
let small = ["-n", "2", "--plan", "sobol", "--page", "240x320px"]
