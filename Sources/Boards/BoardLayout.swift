import Canvas
import Color
import Composition
import Geometry
import Interiors
import Parameters

/// How the parts of a concept board stand on its page.
public protocol BoardLayout: Component {
  /// What all layouts let a variant choose.
  var look: BoardLook { get set }

  /// Every item of the scheme appears with its key; throws if an element cannot be set within its limits.
  func compose(_ job: BoardJob) throws(LayoutFailure) -> Composition
}

/// What all board layouts let a variant choose.
public struct BoardLook: Sendable {
  /// From where the room is seen.
  public enum Camera: String, ParameterOption { case wall, left, right }
  /// What the board is printed on.
  public enum Ground: String, ParameterOption { case paper, stone, dark }

  public var camera = Camera.wall
  public var ground = Ground.paper
  /// Left and right exchanged.
  public var mirrored = false
  /// Around an A3 board, millimetres.
  public var margin = 17.0

  public init() {}
}

extension BoardLayout {
  /// The declarations of ``look``.
  static var lookParameters: [Parameter<Self>] {
    [
      .choice("camera", \.look.camera, "towards the main wall, or from the corner to its left or right"),
      .choice("ground", \.look.ground, "what the board is printed on"),
      .flag("mirrored", \.look.mirrored, "left and right exchanged"),
      .real("margin", \.look.margin, 14...22, unit: "mm", "around an A3 board"),
    ]
  }
}

/// What a board layout works with.
public struct BoardJob {
  public let page: Page
  /// The brief's name.
  public let title: String
  /// What tells this board from its sisters.
  public let identity: String
  public let scheme: Scheme
  public let type: TypeSystem
  public let palette: Palette
  public let typesetter: Typesetter
  /// The layout's own randomness.
  public let stream: SeedStream
  /// The room seen from a camera, in the board's manner.
  public let view: (RoomCamera) -> any PictureSource
  /// A client's picture in the same manner.
  public let treated: (Photo) -> any PictureSource

  public init(
    page: Page, title: String, identity: String, scheme: Scheme, type: TypeSystem, palette: Palette,
    typesetter: Typesetter, stream: SeedStream, treated: @escaping (Photo) -> any PictureSource,
    view: @escaping (RoomCamera) -> any PictureSource
  ) {
    (self.page, self.title, self.identity, self.scheme) = (page, title, identity, scheme)
    (self.type, self.palette, self.typesetter, self.stream) = (type, palette, typesetter, stream)
    (self.treated, self.view) = (treated, view)
  }
}

extension BoardLook {
  /// No tall piece may take more of a view than this.
  static let mostBlocked = 0.16

  /// The camera for a furnished room; another one where a tall piece would stand in its way, or the freest.
  func camera(_ furnishing: Furnishing) -> RoomCamera {
    let main = furnishing.mainWall
    let left = RoomCamera.twoPoint(main)
    let right = RoomCamera.twoPoint(Wall.allCases.first { $0.turns == (main.turns + 1) % 4 }!)
    let order: [RoomCamera] =
      switch camera {
      case .wall: [.onePoint(main), left, right]
      case .left: [left, right, .onePoint(main)]
      case .right: [right, left, .onePoint(main)]
      }
    var freest: (camera: RoomCamera, blocked: Double)?
    for camera in order {
      let blocked = RoomGlimpse(furnishing, camera: camera, aspect: 1.6).blocked
      if blocked <= Self.mostBlocked { return camera }
      if blocked < freest?.blocked ?? .infinity { freest = (camera, blocked) }
    }
    return freest!.camera
  }

  /// The colour of the board: a warm card with a breath of the palette's hue. Samples want a ground that is warmer than
  /// daylight; a cold one makes wood orange and linen dirty.
  func ground(_ palette: Palette) -> SRGB {
    let hue = OKLab(palette.background)
    // No more than a breath: a pink or a green card would tint every sample on it.
    let breath = 0.15 * min(1, 0.025 / max(1e-6, (hue.a * hue.a + hue.b * hue.b).squareRoot()))
    func card(_ lightness: Double, warmth: Double) -> SRGB {
      OKLCH(OKLab(lightness, hue.a * breath + warmth * 0.1, hue.b * breath + warmth)).srgb
    }
    switch ground {
    case .paper: return card(0.958, warmth: 0.0065)
    case .stone: return card(0.905, warmth: 0.010)
    case .dark: return card(0.285, warmth: 0.008)
    }
  }
}
