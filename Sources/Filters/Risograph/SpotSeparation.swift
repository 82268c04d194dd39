import CVector
import Color
import Raster

/// Colours to the shares of two to four spot inks, as a lattice over encoded sRGB.
///
/// Where screened inks fall on each other by chance, the mean light is paper·Π(1 - share·(1 - film)) (see
/// ``ProcessSeparation``). At every node the shares are those, each in 0...1, whose mean light is nearest to
/// the node's colour in OKLab. Least squares with bounds in log reflectance, the textbook form, is linear but
/// spends most of its effort on shadows that nobody can tell apart, and takes an ink for a solid at half its
/// area.
///
/// Few inks cannot meet all colours. Lightness counts most, since form and faces are read from it; hue counts
/// the more the stronger a colour is, so greys may take the tint of the inks and never need three inks to
/// become mud.
struct SpotSeparation: Sendable {
  /// Nodes along an edge.
  static let side = 17
  /// Four shares a node, 0 for inks that there are not; blue runs fastest.
  let nodes: [Float]

  /// - Parameters:
  ///   - films: two to four inks, the deepest first.
  ///   - paper: the bare paper.
  ///   - ground: the picture's colour that becomes bare paper; nil if its white does.
  ///   - absolute: whether the picture's colours are the print's; if not, its white becomes paper and its
  ///     black what all inks make together.
  ///   - jobs: how many threads may work.
  init(_ films: [InkFilm], paper: LinearRGB, ground: LinearRGB?, absolute: Bool, jobs: Int) {
    precondition((1...4).contains(films.count))
    let solver = ShareSolver(films, paper: paper, ground: ground, absolute: absolute)
    let side = Self.side
    var nodes = [Float](repeating: 0, count: side * side * side * 4)
    Bands.fill(&nodes, rows: side * side, rowLength: side * 4, jobs: jobs) { band, nodes in
      for row in band {
        for first in stride(from: 0, to: side, by: 8) {
          let blue = (Lanes(0, 1, 2, 3, 4, 5, 6, 7) + Float(first)) * (1 / Float(side - 1))
          let red = Lanes(repeating: Float(row / side) / Float(side - 1))
          let green = Lanes(repeating: Float(row % side) / Float(side - 1))
          let shares = solver.shares(red, green, f32x8_min(blue, Lanes(repeating: 1)))
          for lane in 0..<min(8, side - first) {
            let start = ((row - band.lowerBound) * side + first + lane) * 4
            for ink in films.indices { nodes[start + ink] = shares[ink][lane] }
          }
        }
      }
    }
    self.nodes = nodes
  }

  /// The shares of a row of pixels, a byte an ink, the first lowest; transparent pixels take none.
  func separate(_ pixels: Span<UInt32>, into plates: inout MutableSpan<UInt32>) {
    precondition(pixels.count == plates.count && pixels.count & 7 == 0)
    nodes.withUnsafeBufferPointer { nodes in
      let base = nodes.baseAddress!
      for x in stride(from: 0, to: pixels.count, by: 8) {
        plates.setLanes(Self.shares(pixels.lanes(at: x), base), at: x)
      }
    }
  }

  @inline(__always)
  private static func shares(_ pixels: SIMD8<UInt32>, _ nodes: UnsafePointer<Float>) -> SIMD8<UInt32> {
    let last = Float(side - 1)
    let inverse = PixelRows.inverseAlpha(pixels) * (last / 255)
    let clear = f32x8_less(u32x8_byte(pixels, 24), Lanes(repeating: 0.5))
    @inline(__always) func place(_ channel: Channel) -> Lanes {
      let place = f32x8_min(u32x8_byte(pixels, channel.rawValue) * inverse, Lanes(repeating: last))
      return f32x8_select(clear, Lanes(repeating: last), place)
    }
    var shares = (Lanes(), Lanes(), Lanes(), Lanes())
    // Sound: positions are held to 0...side-1 and the tuple has room for four times eight floats.
    withUnsafeMutableBytes(of: &shares) {
      cube_tetrahedral4(nodes, Int32(side), place(.red), place(.green), place(.blue), $0.baseAddress)
    }
    // A stencil holds no specks and no pinpricks: what is nearly nothing or nearly all is just that. It also
    // takes out what interpolation leaves next to bare paper.
    @inline(__always) func code(_ share: Lanes) -> SIMD8<UInt32> {
      Transfer.codes((share - 0.035) * (1 / 0.93), dither: Lanes())
    }
    return u32x8_pixel(code(shares.2), code(shares.1), code(shares.0), code(shares.3))
  }
}

/// Finds shares for eight colours at a time by coordinate descent: one Gauss-Newton step for each ink in
/// turn.
private struct ShareSolver: Sendable {
  private let held: [SIMD3<Float>]
  private let paper: SIMD3<Float>
  private let bare: OKLab
  private let darkest: OKLab
  private let absolute: Bool
  /// From the picture's light to the light asked for.
  private let scale: SIMD3<Float>
  private static let rounds = 40

  init(_ films: [InkFilm], paper: LinearRGB, ground: LinearRGB?, absolute: Bool) {
    held = films.map { 1 - $0.lights }
    self.paper = [Float(paper.red), Float(paper.green), Float(paper.blue)]
    self.absolute = absolute
    let white = ground.map { SIMD3(Float($0.red), Float($0.green), Float($0.blue)) } ?? [1, 1, 1]
    scale = (absolute ? self.paper : [1, 1, 1]) / white
    let all = films.reduce(self.paper) { $0 * $1.lights }
    bare = OKLab(paper)
    darkest = OKLab(LinearRGB(Double(all.x), Double(all.y), Double(all.z)))
  }

