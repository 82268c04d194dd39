import Canvas
import Color
import Composition
import Geometry
import Interiors

/// Collects the parts of a board while a layout places them, and keeps count of the keys that are shown.
struct BoardPage {
  let job: BoardJob
  let text: BoardText
  /// Millimetres for each of the 297 of an A3's short side.
  let unit: Double
  let margin: Double
  let isMirrored: Bool
  let ground: SRGB
  let ink: SRGB
  let muted: SRGB
  let accent: SRGB
  let camera: RoomCamera
  var layers: [Layer] = []
  private(set) var keys: [String] = []

  /// An empty board.
  init(_ job: BoardJob, _ look: BoardLook) {
    self.job = job
    unit = job.page.size.shortSide / 297
    margin = look.margin * unit
    isMirrored = look.mirrored
    text = BoardText(type: job.type, typesetter: job.typesetter, unit: unit)
    ground = look.ground(job.palette)
    // Type is calm: near black or near white, with no more than a breath of hue.
    var calm = OKLCH(job.palette.text)
    calm.chroma = min(calm.chroma, 0.02)
    ink = calm.srgb.reaching(9, against: ground) ?? (look.ground == .dark ? .white : .black)
    muted = ink.mixed(with: ground, 0.26).reaching(6.2, against: ground) ?? ink
    // Keys are many: their colour is the room's accent, quietened.
    var tone = OKLCH(OKLab(job.scheme.accent))
    tone.chroma = min(tone.chroma, 0.105)
    accent = tone.srgb.reaching(5.8, against: ground) ?? ink
    camera = look.camera(job.scheme.furnishing)
    fill(job.page.trim, ground)
  }

  var page: Rect { job.page.trim }
  var live: Rect { page.inset(by: margin) }
  var scheme: Scheme { job.scheme }
  var brief: BoardBrief { job.scheme.brief }
  /// Between parts.
  var gap: Double { 9 * unit }
  /// Between neighbours of one part.
  var gutter: Double { 4.5 * unit }
  var hairline: Double { 0.14 * unit }

  /// A box in two columns, the first as wide as `width`; the first stands at the right if the board is mirrored.
  func columns(_ box: Rect, first width: Double) -> (first: Rect, second: Rect) {
    let rest = box.width - width - gap
    let (a, b) = isMirrored ? (rest + gap, 0) : (0, width + gap)
    return (
      Rect(box.left + a, box.top, width, box.height), Rect(box.left + b, box.top, rest, box.height)
    )
  }

  /// The finished board; throws if something of the brief found no place on it.
  func composition() throws(LayoutFailure) -> Composition {
    if let lost = brief.keys.first(where: { !keys.contains($0) }) {
      throw .missing(element: "place for \(lost)")
    }
    return Composition(
      page: job.page, layers: layers.filter { $0.role != .type } + layers.filter { $0.role == .type })
  }

  // MARK: Marks

  mutating func fill(_ rect: Rect, _ color: SRGB) {
    layers.append(Layer(.ground, [.fill(.rect(job.page.bled(rect)), .color(color))]))
  }

  mutating func rule(from a: Point, to b: Point, _ color: SRGB, weight: Double = 1) {
    layers.append(
      Layer(.furniture, [.stroke(.polyline([a, b]), .color(color), Stroke(hairline * weight))]))
  }

  mutating func picture(
    _ source: any PictureSource, _ frame: Rect, crop: Rect = Rect(0, 0, 1, 1), angle: Double = 0,
    element: String
  ) {
    layers.append(
      Layer(
        .artwork,
        [
          .picture(
            PictureMark(element: element, source: source, frame: frame, crop: crop, angle: angle))
        ]))
  }

  mutating func shadow(_ card: Rect, lift: Double, angle: Double = 0) {
    let shadow = ShadowPicture(size: card.size, lift: lift * unit)
    picture(shadow, shadow.frame(card), angle: angle, element: "shadow")
  }

  mutating func add(_ marks: [TextMark]) { layers.append(Layer(.type, marks.map { .text($0) })) }

  /// One line; throws if it is wider than `width`.
  mutating func line(
    _ words: String, _ style: BoardText.Style, at point: Point, _ color: SRGB, element: String,
    align: Double = 0, width: Double = .infinity
  ) throws(LayoutFailure) {
    let mark = text.mark(words, style, at: point, color, element: element, align: align)
    guard mark.box.width <= width * 1.002 else { throw tooWide(element, style) }
    add([mark])
  }

  func tooWide(_ element: String, _ style: BoardText.Style) -> LayoutFailure {
    .cannotFit(element: element, smallest: points(millimetres: text.size(style)))
  }

  /// Notes that a key stands on the board.
  mutating func show(_ key: String) { if !keys.contains(key) { keys.append(key) } }
}

extension BoardPage {
  /// Key, name and further lines below a part. Returns the height that it takes.
  ///
  /// - Parameters:
  ///   - key: marked in the first line; the name follows it.
  ///   - name: in as many lines as it needs, at most two.
  ///   - details: quieter lines, each on one line; those that do not fit are broken once.
  ///   - corner: top left.
  ///   - width: no line is longer.
  /// - Returns: the height in millimetres.
  /// - Throws: the line that does not fit.
  @discardableResult
  mutating func caption(
    _ key: String, _ name: String, _ details: [String], at corner: Point, width: Double
  ) throws(LayoutFailure) -> Double {
    let indent = indent(key)
    var y = corner.y + text.size(.key) * 0.78
    var marks = [text.mark(key, .key, at: Point(corner.x, y), accent, element: "key \(key)")]
    let lines = text.wrapped(name, .strong, width: width - indent)
    guard lines.count <= 3 else { throw tooWide("caption of \(key)", .strong) }
    for line in lines {
      marks.append(text.mark(line, .strong, at: Point(corner.x + indent, y), ink, element: "caption \(key)"))
      y += text.leading(.strong)
    }
    for detail in details {
      for line in text.wrapped(detail, .text, width: width) {
        marks.append(text.mark(line, .text, at: Point(corner.x, y), muted, element: "detail \(key)"))
        y += text.leading(.text)
      }
    }
    guard marks.allSatisfy({ $0.box.right <= corner.x + width * 1.01 + 0.1 }) else {
      throw tooWide("caption of \(key)", .strong)
    }
    add(marks)
    show(key)
    return y - corner.y - text.size(.text) * 0.6
  }

  /// How far names stand from where their keys begin.
  func indent(_ key: String) -> Double { text.width(key, .key) + 1.5 * unit }

  /// What a caption of that width takes of the height, the space above it left out.
  func captionHeight(_ key: String, _ name: String, _ details: [String], width: Double) -> Double {
    let names = text.wrapped(name, .strong, width: width - indent(key)).count
    let lines = details.reduce(0) { $0 + text.wrapped($1, .text, width: width).count }
    return text.leading(.strong) * Double(names) + text.leading(.text) * Double(lines)
  }

  /// A small heading in open capitals.
  mutating func heading(_ words: String, at corner: Point, width: Double) throws(LayoutFailure) {
    let baseline = corner.y + text.size(.label) * 0.74
    try line(words, .label, at: Point(corner.x, baseline), muted, element: "heading", width: width)
  }

  /// What a heading takes of the height.
  var headingHeight: Double { text.size(.label) * 0.74 + 2.8 * unit }
}
