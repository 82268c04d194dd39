import CVector
import Color
import Composition
import Geometry
import Parameters
import Raster

/// Draws sheets of paper one over the other: exact edges, one light from the upper left, a little grain.
struct SheetPrinting: Sendable {
  private let outlines: [FlatOutline]
  private let colors: [SIMD4<Float>]
  private let filter: CutOut
  private let context: FilterContext

  private static let bandHeight = 32

  init(_ sheets: [PaperSheet], _ filter: CutOut, _ context: FilterContext) {
    outlines = sheets.dropFirst().map { FlatOutline($0.path, piece: 2) }
    colors = sheets.map { [Float($0.color.red), Float($0.color.green), Float($0.color.blue), 0] }
    (self.filter, self.context) = (filter, context)
  }

  func printed(width: Int, height: Int) -> Bitmap {
    var result = Bitmap(width: width, height: height)
    let shade = SheetShade(
      outlines, size: (width, height), blur: context.pixels(0.35 + 0.5 * filter.shadow),
      shift: context.pixels(0.2 + 0.5 * filter.shadow), jobs: context.jobs)
    let lists = bands(height)
    let grain = PaperGrain(filter.texture, width: width, context)
    Bands.fill(
      &result.pixels, rows: height, rowLength: width, jobs: context.jobs, height: Self.bandHeight
    ) { band, pixels in
      var sums = EdgeSums<SIMD8<Float>>(width: width, rows: band)
      for (sheet, side) in lists[band.lowerBound / Self.bandHeight] {
        var weight = SIMD8<Float>()
        weight[Int(sheet) + 1] = -1
        let (a, b) = outlines[Int(sheet)].sides[Int(side)]
        sums.add(a, b, weight)
      }
      write(sums, shade, grain, into: &pixels)
    }
    return result
  }

  /// The sides that reach into each band, as sheet and index.
  private func bands(_ height: Int) -> [[(Int32, Int32)]] {
    let last = (height - 1) / Self.bandHeight
    var lists = [[(Int32, Int32)]](repeating: [], count: last + 1)
    for (sheet, outline) in outlines.enumerated() {
      for (index, side) in outline.sides.enumerated() {
        let (top, bottom) = (min(side.0.y, side.1.y), max(side.0.y, side.1.y))
        guard bottom >= 0, top < Double(height) else { continue }
        let from = max(0, Int(top) / Self.bandHeight)
        for band in from...max(from, min(last, Int(bottom) / Self.bandHeight)) {
          lists[band].append((Int32(sheet), Int32(index)))
        }
      }
    }
    return lists
  }

  private func write(
    _ sums: EdgeSums<SIMD8<Float>>, _ shade: SheetShade, _ grain: PaperGrain,
    into pixels: inout MutableSpan<UInt32>
  ) {
    let stride = Rows.padded(sums.width)
    var staged = [UInt32](repeating: 0, count: stride)
    var red = [Float](repeating: 0, count: stride)
    var (green, blue, tooth) = (red, red, red)
    var noise = grain.rows()
    let strength = Float(0.9 * filter.shadow)
    for y in sums.rows {
      PaperGrain.fill(&tooth, row: y, &noise)
      sums.forEachPixel(ofRow: y) { x, cover in
        let light = color(cover, x, y, shade, strength) * (1 + tooth[x])
        (red[x], green[x], blue[x]) = (light.x, light.y, light.z)
      }
      var row = staged.mutableSpan
      PixelRows.encode(red: red.span, green: green.span, blue: blue.span, dither: Dither(row: y), into: &row)
      let start = (y - sums.rows.lowerBound) * sums.width
      for x in 0..<sums.width { pixels[start + x] = staged[x] }
    }
  }

  /// What is seen of each sheet, from the highest down, in its shade. A pixel on an edge that several sheets share shows
  /// the highest and the lowest of them, and nothing of those between.
  @inline(__always)
  private func color(
    _ cover: SIMD8<Float>, _ x: Int, _ y: Int, _ shade: SheetShade, _ strength: Float
  ) -> SIMD4<Float> {
    var sum = SIMD4<Float>()
    var above: Float = 0
    for sheet in Swift.stride(from: outlines.count, through: 0, by: -1) {
      let own = sheet == 0 ? 1 : max(0, min(1, cover[sheet]))
      guard own - above > 0.001 else { continue }
      let dark = shade.shade(sheet, x, y) * strength
      sum += colors[sheet] * ((own - above) / (1 + dark))
      above = own
      if above > 0.999 { break }
    }
    return sum
  }
}

/// The grain of cartridge paper, as a share of its light.
struct PaperGrain: Sendable {
  private let layers: [NoiseLayer]
  private let columns: [NoiseColumns]

  init(_ texture: Double, width: Int, _ context: FilterContext) {
    var seeds = context.stream.child("grain")
    let sizes: [(Double, Double)] = [(0.11, 0.02), (0.32, 0.014), (2.4, 0.008)]
    layers = NoiseLayer.merged(
      sizes.map { size, share in
        NoiseLayer(size: context.pixels(size), deviation: texture * share, seed: seeds.bits())
      })
    columns = layers.map { NoiseColumns($0, width: width) }
  }

  func rows() -> [NoiseRows] { zip(layers, columns).map { NoiseRows($0, $1) } }

  static func fill(_ row: inout [Float], row y: Int, _ noise: inout [NoiseRows]) {
    var span = row.mutableSpan
    span.update(repeating: 0)
    for index in noise.indices { noise[index].add(row: y, to: &span) }
  }
}
