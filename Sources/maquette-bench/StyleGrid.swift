import Canvas
import Color
import Geometry
import Raster

/// Contents down, exemplars across, and what became of each pair: a page for people.
struct StyleGrid {
  /// Pictures with what stands under them; all square.
  let contents: [(picture: Bitmap, name: String)]
  let exemplars: [(picture: Bitmap, name: String)]
  /// For each content its results, one an exemplar.
  let results: [[Bitmap]]
  /// The result that kept least of its content: row and column.
  let hardest: (row: Int, column: Int)
  /// Who made the contents.
  let credit: String

  /// Side of a cell, and the room between cells, in pixels.
  private static let cell = 176
  private static let gap = 8
  private static let margin = 56
  /// Room under a cell for its caption, and over all for the heading.
  private static let caption = 26
  private static let head = 104
  /// Between what is given and what is made.
  private static let gutter = 24
  private static let ground = SRGB(hex: "#e6e4df")!
  private static let ink = SRGB(hex: "#24262b")!
  private static let quiet = SRGB(hex: "#6a6b70")!

  func bitmap() throws -> Bitmap {
    let (columns, rows) = (exemplars.count + 1, contents.count + 1)
    let width = Self.x(columns) - Self.gap + Self.margin
    let height = Self.y(rows) + Self.margin / 2 + 26
    let canvas = try Canvas(width: width, height: height)
    let typesetter = Typesetter()
    canvas.fill(.rect(Rect(0, 0, Double(width), Double(height))), .color(Self.ground))
    func write(_ text: String, _ x: Int, _ y: Int, _ font: Font, _ size: Double, _ color: SRGB) {
      let line = TextLine(text, font: font, size: size, tracking: size > 20 ? -0.022 : 0.006)
      canvas.draw(line, at: Point(Double(x), Double(y)), .color(color), with: typesetter)
    }
    let plain = Font("Inter", weight: 400), strong = Font("Inter", weight: 600)
    write(
      "Style transfer by example", Self.margin - 2, 68, Font("Inter Display", weight: 600), 38, Self.ink)
    write(
      "Pictures down, exemplars across; every result at its defaults", Self.margin, 94, plain, 14, Self.quiet)
    func place(_ picture: Bitmap, _ column: Int, _ row: Int) {
      canvas.copy(
        picture.resized(width: Self.cell, height: Self.cell), x: Self.x(column), y: Self.y(row))
    }
    for (index, exemplar) in exemplars.enumerated() {
      place(exemplar.picture, index + 1, 0)
      write(exemplar.name, Self.x(index + 1), Self.y(0) + Self.cell + 17, strong, 12, Self.ink)
    }
    for (row, content) in contents.enumerated() {
      place(content.picture, 0, row + 1)
      write(content.name, Self.x(0), Self.y(row + 1) + Self.cell + 17, strong, 12, Self.ink)
      for (column, result) in results[row].enumerated() { place(result, column + 1, row + 1) }
    }
    write(
      "the hardest of these pairs", Self.x(hardest.column + 1), Self.y(hardest.row + 1) + Self.cell + 17,
      plain, 12, Self.quiet)
    write(credit, Self.margin, height - Self.margin / 2 - 2, plain, 12, Self.quiet)
    return try canvas.bitmap()
  }

  /// The left of a column, the first for the contents.
  private static func x(_ column: Int) -> Int {
    margin + column * (cell + gap) + (column > 0 ? gutter : 0)
  }

  /// The top of a row, the first for the exemplars.
  private static func y(_ row: Int) -> Int {
    margin / 2 + head + row * (cell + gap + caption - 6) + (row > 0 ? gutter - 8 : 0)
  }
}
