import Foundation
import ImageFiles
import Testing

@Suite struct DigestTests {
  /// FIPS 180-4's examples, and the lengths at which the padding needs another block.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func standardExamples(text: String, digest: String) {
    #expect(sha256(Array(text.utf8)) == digest)
  }

  @Test(arguments: [55, 56, 63, 64, 65, 119, 120, 1000])
  func everyLengthOfPadding(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) }
    #expect(sha256(bytes) == (try coreutils(bytes)))
  }

  private func coreutils(_ bytes: [UInt8]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    input.fileHandleForWriting.write(Data(bytes))
    try input.fileHandleForWriting.close()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    return String(text.prefix(64))
  }
}

@Suite struct FolderAccessTests {
  let root: String

  init() throws {
    root = NSTemporaryDirectory() + "maquette-access-\(UUID().uuidString)"
    for folder in ["briefs/photos", "archive"] {
      try FileManager.default.createDirectory(atPath: "\(root)/\(folder)", withIntermediateDirectories: true)
    }
    for file in ["briefs/photos/a.jpg", "archive/b.jpg"] {
      try Data([1]).write(to: URL(fileURLWithPath: "\(root)/\(file)"))
    }
  }

  @Test func besidesAndBelowIsOpen() throws {
    let access = FolderAccess(besides: "\(root)/briefs/poster.json")
    #expect(try access.path(of: "photos/a.jpg").hasSuffix("/briefs/photos/a.jpg"))
    #expect(throws: FolderAccessError.missing("c.jpg", folder: "\(root)/briefs")) {
      try access.path(of: "c.jpg")
    }
  }

  @Test(arguments: ["../archive/b.jpg", "photos/../../archive/b.jpg", "link.jpg"])
  func outsideIsClosedUntilAllowed(name: String) throws {
    symlink("\(root)/archive/b.jpg", "\(root)/briefs/link.jpg")
    #expect(throws: FolderAccessError.outside(name, folder: "\(root)/briefs")) {
      try FolderAccess(folder: "\(root)/briefs").path(of: name)
    }
    let allowing = FolderAccess(folder: "\(root)/briefs", allowed: ["\(root)/archive"])
    #expect(try allowing.path(of: name).hasSuffix("/archive/b.jpg"))
    #expect(try allowing.path(of: "b.jpg").hasSuffix("/archive/b.jpg"))
  }

  @Test func aFolderWhoseNameOnlyBeginsAlikeIsClosed() throws {
    try FileManager.default.createDirectory(atPath: "\(root)/briefs-old", withIntermediateDirectories: true)
    try Data([1]).write(to: URL(fileURLWithPath: "\(root)/briefs-old/x.jpg"))
    #expect(throws: FolderAccessError.outside("../briefs-old/x.jpg", folder: "\(root)/briefs")) {
      try FolderAccess(folder: "\(root)/briefs").path(of: "../briefs-old/x.jpg")
    }
  }

  @Test func waysBetweenFolders() {
    let briefs = FolderAccess(folder: "\(root)/briefs")
    #expect(briefs.relativePath(from: "\(root)/archive") == "../briefs")
    #expect(briefs.relativePath(from: root) == "briefs")
    #expect(briefs.relativePath(from: "\(root)/briefs/photos") == "..")
    #expect(briefs.relativePath(from: "\(root)/briefs") == ".")
    #expect(briefs.relativePath(from: "\(root)/nowhere") == nil)
  }
}
