import Foundation
import Testing

@Suite(.enabled(if: Tool.isThere)) struct UsageTests {
  let folder = Folder()

  private static let sheet = ["sheet", Tool.blueHour, "-o", "x.png"]

  /// Each mistake with its exit code and words of its message.
  @Test(
    arguments: [
      (["shet"], 64, ["'shet' is no verb", "did you mean 'sheet'"]),
      (["batch"], 64, ["not supported by this version"]),
      (["board"], 64, ["one brief or one sheet"]),
      (sheet + ["--colums", "3"], 64, ["--colums", "did you mean --columns"]),
      (sheet + ["--images", "9"], 64, ["--images is not supported"]),
      (sheet + ["--count"], 64, ["--count needs a value"]),
      (sheet + ["--force=yes"], 64, ["--force takes no value"]), (["sheet"], 64, ["sheet takes one preset"]),
      (["sheet", Tool.blueHour, Tool.market], 64, ["sheet takes one preset"]),
      (sheet + ["-n", "0"], 64, ["--count 0", "1...400"]),
      (sheet + ["-n", "1000000"], 64, ["1000000", "1...400"]),
      (sheet + ["-n", "x"], 64, ["--count x"]), (sheet + ["--seed", "-1"], 64, ["--seed -1"]),
      (sheet + ["--dpi", "0"], 64, ["20...2400"]), (sheet + ["--jobs", "0"], 64, ["--jobs 0", "1...256"]),
      (sheet + ["--columns", "0"], 64, ["1...100"]),
      (sheet + ["--plan", "divers"], 64, ["did you mean 'diverse'"]),
      (sheet + ["--page", "0x0px"], 65, ["'0x0px' is out of range", "16...32767"]),
      (sheet + ["--page", "100000x1px"], 65, ["'100000x1px' is out of range"]),
      (sheet + ["--page", "A99"], 65, ["'A99' is no page size"]),
      (sheet + ["--dpi", "2400", "--page", "A0"], 65, ["32767 px"]),
      (sheet + ["-n", "400", "--page", "16x16px"], 65, ["400 tiles do not fit"]),
      (sheet + ["--set", "art.kind"], 64, ["must be P=V"]),
      (sheet + ["--set", "art.knd=x"], 65, ["did you mean 'art.kind'"]),
      (sheet + ["--set", "finish.grain=7"], 65, ["7 is out of range", "0...1"]),
      (["sheet", "missing.json"], 66, ["`missing.json` does not exist"]),
      (["sheet", "/"], 66, ["is a folder"]),
      (["info", "missing.png"], 66, ["missing.png"]), (["info", Tool.blueHour], 65, ["is no contact sheet"]),
      (["info"], 64, ["info takes one file"]), (["render"], 64, ["render takes presets"]),
      (["render", "material/oka"], 64, ["no material 'oka'", "did you mean 'oak'"]),
      (["render", "material/oak", "--set", "width=9999"], 64, ["40...300 mm"]),
      (["render", "material/oak", "--set", "widht=90"], 64, ["did you mean 'width'"]),
      (["render", "material/oak", "--color", "plum!"], 64, ["--color plum!"]),
      (["render", "material/oak", "--size", "30000x30000px"], 64, ["at most 120 million"]),
      (
        ["render", Tool.blueHour, "--size", "9x9px"], 64, ["--size goes with material/NAME or generator/NAME"]
      ),
      (["list", "--sheet"], 64, ["list materials --sheet"]),
      (["render", Tool.blueHour, "--tile", "1"], 64, ["--tile goes with a sheet"]),
      (["render", Tool.blueHour, "--seed", "5..1"], 64, ["--seed 5..1"]),
      (["render", Tool.blueHour, "--seed", "1..9999999"], 64, ["more than a million"]),
      (["render", Tool.blueHour, "--seed", "1..2", "-o", "x.png"], 64, ["x.png is one file but 2 pictures"]),
      (["list", "layots"], 64, ["did you mean 'layout'"]),
      (["help", "contour"], 64, ["did you mean 'contours'"]),
    ] as [([String], Int32, [String])])
  func saysWhatIsWrong(arguments: [String], status: Int32, words: [String]) throws {
    let outcome = try run(arguments, in: folder)
    #expect(outcome.status == status, "\(outcome.errors)")
    #expect(outcome.errors.hasPrefix("maquette: ") && outcome.out.isEmpty, "\(outcome.errors)")
    for word in words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
    #expect(folder.names.isEmpty, "nothing is left behind")
  }

  @Test func badJSONHasAPlace() throws {
    folder.put("bad.json", "{ maquette: 1,\n  name 'x' }")
    folder.put("binary.json", "\u{1}\u{2}")
    folder.put("empty.json", "")
    let outcome = try run(["sheet", "bad.json"], in: folder)
    #expect(
      outcome.status == 65 && outcome.errors.contains("bad.json:2:8: expected ':'"), "\(outcome.errors)")
    for name in ["binary.json", "empty.json"] {
      let outcome = try run(["sheet", name], in: folder)
      #expect(outcome.status == 65 && outcome.errors.contains("\(name):1:1: "), "\(outcome.errors)")
    }
  }

  @Test func byteOrderMarkAndWindowsLineEndsAreFine() throws {
    let text = try String(contentsOfFile: Tool.market, encoding: .utf8)
    folder.put("win dows.json", "\u{FEFF}" + text.replacing("\n", with: "\r\n"))
    let outcome = try run(["sheet", "win dows.json", "-o", "a b.png"] + small, in: folder)
    #expect(outcome.status == 0 && isWholePNG(folder.bytes("a b.png")), "\(outcome.errors)")
  }

  @Test func oddNamesAreFine() throws {
    let names = ["-o.png", "new\nline.png", "a b.png", "ü&;$(x).png"]
    for name in names {
      let outcome = try run(["sheet", "-o" + name, Tool.market] + small, in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.errors.filter { $0 == "\n" }.count == 1, "a line end in a name is shown, not obeyed")
    }
    #expect(folder.names == names.sorted())
    let text = try String(contentsOfFile: Tool.market, encoding: .utf8)
    folder.put("-n", text)
    #expect(try run(["render", "--dpi", "20", "-o", "r.png", "--", "-n"], in: folder).status == 0)
    #expect(try run(["info", "--json", "--", "-o.png"], in: folder).status == 0)
  }

  @Test func startsWithoutAHome() throws {
    let outcome = try run(
      ["sheet", Tool.market, "-o", "x.png"] + small, in: folder, environment: ["PATH": "/bin"])
    #expect(outcome.status == 0 && isWholePNG(folder.bytes("x.png")), "\(outcome.errors)")
  }

  @Test func versionAndHelpPrint() throws {
    #expect(try run(["--version"], in: folder).text.hasPrefix("maquette "))
    for arguments in [
      [], ["--help"], ["help"], ["sheet", "--help"], ["help", "sheet"], ["help", "contours"],
    ] {
      let outcome = try run(arguments, in: folder)
      #expect(outcome.status == 0 && outcome.text.count > 100 && outcome.errors.isEmpty, "\(arguments)")
    }
    #expect(try run(["help", "sheet"], in: folder).text.contains("--count N"))
    #expect(try run(["help", "press"], in: folder).text.contains("finish.grain"))
  }
}
