import Dispatch
import Glibc
import ImageFiles
import Testing

/// Devices, pipes, standard streams, and failures that need a process of their own.
@Suite struct StreamTests {
  let folder = Folder()
  let words = Array("words".utf8)

  private func isDevice(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFCHR
  }

  @Test func devicesAreWrittenThrough() throws {
    try writeFile(words, to: "/dev/null", overwrite: false)
    try writeFile(words, to: "/dev/null", overwrite: true)
    #expect(isDevice("/dev/null"))
    let error = fileError { () throws(FileError) in try writeFile(words, to: "/dev/full", overwrite: true) }
    #expect(error == .failed("/dev/full", .write, code: ENOSPC))
    #expect(error?.kind == .io)
    #expect(error?.description == "cannot write `/dev/full`: no space is left on the device")
    #expect(isDevice("/dev/full"))
  }

  @Test func pipesAreWrittenThrough() throws {
    let path = folder.file("pipe")
    mkfifo(path, 0o600)
    let reader = open(path, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    try writeFile(words, to: path, overwrite: false)
    var buffer = [UInt8](repeating: 0, count: 20)
    #expect(read(reader, &buffer, 20) == words.count)
    #expect(Array(buffer.prefix(words.count)) == words)
    #expect(folder.names == ["pipe"])
  }

  @Test func standardOutputTakesTheBytes() async {
    await #expect(processExitsWith: .success) {
      let folder = Folder()
      let output = open(folder.file("out"), O_WRONLY | O_CREAT, 0o600)
      dup2(output, STDOUT_FILENO)
      try writeFile([65, 66], to: "-", overwrite: false)
      try writeFile([67], to: "/dev/stdout", overwrite: false)
      let content = try readRaw(folder.file("out"))
      guard content == [65, 66, 67], folder.names == ["out"] else { exit(3) }
    }
  }

  @Test func standardInputIsRead() async {
    await #expect(processExitsWith: .success) {
      let folder = Folder()
      try writeRaw(folder.file("in"), [1, 2, 3])
      dup2(open(folder.file("in"), O_RDONLY), STDIN_FILENO)
      guard try readFile("-", limit: 3) == [1, 2, 3] else { exit(3) }
    }
  }

  @Test func aClosedPipeIsAnError() async {
    await #expect(processExitsWith: .success) {
      signal(SIGPIPE, SIG_IGN)
      var ends: [Int32] = [0, 0]
      pipe(&ends)
      close(ends[0])
      dup2(ends[1], STDOUT_FILENO)
      let error = fileError { () throws(FileError) in try writeFile([1], to: "-", overwrite: false) }
      guard error == .failed("-", .write, code: EPIPE) else { exit(3) }
    }
  }

  @Test func aFailureHalfwayKeepsTheOldFile() async {
    await #expect(processExitsWith: .success) {
      let folder = Folder()
      try folder.put("a.png", "old")
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 5000, rlim_max: 5000)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      let large = [UInt8](repeating: 1, count: 20_000)
      for name in ["a.png", "new.png"] {
        let error = fileError { () throws(FileError) in
          try writeFile(large, to: folder.file(name), overwrite: true)
        }
        guard error == .failed(folder.file(name), .write, code: EFBIG), error?.kind == .io else { exit(3) }
      }
      let content = try readRaw(folder.file("a.png"))
      guard folder.names == ["a.png"], content == Array("old".utf8) else { exit(4) }
    }
  }

  @Test func lackOfPermissionIsAnError() async {
    await #expect(processExitsWith: .success) {
      let folder = Folder()
      let path = folder.file("a.png")
      try folder.put("a.png", "old")
      chmod(path, 0o400)
      if geteuid() == 0 {
        chown(folder.path, 65534, 65534)
        chown(path, 65534, 65534)
        seteuid(65534)
      }
      func attempt(_ name: String) -> FileError? {
        fileError { () throws(FileError) in try writeFile([1], to: folder.file(name), overwrite: true) }
      }
      guard attempt("a.png") == .denied(path, .write) else { exit(3) }
      chmod(path, 0o000)
      let reading = fileError { () throws(FileError) in _ = try readFile(path, limit: 9) }
      guard reading == .denied(path, .read), reading?.kind == .permission else { exit(4) }
      chmod(folder.path, 0o500)
      guard attempt("b.png") == .denied(folder.file("b.png"), .create) else { exit(5) }
      let making = fileError { () throws(FileError) in try makeFolder(folder.file("c")) }
      guard making == .denied(folder.file("c"), .create) else { exit(6) }
    }
  }
}

@Suite struct ReadFileTests {
  let folder = Folder()

  private func failure(_ path: String, limit: Int = 100) -> FileError? {
    fileError { () throws(FileError) in _ = try readFile(path, limit: limit) }
  }

  @Test func readsWholeFilesUpToTheLimit() throws {
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try writeRaw(folder.file("a"), bytes)
    try writeRaw(folder.file("empty"), [])
    #expect(try readFile(folder.file("a"), limit: bytes.count) == bytes)
    #expect(try readFile(folder.file("empty"), limit: 0) == [])
    let error = failure(folder.file("a"), limit: bytes.count - 1)
    #expect(error == .tooLarge(folder.file("a"), limit: bytes.count - 1))
    #expect(error?.kind == .badData)
  }

  @Test func readsWhatHasNoSize() throws {
    let path = folder.file("pipe")
    mkfifo(path, 0o600)
    let bytes = [UInt8](repeating: 9, count: 300_000)
    // Each end waits for the other to open.
    DispatchQueue.global().async { try? writeRaw(path, bytes) }
    #expect(try readFile(path, limit: bytes.count) == bytes)
    #expect(try readFile("/dev/null", limit: 0) == [])
    #expect(failure("/dev/zero", limit: 70_000) == .tooLarge("/dev/zero", limit: 70_000))
  }

  @Test func namesWhatIsMissing() {
    let path = folder.file("no\n")
    #expect(failure(path) == .missing(path))
    #expect(failure(path)?.kind == .missingInput)
    #expect(failure(path)?.description == "`\(folder.path)/no\\n` does not exist")
    #expect(failure(folder.path) == .inputIsFolder(folder.path))
    #expect(failure(folder.path)?.kind == .missingInput)
    #expect(failure("") == .missing(""))
  }
}
