import Raster

/// One layer of hatching: follows the form from each place of its lattice, and presses as the tone asks.
struct HatchLayer: Sendable {
  let lattice: HatchLattice
  let index: Int
  let length: Float
  let radius: Float
  let follow: Float
  /// The layer's angle less that of the first, doubled: cosine and sine.
  let turn: SIMD2<Float>

  /// Draws all strokes that touch the brush's rows.
  func draw(_ scene: HatchScene, _ brush: HatchBrush, into pressure: inout MutableSpan<Float>) {
    let margin = length * 0.7 + radius + 2
    let area = HatchArea(
      low: SIMD2(-margin, Float(brush.rows.lowerBound) - margin),
      high: SIMD2(Float(brush.width) + margin, Float(brush.rows.upperBound) + margin))
    var nodes = [HatchNode](repeating: HatchNode(place: .zero, radius: 0, pressure: 0), count: steps + 1)
    // A body that adds to a span cannot be handed on, so places are gathered first.
    var strokes: [(SIMD2<Float>, SIMD8<Float>)] = []
    lattice.forEach(in: area) { strokes.append(($0, $1)) }
    for (middle, numbers) in strokes where trace(middle, numbers, scene, into: &nodes) {
      brush.draw(nodes, into: &pressure)
    }
  }

  /// Parts of a stroke: even, about three pixels long, and few on a thumbnail.
  private var steps: Int { 2 * min(max(Int(length / 6), 2), 10) }

  /// False if the stroke nowhere leaves a mark.
  private func trace(
    _ middle: SIMD2<Float>, _ numbers: SIMD8<Float>, _ scene: HatchScene, into nodes: inout [HatchNode]
  ) -> Bool {
    let half = steps / 2
    let step = length * (0.95 + 0.22 * numbers[2]) / Float(steps)
    let slant = numbers[3] * 0.05
    let start = direction(middle, lattice.along, scene)
    for sign in [1, -1] {
      var (place, way) = (middle, start * Float(sign))
      nodes[half].place = middle
      for k in 1...half {
        place += SIMD2(way.x - way.y * slant, way.y + way.x * slant) * step
        way = direction(place, way, scene)
        nodes[half + sign * k].place = place
      }
    }
    return press(numbers, bowed: SIMD2(-start.y, start.x), scene, into: &nodes)
  }

  /// The way on from a place: between the layer's own and that of the form, of the sign nearer to `way`.
  @inline(__always)
  private func direction(_ place: SIMD2<Float>, _ way: SIMD2<Float>, _ scene: HatchScene) -> SIMD2<Float> {
    let form = scene.doubleAngle(place)
    let own = SIMD2(
      lattice.along.x * lattice.along.x - lattice.along.y * lattice.along.y,
      2 * lattice.along.x * lattice.along.y)
    let turned = SIMD2(form.x * turn.x - form.y * turn.y, form.x * turn.y + form.y * turn.x)
    let mixed = own * (1 - follow) + turned * follow
    let length = (mixed * mixed).sum().squareRoot() + 1e-6
    var vector =
      mixed.x >= 0 ? SIMD2(length + mixed.x, mixed.y) : SIMD2(mixed.y, length - mixed.x)
    vector /= (vector * vector).sum().squareRoot() + 1e-12
    return (vector * way).sum() < 0 ? -vector : vector
  }

  /// A firm start and a lifting end, a slight bow, and the pressure that the tone asks for at each node.
  private func press(
    _ numbers: SIMD8<Float>, bowed: SIMD2<Float>, _ scene: HatchScene, into nodes: inout [HatchNode]
  ) -> Bool {
    let bow = length * (0.02 + 0.012 * numbers[4])
    let firmness = 1 + 0.22 * numbers[5]
    var most: Float = 0
    for index in nodes.indices {
      let s = Float(index) / Float(nodes.count - 1)
      let t = 2 * s - 1
      nodes[index].place += bowed * (bow * (t * t - 0.33))
      let lift = min(1, s * 7) * (1 - 0.9 * s * s * s * s)
      let pressure = scene.pressure(nodes[index].place, layer: self.index) * lift * firmness
      nodes[index].pressure = pressure
      nodes[index].radius = radius * (0.75 + 0.25 * min(pressure, 1)) * (1 + 0.15 * numbers[6])
      most = max(most, pressure)
    }
    return most > 0.02
  }
}
