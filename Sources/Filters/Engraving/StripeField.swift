import CVector
import Elementary
import Raster

/// Evenly spaced lines that follow a field of directions: at every node of a lattice the phase of a wave and
/// its local frequency.
///
/// Lines of one spacing cannot follow any field without some that end or fork. Where they do is found as in
/// Knöppel, Crane, Pinkall and Schröder, "Stripe patterns on surfaces" (2015): each node's phase should be
/// what its neighbours' waves make it, and directions that meet with opposite signs meet as complex
/// conjugates. They take the smallest eigenvector of that energy; here rounds of averaging start from
/// straight lines, which comes to rest near them and needs no global solve. Nodes are one spacing apart, so
/// the cost depends on the number of lines, not on pixels.
struct StripeField: Sendable {
  /// Pixels from node to node; node (0, 0) lies at the picture's corner.
  let step: Double
  let width: Int
  let height: Int
  /// Nodes in a row with a margin of zeros, so that neighbours need no test.
  let stride: Int
  /// Cosine and sine of the phase at each node.
  private(set) var real: [Float]
  private(set) var imaginary: [Float]
  /// The frequency at each node, in radians a pixel.
  let across: [Float]
  let down: [Float]

  static let margin = 8

  /// - Parameters:
  ///   - size: of the picture in pixels.
  ///   - spacing: from line to line, in pixels.
  ///   - degrees: the direction of lines where the field has none, from right to down.
  ///   - rounds: how often phases are averaged.
  ///   - jobs: how many threads may work; the lines are the same for any number.
  ///   - direction: a unit vector along the lines at a place in pixels, of either sign.
  init(
    size: (width: Int, height: Int), spacing: Double, degrees: Double, rounds: Int, jobs: Int,
    _ direction: @Sendable (Float, Float) -> SIMD2<Float>
  ) {
    step = spacing
    width = Int((Double(size.width) / step).rounded(.up)) + 2
    height = Int((Double(size.height) / step).rounded(.up)) + 2
    stride = Rows.padded(width) + 2 * Self.margin
    let lattice = Lattice(width: width, height: height, stride: stride, step: Float(step))
    let (sin, cos) = Exact.sincos(degrees * Double.pi / 180)
    let normal = SIMD2<Float>(Float(-sin), Float(cos))
    let turn = 2 * Float.pi / Float(spacing)
    (across, down) = lattice.frequencies(turn: turn, normal: normal, jobs: jobs, direction)
    var waves = lattice.plane(turn: turn, normal: normal)
    let right = lattice.edges(across, down, toX: 1, y: 0)
    let below = lattice.edges(across, down, toX: 0, y: 1)
    for _ in 0..<rounds { waves = lattice.averaged(waves, right, below, jobs: jobs) }
    (real, imaginary) = (waves.real, waves.imaginary)
  }
}

private struct Waves {
  var real: [Float]
  var imaginary: [Float]
}

/// How a wave goes on from a node to its neighbour: a turn, then a mirror if their directions are opposite.
private struct Edges {
  var cosine: [Float]
  var sine: [Float]
  var sign: [Float]
}

/// The nodes of a stripe field and what joins them.
private struct Lattice: Sendable {
  let width: Int
  let height: Int
  let stride: Int
  let step: Float

  /// Samples of a field with one row of zeros above and below.
  private var count: Int { stride * (height + 2) }

  func index(_ x: Int, _ y: Int) -> Int { (y + 1) * stride + StripeField.margin + x }

  func frequencies(
    turn: Float, normal: SIMD2<Float>, jobs: Int, _ direction: @Sendable (Float, Float) -> SIMD2<Float>
  ) -> (across: [Float], down: [Float]) {
    var both = [SIMD2<Float>](repeating: .zero, count: count)
    Bands.fill(&both, rows: height + 2, rowLength: stride, jobs: jobs, height: 8) { band, samples in
      for row in band where (1...height).contains(row) {
        for x in 0..<width {
          let along = direction(Float(x) * step, Float(row - 1) * step)
          // Across the lines, on the same side as the straight ones wherever there is a choice.
          let across = SIMD2(-along.y, along.x)
          let side: Float = (across * normal).sum() < 0 ? -turn : turn
          samples[(row - band.lowerBound) * stride + StripeField.margin + x] = across * side
        }
      }
    }
    return (both.map(\.x), both.map(\.y))
  }

