import CVector
import Color
import Raster

/// Linear light to the four process inks of offset printing.
///
/// With screens at different angles dots fall on each other by chance (Demichel, 1924), and with transparent
/// inks the mean light of an area is then the paper times one factor an ink, 1 - share·(1 - film). The shares
/// for a colour follow from three such products: black is set first, by grey component replacement, and cyan,
/// magenta and yellow are found in turn from the channel that each of them holds back most. Colours outside
/// the inks' gamut get the full share.
struct ProcessSeparation: Sendable {
  /// How the grey part of a colour is given to black: 0 not at all, 1 wholly in the shadows.
  let black: Float
  /// The light of the picture's that becomes bare paper; 1, 1, 1 if its white does.
  let white: SIMD3<Float>

  /// Solid layers on coated paper, sRGB of ISO 12647-2 within its gamut, a little light left where the
  /// standard's inks lie outside of it.
  static let inks = [
    InkFilm(0.02, 0.345, 0.745), InkFilm(0.78, 0.022, 0.2), InkFilm(0.985, 0.84, 0.022),
    InkFilm(0.0137, 0.0125, 0.0123),
  ]
  /// The light of solid black: what the picture's black is lifted to.
  static let darkest: Float = 0.0137

  private static let rounds = 6

  /// Shares of cyan, magenta, yellow and black for a row; all of equal, padded length.
  func separate(_ pixels: [UInt32], into tones: inout [[Float]]) {
    precondition(tones.count == 4)
    var black = tones.removeLast()
    var yellow = tones.removeLast()
    var magenta = tones.removeLast()
    var cyan = tones.removeLast()
    separate(pixels.span, &cyan, &magenta, &yellow, &black)
    tones = [cyan, magenta, yellow, black]
  }

  private func separate(
    _ pixels: Span<UInt32>, _ cyan: inout [Float], _ magenta: inout [Float], _ yellow: inout [Float],
    _ black: inout [Float]
  ) {
    // One span for each array: a tuple of spans would outlive what it borrows.
    var c = cyan.mutableSpan
    var m = magenta.mutableSpan
    var y = yellow.mutableSpan
    var k = black.mutableSpan
    precondition(c.count == pixels.count && m.count == c.count && y.count == c.count && k.count == c.count)
    for x in stride(from: 0, to: pixels.count, by: 8) {
      let light = straightLight(pixels.lanes(at: x))
      let shares = shares(lifted(light.red, 0), lifted(light.green, 1), lifted(light.blue, 2))
      c.setLanes(shares.cyan, at: x)
      m.setLanes(shares.magenta, at: x)
      y.setLanes(shares.yellow, at: x)
      k.setLanes(shares.black, at: x)
    }
  }

  /// Light relative to the paper, with black lifted to what black ink gives.
  @inline(__always)
  private func lifted(_ light: Lanes, _ channel: Int) -> Lanes {
    let relative = f32x8_min(light * (1 / white[channel]), Lanes(repeating: 1))
    return f32x8_fma(relative, Lanes(repeating: 1 - Self.darkest), Lanes(repeating: Self.darkest))
  }

  @inline(__always)
  private func shares(
    _ red: Lanes, _ green: Lanes, _ blue: Lanes
  ) -> (cyan: Lanes, magenta: Lanes, yellow: Lanes, black: Lanes) {
    let held = Self.inks.map { 1 - $0.lights }
    return shares(red, green, blue, held[0], held[1], held[2], held[3])
  }

  @inline(__always)
  private func shares(
    _ red: Lanes, _ green: Lanes, _ blue: Lanes, _ c: SIMD3<Float>, _ m: SIMD3<Float>, _ y: SIMD3<Float>,
    _ k: SIMD3<Float>
  ) -> (cyan: Lanes, magenta: Lanes, yellow: Lanes, black: Lanes) {
    let one = Lanes(repeating: 1)
    let most = (one - f32x8_max(red, f32x8_max(green, blue))) * (1 / (1 - Self.darkest))
    // The cube keeps black out of skies and skin, where its dots would show.
    let share = most * most * most * black
    @inline(__always) func left(_ share: Lanes, _ held: Float) -> Lanes {
      f32x8_fma(share, Lanes(repeating: -held), one)
    }
    let (r, g, b) = (red / left(share, k.x), green / left(share, k.y), blue / left(share, k.z))
    var (cyan, magenta, yellow) = (Lanes(), Lanes(), Lanes())
    // Each ink is nearly alone in its channel: errors fall to a quarter a round.
    for _ in 0..<Self.rounds {
      cyan = f32x8_clamp((one - r / (left(magenta, m.x) * left(yellow, y.x))) * (1 / c.x), 0, 1)
      magenta = f32x8_clamp((one - g / (left(cyan, c.y) * left(yellow, y.y))) * (1 / m.y), 0, 1)
      yellow = f32x8_clamp((one - b / (left(cyan, c.z) * left(magenta, m.z))) * (1 / y.z), 0, 1)
    }
    return (cyan, magenta, yellow, share)
  }
}
