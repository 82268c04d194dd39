import Dispatch
import Glibc
import ImageFiles
import Synchronization
import Testing

/// The error of a call; nil if it succeeded.
func fileError(_ call: () throws(FileError) -> Void) -> FileError? {
  do throws(FileError) {
    try call()
    return nil
  } catch {
    return error
  }
}

@Suite struct WriteFileTests {
  let folder = Folder()
  let words = Array("new words".utf8)

  private func write(_ name: String, overwrite: Bool = false) -> FileError? {
    fileError { () throws(FileError) in try writeFile(words, to: folder.file(name), overwrite: overwrite) }
  }

  @Test func makesANewFileAndNothingElse() throws {
    let large = [UInt8](repeating: 7, count: 3_000_000)
    try writeFile(large, to: folder.file("a b\n.png"), overwrite: false)
    try writeFile([], to: folder.file("empty"), overwrite: true)
    #expect(try readRaw(folder.file("a b\n.png")) == large)
    #expect(folder.names == ["a b\n.png", "empty"])
  }

  @Test func keepsAnExistingFileUnlessTold() throws {
    try folder.put("a.png", "old")
    let error = write("a.png")
    #expect(error == .exists(folder.file("a.png")))
    #expect(error?.kind == .cannotCreate)
    #expect(error?.description == "`\(folder.file("a.png"))` exists; use --force to overwrite")
    #expect(try readRaw(folder.file("a.png")) == Array("old".utf8))
    #expect(write("a.png", overwrite: true) == nil)
    #expect(try readRaw(folder.file("a.png")) == words)
    #expect(folder.names == ["a.png"])
  }

  @Test func replacesByRenamingAndKeepsThePermissions() throws {
    try folder.put("a.png", "old")
    chmod(folder.file("a.png"), 0o640)
    let before = open(folder.file("a.png"), O_RDONLY)
    defer { close(before) }
    #expect(write("a.png", overwrite: true) == nil)
    var buffer = [UInt8](repeating: 0, count: 20)
    #expect(read(before, &buffer, 20) == 3, "a reader that had the file open keeps the old content")
    var status = stat()
    stat(folder.file("a.png"), &status)
    #expect(status.st_mode & 0o777 == 0o640)
  }

  @Test func replacesTheFileBehindALink() throws {
    try folder.put("a.png", "old")
    symlink("a.png", folder.file("link"))
    #expect(write("link") == .exists(folder.file("link")))
    #expect(write("link", overwrite: true) == nil)
    #expect(try readRaw(folder.file("a.png")) == words)
    var status = stat()
    lstat(folder.file("link"), &status)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
    symlink("nowhere", folder.file("dangling"))
    #expect(write("dangling", overwrite: true)?.kind == .cannotCreate)
    #expect(folder.names == ["a.png", "dangling", "link"])
  }

  @Test func oneOfManyRacingWritersWins() throws {
    for round in 0..<40 {
      let wins = Atomic<Int>(0)
      let path = folder.file("\(round)")
      DispatchQueue.concurrentPerform(iterations: 8) { writer in
        let error = fileError { () throws(FileError) in
          try writeFile([UInt8(writer)], to: path, overwrite: false)
        }
        if error == nil { wins.add(1, ordering: .relaxed) }
      }
      #expect(wins.load(ordering: .relaxed) == 1)
    }
    #expect(folder.names.count == 40)
  }

  @Test func refusesBadPlaces() throws {
    try folder.put("file", "")
    let path = folder.path
    #expect(write("no/a.png") == .noFolder("\(path)/no/a.png", folder: "\(path)/no"))
    #expect(write("file/a.png") == .noFolder("\(path)/file/a.png", folder: "\(path)/file"))
    let error = fileError { () throws(FileError) in try writeFile(words, to: path, overwrite: true) }
    #expect(error == .outputIsFolder(path))
    for name in ["new/", "a\0b", String(repeating: "x", count: 256)] {
      #expect(write(name, overwrite: true)?.kind == .cannotCreate, "\(name.debugDescription)")
    }
    #expect(fileError { () throws(FileError) in try writeFile(words, to: "", overwrite: true) } != nil)
    #expect(folder.names == ["file"])
  }

  @Test func longNamesWork() {
    let name = String(repeating: "ü", count: 127)
    #expect(write(name) == nil)
    #expect(folder.names == [name])
  }

  @Test func sweepsOnlyWhatEndedProcessesLeft() throws {
    let ended = Int32.max - 1
    let kept = [
      ".a.png.maquette-\(getpid())-900000.tmp", ".a.png.maquette-1-3.tmp", "a.png.maquette-\(ended)-3.tmp",
      ".a.png.maquette-\(ended)-3.tmp.png", ".a.png.other-\(ended)-3.tmp", ".a.maquette-\(ended)-x.tmp",
      ".a.maquette-\(ended).tmp", ".locked.maquette-\(ended)-3.tmp",
    ]
    for name in kept { try folder.put(name, "") }
    try folder.put(".a.png.maquette-\(ended)-3.tmp", "half")
    try folder.put(".a-b-c.maquette-\(ended)-17.tmp", "half")
    let locked = open(folder.file(".locked.maquette-\(ended)-3.tmp"), O_RDONLY)
    defer { close(locked) }
    flock(locked, LOCK_EX)
    #expect(write("new") == nil)
    #expect(folder.names == (kept + ["new"]).sorted())
  }

  @Test func makesFoldersWhereNeeded() throws {
    let deep = folder.file("x/y//z/")
    try makeFolder(deep)
    try makeFolder(deep)
    #expect(folderNames(deep) == [])
    rmdir(folder.file("x/y/z"))
    rmdir(folder.file("x/y"))
    try folder.put("file", "")
    for name in ["file", "file/below", "file/"] {
      let error = fileError { () throws(FileError) in try makeFolder(folder.file(name)) }
      #expect(error?.kind == .cannotCreate, "\(name)")
    }
  }
}
