import Canvas
import Color
import Composition
import Geometry
import Parameters

/// A magazine's opener: picture, headline, a lead that draws in, and text in columns.
public struct Editorial: Layout {
  public static let name = "editorial"
  public static let summary = "a magazine's opener: headline, lead and text in columns beside a picture"

  enum Place: String, ParameterOption { case head, side, foot }
  enum Setting: String, ParameterOption { case ragged, justified }
  enum Margins: String, ParameterOption { case even, classical }

  var place = Place.head
  var columns = 3
  var share = 0.34
  var headline = 0.85
  var text = 0.64
  var setting = Setting.ragged
  var margins = Margins.even
  var margin = 0.07

  public static let parameters: [Parameter<Editorial>] = [
    .choice("place", \.place, "where the picture stands"),
    .integer("columns", \.columns, 2...4, "columns of text"),
    .real("share", \.share, 0.24...0.5, "the picture's share of the page"),
    .real("headline", \.headline, 0.6...1, "width of the headline as a share of the measure"),
    .real("text", \.text, 0.56...0.76, "size of the text relative to a poster's"),
    .choice("setting", \.setting, "ragged at the right, or justified"),
    .choice("margins", \.margins, "even, or by the ninths of a classical page"),
    .real(
      "margin", \.margin, 0.055...0.09, when: .is("margins", "even"), "margin as a share of the short side"),
  ]

  public init() {}

  /// Ems of a line below which larger text would hold too few words: about forty characters.
  private static let leastMeasure = 19.0

  /// Characters of text below which columns would be stumps.
  private static let leastText = 240

  public static func refusal(of content: Content) -> LayoutFailure? {
    let length = content.all(.body).reduce(0) { $0 + $1.text.count }
    if length == 0 { return .missing(element: "body") }
    if length < leastText { return .tooLittle(element: "body", needs: "at least \(leastText) characters") }
    return tooManyPictures(content)
  }

  public func compose(_ job: LayoutJob) throws(LayoutFailure) -> Composition {
    if let refusal = Self.refusal(of: job.content) { throw refusal }
    let rule = margins == .even ? MarginRule.even(margin) : .vanDeGraaf
    var page = PageBuilder(job, rule)
    let ground = job.palette.background
    let (art, area) = parts(page)
    let columns = columns(in: area.width, page)
    let foot = try page.fitted(
      page.groups(subtitle: false, without: [.lead, .body]), width: area.width, height: area.height * 0.2,
      columns: max(2, columns),
      with: page.details(on: ground).scaled(by: max(text * 1.05, smallestScale(page))))
    var used = foot.box.height == 0 ? 0 : foot.box.height + page.line * 1.2
    // From the foot up: details, text, lead, headline; the picture takes what they leave.
    let body = try setBody(page, area, columns: columns, height: area.height * 0.6, on: ground)
    used += body.box.height
    let lead = try setLead(page, width: area.width * (columns > 2 ? 0.8 : 1), on: ground)
    used += lead.map { $0.box.height + page.line * 1.2 } ?? 0
    let title = try page.headline(
      in: Size(area.width * headline, min(area.height - used - page.line, area.height * 0.34)), lines: 1...3,
      largest: page.page.width * 0.15)
    used += title.bodyHeight + page.line * 1.1
    guard used <= area.height + 1e-6 else {
      throw .cannotFit(element: "body", smallest: PageBuilder.smallestText)
    }
    place(title, lead, body, foot, in: area, spare: area.height - used, to: &page)
    addArt(to: &page, art, area, spare: area.height - used)
    return page.composition
  }

  /// As many columns as asked, but none narrower than fifteen ems: about thirty characters.
  private func columns(in width: Double, _ page: PageBuilder) -> Int {
    // Beside a tall picture there is height enough for fewer, larger columns.
    let least =
      max(page.size * text, millimetres(points: PageBuilder.smallestText)) * (place == .side ? 22 : 15)
    return max(1, min(columns, Int((width + page.gutter) / (least + page.gutter))))
  }

  private func smallestScale(_ page: PageBuilder) -> Double {
    millimetres(points: PageBuilder.smallestText) / page.size
  }

