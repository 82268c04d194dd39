/// A layer of stationary noise: random numbers on a square lattice, joined by a cubic B-spline and averaged
/// over each pixel.
///
/// The spline is near round and near even in strength between the points, so no lattice shows. All is told in
/// the limit of fine sampling; averaging over a pixel is folded into the lattice and the gain, so that a
/// coarse picture has the noise that a fine one has after box reduction.
public struct NoiseLayer: Sendable, Equatable {
  /// How the lattice numbers are spread; the mean is 0 either way.
  public enum Character: Sendable {
    /// Even: grain.
    case even
    /// Mostly just below 0, rarely far above: specks.
    case sparse
  }

  /// The step of the lattice in pixels, along rows.
  let cell: Double
  /// The same down the columns.
  let rowCell: Double
  /// What the lattice numbers are multiplied by.
  let gain: Double
  let character: Character
  let seed: UInt32
  /// Finer than a pixel by far: one number for each pixel, no spline.
  let isWhite: Bool

  /// ∫ of the squared cubic B-spline, the share of the variance that it leaves in one direction: 151/315.
  static let splineShare = 151.0 / 315

  /// A layer with its lattice `size` pixels wide, above 0 (blots are about twice as large), and a standard
  /// `deviation` that holds before averaging over pixels. With a `stretch` of 1 or more, blots are that many times
  /// longer along rows.
  public init(
    size: Double, deviation: Double, character: Character = .even, stretch: Double = 1, seed: UInt32
  ) {
    precondition(size > 0 && stretch >= 1)
    // A box average of one pixel adds 1/12 to the kernel's variance of size²/3. What is left of the deviation
    // is s/√(1+s²) with s = size/share: within 5 % of the integral of the kernel's autocorrelation.
    // Each direction takes the root of that.
    func left(_ size: Double) -> Double {
      let s = size / Self.splineShare
      return deviation * s / (1 + s * s).squareRoot()
    }
    let left = (left(size) * left(size * stretch)).squareRoot()
    isWhite = size < Self.whiteBelow
    rowCell = isWhite ? 1 : (size * size + 0.25).squareRoot()
    cell = isWhite ? 1 : (size * size * stretch * stretch + 0.25).squareRoot()
    // The mean of many specks is no speck: white noise is even.
    self.character = isWhite ? .even : character
    gain = left / self.character.deviation / (isWhite ? 1 : Self.splineShare)
    self.seed = seed
  }

  /// Below this size neighbours are as good as independent: white noise is within 25 % at all coarser scales.
  static let whiteBelow = 0.35

  private init(white gain: Double, seed: UInt32) {
    (cell, rowCell, self.gain, character, self.seed, isWhite) = (1, 1, gain, .even, seed, true)
  }

  /// The same noise in fewer layers: all white ones as one.
  public static func merged(_ layers: [NoiseLayer]) -> [NoiseLayer] {
    let white = layers.filter { $0.isWhite && $0.gain != 0 }
    let power = white.reduce(0) { $0 + $1.gain * $1.gain }
    let one = white.first.map { [NoiseLayer(white: power.squareRoot(), seed: $0.seed)] } ?? []
    return one + layers.filter { !$0.isWhite && $0.gain != 0 }
  }
}

extension NoiseLayer.Character {
  /// Standard deviation of the lattice numbers: 1/√3 of even ones in ±1; of p⁶ - 1/7 with p even in 0...1,
  /// √(1/13 - 1/49).
  var deviation: Double {
    switch self {
    case .even: (1.0 / 3).squareRoot()
    case .sparse: (1.0 / 13 - 1.0 / 49).squareRoot()
    }
  }
}
