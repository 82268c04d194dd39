import Elementary

/// The distribution of a plane's values in fine bins: from a value to the share below it and back. O(count).
struct Ranks {
  private static let bins = 8192

  private let least: Float
  private let scale: Float
  /// The share of values below each bin, and 1 at the end.
  private let below: [Float]

  init(_ values: [Float]) {
    var (low, high) = (Float.infinity, -Float.infinity)
    for value in values { (low, high) = (min(low, value), max(high, value)) }
    least = low
    scale = Float(Self.bins) / max(high - low, 1e-6)
    var counts = [Int](repeating: 0, count: Self.bins)
    for value in values { counts[min(Int((value - low) * scale), Self.bins - 1)] += 1 }
    var (below, sum) = ([Float](), 0)
    below.reserveCapacity(Self.bins + 1)
    for count in counts {
      below.append(Float(Double(sum) / Double(values.count)))
      sum += count
    }
    self.below = below + [1]
  }

  /// The share of values below `value`, even within a bin; 0...1.
  func share(of value: Float) -> Float {
    let place = max(0, min((value - least) * scale, Float(Self.bins)))
    let bin = min(Int(place), Self.bins - 1)
    return below[bin] + (below[bin + 1] - below[bin]) * (place - Float(bin))
  }

  /// The value below which that share lies.
  func value(at share: Float) -> Float {
    var (low, high) = (0, Self.bins)
    while high - low > 1 {
      let middle = (low + high) / 2
      if below[middle] <= share { low = middle } else { high = middle }
    }
    let width = below[high] - below[low]
    let part = width > 0 ? (share - below[low]) / width : 0
    return least + (Float(low) + max(0, min(1, part))) / scale
  }

  /// The value's place in a Gaussian distribution of mean 0 and deviation 1, held to three deviations.
  func gaussian(of value: Float) -> Float { Self.quantiles.value(at: share(of: value)) }

  /// A Gaussian's own distribution, by the trapezoid rule.
  private static let quantiles: Ranks = {
    let steps = bins
    var (below, sum) = ([Float](), 0.0)
    var weights: [Double] = []
    for index in 0..<steps {
      let x = (Double(index) + 0.5) / Double(steps) * 6 - 3
      weights.append(Exact.exp(-x * x / 2))
    }
    let total = weights.reduce(0, +)
    for weight in weights {
      below.append(Float(sum / total))
      sum += weight
    }
    return Ranks(least: -3, scale: Float(steps) / 6, below: below + [1])
  }()

  private init(least: Float, scale: Float, below: [Float]) {
    (self.least, self.scale, self.below) = (least, scale, below)
  }
}

/// Axes of colour along which an example's channels have no correlation: the eigenvectors of their covariance, by
/// Jacobi's rotations (1846).
struct ColorAxes {
  private var mean = [0.0, 0.0, 0.0]
  /// Three rows of unit length at right angles.
  private var axes = [[1.0, 0, 0], [0, 1, 0], [0, 0, 1]]

  init(_ example: Channels) {
    let count = Double(max(example.width * example.height, 1))
    mean = example.planes.map { $0.reduce(0.0) { $0 + Double($1) } / count }
    var covariance = [[Double]](repeating: [0, 0, 0], count: 3)
    for i in 0..<3 {
      for j in i..<3 {
        var sum = 0.0
        for (a, b) in zip(example.planes[i], example.planes[j]) {
          sum += (Double(a) - mean[i]) * (Double(b) - mean[j])
        }
        covariance[i][j] = sum / count
        covariance[j][i] = sum / count
      }
    }
    for _ in 0..<8 {
      for (p, q) in [(0, 1), (0, 2), (1, 2)] { rotate(&covariance, p, q) }
    }
  }

  /// Turns the plane of axes p and q so that their covariance vanishes.
  private mutating func rotate(_ m: inout [[Double]], _ p: Int, _ q: Int) {
    guard abs(m[p][q]) > 1e-15 else { return }
    let ratio = (m[q][q] - m[p][p]) / (2 * m[p][q])
    let t = (ratio < 0 ? -1 : 1) / (abs(ratio) + (ratio * ratio + 1).squareRoot())
    let c = 1 / (t * t + 1).squareRoot()
    let s = t * c
    for k in 0..<3 {
      let (a, b) = (m[k][p], m[k][q])
      (m[k][p], m[k][q]) = (c * a - s * b, s * a + c * b)
    }
    for k in 0..<3 {
      let (a, b) = (m[p][k], m[q][k])
      (m[p][k], m[q][k]) = (c * a - s * b, s * a + c * b)
      let (u, v) = (axes[p][k], axes[q][k])
      (axes[p][k], axes[q][k]) = (c * u - s * v, s * u + c * v)
    }
  }

  func turned(_ image: Channels) -> Channels {
    let shift = axes.map { row in -zip(row, mean).reduce(0) { $0 + $1.0 * $1.1 } }
    return mapped(image, axes, plus: shift)
  }

  func turnedBack(_ image: Channels) -> Channels {
    mapped(image, (0..<3).map { i in (0..<3).map { axes[$0][i] } }, plus: mean)
  }

  /// Every plane a sum of all three with the weights of a row, plus a constant.
  private func mapped(_ image: Channels, _ rows: [[Double]], plus shift: [Double]) -> Channels {
    var result = image
    for plane in 0..<3 {
      let (a, b, c) = (Float(rows[plane][0]), Float(rows[plane][1]), Float(rows[plane][2]))
      let constant = Float(shift[plane])
      for index in image.planes[0].indices {
        result.planes[plane][index] =
          a * image.planes[0][index] + b * image.planes[1][index] + c * image.planes[2][index] + constant
      }
    }
    return result
  }
}
