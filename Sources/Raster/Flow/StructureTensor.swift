import CVector

/// The products of a plane's gradient with itself: three planes, in squared units a sample.
struct StructureTensor: Sendable {
  /// Horizontal by horizontal.
  let xx: Plane
  /// Horizontal by vertical.
  let xy: Plane
  /// Vertical by vertical.
  let yy: Plane

  private init(_ xx: Plane, _ xy: Plane, _ yy: Plane) { (self.xx, self.xy, self.yy) = (xx, xy, yy) }

  /// Gradients by Scharr's 3x3 operator (2000), whose direction is right within half a degree; at the border the
  /// outermost samples go on. Each plane works the gradient out anew: that is cheaper than to store it.
  init(_ plane: Plane, jobs: Int) {
    xx = Self.products(plane, jobs: jobs) { dx, _ in dx * dx }
    xy = Self.products(plane, jobs: jobs) { dx, dy in dx * dy }
    yy = Self.products(plane, jobs: jobs) { _, dy in dy * dy }
  }

  @inline(__always)
  private static func products(
    _ plane: Plane, jobs: Int, _ body: @Sendable (Lanes, Lanes) -> Lanes
  ) -> Plane {
    var result = Plane(width: plane.width, height: plane.height)
    let stride = plane.stride
    Bands.fill(&result.samples, rows: plane.height, rowLength: stride, jobs: jobs) { band, samples in
      var upper = StagedRow(plane, margin: 1)
      var (middle, lower) = (upper, upper)
      for y in band {
        upper.move(to: y - 1, of: plane)
        middle.move(to: y, of: plane)
        lower.move(to: y + 1, of: plane)
        let above = upper.samples.span
        let here = middle.samples.span
        let below = lower.samples.span
        let start = (y - band.lowerBound) * stride
        for x in Swift.stride(from: 0, to: stride, by: 8) {
          let (dx, dy) = scharr(above, here, below, x)
          samples.setLanes(body(dx, dy), at: start + x)
        }
      }
    }
    return result
  }

  /// Differences over two samples, smoothed across by (3, 10, 3) / 16; `x` counts from the left margin of one.
  @inline(__always)
  private static func scharr(
    _ above: Span<Float>, _ here: Span<Float>, _ below: Span<Float>, _ x: Int
  ) -> (Lanes, Lanes) {
    let (side, middle) = (Lanes(repeating: 3.0 / 32), Lanes(repeating: 10.0 / 32))
    let (a, b, c) = (above.lanes(at: x), above.lanes(at: x + 1), above.lanes(at: x + 2))
    let (d, e) = (here.lanes(at: x), here.lanes(at: x + 2))
    let (f, g, h) = (below.lanes(at: x), below.lanes(at: x + 1), below.lanes(at: x + 2))
    let dx = f32x8_fma(side, (c - a) + (h - f), middle * (e - d))
    let dy = f32x8_fma(side, (f - a) + (h - c), middle * (g - b))
    return (dx, dy)
  }

  /// Smoothed by a Gaussian of deviation `sigma` samples.
  func smoothed(sigma: Double, jobs: Int) -> StructureTensor {
    StructureTensor(
      xx.blurred(sigma: sigma, jobs: jobs), xy.blurred(sigma: sigma, jobs: jobs),
      yy.blurred(sigma: sigma, jobs: jobs))
  }

  /// With a little of the wider surroundings added at every point: nothing next to a strong edge, all that there
  /// is in a flat part. Two box means (a tent) of `radius` samples, two of four times that.
  func relaxed(radius: Double, share: Float, jobs: Int) -> StructureTensor {
    let near = Int(radius.rounded(.up))
    func relaxed(_ plane: Plane) -> Plane {
      let wide = plane.boxMean(radius: near, jobs: jobs).boxMean(radius: near, jobs: jobs)
      let wider = wide.boxMean(radius: 4 * near, jobs: jobs).boxMean(radius: 4 * near, jobs: jobs)
      let (first, second) = (Lanes(repeating: share * 0.1), Lanes(repeating: share * 0.02))
      return plane.combined(with: wide, jobs: jobs) { f32x8_fma($1, first, $0) }
        .combined(with: wider, jobs: jobs) { f32x8_fma($1, second, $0) }
    }
    return StructureTensor(relaxed(xx), relaxed(xy), relaxed(yy))
  }

  /// A cos 2θ and A sin 2θ of the minor eigenvector's angle θ, see ``FlowField``.
  ///
  /// The major eigenvector's double angle has cosine (xx - yy) / (λ1 - λ2) and sine 2 xy / (λ1 - λ2), the minor one
  /// is a right angle away, and A = (λ1 - λ2) / (xx + yy): no root is left.
  func doubleAngle(jobs: Int) -> (cosine: Plane, sine: Plane) {
    let floor = Lanes(repeating: Self.noise)
    let inverse = xx.combined(with: yy, jobs: jobs) { Lanes(repeating: 1) / ($0 + $1 + floor) }
    let cosine = yy.combined(with: xx, jobs: jobs) { $0 - $1 }
      .combined(with: inverse, jobs: jobs) { $0 * $1 }
    let sine = xy.combined(with: inverse, jobs: jobs) { Lanes(repeating: -2) * $0 * $1 }
    return (cosine, sine)
  }

  /// A squared gradient of half a code of 8 bits a sample: below it there is rounding and no direction.
  private static let noise: Float = 0.25 / (255 * 255)
}
