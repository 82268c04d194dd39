import Elementary
import Parameters
import Raster

/// Thin, curved hairs in a sheet of paper, as short straight pieces sorted into strips of rows.
struct Fibres: Sendable {
  private struct Piece {
    var x: Float
    var y: Float
    /// To the other end.
    var dx: Float
    var dy: Float
    /// How much lighter or darker than the sheet.
    var tone: Float
  }

  /// Rows in a strip.
  private static let strip = 16
  /// Half the width of a hair as it is drawn, in pixels.
  private let radius: Float
  private let strips: [[Piece]]

  /// Hairs on a sheet of the given size in pixels.
  ///
  /// A sheet is cut into squares of a centimetre with hairs of their own, so that a thumbnail and a print of any
  /// size have the same hairs in the same places. An `amount` of 1 is up to 14 hairs on a square; `scale` is in pixels
  /// per millimetre.
  init(amount: Double, width: Int, height: Int, scale: Double, stream: SeedStream) {
    var strips = [[Piece]](repeating: [], count: (height + Self.strip - 1) / Self.strip)
    let (across, down) = (Double(width) / scale / 10, Double(height) / scale / 10)
    // A hair is 0.05 mm wide; what is finer than a pixel is drawn a pixel wide and as much fainter.
    let pixels = 0.05 * scale
    let reach = Float(max(0.75, 0.5 * pixels + 0.5))
    radius = reach
    let strength = min(1, pixels * 1.3)
    let source = stream.child("fibres")
    for row in 0..<Int(down.rounded(.up)) where amount > 0 {
      for column in 0..<Int(across.rounded(.up)) {
        var draws = source.forVariant(UInt64(row) << 32 | UInt64(column))
        for _ in 0..<draws.integer(in: 0...Int(14 * amount)) {
          let x = (Double(column) + draws.unit()) * 10
          let y = (Double(row) + draws.unit()) * 10
          Self.grow(x, y, scale: scale, strength: strength, &draws) { piece in
            Self.sort(piece, reach: reach, into: &strips)
          }
        }
      }
    }
    self.strips = strips
  }

  /// A hair that turns slowly and now and then changes its mind, from 1 to 5 mm long.
  private static func grow(
    _ x: Double, _ y: Double, scale: Double, strength: Double, _ draws: inout SeedStream,
    _ put: (Piece) -> Void
  ) {
    let long = 0.8 + 4 * draws.unit() * draws.unit()
    // Fibres lie along the machine's direction more often than not.
    var angle = draws.normal() * 0.9
    var bend = draws.normal() * 0.35
    let light = draws.chance(0.5) ? 1.0 : -1.0
    let tone = light * strength * (0.025 + 0.075 * draws.unit() * draws.unit())
    let count = max(3, Int((long / 0.3).rounded()))
    var (x, y) = (x * scale, y * scale)
    for step in 0..<count {
      angle += bend
      bend = bend * 0.8 + draws.normal() * 0.12
      let (sin, cos) = Exact.sincos(angle)
      let (dx, dy) = (cos * 0.3 * scale, sin * 0.3 * scale)
      // Ends are thinner than the middle.
      let t = (Double(step) + 0.5) / Double(count)
      let body = min(1, 6 * t * (1 - t))
      put(Piece(x: Float(x), y: Float(y), dx: Float(dx), dy: Float(dy), tone: Float(tone * body)))
      (x, y) = (x + dx, y + dy)
    }
  }

  private static func sort(_ piece: Piece, reach: Float, into strips: inout [[Piece]]) {
    let top = min(piece.y, piece.y + piece.dy) - reach
    let end = max(piece.y, piece.y + piece.dy) + reach
    let first = max(0, Int((top / Float(strip)).rounded(.down)))
    let last = min(strips.count - 1, Int((end / Float(strip)).rounded(.down)))
    guard first <= last else { return }
    for index in first...last { strips[index].append(piece) }
  }

  /// Adds the hairs of row `y` to a row of tones.
  func add(row y: Int, to row: inout [Float]) {
    for piece in strips[y / Self.strip] { add(piece, Float(y) + 0.5, to: &row) }
  }

  private func add(_ piece: Piece, _ y: Float, to row: inout [Float]) {
    let (top, end) = (min(piece.y, piece.y + piece.dy), max(piece.y, piece.y + piece.dy))
    guard y >= top - radius, y <= end + radius else { return }
    let left = min(piece.x, piece.x + piece.dx) - radius
    let right = max(piece.x, piece.x + piece.dx) + radius
    let columns = max(0, Int(left))..<max(0, min(row.count, Int(right) + 1), max(0, Int(left)))
    let square = piece.dx * piece.dx + piece.dy * piece.dy
    for x in columns {
      let (px, py) = (Float(x) + 0.5 - piece.x, y - piece.y)
      // Without its far end, so that the joints of a hair do not count twice.
      let t = (px * piece.dx + py * piece.dy) / square
      guard t >= 0, t < 1 else { continue }
      let (ex, ey) = (px - t * piece.dx, py - t * piece.dy)
      let near = 1 - (ex * ex + ey * ey) / (radius * radius)
      if near > 0 { row[x] += piece.tone * near }
    }
  }
}
