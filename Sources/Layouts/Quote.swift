import Canvas
import Color
import Composition
import Geometry
import Parameters

/// The words of somebody are the picture; who said them, and where, stands small.
public struct Quote: Layout {
  public static let name = "quote"
  public static let summary = "a quotation set large, its source small, a strip of art at one side"

  enum Strip: String, ParameterOption { case foot, side, none }
  enum Voice: String, ParameterOption { case display, second }
  enum Field: String, FieldOption { case ground, surface, ink }

  var strip = Strip.foot
  var share = 0.26
  var voice = Voice.display
  var field = Field.ground
  var mark = true
  var measure = 0.95
  var margin = 0.08

  public static let parameters: [Parameter<Quote>] = [
    .choice("strip", \.strip, "where the art stands"),
    .real("share", \.share, 0.18...0.38, when: .is("strip", "foot", "side"), "the art's share of the page"),
    .choice("voice", \.voice, "the headline's face, or the second one"),
    .choice("field", \.field, "the page's colour"),
    .flag("mark", \.mark, "an opening mark of its own above the words"),
    .real("measure", \.measure, 0.7...1, "width of the quotation as a share of its room"),
    .real("margin", \.margin, 0.065...0.1, "margin as a share of the short side"),
  ]

  public init() {}

  public static func refusal(of content: Content) -> LayoutFailure? {
    content.first(.quote) == nil ? .missing(element: "quote") : tooManyPictures(content)
  }

  public func compose(_ job: LayoutJob) throws(LayoutFailure) -> Composition {
    if let refusal = Self.refusal(of: job.content) { throw refusal }
    guard let quote = job.content.first(.quote) else { throw .missing(element: "quote") }
    let colors = job.palette.colors(field.tone, share: strip == .none ? 1 : 1 - share)
    var page = PageBuilder(job, margin: margin, ground: colors.field)
    let ground = colors.field
    let (art, area) = parts(page)
    let groups = try source(page)
    let details = try page.fitted(
      groups, width: area.width, height: area.height * 0.3, columns: strip == .side ? 1 : 2,
      with: page.details(on: ground))
    let sign = mark ? page.line * 2.4 : 0
    let room = Size(area.width * measure, area.height - details.box.height - sign - page.line * 2)
    let words = try fit(quote, page, room)
    let tones = page.tones(on: ground)
    if mark { addMark(to: &page, at: area, on: ground) }
    let place = Rect(area.left, area.top + sign, area.width, words.bodyHeight)
    page.add(
      words.set(in: place, align: .start, at: .start, element: "quote") { _ in
        tones.text
      })
    page.add(details.placed(x: area.left, bottom: area.bottom))
    if let art { page.art(in: art, focus: art.center, on: strip == .none ? ground : job.palette.inks[0]) }
    return page.composition
  }

  private func parts(_ page: PageBuilder) -> (art: Rect?, area: Rect) {
    let (sheet, live) = (page.page, page.live)
    switch strip {
    case .none: return (nil, live)
    case .foot:
      let art = page.landed(sheet.cutTop(sheet.height * (1 - share)).rest)
      return (
        art, Rect(left: live.left, top: live.top, right: live.right, bottom: art.top - page.margin * 0.8)
      )
    case .side:
      let right = page.columnEnd(near: sheet.width * (1 - share) - page.margin)
      let art = sheet.cutLeft(right + page.margin).rest
      return (art, Rect(left: live.left, top: live.top, right: right, bottom: live.bottom))
    }
  }

  /// The title is who or what speaks; it leads the details.
  private func source(_ page: PageBuilder) throws(LayoutFailure) -> [DetailGroup] {
    guard let title = page.job.content.first(.title) else { throw .missing(element: "title") }
    let name = Detail(
      element: title, lines: title.items, voice: page.job.type.strong, scale: page.job.type.larger,
      tone: .accent)
    var groups = page.groups(without: [.quote])
    if let first = groups.first, first.contains(where: { $0.element.role == .subtitle }) {
      groups[0].insert(name, at: 0)
    } else {
      groups.insert([name], at: 0)
    }
    return groups
  }

  private func fit(_ quote: ContentElement, _ page: PageBuilder, _ room: Size) throws(LayoutFailure)
    -> Headline
  {
    var manner = voice == .display ? page.job.type.display : page.job.type.subtitle
    // Many words in capitals are not read.
    manner.isUppercase = false
    manner.leading = max(manner.leading, 1.06)
    let smallest = max(page.size * 1.1, millimetres(points: quote.minimumSize ?? 0))
    let fitted = Headline(
      quote.text, voice: manner, in: room, lines: 2...14,
      sizes: smallest...max(smallest, page.page.size.shortSide * (strip == .none ? 0.17 : 0.14)),
      baseline: page.grid.baseline, with: page.job.typesetter)
    guard var fitted else { throw .cannotFit(element: "quote", smallest: points(millimetres: smallest)) }
    fitted.hangLimit = page.margin * 0.6
    return fitted
  }

  private func addMark(to page: inout PageBuilder, at area: Rect, on ground: SRGB) {
    let voice = page.job.type.display
    let size = page.size * 7
    let text = page.job.typesetter.direction == .rightToLeft ? "”" : "“"
    let line = TextLine(text, font: voice.font, size: size)
    let metrics = page.job.typesetter.metrics(of: line)
    let origin = Point(area.left - metrics.ink.left, area.top - metrics.ink.top)
    let sign = TextMark(
      element: "mark", line: line, metrics: metrics, origin: origin, color: page.displayAccent(on: ground))
    page.add(SetText(marks: [sign], box: sign.box, isDisplay: true), onGrid: false)
  }
}