  private func parts(_ page: PageBuilder) -> (art: Rect, area: Rect) {
    let (sheet, live) = (page.page, page.live)
    switch place {
    case .head:
      let art = page.landed(sheet.cutTop(sheet.height * share).strip)
      return (
        art,
        Rect(left: live.left, top: art.bottom + page.margin * 0.8, right: live.right, bottom: live.bottom)
      )
    case .foot:
      let art = page.landed(sheet.cutTop(sheet.height * (1 - share)).rest)
      return (
        art, Rect(left: live.left, top: live.top, right: live.right, bottom: art.top - page.margin * 0.8)
      )
    case .side:
      // The picture begins on a column of the page's twelve.
      let column = Int((12 * (1 - share)).rounded())
      let art = Rect(left: page.grid.left(column), top: 0, right: sheet.right, bottom: sheet.bottom)
      return (
        art, Rect(left: live.left, top: live.top, right: art.left - page.gutter * 1.4, bottom: live.bottom)
      )
    }
  }

  private func setBody(
    _ page: PageBuilder, _ area: Rect, columns: Int, height: Double, on ground: SRGB
  ) throws(LayoutFailure) -> SetText {
    let paragraphs = page.job.content.all(.body).flatMap(\.items)
    let width = (area.width - page.gutter * Double(columns - 1)) / Double(columns)
    let lefts = (0..<columns).map { area.left + (width + page.gutter) * Double($0) }
    let house = millimetres(points: PageBuilder.smallestText)
    // Beside a tall picture the text grows into the room that it has, while its lines hold enough words.
    let growth = place == .side ? [1.5, 1.4, 1.3, 1.2, 1.1] : []
    for scale in growth + [1.0, 0.94, 0.88, 0.82] {
      let size = max(page.size * text * scale, house)
      guard scale <= 1 || width >= size * Self.leastMeasure else { continue }
      let voice = page.job.type.text
      let steps = (voice.leading * size / page.grid.baseline).rounded()
      let column = ColumnText(
        typesetter: page.job.typesetter, voice: voice, size: size,
        pitch: max(steps, (1.2 * size / page.grid.baseline).rounded(.up)) * page.grid.baseline,
        isJustified: setting == .justified)
      let needed = column.height(
        paragraphs, columns: columns, width: width, baseline: page.grid.baseline)
      guard needed <= height * (scale > 1 ? 0.85 : 1) else { continue }
      let text = column.set(
        paragraphs, element: "body", lefts: lefts, width: width, top: 0, baseline: page.grid.baseline,
        color: page.tones(on: ground).text)
      if text.marks.allSatisfy({ $0.box.width <= width * 1.03 }) { return text }
    }
    throw .cannotFit(element: "body", smallest: points(millimetres: max(page.size * text * 0.82, house)))
  }

  /// The subtitle or the lead, larger than the text.
  private func setLead(_ page: PageBuilder, width: Double, on ground: SRGB) throws(LayoutFailure) -> SetText?
  {
    let elements = page.job.content.all(.subtitle, .lead)
    guard !elements.isEmpty else { return nil }
    let details = elements.map {
      Detail(element: $0, lines: $0.items, voice: page.job.type.subtitle, scale: 1.02, tone: .text)
    }
    return try page.fitted(
      [details], width: width, height: page.live.height * 0.25, columns: 1, with: page.details(on: ground))
  }

  private func place(
    _ title: Headline, _ lead: SetText?, _ body: SetText, _ foot: SetText, in area: Rect, spare: Double,
    to page: inout PageBuilder
  ) {
    let ground = page.palette.background
    let tones = page.tones(on: ground)
    // Beside a tall picture the text hangs from the head and the details stand at the foot; else what is left over goes
    // to the picture.
    var y = area.top + (place == .head ? spare : 0)
    page.add(
      title.set(
        in: Rect(area.left, y, area.width, title.bodyHeight), align: .start, at: .start
      ) { _ in
        tones.text
      })
    y += title.bodyHeight + page.line * 1.1
    if let lead {
      page.add(lead.placed(x: area.left, y: y))
      y += lead.box.height + page.line * 1.2
    }
    page.add(body.placed(x: area.left, y: y))
    guard !foot.marks.isEmpty || !foot.objects.isEmpty else { return }
    let bottom = area.bottom - (place == .foot ? spare : 0)
    page.rule(
      from: area.left, to: area.right, y: bottom - foot.box.height - page.line * 0.6, page.palette.border,
      weight: 1.5)
    page.add(foot.placed(x: area.left, bottom: bottom))
  }

  private func addArt(to page: inout PageBuilder, _ art: Rect, _ area: Rect, spare: Double) {
    let frame =
      switch place {
      case .head: Rect(left: art.left, top: art.top, right: art.right, bottom: art.bottom + spare)
      case .foot: Rect(left: art.left, top: art.top - spare, right: art.right, bottom: art.bottom)
      case .side: art
      }
    page.art(in: frame, focus: frame.center, on: page.palette.inks[0])
  }
}
