import CVector
import Elementary

extension Plane {
  /// A Gaussian of small deviation `sigma` in samples as two rows of weights, cut off at three deviations; at the
  /// border the outermost samples go on. Cost grows with sigma.
  func smoothed(sigma: Double, jobs: Int) -> Plane {
    let weights = Self.weights(sigma)
    guard weights.count > 1 else { return self }
    return smoothedRows(weights, jobs: jobs).smoothedColumns(weights, jobs: jobs)
  }

  private static func weights(_ sigma: Double) -> [Float] {
    let reach = Int((sigma * 3).rounded(.up))
    let raw = (-reach...reach).map { sigma > 0 ? Exact.exp(-Double($0 * $0) / (2 * sigma * sigma)) : 1 }
    let sum = raw.reduce(0, +)
    return raw.map { Float($0 / sum) }
  }

  private func smoothedRows(_ weights: [Float], jobs: Int) -> Plane {
    var result = self
    Bands.fill(&result.samples, rows: height, rowLength: stride, jobs: jobs) { band, samples in
      var staged = StagedRow(self, margin: weights.count / 2)
      for y in band {
        staged.move(to: y, of: self)
        let row = staged.samples.span
        let start = (y - band.lowerBound) * stride
        for x in Swift.stride(from: 0, to: stride, by: 8) {
          var sum = Lanes()
          for tap in weights.indices {
            sum = f32x8_fma(row.lanes(at: x + tap), Lanes(repeating: weights[tap]), sum)
          }
          samples.setLanes(sum, at: start + x)
        }
      }
    }
    return result
  }

  private func smoothedColumns(_ weights: [Float], jobs: Int) -> Plane {
    var result = self
    let reach = weights.count / 2
    Bands.fill(&result.samples, rows: height, rowLength: stride, jobs: jobs) { band, samples in
      let source = self.samples.span
      for y in band {
        let start = (y - band.lowerBound) * stride
        for x in Swift.stride(from: 0, to: stride, by: 8) {
          var sum = Lanes()
          for tap in weights.indices {
            let row = min(max(y + tap - reach, 0), height - 1)
            sum = f32x8_fma(source.lanes(at: row * stride + x), Lanes(repeating: weights[tap]), sum)
          }
          samples.setLanes(sum, at: start + x)
        }
      }
    }
    return result
  }
}
