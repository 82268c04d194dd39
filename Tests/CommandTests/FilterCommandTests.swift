import Foundation
import Testing

@Suite(.enabled(if: Tool.isThere)) struct FilterCommandTests {
  let folder = Folder()

  /// A small picture of the tool's own.
  private func makePicture() throws {
    let outcome = try run(["sheet", Tool.market, "-o", "in.png", "--quiet"] + small, in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  private func filter(_ words: String...) throws -> Outcome { try run(["filter"] + words, in: folder) }

  @Test func badInputsAreAnswered() throws {
    folder.put("empty.png", "")
    folder.put("text.png", "hello")
    folder.put("photo.jpg", Array("RIFF\0\0\0\0WEBPVP8 ".utf8))
    folder.put("cut.jpg", [0xFF, 0xD8, 0xFF, 0xE0])
    let cases: [(String, Int32, String)] = [
      ("empty.png", 65, "empty.png: the file is empty"), ("text.png", 65, "text.png: this is text"),
      ("photo.jpg", 65, "photo.jpg: this is a WebP picture"),
      ("cut.jpg", 65, "cut.jpg: the JPEG file is damaged"),
      ("gone.png", 66, "`gone.png` does not exist"), (".", 66, "is a folder"),
    ]
    for (name, status, words) in cases {
      let outcome = try filter("none", name, "out.png")
      #expect(outcome.status == status && outcome.errors.contains(words), "\(outcome.errors)")
      #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
      guard name != "." else { continue }
      let palette = try run(["palette", name, "--json"], in: folder)
      #expect(palette.status == status && palette.errors.contains(words), "\(palette.errors)")
    }
    #expect(!folder.names.contains("out.png"))
  }

  @Test func thePixelBudgetIsAnOption() throws {
    let header: [UInt8] = [0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 7, 0xD0, 0, 0, 7, 0xD0, 1, 0, 0, 0, 0]
    folder.put("large.png", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10] + header + [0, 0, 0, 0] + end)
    try makePicture()
    #expect(try filter("none", "in.png", "a.png", "--max-pixels", "1").status == 0)
    let refused = try filter("none", "in.png", "b.png", "--max-pixels", "0")
    #expect(refused.status == 64 && refused.errors.contains("--max-pixels 0"), "\(refused.errors)")
    #expect(try filter("none", "large.png", "c.png", "--max-pixels", "3").status == 65)
  }

  private let end: [UInt8] = [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]

  @Test func theOutputSaysWhatMadeIt() throws {
    try makePicture()
    let made = try filter(
      "press", "in.png", "out.png", "--dpi", "100", "--seed", "7", "--palette", "#0b1d3a,#f4e9d8")
    #expect(made.status == 0, "\(made.errors)")
    let info = try #require(run(["info", "out.png", "--json"], in: folder).json as? [String: Any])
    #expect(info["kind"] as? String == "filter" && info["filter"] as? String == "press")
    #expect(info["seed"] as? Int == 7 && info["input"] as? String == "in.png")
    #expect(info["width"] as? Int == 240 && info["height"] as? Int == 320)
    #expect(info["palette"] as? [String] == ["#0b1d3a", "#f4e9d8"])
    #expect(abs((info["dpi"] as? Double ?? 0) - 100) < 0.01)
    #expect(!(try #require(info["parameters"] as? [String: Any])).isEmpty)
    let text = try run(["info", "out.png"], in: folder).text
    #expect(text.contains("filter press of 'in.png', 240 x 320 px"), "\(text)")
    let words = String(decoding: folder.bytes("out.png") ?? [], as: Unicode.ASCII.self)
    for word in ["sRGB", "pHYs", "Software", "algorithmicallyEnhanced"] {
      #expect(words.contains(word), "\(word)")
    }
    #expect(try run(["info", "out.png", "--tile", "1"], in: folder).status == 64)
    #expect(try run(["render", "out.png", "--tile", "1"], in: folder).status == 65)
  }

  @Test func metadataIsWhatWasAsked() throws {
    try makePicture()
    for level in ["full", "minimal", "none"] {
      #expect(try filter("none", "in.png", "\(level).png", "--metadata", level).status == 0)
    }
    #expect(try run(["info", "minimal.png"], in: folder).status == 0)
    #expect(try run(["info", "none.png"], in: folder).status == 65)
    let sizes = ["full", "minimal", "none"].map { folder.bytes("\($0).png")?.count ?? 0 }
    #expect(sizes[0] > sizes[1] && sizes[1] > sizes[2] && sizes[2] > 0)
  }

  @Test func theSameCommandAgainFindsItsWork() throws {
    try makePicture()
    #expect(try filter("duotone", "in.png", "o.png").status == 0)
    let before = try Data(contentsOf: URL(filePath: folder.file("o.png")))
    #expect(try filter("duotone", "in.png", "o.png").status == 0)
    for other in [["duotone", "in.png", "o.png", "--set", "contrast=0.9"], ["tone", "in.png", "o.png"]] {
      let outcome = try run(["filter"] + other, in: folder)
      #expect(outcome.status == 73 && outcome.errors.contains("o.png"), "\(outcome.errors)")
    }
    #expect(try Data(contentsOf: URL(filePath: folder.file("o.png"))) == before)
  }

  @Test func jobsChangeNoByteAndTheInputStays() throws {
    try makePicture()
    for jobs in ["1", "2", "8"] {
      #expect(try filter("none", "in.png", "\(jobs).png", "--jobs", jobs).status == 0)
    }
    #expect(folder.bytes("1.png") != nil && folder.bytes("1.png") == folder.bytes("2.png"))
    #expect(folder.bytes("1.png") == folder.bytes("8.png"))
    let before = folder.bytes("in.png")
    #expect(try filter("none", "in.png", "in.png", "--force").status == 64)
    #expect(folder.bytes("in.png") == before)
  }
}
