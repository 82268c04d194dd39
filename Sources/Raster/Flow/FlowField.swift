import CVector

/// Which way the edges and strokes of a picture run, at every point: the structure tensor, smoothed.
///
/// The tensor is the mean of the gradient's products with itself over a Gaussian window (Förstner and Gülch, 1987;
/// for painting: Brox, van den Boomgaard et al., "Adaptive structure tensors", 2006). Of its eigenvalues
/// λ1 >= λ2 and the angle θ of the minor eigenvector, which runs along the edges, a field keeps the two numbers
/// A cos 2θ and A sin 2θ, where A = (λ1 - λ2) / (λ1 + λ2) in 0...1 is the anisotropy. These are rational in the
/// tensor's entries, have no jump where a direction turns into its opposite, and may be averaged and interpolated
/// like any other samples; angles and signed vectors may not.
///
/// Positions are in pixels of the picture, with pixel centres at whole numbers; samples lie `step` pixels apart.
/// A field costs 8 bytes a sample.
public struct FlowField: Sendable {
  /// Pixels a sample, at least 1.
  public let step: Int
  /// A cos 2θ, with θ turning from right to down.
  public let cosine: Plane
  /// A sin 2θ.
  public let sine: Plane

  /// The field of a plane of lightness (or any other quantity of about 0...1).
  ///
  /// - Parameters:
  ///   - lightness: one sample for `step` pixels in each direction, as ``Plane/init(lightnessOf:step:jobs:)`` has it.
  ///   - step: how many pixels of the picture a sample stands for.
  ///   - sigma: deviation of the Gaussian window, in pixels of the picture.
  ///   - relaxation: 0...1, how far directions spread from strong edges into flat and noisy parts. At 0 these have
  ///     A near 0; at 1 they follow their surroundings.
  ///   - jobs: how many threads may work; the samples are the same for any number.
  public init(lightness: Plane, step: Int = 1, sigma: Double, relaxation: Double = 0, jobs: Int = 1) {
    precondition(step > 0 && sigma >= 0 && (0...1).contains(relaxation))
    let size = sigma / Double(step)
    var tensor = StructureTensor(lightness, jobs: jobs).smoothed(sigma: size, jobs: jobs)
    if relaxation > 0 { tensor = tensor.relaxed(radius: size * 4, share: Float(relaxation), jobs: jobs) }
    self.step = step
    (cosine, sine) = tensor.doubleAngle(jobs: jobs)
  }

  /// The field of a picture.
  ///
  /// Samples are as coarse as the window allows, and at least two pixels apart in pictures of more than four
  /// megapixels, so that the field never takes more than a few bytes a pixel and its cost falls as sigma grows.
  /// Sizes that scale with the picture give the same field at any resolution, but for the finest detail.
  public init(_ bitmap: Bitmap, sigma: Double, relaxation: Double = 0, jobs: Int = 1) {
    let least = bitmap.pixels.count > 4_000_000 ? 2 : 1
    let step = max(least, Int(sigma / 1.5))
    let lightness = Plane(lightnessOf: bitmap, step: step, jobs: jobs)
    self.init(lightness: lightness, step: step, sigma: sigma, relaxation: relaxation, jobs: jobs)
  }

  /// Samples in a row.
  public var width: Int { cosine.width }
  /// Rows of samples.
  public var height: Int { cosine.height }

  /// The direction along the edges and the anisotropy at a point in pixels, bilinear between the samples; at
  /// the border the outermost samples go on. The direction is of length 1 and of either sign.
  public func tangent(atX x: Float, y: Float) -> (x: Float, y: Float, anisotropy: Float) {
    let scale = 1 / Float(step)
    let u = min(max((x + 0.5) * scale - 0.5, 0), Float(width - 1))
    let v = min(max((y + 0.5) * scale - 0.5, 0), Float(height - 1))
    let (column, row) = (Int(u), Int(v))
    let corner = row * cosine.stride + column
    let right = column + 1 < width ? 1 : 0
    let below = row + 1 < height ? cosine.stride : 0
    func sample(_ plane: Plane) -> Float {
      let (s, fx, fy) = (plane.samples, u - Float(column), v - Float(row))
      let top = s[corner] + (s[corner + right] - s[corner]) * fx
      let bottom = s[corner + below] + (s[corner + below + right] - s[corner + below]) * fx
      return top + (bottom - top) * fy
    }
    let halved = Tangent(cosine: Lanes(repeating: sample(cosine)), sine: Lanes(repeating: sample(sine)))
    return (halved.x[0], halved.y[0], halved.anisotropy[0])
  }
}

/// Directions along edges at eight places.
@frozen public struct Tangent: Sendable {
  /// A vector of length 1, of either sign; (1, 0) where there is no direction.
  public var x: Lanes
  /// See `x`.
  public var y: Lanes
  /// 0 in flat and in noisy parts, 1 where all gradients are parallel.
  public var anisotropy: Lanes

  /// From A cos 2θ and A sin 2θ, by the formulas for half an angle; of the two forms the one that does not cancel.
  @inlinable @inline(__always)
  public init(cosine: Lanes, sine: Lanes) {
    let length = f32x8_sqrt(f32x8_fma(cosine, cosine, sine * sine))
    let long = length + f32x8_abs(cosine) + Lanes(repeating: 1e-12)
    let inverse = Lanes(repeating: 1) / f32x8_sqrt(f32x8_fma(long, long, sine * sine))
    let steep = f32x8_less(cosine, Lanes())
    x = f32x8_select(steep, sine, long) * inverse
    y = f32x8_select(steep, long, sine) * inverse
    anisotropy = f32x8_min(length, Lanes(repeating: 1))
  }
}
