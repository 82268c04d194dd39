import CVector
import Color
import Raster

/// The large forms of a picture's lightness, edges kept: what is left without them is local contrast.
///
/// A guided filter of OKLab's lightness by itself (He, Sun and Tang, 2010), its linear functions worked out on a
/// reduced picture and stretched back to full size (He and Sun, "Fast guided filter", 2015): the base of
/// every pixel is `slope * lightness + offset`. Cost and memory are those of the reduced picture.
struct ToneBase: Sendable {
  let step: Int
  let slope: Plane
  let offset: Plane

  /// The long side of the reduced picture at most.
  static let side = 480

  /// The base of a picture; `radius` is half a window, as a share of the long side, and lightness that varies by less
  /// than the root of `epsilon` is smoothed away.
  init(_ picture: Picture, radius: Double = 1.0 / 28, epsilon: Float = 0.015, jobs: Int) {
    let forms = CoarseForms(picture, radius: radius, jobs: jobs)
    step = forms.step
    (slope, offset) = forms.functions(of: forms.lightness, epsilon: epsilon)
  }

  init(step: Int, _ functions: (slope: Plane, offset: Plane)) {
    self.step = step
    (slope, offset) = functions
  }
}

/// OKLab on a reduced picture, to be smoothed along the edges of its lightness.
struct CoarseForms {
  let step: Int
  private(set) var lightness: Plane
  private(set) var a: Plane
  private(set) var b: Plane
  private let radius: Int
  private let mean: Plane

  init(_ picture: Picture, radius: Double, jobs: Int) {
    let long = max(picture.width, picture.height)
    step = max(1, (long + ToneBase.side - 1) / ToneBase.side)
    let coarse = CoarseLight(picture, step: step, jobs: jobs)
    lightness = Plane(width: coarse.width, height: coarse.height)
    (a, b) = (lightness, lightness)
    for y in 0..<coarse.height {
      for x in 0..<coarse.width {
        let c = coarse.cells[y * coarse.width + x]
        let lab = OKLab(LinearRGB(Double(c.x), Double(c.y), Double(c.z)))
        let index = y * lightness.stride + x
        lightness.samples[index] = Float(lab.lightness)
        a.samples[index] = Float(lab.a)
        b.samples[index] = Float(lab.b)
      }
    }
    self.radius = max(1, Int((Double(long) / Double(step) * radius).rounded()))
    mean = lightness.boxMean(radius: self.radius)
  }

  /// In every window, the plane as a linear function of lightness; the functions of all windows around a place are
  /// averaged.
  func functions(of plane: Plane, epsilon: Float) -> (slope: Plane, offset: Plane) {
    let middle = plane.boxMean(radius: radius)
    let power = product(lightness, lightness).boxMean(radius: radius)
    let cross = product(lightness, plane).boxMean(radius: radius)
    var (slope, offset) = (middle, middle)
    for i in slope.samples.indices {
      let variance = max(0, power.samples[i] - mean.samples[i] * mean.samples[i])
      let covariance = cross.samples[i] - mean.samples[i] * middle.samples[i]
      slope.samples[i] = covariance / (variance + epsilon)
      offset.samples[i] = middle.samples[i] - slope.samples[i] * mean.samples[i]
    }
    return (slope.boxMean(radius: radius), offset.boxMean(radius: radius))
  }

  private func product(_ p: Plane, _ q: Plane) -> Plane {
    var result = p
    for i in result.samples.indices { result.samples[i] *= q.samples[i] }
    return result
  }
}

/// The rows of a base at full size.
struct ToneBaseRows: Sendable {
  private let base: ToneBase
  private let columns: StretchColumns
  private var slope: [Float]
  private var offset: [Float]

  init(_ base: ToneBase, width: Int) {
    self.base = base
    columns = StretchColumns(from: base.slope.width, to: width, step: Double(base.step))
    slope = [Float](repeating: 0, count: Rows.padded(width))
    offset = slope
  }

  /// Goes to row `y` of the picture.
  mutating func move(to y: Int) {
    base.slope.stretchRow(y, columns, into: &slope)
    base.offset.stretchRow(y, columns, into: &offset)
  }

  /// The base of eight pixels from `x` on, of the given lightness.
  @inline(__always)
  func callAsFunction(_ lightness: Lanes, at x: Int) -> Lanes {
    f32x8_fma(slope.span.lanes(at: x), lightness, offset.span.lanes(at: x))
  }
}
