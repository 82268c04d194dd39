import Composition
import Parameters
import Raster

/// Lends a picture the colours of an exemplar, its forms and its light untouched.
///
/// `linear` meets mean and covariance of the exemplar's colours (``LinearTransfer``): a mood. `sliced` meets the whole
/// distribution (``SlicedTransfer``): its very colours, in the places where they fit best.
public struct ColorTransfer: ExemplarFilter {
  public static let name = "color-transfer"
  public static let summary = "the colours of an exemplar, forms and texture untouched"
  public static let reach = FilterReach.artwork
  public static let takesProfile = true

  /// How much of the distribution is met.
  enum Method: String, ParameterOption {
    case sliced, linear
  }

  public var exemplar = 1
  var method = Method.sliced
  var strength = 1.0
  var neutrals = 0.0

  public static let parameters: [Parameter<ColorTransfer>] = [
    choosing(\.exemplar),
    .choice("method", \.method, "sliced: all of the exemplar's colours; linear: their mood"),
    .real("strength", \.strength, 0...1, "how far colours go: 0 not at all, 1 all the way"),
    .real("neutrals", \.neutrals, 0...1, "how firmly greys and whites stay grey and white"),
  ]

  /// All of the exemplar's colours.
  public init() {}

  /// See `Filter`. The result is 8 bits deep; a picture with nothing visible stays as it is.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture {
    let profile = profile(in: context)
    guard let reference = exemplar(in: context)?.preview(side: 512) ?? profile?.colorCloud else {
      return picture
    }
    let bitmap = picture.bitmap(jobs: context.jobs)
    let result = try? transferred(bitmap, from: reference, profile?.color, jobs: context.jobs)
    return result.map { .shallow($0) } ?? picture
  }

  /// The colours of `reference`; its mood is measured, unless `spread` says what it is.
  private func transferred(
    _ bitmap: Bitmap, from reference: Bitmap, _ spread: StyleProfile.ColorSpread?, jobs: Int
  ) throws(RecolouringError) -> Bitmap {
    switch method {
    case .linear:
      try bitmap.transferringColors(
        linearlyTo: statistics(of: reference, spread, jobs), strength: strength, neutrals: neutrals,
        jobs: jobs)
    case .sliced:
      try bitmap.transferringColors(
        from: reference, SlicedTransfer(strength: strength, neutrals: neutrals), jobs: jobs)
    }
  }

  private func statistics(
    of reference: Bitmap, _ spread: StyleProfile.ColorSpread?, _ jobs: Int
  ) throws(RecolouringError) -> ColorStatistics {
    if let spread { return ColorStatistics(spread) }
    return try ColorStatistics(reference, jobs: jobs)
  }
}
