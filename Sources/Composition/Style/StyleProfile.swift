import Color

/// What a collection of pictures has in common, in numbers that a person can read: the style of a house, a painter's
/// hand, a year of posters.
public struct StyleProfile: Hashable, Sendable {
  /// What it is called.
  public var name: String
  /// The collection's colours, the largest share first; the shares add up to 1.
  public var palette: [Swatch]
  public var color: ColorSpread
  /// How the lightness of OKLab is spread: shares of ``valueCount`` equal steps from black to white.
  public var values: [Double]
  public var edges: Edges
  /// The standard deviation of lightness at each of ``detailSizes``, fine to coarse.
  public var detail: [Double]
  /// The standard deviation of the lightness's noise at full size.
  public var grain: Double
  public var layout: Layout
  /// The pictures it was learned from, in the order of their names.
  public var sources: [Picture]

  /// The steps of ``values``.
  public static let valueCount = 16
  /// The directions of ``Edges/directions``.
  public static let directionCount = 12
  /// Blurs whose differences are measured, in pixels of a picture of 512.
  public static let detailSizes = [1.0, 2, 4, 8, 16]

  public init(
    name: String, palette: [Swatch], color: ColorSpread, values: [Double], edges: Edges, detail: [Double],
    grain: Double, layout: Layout, sources: [Picture]
  ) {
    (self.name, self.palette, self.color, self.values) = (name, palette, color, values)
    (self.edges, self.detail, self.grain, self.layout) = (edges, detail, grain, layout)
    self.sources = sources
  }
}

extension StyleProfile {
  /// A colour and the share of the area that is nearest to it, 0...1.
  public struct Swatch: Hashable, Sendable {
    public var color: SRGB
    public var share: Double

    public init(_ color: SRGB, share: Double) { (self.color, self.share) = (color, share) }
  }

  /// How all colours lie in OKLab.
  public struct ColorSpread: Hashable, Sendable {
    /// Mean lightness, a and b.
    public var mean: SIMD3<Double>
    /// Variances of lightness, a and b.
    public var variances: SIMD3<Double>
    /// Covariances of lightness and a, lightness and b, a and b.
    public var covariances: SIMD3<Double>

    public init(mean: SIMD3<Double>, variances: SIMD3<Double>, covariances: SIMD3<Double>) {
      (self.mean, self.variances, self.covariances) = (mean, variances, covariances)
    }
  }

  /// How much is outlined, and which way the outlines run.
  public struct Edges: Hashable, Sendable {
    /// The share of the area that lies on an edge, 0...1.
    public var density: Double
    /// Shares of ``StyleProfile/directionCount`` directions, the first level, on anticlockwise in equal steps of half a
    /// turn; all alike if there are no edges.
    public var directions: [Double]

    public init(density: Double, directions: [Double]) {
      (self.density, self.directions) = (density, directions)
    }

    /// 0 if edges run all ways alike, 1 if all run one way.
    public var leaning: Double {
      let even = 1 / Double(max(directions.count, 1))
      return max(0, ((directions.max() ?? even) - even) / (1 - even))
    }
  }

  /// How full a page is, and where.
  public struct Layout: Hashable, Sendable {
    /// The share of the area that is not ground, 0...1.
    public var density: Double
    /// The same for each of 3 x 3 parts, row by row.
    public var thirds: [Double]

    public init(density: Double, thirds: [Double]) { (self.density, self.thirds) = (density, thirds) }
  }

  /// A picture that a profile was learned from.
  public struct Picture: Hashable, Sendable {
    /// The file without its folder.
    public var file: String
    /// SHA-256 of the file, in hexadecimal.
    public var digest: String
    /// Who made it.
    public var credit: String?

    public init(file: String, digest: String, credit: String?) {
      (self.file, self.digest, self.credit) = (file, digest, credit)
    }
  }
}

/// A profile with the file that it stands in.
public struct StyleFile: Hashable, Sendable {
  /// The file as the preset or the command names it.
  public let name: String
  /// SHA-256 of the file, in hexadecimal.
  public let digest: String
  public let profile: StyleProfile

  public init(name: String, digest: String, profile: StyleProfile) {
    (self.name, self.digest, self.profile) = (name, digest, profile)
  }
}

/// How many exemplars there are to choose from.
public struct ExemplarCount: Hashable, Sendable {
  public var pictures: Int
  public var hasProfile: Bool

  /// None at all.
  public static let none = ExemplarCount(pictures: 0, hasProfile: false)

  public init(pictures: Int, hasProfile: Bool) {
    (self.pictures, self.hasProfile) = (pictures, hasProfile)
  }

  /// How many of them a filter can work after.
  public func usable(by filter: any ExemplarFilter.Type) -> Int {
    pictures + (hasProfile && filter.takesProfile ? 1 : 0)
  }
}
