import Testing

/// `render generator/NAME` and `render material/photo`.
@Suite(.enabled(if: Tool.isThere)) struct ComponentRenderTests {
  private let folder = Folder()

  private func render(_ words: String...) throws -> Outcome {
    try run(["render"] + words, in: folder)
  }

  @Test func drawsAGeneratorAsPixelsAndShapes() throws {
    let png = try render("generator/blocks", "--size", "60x80px", "--seed", "3", "-o", "a.png")
    #expect(png.status == 0 && png.errors.contains("60 x 80 pixels"))
    let again = try render("generator/blocks", "--size", "60x80px", "--seed", "3", "-o", "b.png")
    #expect(again.status == 0 && folder.bytes("a.png") == folder.bytes("b.png"))
    for words in [
      ["--seed", "4"], ["--seed", "3", "--set", "side=8"], ["--seed", "3", "--palette", "#fff,#000,#c00"],
    ] {
      let other = try run(
        ["render", "generator/blocks", "--size", "60x80px", "--force", "-o", "c.png"] + words, in: folder)
      #expect(other.status == 0 && folder.bytes("c.png") != folder.bytes("a.png"), "\(words)")
    }
    for kind in ["svg", "pdf"] {
      let document = try render("generator/blocks", "--size", "90x120mm", "-o", "a.\(kind)")
      #expect(document.status == 0, "\(document.errors)")
    }
    let svg = String(decoding: folder.bytes("a.svg") ?? [], as: UTF8.self)
    #expect(svg.contains("<path") && !svg.contains("<image"))
    #expect(folder.bytes("a.pdf")?.prefix(5).elementsEqual("%PDF-".utf8) == true)
  }

  @Test func makesASeamlessSwatchOfAPhoto() throws {
    #expect(try render("material/brick", "--size", "200x160px", "-o", "wall.png").status == 0)
    let swatch = try render(
      "material/photo", "--photo", "wall.png", "--set", "manner=structured", "--size", "150x150px", "-o",
      "s.png")
    #expect(swatch.status == 0 && swatch.errors.contains("150 x 150 pixels"), "\(swatch.errors)")
    // A photo smaller than the patch is refused by name.
    #expect(try render("material/brick", "--size", "40x40px", "-o", "crumb.png").status == 0)
    let refused = try render("material/photo", "--photo", "crumb.png", "-o", "t.png")
    #expect(
      refused.status == 65 && refused.errors.contains("crumb.png") && refused.errors.contains("69 at least"))
    #expect(folder.bytes("t.png") == nil)
  }

  @Test(arguments: [
    (["generator/bloks"], "did you mean 'blocks'"), (["generator/blocks", "--set", "side=99"], "4...8"),
    (["generator/blocks", "--color", "#fff"], "does not go with a generator"),
    (["generator/blocks", "--palette", "#fff"], "two colours or more"),
    (["generator/blocks", "--size", "30000x30000px"], "at most 120 million"),
    (["material/photo"], "--photo FILE"),
    (["material/oak", "--photo", "x.png"], "--photo goes with material/photo"),
  ])
  func refusesInOneSentence(words: [String], part: String) throws {
    let outcome = try run(["render"] + words, in: folder)
    #expect(outcome.status == 64 && outcome.errors.contains(part), "\(outcome.errors)")
    #expect(folder.names.isEmpty)
  }
}
