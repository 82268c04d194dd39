import Raster

/// The rows of one plate, shifted; keeps the two decoded source rows that a result needs.
struct PlateRows {
  /// The latest row that was asked for, linear light, padded length.
  private(set) var shifted: [Float]
  private let shift: RowShift
  private let channel: Channel
  private let margin: Int
  private var staged: [UInt32]
  /// Decoded source row `j` is in slot `j & 1`.
  private var slots: [[Float]]
  private var held = [Int](repeating: .min, count: 2)

  init(_ shift: RowShift, _ channel: Channel, _ pass: PressPass) {
    self.shift = shift
    self.channel = channel
    margin = pass.margin
    staged = [UInt32](repeating: 0, count: pass.stagedWidth)
    slots = [[Float]](repeating: [Float](repeating: 0, count: pass.stagedWidth), count: 2)
    shifted = [Float](repeating: 0, count: Rows.padded(pass.width))
  }

  /// Makes `shifted` the plate's row `y`. Beyond the edges of the picture its outermost pixels go on.
  mutating func move(to y: Int, _ source: Bitmap) {
    let first = y + shift.row
    for row in first...first + 1 where held[row & 1] != row {
      held[row & 1] = row
      stage(source, row: max(0, min(source.height - 1, row)), margin: margin, into: &staged)
      decode(staged, channel, into: &slots[row & 1])
    }
    blend(slots[first & 1], slots[(first + 1) & 1], shift, margin: margin, into: &shifted)
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

private func decode(_ pixels: [UInt32], _ channel: Channel, into row: inout [Float]) {
  var target = row.mutableSpan
  PixelRows.decode(pixels.span, channel, into: &target)
}

private func blend(
  _ upper: [Float], _ lower: [Float], _ shift: RowShift, margin: Int, into row: inout [Float]
) {
  var target = row.mutableSpan
  shift.apply(upper: upper.span, lower: lower.span, margin: margin, into: &target)
}
