/// Where the error of a dot goes: shares for the next dot in the row, the one below it on the side it came
/// from, and the one straight below. They add up to 1.
struct DiffusionShares: Sendable {
  var ahead: Float
  var back: Float
  var below: Float
}

/// Variable-coefficient error diffusion with threshold modulation (Zhou and Fang, "Improving mid-tone quality
/// of variable-coefficient error diffusion using threshold modulation", 2003).
///
/// Shares and modulation depend on the tone. The paper gives them at key levels of 0...127, straight lines
/// lie between, and light tones mirror dark ones.
enum DiffusionWeights {
  /// Shares for the levels 0...255.
  static let shares: [DiffusionShares] = (0...255).map { shares(level: min($0, 255 - $0)) }
  /// How far the threshold goes up and down at most, as a share of the half range, for the levels 0...255.
  static let modulation: [Float] = (0...255).map { modulation(level: min($0, 255 - $0)) }

  /// The paper's table 1: level, then weights that are divided by their sum.
  private static let keyShares: [(level: Int, weights: SIMD3<Double>)] = [
    (0, [13, 0, 5]), (1, [1_300_249, 0, 499_250]), (2, [214_114, 287, 99_357]),
    (3, [351_854, 0, 199_965]), (4, [801_100, 0, 490_999]), (10, [704_075, 297_466, 303_694]),
    (22, [46_613, 31_917, 21_469]), (32, [47_482, 30_617, 21_900]), (40, [45_959, 24_089, 29_950]),
    (44, [43_024, 42_131, 14_826]), (64, [36_411, 43_219, 20_369]), (72, [38_477, 53_843, 7_678]),
    (77, [40_503, 51_547, 7_948]), (85, [35_865, 34_108, 30_026]), (95, [34_117, 36_899, 28_983]),
    (102, [35_132, 36_059, 28_807]), (107, [16_477, 18_810, 14_712]), (112, [33_360, 37_954, 28_685]),
    (127, [35_269, 36_066, 28_664]),
  ]
  private static let keyModulation: [(level: Int, strength: Double)] = [
    (0, 0), (44, 0.34), (64, 0.5), (80, 1), (85, 1), (95, 0.17),
    (102, 0.5), (107, 0.7), (112, 0.79), (127, 1),
  ]

  private static func shares(level: Int) -> DiffusionShares {
    let last = keyShares.lastIndex { $0.level <= level }!
    let from = keyShares[last].weights / keyShares[last].weights.sum()
    guard last + 1 < keyShares.count else { return shares(from) }
    let to = keyShares[last + 1].weights / keyShares[last + 1].weights.sum()
    let span = Double(keyShares[last + 1].level - keyShares[last].level)
    return shares(from + (to - from) * (Double(level - keyShares[last].level) / span))
  }

  private static func shares(_ v: SIMD3<Double>) -> DiffusionShares {
    DiffusionShares(ahead: Float(v.x), back: Float(v.y), below: Float(1 - v.x - v.y))
  }

  private static func modulation(level: Int) -> Float {
    let last = keyModulation.lastIndex { $0.level <= level }!
    guard last + 1 < keyModulation.count else { return Float(keyModulation[last].strength) }
    let (from, to) = (keyModulation[last], keyModulation[last + 1])
    let part = Double(level - from.level) / Double(to.level - from.level)
    return Float(from.strength + (to.strength - from.strength) * part)
  }
}
