import CVector
import Raster

/// Draws rows one after the other: both sets of lines, their widths by the tone, ink on paper.
struct EngravingRows {
  private let pass: EngravingPass
  private let source: Bitmap
  private var staged: [UInt32]
  private var first: [Float]
  private var second: [Float]
  private var sheet: SheetRow

  init(_ pass: EngravingPass, _ source: Bitmap) {
    (self.pass, self.source, sheet) = (pass, source, SheetRow(width: source.width))
    staged = [UInt32](repeating: 0, count: Rows.padded(source.width))
    first = [Float](repeating: 0, count: staged.count)
    second = first
  }

  mutating func print(row y: Int, into pixels: inout MutableSpan<UInt32>) {
    source.stage(row: y, into: &staged)
    phase(pass.lines, row: y, into: &first)
    phase(pass.crossed, row: y, into: &second)
    engrave(pass, row: y, &first, second)
    sheet.clear(pass.paper)
    sheet.print(pass.film, first)
    sheet.encode(staged, dither: Dither(row: y, active: false), into: &pixels)
  }
}

private func phase(_ field: StripeField, row y: Int, into row: inout [Float]) {
  var row = row.mutableSpan
  field.cosines(row: y, into: &row)
}

/// Replaces cosines of phases by the share of each pixel that is inked.
private func engrave(_ pass: EngravingPass, row y: Int, _ lines: inout [Float], _ crossed: [Float]) {
  let tone = pass.tone.samples.span
  let crossed = crossed.span
  var lines = lines.mutableSpan
  precondition(lines.count == crossed.count && lines.count == pass.tone.stride)
  pass.curve.withTable { table in
    for x in stride(from: 0, to: lines.count, by: 8) {
      let ink = tone.lanes(at: y * lines.count + x)
      // The second set comes in with the shadows. Where both lie by chance, paper is left by both, so what
      // the first still has to do follows.
      let t = f32x8_clamp((ink - 0.4) * (1 / 0.5), 0, 1)
      let across = t * t * (3 - 2 * t) * (0.6 * pass.crossing)
      let along = f32x8_clamp(1 - (1 - ink) / (1 - across), 0, 1)
      let a = table.cover(lineSpot(lines.lanes(at: x), span: pass.span), tone: along)
      let b = table.cover(lineSpot(crossed.lanes(at: x), span: pass.span), tone: across)
      lines.setLanes(1 - (1 - a) * (1 - b), at: x)
    }
  }
}
