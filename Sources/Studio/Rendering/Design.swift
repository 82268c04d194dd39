import Boards
import Canvas
import Color
import Composition
import Geometry
import Interiors
import Palettes
import Parameters
import Raster

/// A variant's components with their parameters filled in, ready to compose and to finish.
public struct Design: Sendable {
  public let variant: Variant
  let work: Work
  let rule: any PaletteRule
  let pair: any TypePair
  /// The last touch on a finished page, or on the key image of a board.
  package let filter: any Filter

  /// What is composed.
  enum Work: Sendable {
    case page(any Layout, any ArtworkGenerator)
    case board(any BoardLayout)
  }

  /// Throws if the variant names a component or parameter that this engine lacks, or a value out of its range:
  /// manifests from elsewhere are not trusted.
  public init(_ variant: Variant) throws(DesignError) {
    try Self.check(variant)
    func value(_ family: Family) -> (String) -> ParameterValue? {
      let own = variant.values(of: family.group)
      return { name in own.first { $0.name == name }?.value }
    }
    func named<T>(_ types: [T], _ family: Family, _ name: (T) -> String) -> T {
      types.first { name($0) == variant.component(family) }!
    }
    self.variant = variant
    work =
      variant.isBoard
      ? .board(named(Catalog.boards, .board) { $0.name }.make(value(.board)))
      : .page(
        named(Catalog.layouts, .layout) { $0.name }.make(value(.layout)),
        named(Catalog.generators, .generator) { $0.name }.make(value(.generator)))
    rule = named(Catalog.palettes, .palette) { $0.name }.make(value(.palette))
    pair = named(Catalog.pairs, .type) { $0.name }.make(value(.type))
    filter = named(Catalog.filters, .filter) { $0.name }.make(value(.filter))
  }

  /// The page's layout; nil for a board.
  package var layout: (any Layout)? {
    if case .page(let layout, _) = work { layout } else { nil }
  }

  private static func check(_ variant: Variant) throws(DesignError) {
    // What a board's brief declares is checked when it is composed with the brief.
    for family in variant.families where !family.isOfBrief {
      let name = variant.component(family)
      guard let entry = Catalog.entry(name, in: family) else {
        throw .unknown("\(family.selector) '\(name)'")
      }
      for (short, value) in variant.values(of: family.group)
      where family.group + "." + short != family.selector {
        guard let declaration = entry.parameters.first(where: { $0.name == short }) else {
          throw .unknown("parameter '\(family.group).\(short)' of '\(name)'")
        }
        guard declaration.domain.contains(value) else {
          throw .outOfRange("\(family.group).\(short) = \(value)", declaration.domain.text)
        }
      }
    }
  }

  /// True if its artwork is another in a sketch than in print.
  public var sketches: Bool {
    if case .page(_, let generator) = work { type(of: generator).sketches } else { false }
  }

  /// How finely a composition draws its artwork.
  public enum ArtDetail: Sendable {
    /// Not at all, to look at the layout alone.
    case none
    /// As ``ArtSpace/isSketch`` allows.
    case sketch
    /// As it is printed.
    case print
  }

