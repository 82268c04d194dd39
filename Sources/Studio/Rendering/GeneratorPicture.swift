import Canvas
import Color
import Composition
import Geometry
import Parameters

/// One generator of the catalogue with its settings as a poster without words, ready to be drawn.
public struct GeneratorPicture: ComponentDrawing {
  /// A ground, its inks and the rare colour.
  public struct Scheme: Sendable {
    public let ground: SRGB
    public let inks: [SRGB]
    public let accent: SRGB

    public init(ground: SRGB, inks: [SRGB], accent: SRGB) {
      (self.ground, self.inks, self.accent) = (ground, inks, accent)
    }

    /// The ground first, then one ink or more; the last of three or more colours is the rare one, as in palettes that
    /// are written from the page to the accent.
    public init?(_ colors: [SRGB]) {
      guard let ground = colors.first, let accent = colors.last, colors.count > 1 else { return nil }
      self.init(ground: ground, inks: Array(colors.dropFirst()), accent: accent)
    }
  }

  private let generator: any ArtworkGenerator
  private let scheme: Scheme
  private let stream: SeedStream

  /// Nil if there is no generator of that name; values must lie in their domains. Without a scheme it has one of its
  /// own, by its place in the catalogue.
  public init?(
    _ name: String, scheme: Scheme? = nil, seed: UInt64 = 1,
    _ value: (String) -> ParameterValue? = { _ in nil }
  ) {
    guard let index = Catalog.generators.firstIndex(where: { $0.name == name }) else { return nil }
    generator = Catalog.generators[index].made(value)
    self.scheme = scheme ?? Scheme.house[index % Scheme.house.count]
    stream = SeedStream(seed: seed, path: "art/\(name)")
  }

  /// The artwork on its ground, in millimetres.
  public func composition(_ size: Size) -> Composition {
    let frame = Rect(0, 0, size.width, size.height)
    let space = ArtSpace(
      frame: frame, focus: frame.at(0.5, 0.45), ground: scheme.ground, inks: scheme.inks,
      accent: scheme.accent)
    var ground = Layer(.ground, [.fill(.rect(frame.inset(by: -1)), .color(scheme.ground))])
    ground.window = .rect(frame)
    return Composition(
      page: Page(size: size), layers: [ground] + generator.layers(in: space, stream: stream))
  }
}

extension ArtworkGenerator {
  fileprivate static func made(_ value: (String) -> ParameterValue?) -> any ArtworkGenerator { make(value) }
}

extension GeneratorPicture.Scheme {
  /// Grounds light and dark for pictures that have no palette of their own.
  public static let house = [
    scheme("#f3ebdc", "#1d4fa0", "#e5533d", "#f0b429", "#14213d", accent: "#e5533d"),
    scheme("#0b1d3a", "#f2e6cf", "#3f7fbf", "#e8b23a", "#e0563a", accent: "#f2b632"),
    scheme("#efe3d3", "#2f5d50", "#c8553d", "#e0a458", "#28262c", accent: "#c8553d"),
    scheme("#f6c945", "#1b2a49", "#d8412f", "#fff6df", "#2f6f6b", accent: "#d8412f"),
    scheme("#e9e6df", "#20283a", "#7d94b5", "#c56b4f", "#b9b29f", accent: "#c56b4f"),
  ]

  private static func scheme(_ ground: String, _ inks: String..., accent: String) -> Self {
    Self(ground: SRGB(hex: ground)!, inks: inks.map { SRGB(hex: $0)! }, accent: SRGB(hex: accent)!)
  }
}
