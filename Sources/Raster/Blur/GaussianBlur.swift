import Elementary

/// How a Gaussian blur is worked out: at any sigma at about the cost of a small one.
///
/// Below 3.75 pixels by convolution with the sampled kernel, out to four sigmas. From there on the picture is first
/// halved with a cubic B-spline, blurred there by what is missing, and doubled with the same spline: halving and
/// doubling blur by a variance of one pixel each way of the finer grid, and the rest has half the sigma. With almost
/// two coarse pixels to a sigma, what aliasing remains is below 3e-4 of the local mean (the largest of
/// exp(-2u²) (u / (2π - u))⁴, the response to a wave that folds onto another) and the missing fourth moments are
/// below 5e-4 of the peak, so an 8-bit result is within one code of float64 in encoded light, dark sides of
/// bright edges included.
///
/// Border: the pixels of the edge go on.
struct GaussianBlur {
  /// How often the picture is halved.
  let halvings: Int
  /// The kernel on the smallest picture: the weights of the middle, its neighbours and so on.
  let taps: [Float]

  /// Where plain convolution ends.
  private static let largestPlain = 3.75

  init(sigma: Double) {
    precondition(sigma >= 0, "a sigma is at least 0")
    var (rest, halvings) = (sigma, 0)
    while rest >= Self.largestPlain {
      rest = (rest * rest - 2).squareRoot() / 2
      halvings += 1
    }
    self.halvings = halvings
    taps = Self.taps(sigma: rest)
  }

  /// Half of a sampled Gaussian; all of it sums to 1.
  static func taps(sigma: Double) -> [Float] {
    guard sigma > 0 else { return [1] }
    let weights = (0...Int((4 * sigma).rounded(.up))).map { i in
      Exact.exp(-Double(i * i) / (2 * sigma * sigma))
    }
    let sum = 2 * weights.reduce(0, +) - weights[0]
    return weights.map { Float($0 / sum) }
  }

  /// Rows in a band of a halved picture: fewer than else, because each stands for several rows.
  private static let coarseBand = 32

  /// Blurs a picture; `sink` gets its rows.
  func run<S: RowSink>(_ source: some RowSource, jobs: Int, into sink: S) -> S.Result {
    let shape = source.shape
    guard shape.width > 0, shape.height > 0 else { return sink.take(source) }
    switch halvings {
    case 0: return sink.take(Convolved(source, taps: taps))
    case 1:
      let coarse = coarsest(StoredRows(Halved(source), jobs: jobs, height: Self.coarseBand), 1, jobs: jobs)
      return sink.take(Doubled(coarse, width: shape.width, height: shape.height))
    default:
      // Two steps at once, so that no picture of half the size is written and read.
      let half = Halved(source)
      let coarse = coarsest(StoredRows(Halved(half), jobs: jobs, height: Self.coarseBand), 2, jobs: jobs)
      let doubled = Doubled(coarse, width: half.shape.width, height: half.shape.height)
      return sink.take(Doubled(doubled, width: shape.width, height: shape.height))
    }
  }

  /// The blurred picture at the size that it has after `done` halvings.
  private func coarsest(_ rows: StoredRows, _ done: Int, jobs: Int) -> StoredRows {
    guard done < halvings else { return StoredRows(Convolved(rows, taps: taps), jobs: jobs) }
    let half = StoredRows(Halved(rows), jobs: jobs, height: Self.coarseBand)
    let blurred = coarsest(half, done + 1, jobs: jobs)
    return StoredRows(Doubled(blurred, width: rows.shape.width, height: rows.shape.height), jobs: jobs)
  }
}

extension Picture {
  /// Blurred with a Gaussian in linear light, alpha too (colour is premultiplied); edge pixels go on beyond the
  /// border. Cost hardly depends on sigma: see ``GaussianBlur``.
  ///
  /// - Parameters:
  ///   - sigma: in pixels, at least 0; at 0 the picture comes back as it is.
  ///   - jobs: how many threads may work; the pixels are the same for any number.
  /// - Returns: a picture of this size and depth, within one code of a float64 convolution. Memory beside both is
  ///   at most 4 bytes a pixel.
  public func blurred(sigma: Double, jobs: Int = 1) -> Picture {
    guard sigma > 0 else { return self }
    let rows = PictureRows(self, planes: isOpaque(jobs: jobs) ? 3 : 4)
    return GaussianBlur(sigma: sigma).run(
      rows, jobs: jobs, into: PictureSink(like: self, dithered: true, jobs: jobs))
  }
}

extension Plane {
  /// Blurred with a Gaussian; edge samples go on beyond the border. `sigma` is in pixels, at least 0.
  /// Cost hardly depends on it: see ``GaussianBlur``. The samples are the same for any number of jobs.
  public func blurred(sigma: Double, jobs: Int = 1) -> Plane {
    guard sigma > 0 else { return self }
    return GaussianBlur(sigma: sigma).run(rows, jobs: jobs, into: StoredSink(jobs: jobs)).plane
  }
}

extension PlanarImage {
  /// Blurred with a Gaussian, alpha too; edge pixels go on beyond the border. `sigma` is in pixels, at least 0.
  /// Cost hardly depends on it: see ``GaussianBlur``. The samples are the same for any number of jobs.
  public func blurred(sigma: Double, jobs: Int = 1) -> PlanarImage {
    guard sigma > 0 else { return self }
    return GaussianBlur(sigma: sigma).run(rows, jobs: jobs, into: StoredSink(jobs: jobs)).image
  }
}
