import Testing

@testable import Raster

@Suite struct NoiseTests {
  private func picture(_ layer: NoiseLayer, _ width: Int, _ rows: Range<Int>) -> [[Float]] {
    var noise = NoiseRows(layer, NoiseColumns(layer, width: width))
    return rows.map { y in
      var row = [Float](repeating: 0, count: Rows.padded(width))
      var span = row.mutableSpan
      noise.add(row: y, to: &span)
      return Array(row.prefix(width))
    }
  }

  /// The definition: a sum over the 4 x 4 lattice points around, one sample at a time.
  private func twin(_ layer: NoiseLayer, _ x: Int, _ y: Int) -> Float {
    let (across, down) = (
      SplinePlace(x, layer, cell: layer.cell), SplinePlace(y, layer, cell: layer.rowCell)
    )
    var sum: Float = 0
    for j in layer.isWhite ? 1..<2 : 0..<4 {
      var row: Float = 0
      let key = keyTwin(row: down.first + j, seed: layer.seed)
      for i in layer.isWhite ? 1..<2 : 0..<4 {
        let unit = Float(Int32(bitPattern: latticeTwin(across.first + i, key: key)) >> 8) * 0x1p-23
        let cube = unit * unit * unit
        let number = (layer.character == .even ? unit : cube * cube - 1 / 7) * Float(layer.gain)
        row = fma(number, across.weights[i], row)
      }
      sum = fma(row, down.weights[j], sum)
    }
    return sum
  }

  @Test(arguments: awkwardWidths)
  func agreesWithItsTwin(width: Int) {
    let layers = [
      NoiseLayer(size: 0.1, deviation: 0.4, seed: 1), NoiseLayer(size: 0.6, deviation: 1, seed: 2),
      NoiseLayer(size: 2.7, deviation: 0.2, character: .sparse, seed: 3),
      NoiseLayer(size: 40, deviation: 1, seed: 4),
    ]
    for layer in layers {
      let rows = picture(layer, width, 5..<12)
      for (index, row) in rows.enumerated() {
        #expect(row == (0..<width).map { twin(layer, $0, 5 + index) })
      }
    }
  }

  @Test func splineWeightsSumToOneAndSitRight() {
    let layer = NoiseLayer(size: 3, deviation: 1, seed: 1)
    for x in 0..<50 {
      let place = SplinePlace(x, layer, cell: layer.cell)
      #expect(abs(place.weights.sum() - 1) < 1e-6)
      // A cubic B-spline repeats straight lines: the mean place of the four points is the pixel's own.
      let mean = (0..<4).reduce(0.0) { $0 + Double(place.first + $1 - 1) * Double(place.weights[$1]) }
      #expect(abs(mean * layer.cell - (Double(x) + 0.5)) < 1e-4)
    }
  }

  /// Box-reduced by 4, fine noise has the deviation that coarse noise is made with.
  @Test(arguments: [0.05, 0.15, 0.3, 0.6, 1.2, 3.0], [NoiseLayer.Character.even, .sparse])
  func coarseNoiseIsReducedFineNoise(size: Double, character: NoiseLayer.Character) {
    let fine = NoiseLayer(size: size * 4, deviation: 1, character: character, seed: 8)
    let coarse = NoiseLayer(size: size, deviation: 1, character: character, seed: 8)
    let rows = picture(fine, 512, 0..<512)
    var reduced: [Float] = []
    for y in 0..<128 {
      for x in 0..<128 {
        let block = (0..<16).reduce(Float(0)) { $0 + rows[4 * y + $1 / 4][4 * x + $1 % 4] }
        reduced.append(block / 16)
      }
    }
    let (a, b) = (deviation(reduced), deviation(picture(coarse, 128, 0..<128).flatMap { $0 }))
    #expect(b / a > 0.8 && b / a < 1.3, "\(a) \(b)")
  }

  @Test func whiteLayersMergeByPower() {
    let layers = [3, 4, 0].map { NoiseLayer(size: 0.1, deviation: Double($0), seed: 5) }
    let merged = NoiseLayer.merged(layers + [NoiseLayer(size: 3, deviation: 1, seed: 6)])
    #expect(merged.count == 2)
    #expect(abs(merged[0].gain - NoiseLayer(size: 0.1, deviation: 5, seed: 5).gain) < 1e-9)
  }

  private func deviation(_ values: [Float]) -> Float {
    let mean = values.reduce(0, +) / Float(values.count)
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(values.count)).squareRoot()
  }
}
