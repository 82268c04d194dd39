import CVector
import Color
import Composition
import Parameters
import Raster

/// Paper with a tooth that lead catches on.
struct PencilPaper: Sendable {
  let lead: SIMD3<Float>
  let sheet: SIMD3<Float>
  let tooth: [NoiseLayer]
  let columns: [NoiseColumns]
  let width: Int

  init(_ filter: PencilHatch, _ context: FilterContext, width: Int) {
    let colors = filter.pencil.colors(context.colors)
    (lead, sheet, self.width) = (Self.light(colors.lead), Self.light(colors.paper), width)
    var seeds = context.stream.child("tooth")
    tooth = NoiseLayer.merged(
      Self.grains.map { size, share in
        NoiseLayer(size: context.pixels(size), deviation: filter.tooth * share, seed: seeds.bits())
      })
    columns = tooth.map { NoiseColumns($0, width: width) }
  }

  /// Lattice steps in millimetres and deviations at full tooth.
  private static let grains = [(0.1, 0.8), (0.2, 0.5), (0.7, 0.12)]

  private static func light(_ color: SRGB) -> SIMD3<Float> {
    let linear = color.linear
    return SIMD3(Float(linear.red), Float(linear.green), Float(linear.blue))
  }
}

/// Lets pressure settle on the tooth, row by row.
struct PencilPaperRows {
  private let paper: PencilPaper
  private var layers: [NoiseRows]
  private var tooth: [Float]
  private var settled: [UInt32]

  init(_ paper: PencilPaper) {
    self.paper = paper
    layers = zip(paper.tooth, paper.columns).map { NoiseRows($0, $1) }
    tooth = [Float](repeating: 0, count: Rows.padded(paper.width))
    settled = [UInt32](repeating: 0, count: tooth.count)
  }

  /// Row `y`, with its pressure from `start` on, to the pixels from `place` on.
  mutating func settle(
    row y: Int, _ pressure: [Float], from start: Int, into pixels: inout MutableSpan<UInt32>, at place: Int
  ) {
    Self.sum(&layers, row: y, into: &tooth)
    Self.settle(paper, pressure, from: start, tooth, Dither(row: y), into: &settled)
    for x in 0..<paper.width { pixels[place + x] = settled[x] }
  }

  private static func sum(_ layers: inout [NoiseRows], row y: Int, into sum: inout [Float]) {
    var row = sum.mutableSpan
    row.update(repeating: 0)
    for index in layers.indices { layers[index].add(row: y, to: &row) }
  }

  /// Cover grows with pressure; hills of the tooth take more than their share and valleys less, nowhere more
  /// than there is to take: noise of mean 0 times q (1 - q) leaves the mean of the cover at q.
  private static func settle(
    _ paper: PencilPaper, _ pressure: [Float], from start: Int, _ tooth: [Float], _ dither: Dither,
    into row: inout [UInt32]
  ) {
    let marks = pressure.span
    let tooth = tooth.span
    var pixels = row.mutableSpan
    let one = Lanes(repeating: 1)
    for x in stride(from: 0, to: pixels.count, by: 8) {
      let raw = marks.lanes(at: start + x)
      // Pressure beyond what lead can give wears off softly: 1 - (1 - q/1.4)² up to the full cover at 1.4.
      let eased = f32x8_clamp(raw * Lanes(repeating: 1 / 1.4), 0, 1)
      let q = eased * (Lanes(repeating: 2) - eased)
      let hills = tooth.lanes(at: x)
      let cover = f32x8_clamp(
        f32x8_fma(hills, Lanes(repeating: 1.5) * q * (one - q * Lanes(repeating: 0.92)), q), 0, 1)
      let shade = f32x8_fma(hills, Lanes(repeating: 0.012), one)
      let noise = dither.lanes(at: x)
      func code(_ sheet: Float, _ lead: Float, _ noise: Lanes) -> SIMD8<UInt32> {
        let light = Lanes(repeating: sheet) * shade
        let mixed = f32x8_fma(Lanes(repeating: lead) - light, cover, light)
        return Transfer.codes(Transfer.encoded(linear: f32x8_clamp(mixed, 0, 1)), dither: noise)
      }
      pixels.setLanes(
        u32x8_opaque(
          code(paper.sheet.x, paper.lead.x, noise.red), code(paper.sheet.y, paper.lead.y, noise.green),
          code(paper.sheet.z, paper.lead.z, noise.blue)), at: x)
    }
  }
}
