/// A colour transform as a lattice: encoded sRGB in, encoded sRGB out, `side` nodes along each edge.
///
/// Between the nodes, tetrahedral interpolation: greys depend on the nodes of the grey diagonal alone, so a
/// transform that keeps greys neutral at the nodes keeps all of them neutral. A transform that is linear is met
/// exactly; a smooth one to about the square of the spacing.
public struct ColorCube: Equatable, Sendable {
  /// Nodes along an edge, 2...129.
  public let side: Int
  /// `side³` nodes of four floats: red, green, blue, and one unused, so that a node is one load. Blue runs
  /// fastest, then green. Values are encoded sRGB 0...1.
  public internal(set) var nodes: [Float]

  /// Samples a transform at every node.
  ///
  /// - Parameters:
  ///   - side: nodes along an edge, 2...129.
  ///   - jobs: how many threads may work; the nodes are the same for any number.
  ///   - transform: encoded red, green, blue in 0...1 to the same; results outside are clamped.
  public init(
    side: Int = 33, jobs: Int = 1, _ transform: @Sendable (SIMD3<Double>) -> SIMD3<Double>
  ) {
    precondition((2...129).contains(side), "a cube has 2 to 129 nodes along an edge")
    self.side = side
    nodes = [Float](repeating: 0, count: side * side * side * 4)
    let last = Double(side - 1)
    Bands.fill(&nodes, rows: side * side, rowLength: side * 4, jobs: jobs) { band, nodes in
      for row in band {
        for blue in 0..<side {
          let place = SIMD3(Double(row / side), Double(row % side), Double(blue)) / last
          let result = transform(place)
          let start = ((row - band.lowerBound) * side + blue) * 4
          for channel in 0..<3 { nodes[start + channel] = Float(max(0, min(1, result[channel]))) }
        }
      }
    }
  }

  /// The transform that changes nothing.
  public static let identity = ColorCube(side: 2) { $0 }

  /// The encoded colour at node (red, green, blue), each 0..<side.
  public subscript(red: Int, green: Int, blue: Int) -> SIMD3<Float> {
    let start = ((red * side + green) * side + blue) * 4
    return SIMD3(nodes[start], nodes[start + 1], nodes[start + 2])
  }
}
