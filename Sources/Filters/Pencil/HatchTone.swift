/// How hard each layer presses for a tone.
///
/// Each layer begins where the one before it is well under way. The shares are then scaled so that all strokes
/// together, whose marks cover `density` of the paper in each layer at full pressure, add up to the tone.
struct HatchTone: Sendable {
  private let pressures: [[Float]]
  private static let last = 255

  /// - Parameters:
  ///   - layers: at least 1.
  ///   - density: mean cover of a layer at full pressure.
  ///   - share: how much of the tone strokes are to give, 0...1.
  init(layers: Int, density: Float, share: Float) {
    pressures = (0..<layers).map { layer in
      (0...Self.last).map { index in
        let tone = Float(index) / Float(Self.last)
        let shares = (0..<layers).map { Self.share(tone, from: 0.8 * Float($0) / Float(layers)) }
        return shares[layer] * share * tone / max(density * shares.reduce(0, +), 1e-3)
      }
    }
  }

  /// Rises from 0 at `start` to 1 at full tone, most of it at the beginning.
  private static func share(_ tone: Float, from start: Float) -> Float {
    let t = max(0, (tone - start) / (1 - start))
    return t * (2 - t)
  }

  /// The pressure of a layer's strokes where the paper is to be covered by `tone`, 0...1.
  func pressure(_ tone: Float, layer: Int) -> Float {
    pressures[layer][Int(min(max(tone, 0), 1) * Float(Self.last) + 0.5)]
  }
}
