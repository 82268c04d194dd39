import Color
import Elementary
import Raster

/// Moves a picture from one palette to another, keeping black, white and texture.
///
/// After Chang, Fried, Liu, DiVerdi and Finkelstein, "Palette-based photo recoloring" (2015): lightness follows a
/// rising curve through the palettes' lightnesses; a and b move by a mixture of the palette colours' own moves.
/// Black and white count as palette colours that stay. Near colours that would go opposite ways are drawn together,
/// and what has hardly any chroma keeps it, so that no patches show and white stays white. All is baked into a 33³
/// cube.
public struct PaletteRecolouring: Hashable, Sendable {
  /// Which colour becomes which.
  public enum Pairing: Hashable, Sendable {
    /// The first becomes the first, and so on.
    case given
    /// The darkest becomes the darkest, and so on: keeps light and shade best.
    case lightness
  }

  /// Which colour becomes which.
  public var pairing: Pairing
  /// How far lightness follows the palettes: 0 stays, 1 fully.
  public var lightness: Double
  /// How far a and b follow the palettes: 0 stays, 1 fully.
  public var colour: Double
  /// How firmly greys, whites and other colours of hardly any chroma keep their a and b: 0 not at all, 1 fully.
  public var neutrals: Double

  public init(
    pairing: Pairing = .lightness, lightness: Double = 1, colour: Double = 1, neutrals: Double = 1
  ) {
    self.pairing = pairing
    self.lightness = lightness
    self.colour = colour
    self.neutrals = neutrals
  }
}

/// Why a picture cannot be recoloured.
public enum RecolouringError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The palettes are not equally long, or not of 1 to 12 colours.
  case badCounts(from: Int, to: Int)
  /// Two colours of the first palette are nearer than 0.02 in OKLab.
  case tooAlike(SRGB, SRGB)
  /// A strength outside 0...1.
  case badStrength(Double)
  /// The number of rotations is outside 1...200.
  case badRotations(Int)
  /// A picture without a visible pixel has no colours to give or take.
  case nothingVisible

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .badCounts(let from, let to):
      "palettes of \(from) and \(to) colours do not pair: both need the same number, 1 to 12"
    case .tooAlike(let p, let q): "\(p.hex) and \(q.hex) are too alike to become two different colours"
    case .badStrength(let strength): "a strength of \(strength) is outside 0 to 1"
    case .badRotations(let count): "a number of \(count) rotations is outside 1 to 200"
    case .nothingVisible: "a picture has no visible pixel, so it has no colours"
    }
  }
}

extension PaletteRecolouring {
  /// The colour transform from one palette to another. About 40 ms on one core.
  ///
  /// A colour within 0.05 of black or white in OKLab stays, whatever it is paired with.
  /// - Parameters:
  ///   - source: the picture's palette, 1 to 12 colours, no two alike.
  ///   - target: as many colours.
  ///   - jobs: how many threads may work; the cube is the same for any number.
  /// - Returns: the transform, encoded sRGB to the same.
  /// - Throws: `badCounts`, `tooAlike` or `badStrength`.
  public func cube(
    from source: [SRGB], to target: [SRGB], jobs: Int = 1
  ) throws(RecolouringError) -> ColorCube {
    guard source.count == target.count, (1...12).contains(source.count) else {
      throw .badCounts(from: source.count, to: target.count)
    }
    for strength in [lightness, colour, neutrals] where !(0...1).contains(strength) {
      throw .badStrength(strength)
    }
    for (i, p) in source.enumerated() {
      for q in source[..<i] where OKLab(p).distance(to: OKLab(q)) < 0.02 { throw .tooAlike(q, p) }
    }
    let map = PaletteMap(pairs(source.map(Self.vector), target.map(Self.vector)), self)
    return ColorCube(jobs: jobs) { encodedInGamut(map(lab(encoded: $0))) }
  }

  private static func vector(_ c: SRGB) -> Lab {
    let lab = OKLab(c)
    return Lab(lab.lightness, lab.a, lab.b)
  }

  private func pairs(_ source: [Lab], _ target: [Lab]) -> [(from: Lab, to: Lab)] {
    switch pairing {
    case .given: Array(zip(source, target).map { ($0, $1) })
    case .lightness:
      zip(source.sorted { $0.x < $1.x }, target.sorted { $0.x < $1.x }).map { ($0, $1) }
    }
  }
}

/// The move of every colour, in OKLab.
struct PaletteMap: Sendable {
  private let curve: LightnessCurve
  private let weights: RadialWeights
  private let moves: [Lab]
  private let neutral: NeutralGuard
  private let options: PaletteRecolouring

  init(_ pairs: [(from: Lab, to: Lab)], _ options: PaletteRecolouring) {
    let ends = [Lab(0, 0, 0), Lab(1, 0, 0)]
    let free = pairs.filter { pair in ends.allSatisfy { length(pair.from - $0) >= 0.05 } }
    let places = free.map(\.from) + ends
    self.options = options
    curve = LightnessCurve(free.map { ($0.from.x, $0.to.x) })
    weights = RadialWeights(places, faint: ends.count)
    moves = calmed(free.map { $0.to - $0.from } + [Lab(), Lab()], of: places, fixed: ends.count)
    neutral = NeutralGuard(hold: options.neutrals)
  }

  func callAsFunction(_ lab: Lab) -> Lab {
    var move = Lab()
    for (index, weight) in weights(lab).enumerated() {
      move += moves[index] * (weight * likeness(of: lab, to: weights.places[index]))
    }
    let lightness = lab.x + (curve(lab.x) - lab.x) * options.lightness
    return neutral(
      lab, to: Lab(lightness, lab.y + move.y * options.colour, lab.z + move.z * options.colour))
  }
}

/// How far a colour follows a palette colour's move in a and b, 0...1: as far as it reaches along that one's hue.
///
/// What is paler, or of another hue, would run past grey at the same pace: fair hair would turn green beside a red
/// suit that becomes blue. The little that is added lets greys follow a grey.
private func likeness(of lab: Lab, to other: Lab) -> Double {
  let little = 0.0004
  let along = lab.y * other.y + lab.z * other.z
  return smoothstep(0, 1, (along + little) / (other.y * other.y + other.z * other.z + little))
}

/// The length of a vector.
func length(_ v: SIMD3<Double>) -> Double { (v * v).sum().squareRoot() }
