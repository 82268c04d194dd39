import CVector
import Raster

/// Prints rows one after the other: each plate is read where it lies, screened, inked and laid over the
/// sheet.
struct RisoRows {
  private let pass: RisoPass
  private let plates: Bitmap
  private let source: Bitmap
  private var wander: [[NoiseRows]]
  private var solids: [[NoiseRows]]
  private var tones: [Float]
  private var cover: [Float]
  private var moveU: [Float]
  private var moveV: [Float]
  private var staged: [UInt32]
  private var sheet: SheetRow

  init(_ pass: RisoPass, _ plates: Bitmap, source: Bitmap) {
    (self.pass, self.plates, self.source) = (pass, plates, source)
    func rows(_ layers: [[NoiseLayer]]) -> [[NoiseRows]] {
      layers.map { $0.map { NoiseRows($0, NoiseColumns($0, width: source.width)) } }
    }
    wander = rows(pass.wander)
    solids = rows(pass.solids)
    tones = [Float](repeating: 0, count: Rows.padded(source.width))
    cover = tones
    (moveU, moveV) = (tones, tones)
    staged = [UInt32](repeating: 0, count: tones.count)
    sheet = SheetRow(width: source.width)
  }

  mutating func print(row y: Int, into pixels: inout MutableSpan<UInt32>) {
    source.stage(row: y, into: &staged)
    sheet.clear(pass.paper)
    for (index, film) in pass.films.enumerated() {
      readPlate(plates, index, pass.offsets[index], row: y, into: &tones)
      screen(index, row: y)
      ink(index, row: y)
      sheet.print(film, cover)
    }
    sheet.encode(staged, dither: Dither(row: y, active: false), into: &pixels)
  }

  private mutating func screen(_ index: Int, row y: Int) {
    guard wander[index].count == 2 else { return coverRow(tones, pass.screens[index], row: y, into: &cover) }
    sum(&wander[index][0], row: y, into: &moveU)
    sum(&wander[index][1], row: y, into: &moveV)
    coverRow(tones, pass.screens[index], row: y, moveU, moveV, into: &cover)
  }

  /// Takes ink away where it does not lie well.
  private mutating func ink(_ index: Int, row y: Int) {
    guard !solids[index].isEmpty else { return }
    clear(&moveU)
    for layer in solids[index].indices { add(&solids[index][layer], row: y, to: &moveU) }
    thin(&cover, by: moveU)
  }
}

private func coverRow(_ tones: [Float], _ screen: Screen, row y: Int, into cover: inout [Float]) {
  var cover = cover.mutableSpan
  screen.cover(row: y, tones: tones.span, into: &cover)
}

private func coverRow(
  _ tones: [Float], _ screen: Screen, row y: Int, _ u: [Float], _ v: [Float], into cover: inout [Float]
) {
  var cover = cover.mutableSpan
  screen.cover(row: y, tones: tones.span, movedBy: u.span, v.span, into: &cover)
}

private func clear(_ row: inout [Float]) {
  var row = row.mutableSpan
  row.update(repeating: 0)
}

private func add(_ layer: inout NoiseRows, row y: Int, to sum: inout [Float]) {
  var row = sum.mutableSpan
  layer.add(row: y, to: &row)
}

private func sum(_ layer: inout NoiseRows, row y: Int, into sum: inout [Float]) {
  clear(&sum)
  add(&layer, row: y, to: &sum)
}

/// `cover · (1 - noise)`, held to 0...1.
private func thin(_ cover: inout [Float], by noise: [Float]) {
  let noise = noise.span
  var cover = cover.mutableSpan
  precondition(noise.count == cover.count)
  for x in stride(from: 0, to: cover.count, by: 8) {
    let share = cover.lanes(at: x)
    cover.setLanes(f32x8_clamp(f32x8_fma(share, -noise.lanes(at: x), share), 0, 1), at: x)
  }
}

/// One plate where it lies on the sheet, with linear interpolation. Beyond the edges of the picture its
/// outermost pixels go on.
///
/// Within eight pixels the turn moves nothing that could be seen, so they share a place.
private func readPlate(
  _ plates: Bitmap, _ index: Int, _ offset: PlateOffset, row y: Int, into tones: inout [Float]
) {
  let source = plates.pixels.span
  var tones = tones.mutableSpan
  let (width, height) = (plates.width, plates.height)
  let (middleX, middleY) = (Double(width) / 2, Double(height) / 2)
  let left = -offset.right - offset.turn * (Double(y) - middleY)
  for x in stride(from: 0, to: tones.count, by: 8) {
    let fromX = Double(x) + left
    let fromY = Double(y) - offset.down + offset.turn * (Double(x) + 4 - middleX)
    let (column, row) = (Int(fromX.rounded(.down)), Int(fromY.rounded(.down)))
    let upper = max(0, min(height - 1, row)) * width
    let lower = max(0, min(height - 1, row + 1)) * width
    let (right, below) = (Float(fromX - Double(column)), Float(fromY - Double(row)))
    @inline(__always) func shares(_ start: Int, _ column: Int) -> Lanes {
      if column >= 0, column + 8 <= width {
        return u32x8_byte(source.lanes(at: start + column), Int32(8 * index))
      }
      var pixels = SIMD8<UInt32>()
      for lane in 0..<8 { pixels[lane] = source[start + max(0, min(width - 1, column + lane))] }
      return u32x8_byte(pixels, Int32(8 * index))
    }
    let (a, b) = (shares(upper, column), shares(upper, column + 1))
    let (c, d) = (shares(lower, column), shares(lower, column + 1))
    let top = f32x8_fma(b - a, Lanes(repeating: right), a)
    let bottom = f32x8_fma(d - c, Lanes(repeating: right), c)
    tones.setLanes(f32x8_fma(bottom - top, Lanes(repeating: below), top) * (1 / 255), at: x)
  }
}
