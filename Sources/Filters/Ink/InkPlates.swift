import CVector
import Raster

/// The plates of an ink drawing: levels that are below 0 where there is ink or a wash, each with its steepness.
struct InkPlates: Sendable {
  private let step: Int
  private let ink: InkPlate
  private let washes: [InkPlate]

  /// From what was seen, by the filter's parameters.
  init(_ filter: Ink, _ analysis: LineAnalysis, jobs: Int) {
    step = analysis.step
    let faintest = Self.faintest(filter.detail)
    let dark = Self.darkness(filter.shadow)
    let level = analysis.contrast.combined(with: analysis.tone, jobs: jobs) { contrast, tone in
      // The mass counts for at most a line of the faintest contrast: in the light dark lines are drawn, in the dark
      // light ones are left out.
      let mass = f32x8_clamp((tone - Lanes(repeating: dark)) * Lanes(repeating: 1 / 0.07), -1.6, 1)
      // Lines are finer where it is bright.
      let sure = f32x8_fma(tone, Lanes(repeating: 0.7), Lanes(repeating: 0.55)) * Lanes(repeating: faintest)
      return mass + contrast / sure
    }
    ink = InkPlate(level, softness: 0.15, jobs: jobs)
    let limits = Self.limits(filter.washes, dark: dark)
    washes = limits.map { limit in
      let plate = analysis.tone.combined(with: analysis.contrast, jobs: jobs) { tone, contrast in
        f32x8_fma(contrast, Lanes(repeating: 2), tone - Lanes(repeating: limit))
      }
      return InkPlate(plate, softness: 0.012, jobs: jobs)
    }
  }

  /// The contrast, in lightness, of the faintest edge that gets a line on grey.
  private static func faintest(_ detail: Double) -> Float {
    let t = Float(1 - detail)
    return 0.006 + 0.05 * t * t
  }

  /// The lightness below which all is ink.
  private static func darkness(_ shadow: Double) -> Float { Float(shadow) * 0.75 - 0.08 }

  /// The lightness below which each wash is laid, the darker one first.
  private static func limits(_ washes: Int, dark: Float) -> [Float] {
    let room = 0.86 - max(dark, 0)
    return (0..<washes).map { max(dark, 0) + room * (Float($0) + 0.9) / (Float(washes) + 0.6) }
  }

  /// The drawing on paper, of the picture's size.
  func print(width: Int, height: Int, colors: InkColors, jobs: Int) -> Bitmap {
    var result = Bitmap(width: width, height: height)
    let paints = InkPaints(colors, washes: washes.count)
    Bands.fill(&result.pixels, rows: height, rowLength: width, jobs: jobs) { band, pixels in
      var inked = InkPlateRows(ink, step: step, width: width)
      var washed = washes.map { InkPlateRows($0, step: step, width: width) }
      var row = [UInt32](repeating: 0, count: Rows.padded(width))
      for y in band {
        inked.move(to: y)
        for index in washed.indices { washed[index].move(to: y) }
        paints.paint(ink: inked, washes: washed, dither: Dither(row: y), into: &row)
        let start = (y - band.lowerBound) * width
        for x in 0..<width { pixels[start + x] = row[x] }
      }
    }
    return result
  }
}

/// A level and how steep it is.
struct InkPlate: Sendable {
  /// Below 0 where there is ink.
  let level: Plane
  /// Change of the level from one sample to the next, at least its softness.
  let slope: Plane

  /// `softness` is the least change a sample that counts as an edge: where the level changes less, its edge is soft.
  init(_ level: Plane, softness: Float, jobs: Int) {
    self.level = level
    slope = level.slope(least: softness, jobs: jobs).blurred(sigma: 1, jobs: jobs)
  }
}

extension Plane {
  /// The length of the gradient, or `least` where it is shorter, from differences between the neighbours on both
  /// sides; at the border the outermost samples go on.
  func slope(least: Float, jobs: Int) -> Plane {
    var result = Plane(width: width, height: height)
    Bands.fill(&result.samples, rows: height, rowLength: stride, jobs: jobs) { band, slopes in
      let source = samples.span
      for y in band {
        let (above, below) = (max(y - 1, 0) * stride, min(y + 1, height - 1) * stride)
        let (here, start) = (y * stride, (y - band.lowerBound) * stride)
        for x in 0..<width {
          let dx = source[here + min(x + 1, width - 1)] - source[here + max(x - 1, 0)]
          let dy = source[below + x] - source[above + x]
          slopes[start + x] = max(0.5 * (dx * dx + dy * dy).squareRoot(), least)
        }
      }
    }
    return result
  }
}

/// How much of each pixel of a row a plate covers.
struct InkPlateRows {
  private let plate: InkPlate
  private var level: SplineRows
  private var slope: SplineRows
  private let scale: Lanes

  init(_ plate: InkPlate, step: Int, width: Int) {
    self.plate = plate
    level = SplineRows(step: step, source: plate.level.width, width: width)
    slope = SplineRows(step: step, source: plate.slope.width, width: width)
    scale = Lanes(repeating: Float(step))
  }

  mutating func move(to y: Int) {
    level.move(to: y, of: plate.level)
    slope.move(to: y, of: plate.slope)
  }

  /// The distance to the edge, in pixels, is the level over its slope: a pixel is covered by what of it lies inside.
  @inline(__always)
  func coverage(at x: Int) -> Lanes {
    let distance = level.samples.span.lanes(at: x) / slope.samples.span.lanes(at: x) * scale
    return f32x8_clamp(Lanes(repeating: 0.5) - distance, 0, 1)
  }
}