  /// Shares for encoded colours, one entry an ink.
  func shares(_ red: Lanes, _ green: Lanes, _ blue: Lanes) -> [Lanes] {
    let goal = goal(red, green, blue)
    var shares = [Lanes](repeating: Lanes(repeating: 0.25), count: held.count)
    for _ in 0..<Self.rounds {
      for ink in held.indices { shares[ink] = step(ink, shares, goal) }
    }
    return shares
  }

  private struct Goal {
    let lab: LabLanes
    /// What a squared difference in a and b counts, against 1 for lightness.
    let weight: Lanes
  }

  private func goal(_ red: Lanes, _ green: Lanes, _ blue: Lanes) -> Goal {
    func scaled(_ encoded: Lanes, _ scale: Float) -> Lanes {
      guard scale != 1 else { return encoded * 255 }
      return Transfer.encoded(linear: f32x8_clamp(Transfer.linear(encoded) * scale, 0, 1)) * 255
    }
    let lab = PixelRows.lab(
      red: scaled(red, scale.x), green: scaled(green, scale.y), blue: scaled(blue, scale.z))
    let chroma = f32x8_sqrt(f32x8_fma(lab.a, lab.a, lab.b * lab.b))
    guard !absolute else { return Goal(lab: lab, weight: Lanes(repeating: 1)) }
    let span = Float(bare.lightness - darkest.lightness)
    // A gentle S: a stencil prints open lights and closed shadows, and little in between.
    let steep = lab.lightness * lab.lightness * (3 - 2 * lab.lightness)
    let lightness = f32x8_fma(
      lab.lightness * 0.65 + steep * 0.35, Lanes(repeating: span), Lanes(repeating: Float(darkest.lightness)))
    // Whites are paper, blacks are the inks' own black; in between greys lean from one to the other.
    let t = lab.lightness
    func lean(_ dark: Double, _ light: Double, _ value: Lanes) -> Lanes {
      value * 1.2 + f32x8_fma(t, Lanes(repeating: Float(light - dark)), Lanes(repeating: Float(dark)))
    }
    let leaning = LabLanes(
      lightness: lightness, a: lean(darkest.a, bare.a, lab.a), b: lean(darkest.b, bare.b, lab.b))
    return Goal(lab: leaning, weight: f32x8_min(chroma * 4 + 0.08, Lanes(repeating: 0.7)))
  }

  /// The light of the paper through all inks but one.
  private func light(without ink: Int, _ shares: [Lanes]) -> (Lanes, Lanes, Lanes) {
    var light = (Lanes(repeating: paper.x), Lanes(repeating: paper.y), Lanes(repeating: paper.z))
    for other in held.indices where other != ink {
      light.0 *= 1 - shares[other] * held[other].x
      light.1 *= 1 - shares[other] * held[other].y
      light.2 *= 1 - shares[other] * held[other].z
    }
    return light
  }

  private func step(_ ink: Int, _ shares: [Lanes], _ goal: Goal) -> Lanes {
    let (r, g, b) = light(without: ink, shares)
    let (share, held) = (shares[ink], held[ink])
    let fall = cones(r * -held.x, g * -held.y, b * -held.z)
    let now = cones(r * (1 - share * held.x), g * (1 - share * held.y), b * (1 - share * held.z))
    let roots = (f32x8_cbrt(now.0), f32x8_cbrt(now.1), f32x8_cbrt(now.2))
    let lab = mixed(roots.0, roots.1, roots.2)
    // The derivative of a cube root is a third of its inverse square.
    func slope(_ fall: Lanes, _ root: Lanes) -> Lanes {
      fall / f32x8_max(root * root * 3, Lanes(repeating: 0.004))
    }
    let rate = mixed(slope(fall.0, roots.0), slope(fall.1, roots.1), slope(fall.2, roots.2))
    let miss = (goal.lab.lightness - lab.0, goal.lab.a - lab.1, goal.lab.b - lab.2)
    let along = rate.0 * miss.0 + goal.weight * (rate.1 * miss.1 + rate.2 * miss.2)
    let size = rate.0 * rate.0 + goal.weight * (rate.1 * rate.1 + rate.2 * rate.2)
    // A little thrift: of all mixtures that do, the one with least ink.
    let thrift: Float = 0.0004
    return f32x8_clamp(share + (along - share * thrift) / (size + thrift), 0, 1)
  }

  private func cones(_ r: Lanes, _ g: Lanes, _ b: Lanes) -> (Lanes, Lanes, Lanes) {
    Self.product(OKLab.conesFromLinear, r, g, b)
  }

  private func mixed(_ l: Lanes, _ m: Lanes, _ s: Lanes) -> (Lanes, Lanes, Lanes) {
    Self.product(OKLab.labFromRoots, l, m, s)
  }

  private static func product(_ m: Matrix3, _ x: Lanes, _ y: Lanes, _ z: Lanes) -> (Lanes, Lanes, Lanes) {
    func row(_ v: SIMD3<Double>) -> Lanes { x * Float(v.x) + y * Float(v.y) + z * Float(v.z) }
    return (row(m.top), row(m.middle), row(m.bottom))
  }
}
