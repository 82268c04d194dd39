import CVector
import Color
import Geometry
import Raster

/// Prints round dots on paper with soft edges one pixel wide.
///
/// A dot covers exactly its area, also where it is smaller than a pixel, and touching dots add up: a thumbnail has the
/// tone of the print. O(pixels + area of the dots).
struct DotPrinting: Sendable {
  private let dots: [Dot]
  private let paper: LinearRGB
  private let width: Int
  private let height: Int
  /// Dots that reach into each band of rows, in order.
  private let bands: [[Int32]]

  private static let bandHeight = 32

  init(_ dots: [Dot], paper: LinearRGB, width: Int, height: Int) {
    (self.dots, self.paper, self.width, self.height) = (dots, paper, width, height)
    let last = (height - 1) / Self.bandHeight
    var bands = [[Int32]](repeating: [], count: last + 1)
    for (index, dot) in dots.enumerated() {
      let reach = dot.radius + 1
      let from = max(0, Int(dot.center.y - reach) / Self.bandHeight)
      let to = min(last, Int(dot.center.y + reach) / Self.bandHeight)
      if from <= to { for band in from...to { bands[band].append(Int32(index)) } }
    }
    self.bands = bands
  }

  func printed(jobs: Int) -> Bitmap {
    var result = Bitmap(width: width, height: height)
    let stride = Rows.padded(width)
    Bands.fill(
      &result.pixels, rows: height, rowLength: width, jobs: jobs, height: Self.bandHeight
    ) { band, pixels in
      var sheet = InkSheet(width: width, stride: stride, rows: band)
      for index in bands[band.lowerBound / Self.bandHeight] { sheet.add(dots[Int(index)]) }
      sheet.write(on: paper, into: &pixels)
    }
    return result
  }
}

/// Cover and ink of some rows, summed over dots.
private struct InkSheet {
  private let width: Int
  private let stride: Int
  private let rows: Range<Int>
  private var cover: [Float]
  private var red: [Float]
  private var green: [Float]
  private var blue: [Float]

  init(width: Int, stride: Int, rows: Range<Int>) {
    (self.width, self.stride, self.rows) = (width, stride, rows)
    cover = [Float](repeating: 0, count: stride * rows.count)
    (red, green, blue) = (cover, cover, cover)
  }

  mutating func add(_ dot: Dot) {
    // A disc with a linear edge one pixel wide has π(r² + 1/12): the radius is drawn in by that much, and what is too
    // small for it is a fainter dot of radius 1/2.
    let isSmall = dot.radius * dot.radius < 1.0 / 3
    let radius = isSmall ? 0.5 : (dot.radius * dot.radius - 1.0 / 12).squareRoot()
    let strength = Float(isSmall ? dot.radius * dot.radius * 3 : 1)
    let outer = radius + 0.5
    let inner = radius - 0.5
    let first = max(rows.lowerBound, Int((dot.center.y - outer - 0.5).rounded(.up)))
    let last = min(rows.upperBound - 1, Int((dot.center.y + outer - 0.5).rounded(.down)))
    guard first <= last else { return }
    for y in first...last {
      let dy = Double(y) + 0.5 - dot.center.y
      let reach = (max(0, outer * outer - dy * dy)).squareRoot()
      let core = inner > abs(dy) ? (inner * inner - dy * dy).squareRoot() : -1
      addRow(y, dot, dy, reach: reach, core: core, outer: outer, strength)
    }
  }

  private mutating func addRow(
    _ y: Int, _ dot: Dot, _ dy: Double, reach: Double, core: Double, outer: Double, _ strength: Float
  ) {
    let start = (y - rows.lowerBound) * stride
    let from = max(0, Int((dot.center.x - reach - 0.5).rounded(.up)))
    let to = min(width - 1, Int((dot.center.x + reach - 0.5).rounded(.down)))
    guard from <= to else { return }
    let ink = (Float(dot.ink.red), Float(dot.ink.green), Float(dot.ink.blue))
    for x in from...to {
      let dx = Double(x) + 0.5 - dot.center.x
      let share = abs(dx) <= core ? 1 : max(0, min(1, outer - (dx * dx + dy * dy).squareRoot()))
      let part = Float(share) * strength
      cover[start + x] += part
      red[start + x] += part * ink.0
      green[start + x] += part * ink.1
      blue[start + x] += part * ink.2
    }
  }

  /// Lays the ink on paper. Where dots overlap, their inks are averaged.
  func write(on paper: LinearRGB, into pixels: inout MutableSpan<UInt32>) {
    var staged = [UInt32](repeating: 0, count: stride)
    var (r, g, b) = ([Float](repeating: 0, count: stride), red, green)
    (g, b) = (r, r)
    for y in rows.indices {
      let start = (y - rows.lowerBound) * stride
      let part = start..<start + stride
      lay(cover, red, part, Float(paper.red), into: &r)
      lay(cover, green, part, Float(paper.green), into: &g)
      lay(cover, blue, part, Float(paper.blue), into: &b)
      var row = staged.mutableSpan
      PixelRows.encode(
        red: r.span, green: g.span, blue: b.span, dither: Dither(row: y, active: false), into: &row)
      for x in 0..<width { pixels[(y - rows.lowerBound) * width + x] = staged[x] }
    }
  }
}

/// One channel of one row: ink where it covers, paper between. `part` is of whole vectors.
private func lay(
  _ cover: [Float], _ ink: [Float], _ part: Range<Int>, _ paper: Float, into row: inout [Float]
) {
  let cover = cover.span.extracting(part)
  let ink = ink.span.extracting(part)
  var row = row.mutableSpan
  precondition(row.count == cover.count && row.count & 7 == 0)
  let (paper, one) = (Lanes(repeating: paper), Lanes(repeating: 1))
  for x in stride(from: 0, to: row.count, by: 8) {
    let covered = cover.lanes(at: x)
    let bare = one - f32x8_min(covered, one)
    row.setLanes(f32x8_fma(paper, bare, ink.lanes(at: x) / f32x8_max(covered, one)), at: x)
  }
}
