import Parameters
import Raster

/// A sum of noise layers over a picture.
struct NoiseField: Sendable {
  private let layers: [NoiseLayer]
  private let columns: [NoiseColumns]
  private let width: Int

  /// Layers by lattice step in millimetres and standard deviation; `scale` is pixels along a millimetre.
  init(_ parts: [(size: Double, deviation: Double)], scale: Double, width: Int, seeds: inout SeedStream) {
    layers = NoiseLayer.merged(
      parts.map { NoiseLayer(size: $0.size * scale, deviation: $0.deviation, seed: seeds.bits()) })
    columns = layers.map { NoiseColumns($0, width: width) }
    self.width = width
  }

  /// Rows from any first one on.
  var rows: FieldRows { FieldRows(zip(layers, columns).map { NoiseRows($0, $1) }, width: width) }
}

/// The rows of a noise field, one after the other.
struct FieldRows {
  private var layers: [NoiseRows]
  /// The latest row, padded.
  private(set) var samples: [Float]

  fileprivate init(_ layers: [NoiseRows], width: Int) {
    self.layers = layers
    samples = [Float](repeating: 0, count: Rows.padded(width))
  }

  mutating func move(to y: Int) {
    var row = [Float](repeating: 0, count: samples.count)
    for index in layers.indices {
      var span = row.mutableSpan
      layers[index].add(row: y, to: &span)
    }
    samples = row
  }
}
