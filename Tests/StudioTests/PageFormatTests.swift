import Geometry
import Studio
import Testing

@Suite struct PageFormatTests {
  @Test(
    arguments: [
      ("A3", 297.0, 420.0, 300.0), ("a4", 210, 297, 300), ("Letter", 215.9, 279.4, 300),
      ("11x14in", 279.4, 355.6, 300), ("B0", 1000, 1414, 300), ("card", 85, 55, 300), ("dl", 99, 210, 300),
      ("story", 285.75, 508, 96), ("square", 285.75, 285.75, 96),
      ("85x55mm", 85, 55, 300), ("8.5 x 5.5 cm", 85, 55, 300), ("1080x1350px", 285.75, 357.1875, 96),
      ("16x32767PX", 16 * 25.4 / 96, 32767.0 * 25.4 / 96, 96), ("72x144pt", 25.4, 50.8, 300),
    ] as [(String, Double, Double, Double)])
  func readsSizes(text: String, width: Double, height: Double, dpi: Double) throws {
    let format = try PageFormat(text)
    #expect(abs(format.size.width - width) < 1e-9 && abs(format.size.height - height) < 1e-9)
    #expect(format.dpi == dpi && format.bleed == 0)
  }

  @Test func turns() throws {
    #expect(try PageFormat("A3", landscape: true).size == Size(420, 297))
    #expect(try PageFormat("A3", landscape: false).size == Size(297, 420))
    #expect(try PageFormat("85x55mm", landscape: true).size == Size(85, 55), "it lies already")
    #expect(try PageFormat("85x55mm", landscape: false).size == Size(55, 85))
  }

  @Test(arguments: [
    "", "A9", "b7", "A", "x", "xmm", "10x10", "10x10furlongs", "10mm", "10x10x10mm", "-5x9mm", "ax9mm",
    "nanxnanmm",
    "infx10mm", "1e999x10mm", "0x0px", "15x100px", "100000x1px", "32768x100px", "10.5x20px", "0x0mm",
    "9x100mm",
    "3001x100mm", "😀", "A4\n",
  ])
  func refusesOtherTexts(text: String) {
    let error = #expect(throws: PageFormatError.self) { try PageFormat(text) }
    #expect(error?.description.contains("'\(text)'") == true)
  }

  @Test func saysTheRange() {
    let error = #expect(throws: PageFormatError.self) { try PageFormat("100000x1px") }
    #expect(error?.description.contains("16...32767 px") == true)
  }
}
