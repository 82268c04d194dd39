import Foundation
import Testing

@Suite(.enabled(if: Tool.isThere)) struct OutputTests {
  let folder = Folder()

  private func sheet(_ output: String, _ more: String...) throws -> Outcome {
    try run(["sheet", Tool.market, "-o", output] + small + more, in: folder)
  }

  @Test func jobsChangeNoByte() throws {
    for jobs in ["1", "2", "8"] {
      #expect(
        try run(["sheet", Tool.blueHour, "-o", "j.png", "--force", "--jobs", jobs] + small, in: folder).status
          == 0)
      try FileManager.default.moveItem(atPath: folder.file("j.png"), toPath: folder.file("\(jobs).png"))
    }
    #expect(isWholePNG(folder.bytes("1.png")))
    #expect(folder.bytes("1.png") == folder.bytes("2.png") && folder.bytes("1.png") == folder.bytes("8.png"))
  }

  @Test func anExistingFileStaysUnlessForced() throws {
    folder.put("x.png", "mine")
    let outcome = try sheet("x.png")
    #expect(outcome.status == 73 && outcome.errors.contains("`x.png` exists; use --force to overwrite"))
    #expect(folder.bytes("x.png") == Array("mine".utf8) && folder.names == ["x.png"])
    #expect(try sheet("x.png", "--force").status == 0)
    #expect(isWholePNG(folder.bytes("x.png")) && folder.names == ["x.png"])
  }

  @Test func anInputIsNeverWrittenOver() throws {
    let text = try String(contentsOfFile: Tool.market, encoding: .utf8)
    folder.put("p.json", text)
    try FileManager.default.linkItem(atPath: folder.file("p.json"), toPath: folder.file("q.png"))
    for output in ["p.json", "./p.json", "q.png"] {
      let outcome = try run(["sheet", "p.json", "-o", output, "--force"] + small, in: folder)
      #expect(outcome.status == 64 && outcome.errors.contains("is the input p.json"), "\(outcome.errors)")
    }
    #expect(folder.bytes("p.json") == Array(text.utf8))
    #expect(try sheet("s.png").status == 0)
    let before = folder.bytes("s.png")
    #expect(
      try run(["render", "s.png", "--tile", "1", "--dpi", "20", "-o", "s.png", "--force"], in: folder).status
        == 64)
    #expect(folder.bytes("s.png") == before)
  }

  @Test func badPlacesAreRefused() throws {
    folder.put("file", "")
    #expect(try sheet("no/x.png").status == 73)
    #expect(try sheet("file/x.png").status == 73)
    #expect(try sheet(folder.path).status == 73)
    #expect(try sheet("").status == 73)
    #expect(try sheet(String(repeating: "x", count: 300) + ".png").status == 73)
    #expect(folder.names == ["file"])
  }

  @Test func aForbiddenFolderIsAMatterOfPermission() throws {
    let isRoot = geteuid() == 0
    let drop = "/usr/bin/setpriv"
    guard !isRoot || FileManager.default.isExecutableFile(atPath: drop) else {
      print("not tried: root may write everywhere, and there is no setpriv")
      return
    }
    chmod(folder.path, 0o555)
    let prefix = isRoot ? "\(drop) --reuid=65534 --regid=65534 --clear-groups " : ""
    let outcome = try run(
      ["sheet", Tool.market, "-o", "x.png"] + small, in: folder, shell: prefix + "\"$M\" \"$@\"")
    chmod(folder.path, 0o755)
    guard ![126, 127].contains(outcome.status) else {
      print("not tried: another user cannot run the tool from where it is")
      return
    }
    #expect(outcome.status == 77 && outcome.errors.contains("permission denied"), "\(outcome.errors)")
    #expect(folder.names.isEmpty)
  }

  @Test func devicesAreWrittenThrough() throws {
    let full = try sheet("/dev/full")
    #expect(full.status == 74 && full.errors.contains("/dev/full"), "\(full.errors)")
    #expect(try sheet("/dev/null").status == 0)
    var status = stat()
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    #expect(folder.names.isEmpty)
  }

  @Test func aPipeIsWrittenThrough() throws {
    mkfifo(folder.file("pipe"), 0o600)
    let line = "cat pipe > copy.png & \"$M\" \"$@\"; s=$?; wait; exit $s"
    let outcome = try run(["sheet", Tool.market, "-o", "pipe"] + small, in: folder, shell: line)
    #expect(outcome.status == 0 && isWholePNG(folder.bytes("copy.png")), "\(outcome.errors)")
    var status = stat()
    #expect(stat(folder.file("pipe"), &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
    #expect(folder.names == ["copy.png", "pipe"])
  }

  /// Unlike a reader of standard output, one of a named pipe that leaves is an error worth a message.
  @Test func aNamedPipeThatBreaksIsAnError() throws {
    mkfifo(folder.file("pipe"), 0o600)
    let arguments = ["sheet", Tool.market, "-o", "pipe", "-n", "2", "--plan", "sobol", "--page", "600x800px"]
    let line = "head -c 1 pipe > /dev/null & \"$M\" \"$@\"; s=$?; wait; exit $s"
    let outcome = try run(arguments, in: folder, shell: line)
    #expect(outcome.status == 74 && outcome.errors.contains("pipe"), "\(outcome.status) \(outcome.errors)")
    #expect(folder.names == ["pipe"])
  }

  @Test func standardOutputGetsTheFile() throws {
    let outcome = try sheet("-")
    #expect(outcome.status == 0 && isWholePNG(outcome.out) && folder.names.isEmpty)
    #expect(try sheet("s.png").status == 0)
    #expect(folder.bytes("s.png")?.count ?? 0 > 1000)
    let piped = try run(
      ["sheet", Tool.market, "-o", "/dev/stdout"] + small, in: folder, shell: "\"$M\" \"$@\" | cat")
    #expect(piped.out == outcome.out)
  }

  @Test func aReaderThatLeavesEndsItQuietly() throws {
    let line = "\"$M\" list --json | head -c 1 > /dev/null; echo ${PIPESTATUS[0]}"
    let outcome = try run([], in: folder, shell: line)
    #expect(
      ["0", "141"].contains(outcome.text.trimmingCharacters(in: .whitespacesAndNewlines)), "\(outcome.text)")
    #expect(outcome.errors.isEmpty, "\(outcome.errors)")
    // Even if the parent ignores the signal.
    let deaf = try run(
      ["sheet", Tool.market, "-o", "-"] + small, in: folder,
      shell: "trap '' PIPE; \"$M\" \"$@\" | true; echo ${PIPESTATUS[0]}")
    #expect(deaf.text == "141\n" && !deaf.errors.contains("maquette:"), "\(deaf.text)\(deaf.errors)")
  }

  /// A log that the shell opened holds every message, not the last one alone.
  @Test func messagesAreAppendedToALog() throws {
    let line = "echo first > log; \"$M\" shet 2>> log; \"$M\" lst 2>> log; cat log"
    let outcome = try run([], in: folder, shell: line)
    #expect(
      outcome.text.split(separator: "\n").count == 3 && outcome.text.hasPrefix("first\n"), "\(outcome.text)")
  }

  @Test func aFullDiskLeavesNothing() throws {
    // The shell's limit on file sizes stands for a disk that fills up: 8 blocks of 1024 bytes.
    let outcome = try run(
      ["sheet", Tool.market, "-o", "x.png"] + small, in: folder, shell: "ulimit -f 8; \"$M\" \"$@\"")
    #expect(outcome.status == 74, "\(outcome.errors)")
    #expect(folder.names.isEmpty)
    folder.put("x.png", "old")
    let again = try run(
      ["sheet", Tool.market, "-o", "x.png", "--force"] + small, in: folder,
      shell: "ulimit -f 8; \"$M\" \"$@\"")
    #expect(again.status == 74 && folder.bytes("x.png") == Array("old".utf8) && folder.names == ["x.png"])
  }

  /// Killed anywhere: the file is not there, or whole, or the old one; the next run tidies up.
  @Test func killedRunsLeaveNoTornFile() throws {
    let line = """
      for i in $(seq 1 30); do
        "$M" "$@" --seed $i 2> /dev/null &
        sleep 0.$(printf %03d $((i * 13)))
        kill -9 $! 2> /dev/null; wait $! 2> /dev/null
        if [ -e x.png ]; then tail -c 8 x.png | od -An -tx1; fi
      done
      """
    let outcome = try run(["sheet", Tool.market, "-o", "x.png", "--force"] + small, in: folder, shell: line)
    let ends = Set(outcome.text.split(separator: "\n"))
    #expect(ends.isSubset(of: [" 49 45 4e 44 ae 42 60 82"]), "\(ends)")
    #expect(try sheet("x.png", "--force").status == 0)
    #expect(folder.names == ["x.png"] && isWholePNG(folder.bytes("x.png")))
  }
}
