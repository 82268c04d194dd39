import Foundation

/// An empty folder of its own, removed with all that is in it when the test lets go of it.
final class TemporaryFolder: Sendable {
  let path = FileManager.default.temporaryDirectory.path() + "/maquette-studio-\(UUID().uuidString)"

  init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
