import CVector
import Color
import Composition
import Elementary
import Parameters
import Raster

/// A sheet of paper and all that is to be drawn on it.
struct PencilSheet: Sendable {
  private let width: Int
  private let height: Int
  private let analysis: LineAnalysis
  private let layers: [HatchLayer]
  private let scene: HatchScene
  private let paper: PencilPaper
  /// Share of the tone laid with the side of the lead.
  private let shading: Float
  private let contour: Float
  private let bandHeight: Int

  init(_ filter: PencilHatch, _ bitmap: Bitmap, _ context: FilterContext) {
    (width, height) = (bitmap.width, bitmap.height)
    let size = max(Float(context.pixels(filter.width)), 0.9)
    let length = max(Float(context.pixels(filter.length)), 4 * size)
    let analysis = LineAnalysis(
      bitmap, weight: Double(size) * 0.6, length: context.pixels(1.2), jobs: context.jobs)
    let field = FlowField(
      bitmap, sigma: max(2, context.pixels(1.6)), relaxation: 1, jobs: context.jobs)
    (self.analysis, shading, contour) = (analysis, Float(filter.shading), Float(filter.contour))
    let spacing = size * Self.spacing
    let tones = HatchTone(
      layers: filter.layers, density: 0.75 * size / spacing,
      share: 1 - Float(filter.shading))
    scene = HatchScene(
      tone: HatchCover(analysis.tone, pressure: Float(filter.pressure)).plane(
        analysis.tone, jobs: context.jobs), toneStep: analysis.step, field: field,
      pressures: tones)
    layers = Self.layers(filter, length: length, size: size, spacing: spacing, context.stream)
    paper = PencilPaper(filter, context, width: bitmap.width)
    bandHeight = min(max(Bands.height, 2 * Int(length)), 512)
  }

  /// From the middle of one stroke to the next, in widths.
  private static let spacing: Float = 1.5
  /// The layers' angles in turns: a right hand's stroke first, then one that crosses at a slight angle, then steep ones.
  private static let angles = [-0.145, -0.06, -0.225, 0.06]

  private static func layers(
    _ filter: PencilHatch, length: Float, size: Float, spacing: Float, _ stream: SeedStream
  ) -> [HatchLayer] {
    var seeds = stream.child("strokes")
    return (0..<filter.layers).map { index in
      let angle = angles[index] + seeds.uniform(in: -0.012...0.012)
      let (sin, cos) = Exact.sincos(2 * (angle - angles[0]) * 2 * Double.pi)
      return HatchLayer(
        lattice: HatchLattice(angle: angle, length: length, spacing: spacing, seed: seeds.bits()),
        index: index, length: length, radius: size / 2, follow: Float(filter.follow),
        turn: SIMD2(Float(cos), Float(sin)))
    }
  }

  /// Everything drawn, band by band.
  func draw(jobs: Int) -> Bitmap {
    var result = Bitmap(width: width, height: height)
    Bands.fill(
      &result.pixels, rows: height, rowLength: width, jobs: jobs, height: bandHeight
    ) { band, pixels in
      let stride = Rows.padded(width)
      var pressure = [Float](repeating: 0, count: band.count * stride)
      underdraw(band, into: &pressure)
      let brush = HatchBrush(rows: band, width: width, stride: stride)
      var marks = pressure.mutableSpan
      for layer in layers { layer.draw(scene, brush, into: &marks) }
      var rows = PencilPaperRows(paper)
      for y in band {
        let start = (y - band.lowerBound) * stride
        rows.settle(row: y, pressure, from: start, into: &pixels, at: (y - band.lowerBound) * width)
      }
    }
    return result
  }

  /// Contours and the soft tone under the strokes, which take the strokes' share back.
  private func underdraw(_ band: Range<Int>, into pressure: inout [Float]) {
    let stride = Rows.padded(width)
    var tone = SplineRows(step: scene.toneStep, source: scene.tone.width, width: width)
    var edge = SplineRows(step: analysis.step, source: analysis.contrast.width, width: width)
    let (soft, firm) = (Lanes(repeating: shading), Lanes(repeating: contour))
    for y in band {
      tone.move(to: y, of: scene.tone)
      edge.move(to: y, of: analysis.contrast)
      let (tones, edges) = (tone.samples, edge.samples)
      for x in Swift.stride(from: 0, to: stride, by: 8) {
        let line = f32x8_clamp(
          edges.span.lanes(at: x) * Lanes(repeating: -1 / 0.02) - Lanes(repeating: 0.2), 0, 1.5)
        let sum = f32x8_fma(line, firm, tones.span.lanes(at: x) * soft)
        Self.set(sum, at: (y - band.lowerBound) * stride + x, of: &pressure)
      }
    }
  }

  @inline(__always)
  private static func set(_ lanes: Lanes, at index: Int, of array: inout [Float]) {
    var span = array.mutableSpan
    span.setLanes(lanes, at: index)
  }
}
