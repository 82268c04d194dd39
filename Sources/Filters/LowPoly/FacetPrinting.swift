import CVector
import Color
import Geometry
import Raster

/// Draws facets and the lines between them into pixels, by exact area. O(pixels + pixels along the sides).
struct FacetPrinting: Sendable {
  private let sides: [Side]
  private let line: LinearRGB
  private let lineWidth: Double

  /// A side and how the colour changes from its left to its right, going down the page.
  private struct Side {
    let a: Point
    let b: Point
    let change: SIMD4<Float>
  }

  private static let bandHeight = 16

  /// `lineWidth` is in pixels; 0 for no lines.
  init(_ facets: Facets, lineWidth: Double, line: LinearRGB) {
    (self.lineWidth, self.line) = (lineWidth, line)
    let mesh = facets.mesh
    func color(_ edge: Int) -> SIMD4<Float> {
      guard edge >= 0 else { return .zero }
      let color = facets.colors[edge / 3]
      return [Float(color.red), Float(color.green), Float(color.blue), 0]
    }
    sides = mesh.corners.indices.filter { mesh.twins[$0] < $0 }.map { edge in
      let (a, b) = (Int(mesh.corners[edge]), Int(mesh.corners[Delaunay.next(edge)]))
      // Triangles turn clockwise on the page: going down a side, its own triangle lies to the left.
      return Side(a: mesh.points[a], b: mesh.points[b], change: color(Int(mesh.twins[edge])) - color(edge))
    }
  }

  func printed(width: Int, height: Int, jobs: Int) -> Bitmap {
    var result = Bitmap(width: width, height: height)
    let lists = bands(height)
    Bands.fill(
      &result.pixels, rows: height, rowLength: width, jobs: jobs, height: Self.bandHeight
    ) { band, pixels in
      var sums = EdgeSums<SIMD4<Float>>(width: width, rows: band)
      for index in lists[band.lowerBound / Self.bandHeight] { draw(sides[Int(index)], &sums) }
      write(sums, into: &pixels)
    }
    return result
  }

  /// The sides that reach into each band.
  private func bands(_ height: Int) -> [[Int32]] {
    let last = (height - 1) / Self.bandHeight
    var lists = [[Int32]](repeating: [], count: last + 1)
    for (index, side) in sides.enumerated() {
      let (top, bottom) = (min(side.a.y, side.b.y) - lineWidth, max(side.a.y, side.b.y) + lineWidth)
      let from = max(0, min(last, Int(top) / Self.bandHeight))
      for band in from...max(from, min(last, Int(bottom) / Self.bandHeight)) {
        lists[band].append(Int32(index))
      }
    }
    return lists
  }

  /// The first three lanes hold colour, the fourth the cover of lines.
  private func draw(_ side: Side, _ sums: inout EdgeSums<SIMD4<Float>>) {
    sums.add(side.a, side.b, side.change)
    guard lineWidth > 0 else { return }
    let along = (side.b - side.a).normalized * (lineWidth / 2)
    let across = along.perpendicular
    // A quarter of the width longer at both ends, so that lines meet.
    let (a, b) = (side.a - along * 0.5, side.b + along * 0.5)
    let corners = [a + across, b + across, b - across, a - across]
    for (from, to) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
      sums.add(from, to, [0, 0, 0, -1])
    }
  }

  private func write(_ sums: EdgeSums<SIMD4<Float>>, into pixels: inout MutableSpan<UInt32>) {
    let stride = Rows.padded(sums.width)
    var staged = [UInt32](repeating: 0, count: stride)
    var red = [Float](repeating: 0, count: stride)
    var (green, blue) = (red, red)
    let ink: SIMD4<Float> = [Float(line.red), Float(line.green), Float(line.blue), 0]
    for y in sums.rows {
      sums.forEachPixel(ofRow: y) { x, value in
        var color = value
        if lineWidth > 0 {
          let cover = max(0, min(1, abs(value.w)))
          color += (ink - color) * cover
        }
        (red[x], green[x], blue[x]) = (color.x, color.y, color.z)
      }
      var row = staged.mutableSpan
      PixelRows.encode(
        red: red.span, green: green.span, blue: blue.span, dither: Dither(row: y, active: false), into: &row)
      let start = (y - sums.rows.lowerBound) * sums.width
      for x in 0..<sums.width { pixels[start + x] = staged[x] }
    }
  }
}
