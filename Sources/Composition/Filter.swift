import Color
import Geometry
import Parameters
import Raster

/// Turns a picture into another of the same size: a photo, an artwork, or a finished page.
///
/// Lengths are millimetres of the printed picture, so that a thumbnail previews the print.
public protocol Filter: Component {
  /// What of a page it works on.
  static var reach: FilterReach { get }

  /// The filtered picture, of the same size.
  ///
  /// The same pixels come out for any number of jobs. Alpha is kept unless the filter says otherwise.
  func apply(to picture: Picture, _ context: FilterContext) -> Picture
}

/// A filter that draws its result with shapes, and can give the shapes themselves: for SVG, PDF and plotters.
public protocol VectorFilter: Filter {
  /// The filtered picture as flat shapes on a page of the picture's size (``FilterContext/page(of:)``).
  ///
  /// What only pixels can show (grain, soft shadows) is left out. Same picture, parameters and stream, same shapes.
  func layers(of picture: Picture, _ context: FilterContext) -> Composition
}

/// A filter that works after an exemplar: a picture whose colours or manner it takes over.
///
/// Without an exemplar it leaves every picture as it is.
public protocol ExemplarFilter: Filter {
  /// Which of the context's exemplars it works after; 1 is the first.
  var exemplar: Int { get set }
  /// True if it looks at the context's mask.
  static var takesMask: Bool { get }
  /// True if numbers are enough for it: it works after a profile as well.
  static var takesProfile: Bool { get }
}

extension ExemplarFilter {
  /// The most pictures that there may be to work after; a profile may come on top.
  public static var exemplarLimit: Int { 12 }

  public static var takesMask: Bool { false }
  public static var takesProfile: Bool { false }

  /// The declaration of ``exemplar``.
  public static func choosing(_ path: any WritableKeyPath<Self, Int> & Sendable) -> Parameter<Self> {
    .integer("exemplar", path, 1...exemplarLimit + 1, "which of the given exemplars it works after")
  }

  /// The exemplar that is chosen; nil if it was not given.
  public func exemplar(in context: FilterContext) -> Photo? {
    context.exemplars.indices.contains(exemplar - 1) ? context.exemplars[exemplar - 1] : nil
  }

  /// The profile, if it is chosen: its number comes after those of the pictures.
  public func profile(in context: FilterContext) -> StyleProfile? {
    exemplar == context.exemplars.count + 1 ? context.profile : nil
  }
}

/// What of a page a filter works on.
public enum FilterReach: Sendable {
  /// The whole page, type included: paper, ink, press and light.
  case page
  /// Ground and artwork; type and rules are set on top of the result and stay crisp.
  case artwork
}

/// What a filter is told besides its parameters.
public struct FilterContext: Sendable {
  /// How fine the picture is: 300 dpi is 11.8. Above 0.
  public var pixelsPerMillimetre: Double
  /// Where the filter takes its randomness from.
  public var stream: SeedStream
  /// Colours to work with, a palette's ground first, then its inks from the leading one on; empty if the filter is
  /// to use its own.
  public var colors: [SRGB]
  /// Pictures to work after, for filters that take their manner from an example.
  public var exemplars: [Photo]
  /// The numbers of a style to work after; it comes after the pictures.
  public var profile: StyleProfile?
  /// Where such a filter works: white fully, black not at all; stretched over the picture. Nil for everywhere.
  public var mask: Photo?
  /// How many threads may work, at least 1.
  public var jobs: Int

  public init(
    pixelsPerMillimetre: Double, stream: SeedStream, colors: [SRGB] = [], exemplars: [Photo] = [],
    profile: StyleProfile? = nil, mask: Photo? = nil, jobs: Int = 1
  ) {
    precondition(pixelsPerMillimetre > 0 && jobs > 0)
    self.pixelsPerMillimetre = pixelsPerMillimetre
    self.stream = stream
    self.colors = colors
    self.exemplars = exemplars
    self.profile = profile
    self.mask = mask
    self.jobs = jobs
  }

  /// A length in millimetres as pixels.
  public func pixels(_ millimetres: Double) -> Double { millimetres * pixelsPerMillimetre }

  /// The page that a picture fills, without bleed; its origin is the picture's top-left corner.
  public func page(of picture: Picture) -> Page {
    Page(
      size: Size(Double(picture.width) / pixelsPerMillimetre, Double(picture.height) / pixelsPerMillimetre))
  }
}
