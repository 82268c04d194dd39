import Elementary

/// Where a picture draws the eye: what its spectrum has beyond what its surroundings in frequency let expect (Hou and
/// Zhang, "Saliency detection: a spectral residual approach", CVPR 2007).
public enum SpectralResidual {
  /// Cells along each side of a map.
  public static let side = 64

  /// Saliency of `side * side` cells from their lightness, row by row; 0...1, the most salient cell 1; all 0 for a
  /// picture of one tone. The map is smoothed by a Gaussian of 2.5 cells, its edges repeated.
  ///
  /// Cost: two transforms of 64 x 64 points, about half a millisecond.
  public static func map(_ lightness: [Double]) -> [Double] {
    precondition(lightness.count == side * side)
    guard let first = lightness.first, lightness.contains(where: { abs($0 - first) > 1e-9 }) else {
      return [Double](repeating: 0, count: side * side)
    }
    var spectrum = Spectrum(real: lightness)
    spectrum.transform()
    let amplitudes = spectrum.amplitudes
    let logs = amplitudes.map { Exact.log($0 + 1e-9) }
    let expected = wrappedMean(logs)
    for i in logs.indices {
      // The residual's exponential with the old phase.
      let factor = Exact.exp(logs[i] - expected[i]) / (amplitudes[i] + 1e-9)
      spectrum.real[i] *= factor
      spectrum.imaginary[i] *= factor
    }
    spectrum.transform()  // forwards once more: the inverse but for a mirroring, which is undone below
    return normalized(smoothed(spectrum.mirroredEnergies))
  }

  /// The mean of 3 x 3 neighbours; a spectrum goes round at its edges.
  private static func wrappedMean(_ values: [Double]) -> [Double] {
    var means = values
    for y in 0..<side {
      for x in 0..<side {
        var sum = 0.0
        for dy in [side - 1, 0, 1] {
          for dx in [side - 1, 0, 1] { sum += values[(y + dy) % side * side + (x + dx) % side] }
        }
        means[y * side + x] = sum / 9
      }
    }
    return means
  }

  private static func smoothed(_ values: [Double]) -> [Double] {
    let reach = 7
    let weights = (-reach...reach).map { Exact.exp(-Double($0 * $0) / (2 * 2.5 * 2.5)) }
    let total = weights.reduce(0, +)
    func pass(_ source: [Double], step: Int, across: Int) -> [Double] {
      var result = source
      for line in 0..<side {
        for i in 0..<side {
          var sum = 0.0
          for (k, weight) in weights.enumerated() {
            sum += weight * source[line * across + max(0, min(side - 1, i + k - reach)) * step]
          }
          result[line * across + i * step] = sum / total
        }
      }
      return result
    }
    return pass(pass(values, step: 1, across: side), step: side, across: 1)
  }

  private static func normalized(_ values: [Double]) -> [Double] {
    let largest = values.max() ?? 0
    return largest > 0 ? values.map { $0 / largest } : values
  }
}

/// A complex picture of `SpectralResidual.side` cells a side.
private struct Spectrum {
  var real: [Double]
  var imaginary: [Double]

  init(real: [Double]) {
    self.real = real
    imaginary = [Double](repeating: 0, count: real.count)
  }

  var amplitudes: [Double] {
    zip(real, imaginary).map { ($0 * $0 + $1 * $1).squareRoot() }
  }

  /// Squared amplitudes with both axes reversed about cell 0: two transforms forwards mirror a picture.
  var mirroredEnergies: [Double] {
    let side = SpectralResidual.side
    return (0..<side * side).map { i in
      let j = (side - i / side) % side * side + (side - i % side) % side
      return real[j] * real[j] + imaginary[j] * imaginary[j]
    }
  }

  /// The two-dimensional discrete Fourier transform, not scaled.
  mutating func transform() {
    let side = SpectralResidual.side
    for line in 0..<side {
      transform(start: line * side, step: 1)
    }
    for line in 0..<side {
      transform(start: line, step: side)
    }
  }

  /// Radix-2 decimation in time over one line (Cooley and Tukey, 1965).
  private mutating func transform(start: Int, step: Int) {
    let side = SpectralResidual.side
    for i in 0..<side {
      let j = Self.reversed[i]
      guard i < j else { continue }
      real.swapAt(start + i * step, start + j * step)
      imaginary.swapAt(start + i * step, start + j * step)
    }
    var half = 1
    while half < side {
      for block in stride(from: 0, to: side, by: 2 * half) {
        for k in 0..<half {
          let turn = Self.turns[k * side / (2 * half)]
          let a = start + (block + k) * step
          let b = a + half * step
          let (x, y) = (
            real[b] * turn.cos - imaginary[b] * turn.sin, real[b] * turn.sin + imaginary[b] * turn.cos
          )
          (real[b], imaginary[b]) = (real[a] - x, imaginary[a] - y)
          (real[a], imaginary[a]) = (real[a] + x, imaginary[a] + y)
        }
      }
      half *= 2
    }
  }

  /// Indices with their six bits in reverse.
  private static let reversed = (0..<SpectralResidual.side).map { index in
    (0..<6).reduce(0) { $0 << 1 | index >> $1 & 1 }
  }

  /// exp(-2πi k / side).
  private static let turns = (0..<SpectralResidual.side).map { k in
    let (sin, cos) = Exact.sincos(-2 * Double.pi * Double(k) / Double(SpectralResidual.side))
    return (sin: sin, cos: cos)
  }
}
