import Canvas
import Color
import Elementary
import Geometry
import Parameters
import Raster

/// Where an artwork stands and what it may use.
public struct ArtSpace: Sendable {
  /// The area to fill, in millimetres, already extended over the bleed. The layout clips to it (or to a shape in it).
  public var frame: Rect
  /// Where the dominant form belongs.
  public var focus: Point
  /// Type will stand here: draw nothing that keeps it from reading (nothing at all is best).
  public var quiet: Rect?
  /// What is already painted behind.
  public var ground: SRGB
  /// The leading colour first; three to five.
  public var inks: [SRGB]
  /// The rare colour: for the one form that should be seen first.
  public var accent: SRGB
  /// True for a picture a few dozen pixels wide, of hundreds: what it would not show may be coarser.
  public var isSketch = false

  public init(frame: Rect, focus: Point, quiet: Rect? = nil, ground: SRGB, inks: [SRGB], accent: SRGB) {
    self.frame = frame
    self.focus = focus
    self.quiet = quiet
    self.ground = ground
    self.inks = inks
    self.accent = accent
  }

  /// True if inks must be lighter than the ground to show; overprinting (multiply) then has no effect.
  public var isDark: Bool { ground.luminance < 0.18 }

  /// How much larger the smallest parts and steps may be than in print: 1, or more in a sketch. Forms, tones and colours
  /// stay; random draws need not.
  public var coarseness: Double { isSketch ? 4 : 1 }

  /// Overprint on light grounds, opaque paint on dark ones.
  public var overprint: BlendMode { isDark ? .normal : .multiply }

  /// The ink at `index`, starting again after the last.
  public func ink(_ index: Int) -> SRGB { inks[((index % inks.count) + inks.count) % inks.count] }
}

/// An artwork: draws vector layers into a space. Same space, parameters and stream, same layers.
public protocol ArtworkGenerator: Component {
  /// True if a sketch differs from print, being much cheaper.
  static var sketches: Bool { get }

  func layers(in space: ArtSpace, stream: SeedStream) -> [Layer]
}

extension ArtworkGenerator {
  public static var sketches: Bool { false }
}

/// A rule that makes palettes.
public protocol PaletteRule: Component {
  /// Locked colours appear in the palette as given: the first leads. Contrast rules hold or it throws.
  func palette(locked: [SRGB], stream: SeedStream) throws(PaletteFailure) -> Palette
}

/// Why a rule can make no palette.
public struct PaletteFailure: Error, Hashable, CustomStringConvertible {
  public let description: String
  /// The two roles whose contrast cannot be had, if that is the reason.
  public let pair: [String]
  /// The best contrast that the pair reaches, in the unit of the rule that it breaks.
  public let best: Double?

  public init(_ description: String) {
    self.description = description
    pair = []
    best = nil
  }

  /// A pair of roles that cannot reach its contrast.
  ///
  /// - Parameters:
  ///   - first: the role that would have to move.
  ///   - second: the role that it stands on.
  ///   - colors: both as hex.
  ///   - needed: what the rule asks.
  ///   - best: what can be reached.
  ///   - unit: `:1` for ratios, `Lc` for perceptual contrast.
  public init(
    first: String, second: String, colors: (String, String), needed: Double, best: Double, unit: String
  ) {
    func text(_ v: Double) -> String {
      let value = (v * 100).rounded(.down) / 100
      return unit == "Lc" ? "Lc \(value)" : "\(value)\(unit)"
    }
    description =
      "\(first) \(colors.0) on \(second) \(colors.1) reaches \(text(best)) at best; \(text(needed)) is needed"
    pair = [first, second]
    self.best = best
  }
}

/// A pair of faces and how they are set.
public protocol TypePair: Component {
  /// The type system at this pair's parameters.
  var system: TypeSystem { get }
  /// The families it needs and the Debian packages that hold them.
  static var families: [(family: String, package: String)] { get }
  /// What the headline face is like.
  static var character: PairCharacter { get }
}

/// What a headline face is like, for choosing by mood and for setting sizes.
public struct PairCharacter: Hashable, Sendable {
  /// Difference between thick and thin strokes.
  public enum Contrast: String, Sendable { case low, medium, high }

  /// Words for its voice.
  public let moods: [String]
  public let contrast: Contrast
  /// Height of a lower-case x in em.
  public let xHeight: Double

  public init(moods: [String], contrast: Contrast, xHeight: Double) {
    self.moods = moods
    self.contrast = contrast
    self.xHeight = xHeight
  }
}

/// A layout: places content, type and artwork on a page.
public protocol Layout: Component {
  /// The most pictures that it places.
  static var pictureLimit: Int { get }
  /// Why it cannot serve a brief whatever its parameters; nil if it may.
  static func refusal(of content: Content) -> LayoutFailure?
  /// Throws if an element cannot be set within its limits.
  func compose(_ job: LayoutJob) throws(LayoutFailure) -> Composition
}

extension Layout {
  public static var pictureLimit: Int { 1 }

  public static func refusal(of content: Content) -> LayoutFailure? { tooManyPictures(content) }

  /// The refusal of a brief with more pictures than it places.
  public static func tooManyPictures(_ content: Content) -> LayoutFailure? {
    let needed = content.elements.count { $0.role == .image && !$0.mayDrop }
    return needed > pictureLimit ? .tooMany(element: "image", count: needed, limit: pictureLimit) : nil
  }
}

/// Why a layout cannot serve a brief.
public enum LayoutFailure: Error, Hashable, CustomStringConvertible {
  /// The element's text does not fit its box at the smallest size allowed (points).
  case cannotFit(element: String, smallest: Double)
  /// The layout needs an element that the brief lacks.
  case missing(element: String)
  /// The brief has more of an element than the layout places.
  case tooMany(element: String, count: Int, limit: Int)
  /// The brief has less of an element than the layout lives on; `needs` says how much that is.
  case tooLittle(element: String, needs: String)

  public var description: String {
    switch self {
    case .cannotFit(let element, let smallest):
      "\(element) does not fit its place even at \((smallest * 10).rounded() / 10) pt"
    case .missing(let element): "the brief has no \(element), which this layout needs"
    case .tooMany(let element, let count, let limit):
      "the brief has \(count) elements with the role \(element); this layout places at most \(limit)"
    case .tooLittle(let element, let needs): "this layout needs \(needs) in the \(element)"
    }
  }
}

/// What a layout works with.
public struct LayoutJob {
  public let page: Page
  public let content: Content
  public let type: TypeSystem
  public let palette: Palette
  public let typesetter: Typesetter
  /// Draws the variant's artwork into a space.
  public let art: (ArtSpace) -> [Layer]
  /// The layout's own randomness.
  public let stream: SeedStream

  public init(
    page: Page, content: Content, type: TypeSystem, palette: Palette, typesetter: Typesetter,
    stream: SeedStream, art: @escaping (ArtSpace) -> [Layer]
  ) {
    self.page = page
    self.content = content
    self.type = type
    self.palette = palette
    self.typesetter = typesetter
    self.stream = stream
    self.art = art
  }
}
