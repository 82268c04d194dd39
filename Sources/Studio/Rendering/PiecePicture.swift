import Canvas
import Color
import Composition
import Geometry
import Interiors
import Parameters

/// One piece of furniture of the catalogue with its settings, from the front and from above, to scale.
public struct PiecePicture: ComponentDrawing {
  private let piece: any FurniturePiece

  /// Scales that people draw furniture at.
  private static let scales = [10.0, 15, 20, 25, 30, 40, 50, 60, 75, 100]
  private static let paper = SRGB(hex: "#f5f2ec")!
  private static let ink = SRGB(hex: "#2c2a27")!
  private static let quiet = SRGB(hex: "#8d877d")!

  /// Nil if there is no piece of that name; values must lie in their domains.
  public init?(_ name: String, _ value: (String) -> ParameterValue? = { _ in nil }) {
    guard let piece = Catalog.piece(name, value) else { return nil }
    self.piece = piece
  }

  /// Width, depth and height in millimetres.
  public var millimetres: [Int] {
    [piece.size.x, piece.size.y, piece.size.z].map { Int(($0 * 1000).rounded()) }
  }

  /// Words for what it goes with.
  public var styles: [String] { type(of: piece).styles }

  /// 20 for 1:20: the largest at which all views fit a page of that size in millimetres.
  public func scale(in size: Size) -> Double {
    Self.scales.first { fits(size, $0) } ?? Self.scales.last!
  }

  /// What lies flat is seen from above, what hangs flat from the front, all else from both.
  private var views: [FurnitureDrawing] {
    switch type(of: piece).use {
    case .rug: [FurnitureDrawing(piece, view: .plan)]
    case .mirror, .art, .curtain: [FurnitureDrawing(piece)]
    default: [FurnitureDrawing(piece), FurnitureDrawing(piece, view: .plan)]
    }
  }

  private func margin(_ size: Size) -> Double { size.shortSide * 0.09 }

  private func fits(_ size: Size, _ scale: Double) -> Bool {
    let (margin, k) = (margin(size), 1000 / scale)
    let bounds = views.map(\.bounds)
    let height = bounds.reduce(0) { $0 + $1.height * k } + gap(size) * Double(bounds.count - 1)
    return height <= size.height - 2 * margin
      && bounds.allSatisfy { $0.width * k <= size.width - 2 * margin }
  }

  private func gap(_ size: Size) -> Double { size.shortSide * 0.09 }

  public func composition(_ size: Size) -> Composition {
    let scale = scale(in: size)
    let k = 1000 / scale
    let style = style(size)
    let page = Rect(0, 0, size.width, size.height)
    var layers = [Layer(.ground, [.fill(.rect(page.inset(by: -1)), .color(Self.paper))])]
    let views = views
    let total = views.reduce(0) { $0 + $1.bounds.height * k } + gap(size) * Double(views.count - 1)
    var y = (size.height - total) / 2
    for (index, view) in views.enumerated() {
      let b = view.bounds
      let origin = Point((size.width - b.width * k) / 2 - b.left * k, y - b.top * k)
      if index == 0, type(of: piece).use.stance == .floor {
        layers.append(floor(y + b.height * k, size, style))
      }
      layers += view.drawing(scale: scale, at: origin, style: style).layers
      y += b.height * k + gap(size)
    }
    return Composition(page: Page(size: size), layers: layers)
  }

  private func floor(_ y: Double, _ size: Size, _ style: DrawingStyle) -> Layer {
    let margin = margin(size)
    return Layer(
      .furniture,
      [
        .stroke(
          .polyline([Point(margin, y), Point(size.width - margin, y)]), .color(Self.quiet),
          Stroke(style.line * 1.6))
      ])
  }

  private func style(_ size: Size) -> DrawingStyle {
    var style = DrawingStyle(
      ink: Self.ink, quiet: Self.quiet, wall: Self.ink, paper: Self.paper, font: Font("Inter"),
      tint: { $0.color.mixed(with: Self.paper, 0.18) })
    // Pens for a hand's breadth; larger drawings have stronger lines.
    let k = max(1, size.shortSide / 90)
    (style.outline, style.line) = (style.outline * k, style.line * k)
    return style
  }
}
