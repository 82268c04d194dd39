import Composition
import Parameters
import Raster

/// All that is the same for every row of a painted sheet.
struct PaintedSheet: Sendable {
  let washes: Washes
  let light: SheetLight
  let width: Int
  let height: Int
  /// Pixels along a millimetre.
  let scale: Double
  /// Unpainted paper around the picture in millimetres.
  let border: Double
  /// Where edges stray to, in pixels of the picture.
  let aside: NoiseField
  let down: NoiseField
  /// The paper's height, deviation about 1.
  let paper: NoiseField
  /// How much pigment a wash left; deviation about 1.
  let flow: NoiseField
  /// Which pigment of a mixture lies on top; deviation about 1.
  let warmth: NoiseField
  /// Water ran back where this is high; deviation about 1.
  let backrun: NoiseField
  /// How the painted area's outline strays, in millimetres.
  let outline: NoiseField
  let ditherSeed: UInt32

  init(_ settings: Watercolour, _ washes: Washes, width: Int, height: Int, _ context: FilterContext) {
    (self.washes, self.width, self.height, border) = (washes, width, height, settings.border)
    let scale = context.pixelsPerMillimetre
    self.scale = scale
    light = SheetLight(settings, scale: scale)
    var seeds = context.stream.child("sheet")
    func field(_ parts: (size: Double, deviation: Double)...) -> NoiseField {
      NoiseField(parts, scale: scale, width: width, seeds: &seeds)
    }
    // Waves grow with their height, or edges would fold over themselves.
    let stray = settings.wobble * scale
    let wave = 2.2 + 4 * settings.wobble
    aside = field((wave, stray), (0.5, 0.2 * min(stray, 0.35 * scale)))
    down = field((wave, stray), (0.5, 0.2 * min(stray, 0.35 * scale)))
    paper = field((0.22, 0.75), (0.45, 0.55), (0.95, 0.35))
    flow = field((5, 0.7), (1.3, 0.28), (14, 0.6))
    warmth = field((6, 0.8), (17, 0.6))
    backrun = field((9, 0.95), (1.1, 0.16), (0.4, 0.06))
    outline = field((9, 0.5), (2.2, 0.3), (0.5, 0.1))
    ditherSeed = seeds.bits()
  }
}

/// Paints the rows of a sheet one after the other.
struct SheetRows {
  private let sheet: PaintedSheet
  private var aside: FieldRows
  private var down: FieldRows
  private var paper: FieldRows
  private var above: [Float]
  private var flow: FieldRows
  private var warmth: FieldRows
  private var backrun: FieldRows
  private var outline: FieldRows
  private var wash: WashRow
  private var cover: [Float]
  private var painted: [UInt32]

  init(_ sheet: PaintedSheet) {
    self.sheet = sheet
    (aside, down, paper) = (sheet.aside.rows, sheet.down.rows, sheet.paper.rows)
    (flow, warmth, backrun) = (sheet.flow.rows, sheet.warmth.rows, sheet.backrun.rows)
    outline = sheet.outline.rows
    let padded = Rows.padded(sheet.width)
    wash = WashRow(count: padded)
    above = []
    cover = [Float](repeating: 0, count: padded)
    painted = [UInt32](repeating: 0, count: padded)
  }

  /// Paints row `y` to the pixels from `start` on.
  mutating func paint(row y: Int, into pixels: inout MutableSpan<UInt32>, at start: Int) {
    if above.isEmpty { paper.move(to: max(0, y - 1)) }
    above = paper.samples
    paper.move(to: y)
    aside.move(to: y)
    down.move(to: y)
    flow.move(to: y)
    warmth.move(to: y)
    backrun.move(to: y)
    outline.move(to: y)
    wash.look(up: sheet.washes, row: y, width: sheet.width, aside: aside.samples, down: down.samples)
    cover(row: y)
    let fields = SheetFields(
      paper: paper.samples, above: above, flow: flow.samples, warmth: warmth.samples,
      backrun: backrun.samples, cover: cover)
    sheet.light.paint(wash, fields, dither: Dither(row: y, seed: sheet.ditherSeed), into: &painted)
    for x in 0..<sheet.width { pixels[start + x] = painted[x] }
  }

  /// How far inside the painted area each pixel lies, in millimetres.
  private mutating func cover(row y: Int) {
    let step = Float(1 / sheet.scale)
    let border = Float(sheet.border)
    let vertical = Float(min(y, sheet.height - 1 - y)) + 0.5
    for x in 0..<sheet.width {
      let nearest = min(vertical, Float(min(x, sheet.width - 1 - x)) + 0.5) * step
      // A border of nothing has no outline to stray.
      let stray = outline.samples[x] * min(1, border * 0.4)
      cover[x] = border > 0 ? nearest - border + stray : 99
    }
  }
}

/// The noises of one row.
struct SheetFields {
  let paper: [Float]
  let above: [Float]
  let flow: [Float]
  let warmth: [Float]
  let backrun: [Float]
  let cover: [Float]
}
