import Canvas
import Color
import Geometry
import Parameters

/// What a variant draws: layers in millimetres, free of resolution. The origin is the trim's top-left corner.
public struct Composition: Sendable {
  public let page: Page
  /// Drawn in order, the first at the back.
  public var layers: [Layer]
  /// The palette's colours, for filters that repaint: the ground first, then the inks from the leading one on.
  public var colors: [SRGB] = []
  /// The grids that the layout placed things on: the page's first, then those of its fields.
  public var grids: [PageGrid] = []
  /// Drawn over the finished page and never measured.
  public var overlay: [Layer] = []
  /// Pictures for filters that work after an example.
  public var exemplars: [Photo] = []
  /// The numbers of a style for such filters.
  public var profile: StyleProfile?

  public init(page: Page, layers: [Layer] = []) {
    self.page = page
    self.layers = layers
  }

  /// Every line of text, in drawing order.
  public var textMarks: [TextMark] { layers.flatMap(\.textMarks) }
  /// Every picture, in drawing order.
  public var pictureMarks: [PictureMark] { layers.flatMap(\.pictureMarks) }
}

/// A finished size and the extra that is printed around it and cut away.
public struct Page: Hashable, Sendable {
  /// The trimmed size in millimetres.
  public let size: Size
  /// Extra on every side in millimetres, 0 or more.
  public let bleed: Double

  public init(size: Size, bleed: Double = 0) {
    self.size = size
    self.bleed = bleed
  }

  public var trim: Rect { Rect(0, 0, size.width, size.height) }

  /// What grounds and full-bleed art must cover: trim and bleed, and a hair more against rounding at the edge.
  public var cover: Rect { trim.inset(by: -(bleed + size.longSide * 0.002)) }

  /// `rect` with every side that touches the trim moved out to the cover.
  public func bled(_ rect: Rect) -> Rect {
    let near = size.longSide * 1e-4
    return Rect(
      left: rect.left <= near ? cover.left : rect.left, top: rect.top <= near ? cover.top : rect.top,
      right: rect.right >= size.width - near ? cover.right : rect.right,
      bottom: rect.bottom >= size.height - near ? cover.bottom : rect.bottom)
  }
}

/// What a layer is for.
public enum LayerRole: String, Hashable, Sendable {
  /// Flat areas that carry the page.
  case ground
  case artwork
  /// Rules, panels and other furniture of the layout.
  case furniture
  case type
}

/// Marks that share a role, a clip and a blend mode.
public struct Layer: Sendable {
  public var role: LayerRole
  /// How each mark meets what is beneath it, other marks of this layer included: ink over ink.
  public var blend: BlendMode
  /// All of these must contain a point for it to be drawn; millimetres.
  public var clips: [Path]
  /// Neighbouring layers with the same window are drawn together and cut to it once, so that no layer's colour shows
  /// as a thread along an edge that all of them share.
  public var window: Path?
  public var marks: [Mark]

  public init(_ role: LayerRole, blend: BlendMode = .normal, clips: [Path] = [], _ marks: [Mark] = []) {
    self.role = role
    self.blend = blend
    self.clips = clips
    self.marks = marks
  }

  var textMarks: [TextMark] {
    marks.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  var pictureMarks: [PictureMark] {
    marks.compactMap { if case .picture(let picture) = $0 { picture } else { nil } }
  }
}

/// One thing drawn.
public enum Mark: Sendable {
  case fill(Path, Paint)
  case stroke(Path, Paint, Stroke)
  case text(TextMark)
  case picture(PictureMark)
  case drawing(VectorMark)
}

/// A line of text in its place.
public struct TextMark: Sendable {
  /// Which element of the content it belongs to; lines of one element may share a box, others must not overlap.
  public let element: String
  public let line: TextLine
  /// The start of the baseline.
  public private(set) var origin: Point
  /// Clockwise turns of the line about its origin.
  public let quarterTurns: Int
  public var color: SRGB
  /// The bounds of the ink on the page.
  public private(set) var box: Rect
  /// Characters that no installed font has.
  public let unknownGlyphs: Int

  public init(
    element: String, line: TextLine, metrics: LineMetrics, origin: Point, quarterTurns: Int = 0, color: SRGB
  ) {
    self.element = element
    self.line = line
    self.origin = origin
    self.quarterTurns = quarterTurns
    self.color = color
    unknownGlyphs = metrics.unknownGlyphs
    box = Affine.quarterTurns(quarterTurns).then(.translation(origin.x, origin.y)).apply(metrics.ink)
  }

  /// The same line moved by `d`.
  public func offset(by d: Point) -> TextMark {
    var moved = self
    moved.origin = origin + d
    moved.box = box.offset(by: d)
    return moved
  }

  /// WCAG's line between text and display: 24 pt (large print) and above.
  public var isDisplay: Bool { points(millimetres: line.size) >= 24 }
}

extension Composition {
  /// Draws the layers whose role is in `roles` onto a canvas whose user unit is a millimetre.
  public func draw(on canvas: borrowing Canvas, with typesetter: Typesetter, roles: Set<LayerRole>? = nil) {
    var rest = layers.filter { roles?.contains($0.role) ?? true }[...]
    while let first = rest.first {
      let together = rest.prefix { $0.window == first.window }
      rest = rest.dropFirst(together.count)
      canvas.windowed(first.window) { canvas in
        for layer in together { layer.draw(on: canvas, with: typesetter) }
      }
    }
  }
}

extension Layer {
  func draw(on canvas: borrowing Canvas, with typesetter: Typesetter) {
    canvas.saved { canvas in
      for clip in clips { canvas.clip(to: clip) }
      canvas.setBlend(blend)
      let bounds = clips.compactMap(\.controlBounds)
      // Cutting marks away before they are drawn is cheaper than after: a disc shows few of a pattern's.
      for mark in marks where bounds.isEmpty || mark.reaches(bounds) {
        mark.draw(on: canvas, with: typesetter)
      }
    }
  }
}

extension Mark {
  /// False if nothing of it can show within all of these bounds.
  fileprivate func reaches(_ bounds: [Rect]) -> Bool {
    switch self {
    case .fill(let path, _): return path.controlBounds.map { own in bounds.allSatisfy(own.touches) } ?? false
    case .stroke(let path, _, let stroke):
      // A mitre reaches ten widths at most.
      let own = path.controlBounds?.inset(by: -stroke.width * 10)
      return own.map { own in bounds.allSatisfy(own.touches) } ?? false
    case .text, .picture, .drawing: return true
    }
  }

  func draw(on canvas: borrowing Canvas, with typesetter: Typesetter) {
    switch self {
    case .fill(let path, let paint): canvas.fill(path, paint)
    case .stroke(let path, let paint, let stroke): canvas.stroke(path, paint, stroke)
    case .text(let text):
      canvas.draw(
        text.line, at: text.origin, quarterTurns: text.quarterTurns, .color(text.color), with: typesetter)
    case .drawing(let drawing): drawing.draw(on: canvas)
    case .picture(let picture):
      guard picture.angle != 0 else {
        return canvas.draw(picture.source, crop: picture.crop, in: picture.frame)
      }
      canvas.saved { canvas in
        canvas.transform(picture.placement)
        canvas.draw(picture.source, crop: picture.crop, in: picture.frame)
      }
    }
  }
}
