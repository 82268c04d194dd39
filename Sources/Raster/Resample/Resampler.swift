import Elementary

/// How a picture is made smaller or larger: each new sample is a weighted mean of old ones around its place.
///
/// Pixel centres lie at halves, so nothing shifts. Where a picture shrinks the kernel is stretched by the same
/// ratio, so nothing aliases. At the border the weights that fall outside are dropped and the others scaled up.
public enum ResamplingKernel: CaseIterable, Sendable {
  /// The mean over the area that the new pixel covers: exact for shrinking, blocks when enlarging.
  case area
  /// Straight lines between neighbours.
  case triangle
  /// Catmull and Rom's cubic (Keys, 1981, a = -1/2).
  case cubic
  /// Three lobes of sinc under a wider sinc (Duchon, 1979): the sharpest; rings by a few percent at hard edges.
  case lanczos3

  /// Half its width, in pixels of the coarser grid.
  var support: Double {
    switch self {
    case .area: 0.5
    case .triangle: 1
    case .cubic: 2
    case .lanczos3: 3
    }
  }

  /// Its height at a distance of `x` pixels of the coarser grid.
  func callAsFunction(_ x: Double) -> Double {
    let x = abs(x)
    guard x < support else { return 0 }
    switch self {
    case .area: return 1
    case .triangle: return 1 - x
    case .cubic: return x < 1 ? (1.5 * x - 2.5) * x * x + 1 : ((-0.5 * x + 2.5) * x - 4) * x + 2
    case .lanczos3:
      guard x > 1e-9 else { return 1 }
      let t = Double.pi * x
      return 3 * Exact.sin(t) * Exact.sin(t / 3) / (t * t)
    }
  }
}

/// The weights of one direction, worked out once.
struct Resampler {
  /// Samples before and after.
  let from: Int
  let to: Int
  /// The first old sample of each new one.
  let starts: [Int]
  /// Weights of each new sample, the same number for all (zeros fill up).
  let weights: [Float]
  /// Weights of a sample.
  let taps: Int

  /// From `from` to `to` samples, both at least 1, each of `step` old ones, which divide them evenly unless told
  /// otherwise. `multiple`: the number of taps is a multiple of it.
  init(from: Int, to: Int, _ kernel: ResamplingKernel, step: Double? = nil, multiple: Int = 1) {
    precondition(from > 0 && to > 0)
    let ratio = step ?? Double(from) / Double(to)
    let runs = (0..<to).map { Self.run($0, from, ratio, kernel) }
    let most = runs.map(\.weights.count).max()!
    let taps = (most + multiple - 1) / multiple * multiple
    let room = (from + multiple - 1) / multiple * multiple
    var weights = [Float](repeating: 0, count: to * taps)
    var starts: [Int] = []
    for (index, run) in runs.enumerated() {
      // Moved back where the zeros would reach past the last sample.
      let start = min(run.start, room - taps)
      starts.append(start)
      for (i, weight) in run.weights.enumerated() { weights[index * taps + run.start - start + i] = weight }
    }
    (self.from, self.to, self.starts, self.weights, self.taps) = (from, to, starts, weights, taps)
  }

  /// What makes up new sample `index`.
  private static func run(
    _ index: Int, _ from: Int, _ ratio: Double, _ kernel: ResamplingKernel
  ) -> (start: Int, weights: [Float]) {
    if kernel == .area { return area(Double(index) * ratio, Double(index + 1) * ratio, from) }
    let scale = max(1, ratio)
    let centre = (Double(index) + 0.5) * ratio
    let first = max(0, Int((centre - kernel.support * scale).rounded(.down)))
    let last = min(from - 1, Int((centre + kernel.support * scale).rounded(.up)))
    return normalised(first, (first...last).map { kernel((Double($0) + 0.5 - centre) / scale) })
  }

  /// How much of each old sample lies between `low` and `high`.
  private static func area(_ low: Double, _ high: Double, _ from: Int) -> (start: Int, weights: [Float]) {
    let first = min(from - 1, Int(low))
    let last = max(first, min(from - 1, Int(high.rounded(.up)) - 1))
    return normalised(
      first, (first...last).map { max(0, min(high, Double($0 + 1)) - max(low, Double($0))) })
  }

  private static func normalised(_ start: Int, _ weights: [Double]) -> (start: Int, weights: [Float]) {
    let sum = weights.reduce(0, +)
    return (start, weights.map { Float($0 / sum) })
  }
}