  /// The layers of this design for a preset; in `palette` if one is given, else in the design's own.
  ///
  /// - Parameters:
  ///   - preset: what it says and where.
  ///   - given: nil for the design's own palette.
  ///   - detail: how finely artwork is drawn, if at all.
  ///   - typesetter: shapes the type.
  /// - Returns: the page, in millimetres.
  /// - Throws: a font that is missing, a palette that cannot be, or content that the layout cannot place.
  public func compose(
    _ preset: Preset, palette given: Palette? = nil, art detail: ArtDetail = .print,
    with typesetter: Typesetter
  ) throws(ComposeError) -> Composition {
    do {
      for (family, package) in type(of: pair).families {
        try typesetter.require(Font(family), package: package)
      }
    } catch { throw .canvas(error) }
    let palette: Palette
    if let given { palette = given } else { palette = try self.palette(preset) }
    let (layout, generator): (any Layout, any ArtworkGenerator)
    switch work {
    case .page(let a, let b): (layout, generator) = (a, b)
    case .board(let board): return try compose(board, preset, palette, typesetter)
    }
    let job = LayoutJob(
      page: Page(size: preset.format.size, bleed: preset.format.bleed), content: preset.content,
      type: pair.system, palette: palette, typesetter: typesetter, stream: stream(.layout),
      art: { space in
        var space = space
        space.isSketch = space.isSketch || detail == .sketch
        return detail == .none ? [] : generator.layers(in: space, stream: stream(.generator))
      })
    do {
      var composition = try layout.compose(job)
      composition.colors = palette.colors
      composition.exemplars = preset.exemplars
      composition.profile = preset.style?.profile
      if preset.space.showsGrid { composition.overlay = composition.grids.map(\.overlay) }
      return composition
    } catch { throw .layout(error) }
  }

  /// Finishes a picture of the whole page or of its ground and artwork, as the filter reaches.
  ///
  /// - Parameters:
  ///   - bitmap: opaque.
  ///   - composition: what it shows; its colours are at the filter's hand.
  ///   - scale: pixels per millimetre of the page.
  ///   - jobs: threads; never changes a pixel.
  /// - Returns: the finished picture, of the same size.
  package func finish(_ bitmap: Bitmap, _ composition: Composition, scale: Double, jobs: Int) -> Bitmap {
    let context = FilterContext(
      pixelsPerMillimetre: scale, stream: stream(.filter), colors: composition.colors,
      exemplars: composition.exemplars, profile: composition.profile, jobs: jobs)
    return filter.apply(to: .shallow(bitmap), context).bitmap(jobs: jobs)
  }

  /// True if it is a concept board rather than a page.
  var isBoard: Bool { variant.isBoard }

  /// What of a page the filter works on; nil for boards, whose key image has been finished by itself.
  package var reach: FilterReach? {
    switch work {
    case .page: type(of: filter).reach
    case .board: nil
    }
  }

  /// The palette alone; without a word, one of words is drawn from the preset's style.
  public func palette(_ preset: Preset) throws(ComposeError) -> Palette {
    guard let words = rule as? Words, words.isSilent, let style = preset.style?.profile else {
      return try palette(locked: preset.lockedColors)
    }
    do {
      return try words.palette(after: style, locked: preset.lockedColors, stream: stream(.palette))
    } catch { throw .palette(error) }
  }

  /// The palette alone, around locked colours.
  public func palette(locked: [SRGB]) throws(ComposeError) -> Palette {
    do { return try rule.palette(locked: locked, stream: stream(.palette)) } catch { throw .palette(error) }
  }

  /// The randomness of one family of this variant.
  package func stream(_ family: Family) -> SeedStream {
    SeedStream(seed: variant.seed(family.group), path: family.group)
  }
}

/// Why a variant's values cannot be used by this engine.
public enum DesignError: Error, Hashable, CustomStringConvertible {
  case unknown(String)
  case outOfRange(String, String)

  public var description: String {
    switch self {
    case .unknown(let what): "this version of Maquette has no \(what)"
    case .outOfRange(let what, let range): "\(what) is out of range (\(range))"
    }
  }
}

/// Why a design cannot be composed.
public enum ComposeError: Error, Hashable, CustomStringConvertible {
  case layout(LayoutFailure)
  case palette(PaletteFailure)
  case canvas(CanvasError)
  case furnishing(FurnishingFailure)
  /// A board without a room to show, or a choice that the brief does not have.
  case brief(String)

  public var description: String {
    switch self {
    case .layout(let failure): failure.description
    case .palette(let failure): failure.description
    case .canvas(let error): error.description
    case .furnishing(let failure): failure.description
    case .brief(let reason): reason
    }
  }
}
