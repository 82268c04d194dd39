import Color
import Raster

/// The straight-line map that gives one picture's colours the mean and covariance of another's, with the least
/// movement: linear Monge-Kantorovich (Pitié and Kokaram, 2007), in OKLab.
///
/// T = A^-½ (A^½ B A^½)^½ A^-½ with 1e-5 added to both covariances, so that a picture of one colour works too.
public struct LinearTransfer: Equatable, Sendable {
  let matrix: SquareMatrix
  let from: SIMD3<Double>
  let to: SIMD3<Double>
  let neutral: NeutralGuard

  /// The map between two pictures' statistics; `strength` 0 leaves everything, 1 meets the target's, and
  /// between them lies the straight way.
  ///
  /// - Parameters:
  ///   - source: the picture's statistics.
  ///   - target: those wanted.
  ///   - strength: 0...1.
  ///   - neutrals: how firmly colours of hardly any chroma keep their a and b, 0...1. Above 0 the map is no longer
  ///     straight and the statistics are met nearly.
  /// - Throws: `badStrength`.
  public init(
    from source: ColorStatistics, to target: ColorStatistics, strength: Double = 1, neutrals: Double = 0
  ) throws(RecolouringError) {
    for part in [strength, neutrals] where !(0...1).contains(part) { throw .badStrength(part) }
    neutral = NeutralGuard(hold: neutrals)
    let little = SquareMatrix.identity * 1e-5
    let (a, b) = (source.covariance + little, target.covariance + little)
    let root = a.squareRoot
    let inverse = a.mappingEigenvalues { 1 / $0.squareRoot() }
    let whole = inverse * (root * b * root).squareRoot * inverse
    matrix = SquareMatrix.identity * (1 - strength) + whole * strength
    from = source.mean
    to = source.mean + (target.mean - source.mean) * strength
  }

  /// Where a colour of OKLab goes; it may leave the gamut of sRGB.
  public func callAsFunction(_ lab: SIMD3<Double>) -> SIMD3<Double> {
    neutral(lab, to: to + matrix * (lab - from))
  }

  /// The map as a 33³ cube, results brought into the gamut at their lightness and hue. About 30 ms on one core.
  public func cube(jobs: Int = 1) -> ColorCube {
    ColorCube(jobs: jobs) { encodedInGamut(self(lab(encoded: $0))) }
  }
}

extension Bitmap {
  /// This picture with the mood of another: mean and covariance of its colours move to the other's.
  ///
  /// - Parameters:
  ///   - reference: the picture whose colours are wanted; any size.
  ///   - strength: 0...1.
  ///   - neutrals: how firmly greys and whites keep their a and b, 0...1.
  ///   - jobs: how many threads may work; the pixels are the same for any number.
  /// - Returns: a picture of the same size.
  /// - Throws: `nothingVisible` or `badStrength`.
  public func transferringColors(
    linearlyFrom reference: Bitmap, strength: Double = 1, neutrals: Double = 0, jobs: Int = 1
  ) throws(RecolouringError) -> Bitmap {
    try transferringColors(
      linearlyTo: ColorStatistics(reference, jobs: jobs), strength: strength, neutrals: neutrals, jobs: jobs)
  }

  /// The same, to a mean and covariance that are known.
  func transferringColors(
    linearlyTo wanted: ColorStatistics, strength: Double, neutrals: Double, jobs: Int
  ) throws(RecolouringError) -> Bitmap {
    let own = try ColorStatistics(self, jobs: jobs)
    let transfer = try LinearTransfer(from: own, to: wanted, strength: strength, neutrals: neutrals)
    return transfer.cube(jobs: jobs).apply(to: self, dithered: isOpaque, jobs: jobs)
  }

  /// This picture moved from one palette to another; see ``PaletteRecolouring``.
  ///
  /// - Throws: what ``PaletteRecolouring/cube(from:to:jobs:)`` throws.
  public func recoloured(
    from source: [SRGB], to target: [SRGB], _ options: PaletteRecolouring = PaletteRecolouring(),
    jobs: Int = 1
  ) throws(RecolouringError) -> Bitmap {
    try options.cube(from: source, to: target, jobs: jobs).apply(to: self, dithered: isOpaque, jobs: jobs)
  }
}
