import CVector
import Raster

/// The coloured inks of three plates, each shifted, row by row.
///
/// A picture is taken apart as a press would: what all three inks share goes to a key that stays in place, so
/// that type keeps its core and fringes have the colour of the ink and never the neon of a bare red, green
/// or blue plane.
struct PlateRows {
  /// The ink of the latest row that was asked for: the share of light that each plate lets through. Red,
  /// green, blue; padded length.
  private(set) var ink: [[Float]]
  /// The pixels of that row, unshifted, padded length.
  private(set) var pixels: [UInt32]
  private let shifts: [RowShift]
  private let margin: Int
  private let mask: Int
  private var staged: [UInt32]
  /// The plates of source row `j` are at `3 * (j & mask)` and after.
  private var slots: [[Float]]
  private var held: [Int]

  init(_ pass: PressPass) {
    shifts = pass.plates
    margin = pass.margin
    let rows = shifts.map(\.row)
    let span = (rows.max() ?? 0) - (rows.min() ?? 0) + 2
    var count = 2
    while count < span { count *= 2 }
    mask = count - 1
    staged = [UInt32](repeating: 0, count: pass.stagedWidth)
    slots = [[Float]](repeating: [Float](repeating: 0, count: pass.stagedWidth), count: 3 * count)
    held = [Int](repeating: .min, count: count)
    pixels = [UInt32](repeating: 0, count: Rows.padded(pass.width))
    ink = [[Float]](repeating: [Float](repeating: 0, count: pixels.count), count: 3)
  }

  /// Works out row `y`. Beyond the edges of the picture its outermost pixels go on.
  mutating func move(to y: Int, _ source: Bitmap) {
    for (plane, shift) in shifts.enumerated() {
      let upper = hold(y + shift.row, source) + plane
      let lower = hold(y + shift.row + 1, source) + plane
      blend(slots[upper], slots[lower], shift, margin: margin, into: &ink[plane])
    }
    stage(source, row: y, margin: 0, into: &pixels)
  }

  /// The first of the three slots that hold source row `row`.
  private mutating func hold(_ row: Int, _ source: Bitmap) -> Int {
    let slot = row & mask
    if held[slot] != row {
      held[slot] = row
      stage(source, row: max(0, min(source.height - 1, row)), margin: margin, into: &staged)
      separate(staged, into: &slots, at: 3 * slot)
    }
    return 3 * slot
  }
}

// Functions over whole arrays: spans of two properties of one value would count as overlapping accesses.

private func stage(_ source: Bitmap, row: Int, margin: Int, into staged: inout [UInt32]) {
  let (start, width) = (row * source.width, source.width)
  var target = staged.mutableSpan
  let pixels = source.pixels.span.extracting(start..<start + width)
  for x in 0..<width { target[margin + x] = pixels[x] }
  for x in 0..<margin { target[x] = pixels[0] }
  for x in margin + width..<target.count { target[x] = pixels[width - 1] }
}

private func separate(_ pixels: [UInt32], into slots: inout [[Float]], at first: Int) {
  for plane in 0..<3 { separate(pixels, Channel.allCases[plane], into: &slots[first + plane]) }
}

private func separate(_ pixels: [UInt32], _ channel: Channel, into row: inout [Float]) {
  let pixels = pixels.span
  var target = row.mutableSpan
  precondition(pixels.count == target.count && target.count & 7 == 0)
  for x in stride(from: 0, to: target.count, by: 8) {
    let pixel = pixels.lanes(at: x)
    let light = PixelRows.linear(pixel, channel)
    let largest = Transfer.linear(largestCode(pixel) * Lanes(repeating: 1 / 255))
    target.setLanes(Separation(light, largest: largest).ink, at: x)
  }
}

/// The largest of the three codes; the same channel has the most light.
@inline(__always)
private func largestCode(_ pixel: SIMD8<UInt32>) -> Lanes {
  f32x8_max(u32x8_byte(pixel, 0), f32x8_max(u32x8_byte(pixel, 8), u32x8_byte(pixel, 16)))
}

private func blend(
  _ upper: [Float], _ lower: [Float], _ shift: RowShift, margin: Int, into row: inout [Float]
) {
  var target = row.mutableSpan
  shift.apply(upper: upper.span, lower: lower.span, margin: margin, into: &target)
}
