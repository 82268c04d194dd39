import Canvas
import Color
import Composition
import Geometry
import ImageFiles
import Interiors
import Parameters
import Raster
import Studio

extension Task {
  static let furniture = Task(
    name: "furniture", usage: "FILE.png [PIECE ...]",
    summary: "draws every piece of furniture, or those named: plan, front and side",
    run: { words in
      try FurnitureProof(words).draw()
      return 0
    })
}

/// Pieces one below the other, at one scale.
private struct FurnitureProof {
  private let file: String
  private let pieces: [any FurniturePiece]

  init(_ words: [String]) throws {
    guard let file = words.first else { throw Misuse("furniture takes a file") }
    self.file = file
    let named = words.dropFirst()
    pieces = Catalog.pieces.filter { named.isEmpty || named.contains($0.name) }.map { $0.init() }
  }

  func draw() throws {
    let scale = 40.0, k = 4.0, columns = 4
    let cell = Size(185, 66)
    let rows = (pieces.count + columns - 1) / columns
    let canvas = try Canvas(
      width: Int(Double(columns) * cell.width * k), height: Int(Double(rows) * cell.height * k))
    canvas.transform(.scale(k, k))
    canvas.fill(
      .rect(Rect(0, 0, Double(columns) * cell.width, Double(rows) * cell.height)),
      .color(SRGB(hex: "#f4f1ea")!))
    let typesetter = Typesetter()
    let style = DrawingStyle(
      ink: SRGB(hex: "#2b2a28")!, quiet: SRGB(hex: "#8b857b")!, wall: SRGB(hex: "#33312e")!,
      paper: SRGB(hex: "#fbfaf6")!, font: Font("Inter"))
    for (index, piece) in pieces.enumerated() {
      let corner = Point(
        Double(index % columns) * cell.width, Double(index / columns) * cell.height)
      var x = corner.x + 6
      for view in FurnitureDrawing.View.allCases {
        let drawing = FurnitureDrawing(piece, view: view)
        let box = drawing.bounds
        let origin = Point(
          x - box.left * 1000 / scale,
          view == .plan ? corner.y + 33 - box.center.y * 1000 / scale : corner.y + 60)
        let drawn = drawing.drawing(scale: scale, at: origin, style: style)
        Composition(page: Page(size: cell), layers: drawn.layers).draw(on: canvas, with: typesetter)
        x += box.width * 1000 / scale + 6
      }
      let name = TextLine(type(of: piece).name, font: Font("Inter", weight: 600), size: 3)
      canvas.draw(name, at: Point(corner.x + 6, corner.y + 6), .color(style.ink), with: typesetter)
    }
    try writeFile(encodePNG(canvas.bitmap(), PNGEncoding(jobs: Workshop.cores)), to: file, overwrite: true)
  }
}
