import Composition
import Parameters
import Raster

/// A painter at work on one picture.
struct OilPainting: Sendable {
  private let settings: OilStrokes
  private let context: FilterContext
  private let style: MannerStyle
  private let motif: Motif
  private let bristles: Bristles
  /// Encoded sRGB of the primed canvas: the picture's mean, warmed.
  let ground: SIMD3<Float>

  init(_ settings: OilStrokes, _ picture: Picture, _ context: FilterContext) {
    (self.settings, self.context) = (settings, context)
    style = MannerStyle(settings.manner)
    // The finest brush is two and a half pixels wide.
    motif = Motif(picture, context, finest: 2.5 / (settings.brush * (style.radii.last ?? 1)))
    bristles = Bristles(context.stream)
    ground = (motif.mean + SIMD3(0.72, 0.58, 0.42)) / 2
  }

  /// Pixels of the motif along a millimetre.
  private var scale: Double { context.pixelsPerMillimetre / motif.factor }

  /// All strokes in the order of painting.
  func strokes() -> [PaintStroke] {
    var seeds = context.stream.child("strokes")
    let hand = DirectionField.hand(
      width: motif.width, height: motif.height, size: 9 * scale, seeds: (seeds.bits(), seeds.bits()))
    let plan = StrokePlan(
      style: style, threshold: style.threshold / 255 * Self.tolerance(settings.detail),
      length: settings.length, curvature: style.curvature * Float(settings.curvature),
      variation: settings.variation, scale: scale, stream: SeedStream(seed: seeds.bits64(), path: "stroke"))
    var strokes: [PaintStroke] = []
    var canvas: Motif?
    let radii = style.radii.map { settings.brush * $0 / 2 * scale }
    // A brush much finer than a pixel would change nothing that shows.
    let useful = max(1, radii.count { $0 >= 0.75 })
    for (layer, radius) in radii.prefix(useful).enumerated() {
      let field = StrokeField(motif, radius: max(0.5, radius), drift: hand, jobs: context.jobs)
      let new = plan.strokes(field, layer: layer, over: canvas)
      strokes += new
      guard layer < useful - 1 else { break }
      canvas = painted(new, onto: canvas ?? motif.filled(ground))
    }
    return strokes
  }

  /// A threshold's factor: 1 at no detail, as in the paper, an eighth of it at full detail.
  private static func tolerance(_ detail: Double) -> Float {
    let kept = 1 - 0.645 * Float(detail)
    return kept * kept
  }

  private func painter(_ strokes: [PaintStroke], scale: Double, height: Int) -> StrokePainter {
    StrokePainter(
      shapes: StrokeShapes(strokes, scale: scale, height: height), bristles: bristles,
      contrast: Float(settings.bristles))
  }

  /// The canvas as the painter sees it before the next brush.
  private func painted(_ strokes: [PaintStroke], onto canvas: Motif) -> Motif {
    let painter = painter(strokes, scale: scale, height: canvas.height)
    let weave = CanvasWeave(scale: scale)
    var result = PlanarImage(width: canvas.width, height: canvas.height, isOpaque: true)
    let stride = result.stride
    result.updateBands(jobs: context.jobs) { rows, samples in
      var band = PaintBand(rows: rows, width: canvas.width, ground: .zero, canvas: weave)
      band.copy(canvas)
      painter.paint(rows.lowerBound / Bands.height, onto: &band)
      for y in rows {
        for (plane, layer) in PaintBand.colors.enumerated() {
          let from = band.index(row: y, layer)
          let to = ((y - rows.lowerBound) * 3 + plane) * stride
          for x in 0..<stride { samples[to + x] = band.samples[from + x] }
        }
      }
    }
    return canvas.with(result)
  }

  /// Strokes on canvas in the light, at the picture's own resolution.
  func picture(_ strokes: [PaintStroke], width: Int, height: Int) -> Bitmap {
    let painter = painter(strokes, scale: context.pixelsPerMillimetre, height: height)
    let weave = CanvasWeave(scale: context.pixelsPerMillimetre)
    let impasto = Impasto(
      relief: 2.2 * Float(settings.relief), pixelsPerMillimetre: context.pixelsPerMillimetre)
    var result = Bitmap(width: width, height: height)
    Bands.fill(&result.pixels, rows: height, rowLength: width, jobs: context.jobs) { rows, pixels in
      let reach = max(0, rows.lowerBound - impasto.reach)..<min(height, rows.upperBound + impasto.reach)
      var band = PaintBand(rows: reach, width: width, ground: ground, canvas: weave)
      painter.paint(rows.lowerBound / Bands.height, onto: &band)
      var line = [UInt32](repeating: 0, count: Rows.padded(width))
      for y in rows {
        impasto.light(band, row: y, into: &line)
        let start = (y - rows.lowerBound) * width
        for x in 0..<width { pixels[start + x] = line[x] }
      }
    }
    return result
  }
}

extension Motif {
  /// The mean colour.
  fileprivate var mean: SIMD3<Float> {
    func mean(_ plane: Plane) -> Float {
      var sum = 0.0
      for y in 0..<plane.height { sum += Double(plane.row(y).reduce(0, +)) }
      return Float(sum / Double(plane.width * plane.height))
    }
    return SIMD3(mean(red), mean(green), mean(blue))
  }
}