  /// Straight lines.
  func plane(turn: Float, normal: SIMD2<Float>) -> Waves {
    let zero = [Float](repeating: 0, count: count)
    var waves = Waves(real: zero, imaginary: zero)
    for y in 0..<height {
      for x in 0..<width {
        let phase = Double(turn * step) * (Double(normal.x) * Double(x) + Double(normal.y) * Double(y))
        let (sin, cos) = Exact.sincos(phase)
        waves.real[index(x, y)] = Float(cos)
        waves.imaginary[index(x, y)] = Float(sin)
      }
    }
    return waves
  }

  /// From every node to the one `toX` to the right and `y` down; edges that leave the lattice carry nothing.
  func edges(_ across: [Float], _ down: [Float], toX: Int, y: Int) -> Edges {
    let zero = [Float](repeating: 0, count: count)
    var edges = Edges(cosine: zero, sine: zero, sign: zero)
    for row in 0..<height - y {
      for x in 0..<width - toX {
        let (from, to) = (index(x, row), index(x + toX, row + y))
        let sign: Float = across[from] * across[to] + down[from] * down[to] < 0 ? -1 : 1
        let (u, v) = (across[from] + sign * across[to], down[from] + sign * down[to])
        let phase = (u * Float(toX) + v * Float(y)) * step / 2
        let (sin, cos) = Exact.sincos(Double(phase))
        (edges.cosine[from], edges.sine[from], edges.sign[from]) = (Float(cos), Float(sin), sign)
      }
    }
    return edges
  }

  /// One round: every node takes the mean of its own wave and of what its four neighbours make of it.
  func averaged(_ waves: Waves, _ right: Edges, _ below: Edges, jobs: Int) -> Waves {
    // Real and imaginary parts of a row lie one after the other, so that one pass fills both.
    var both = [Float](repeating: 0, count: count * 2)
    Bands.fill(&both, rows: height + 2, rowLength: stride * 2, jobs: jobs) { band, samples in
      for row in band where (1...height).contains(row) {
        let start = (row - band.lowerBound) * stride * 2
        samples.withPart(start..<start + 2 * stride) { average(waves, right, below, row: row, into: &$0) }
      }
    }
    var result = waves
    for row in 0..<height + 2 {
      for x in 0..<stride {
        result.real[row * stride + x] = both[row * 2 * stride + x]
        result.imaginary[row * stride + x] = both[row * 2 * stride + stride + x]
      }
    }
    return result
  }

  private func average(
    _ waves: Waves, _ right: Edges, _ below: Edges, row: Int, into result: inout MutableSpan<Float>
  ) {
    for x in Swift.stride(from: StripeField.margin, to: stride - StripeField.margin, by: 8) {
      let here = row * stride + x
      var sum = wave(waves, here)
      sum = sum + from(wave(waves, here - 1), right, here - 1)
      sum = sum + from(wave(waves, here - stride), below, here - stride)
      sum = sum + back(wave(waves, here + 1), right, here)
      sum = sum + back(wave(waves, here + stride), below, here)
      let length = f32x8_sqrt(f32x8_fma(sum.real, sum.real, sum.imaginary * sum.imaginary))
      let scale = Lanes(repeating: 1) / f32x8_max(length, Lanes(repeating: 1e-6))
      result.setLanes(sum.real * scale, at: x)
      result.setLanes(sum.imaginary * scale, at: stride + x)
    }
  }

  private struct WaveLanes {
    let real: Lanes
    let imaginary: Lanes

    @inline(__always)
    static func + (a: WaveLanes, b: WaveLanes) -> WaveLanes {
      WaveLanes(real: a.real + b.real, imaginary: a.imaginary + b.imaginary)
    }
  }

  @inline(__always)
  private func wave(_ waves: Waves, _ at: Int) -> WaveLanes {
    WaveLanes(real: waves.real.span.lanes(at: at), imaginary: waves.imaginary.span.lanes(at: at))
  }

  /// A wave after the edge that starts where it is: turned, then mirrored.
  @inline(__always)
  private func from(_ wave: WaveLanes, _ edges: Edges, _ at: Int) -> WaveLanes {
    let (c, s) = (edges.cosine.span.lanes(at: at), edges.sine.span.lanes(at: at))
    return WaveLanes(
      real: wave.real * c - wave.imaginary * s,
      imaginary: (wave.real * s + wave.imaginary * c) * edges.sign.span.lanes(at: at))
  }

  /// The same edge backwards: mirrored, then turned back.
  @inline(__always)
  private func back(_ wave: WaveLanes, _ edges: Edges, _ at: Int) -> WaveLanes {
    let (c, s) = (edges.cosine.span.lanes(at: at), edges.sine.span.lanes(at: at))
    let mirrored = wave.imaginary * edges.sign.span.lanes(at: at)
    return WaveLanes(real: wave.real * c + mirrored * s, imaginary: mirrored * c - wave.real * s)
  }
}
