/// Moves scattered over the colour cube, averaged at 33³ nodes and carried on to the nodes that got none.
struct MoveField {
  static let side = 33
  /// Weighted moves and weights.
  private var sums = [SIMD4<Float>](repeating: SIMD4(), count: side * side * side)

  /// Shares a move among the eight nodes around a place in encoded sRGB 0...1.
  mutating func add(_ move: SIMD3<Float>, at place: SIMD3<Float>) {
    let scaled = place * Float(Self.side - 1)
    let low = SIMD3<Int>(Self.cell(scaled.x), Self.cell(scaled.y), Self.cell(scaled.z))
    let part = scaled - SIMD3(Float(low.x), Float(low.y), Float(low.z))
    let entry = SIMD4(move, 1)
    for corner in 0..<8 {
      let step = SIMD3(corner >> 2, corner >> 1 & 1, corner & 1)
      let x = step.x == 1 ? part.x : 1 - part.x
      let y = step.y == 1 ? part.y : 1 - part.y
      let z = step.z == 1 ? part.z : 1 - part.z
      sums[Self.index(low &+ step)] += entry * (x * y * z)
    }
  }

  private static func cell(_ v: Float) -> Int { max(0, min(side - 2, Int(v))) }
  private static func index(_ p: SIMD3<Int>) -> Int { (p.x * side + p.y) * side + p.z }

  /// The node at a place whose coordinates are whole parts of the cube's edge.
  static func node(_ place: SIMD3<Double>) -> Int {
    func step(_ v: Double) -> Int { Int(v * Double(side - 1) + 0.5) }
    return (step(place.x) * side + step(place.y)) * side + step(place.z)
  }

  /// The move at every node: the mean of its own, drawn towards its neighbours' like an elastic sheet.
  ///
  /// A node of `stiffness` samples counts as much as one neighbour, so a few stray samples make no spike. Sweeps
  /// go forth and back (Gauss and Seidel), which carries moves through empty regions quickly.
  func spread(stiffness: Float = 8, sweeps: Int = 24) -> [SIMD3<Float>] {
    var moves = sums.map { sum in
      sum.w > 0 ? SIMD3(sum.x, sum.y, sum.z) / sum.w : SIMD3<Float>()
    }
    // A node counts for its neighbours only once it knows something.
    var known = sums.map { $0.w > 0 }
    for sweep in 0..<sweeps {
      for step in sums.indices {
        let node = sweep & 1 == 0 ? step : sums.count - 1 - step
        relax(node, &moves, &known, stiffness)
      }
    }
    return moves
  }

  private func relax(
    _ node: Int, _ moves: inout [SIMD3<Float>], _ known: inout [Bool], _ stiffness: Float
  ) {
    let side = Self.side
    var sum = SIMD4<Float>()
    func neighbour(_ other: Int) { if known[other] { sum += SIMD4(moves[other], 1) } }
    let (x, y, z) = (node / (side * side), node / side % side, node % side)
    if x > 0 { neighbour(node - side * side) }
    if x < side - 1 { neighbour(node + side * side) }
    if y > 0 { neighbour(node - side) }
    if y < side - 1 { neighbour(node + side) }
    if z > 0 { neighbour(node - 1) }
    if z < side - 1 { neighbour(node + 1) }
    let whole = sums[node] * (1 / stiffness) + sum
    guard whole.w > 0 else { return }
    moves[node] = SIMD3(whole.x, whole.y, whole.z) / whole.w
    known[node] = true
  }
}
