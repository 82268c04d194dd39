import Canvas
import Color
import Composition
import Geometry
import Parameters

/// Times, names and prices in ruled columns: timetables, menus, price lists.
public struct Timetable: Layout {
  public static let name = "timetable"
  public static let summary = "lists as ruled tables: times, names and prices in columns, with a strip of art"

  enum Strip: String, ParameterOption { case head, side, foot }
  enum Rules: String, ParameterOption { case rows, heads }
  enum Field: String, FieldOption { case ground, surface, ink, accent }

  var strip = Strip.head
  var field = Field.ink
  var share = 0.26
  var columns = 2
  var rules = Rules.rows
  var largest = 1.7
  var margin = 0.065

  public static let parameters: [Parameter<Timetable>] = [
    .choice("strip", \.strip, "where the art stands"),
    .choice("field", \.field, "colour of the art's ground"),
    .real("share", \.share, 0.2...0.4, "the art's share of the page"),
    .integer("columns", \.columns, 1...2, "lists side by side"),
    .choice("rules", \.rules, "a rule under every row, or under headings alone"),
    .real("largest", \.largest, 1.3...2.2, "largest size of the rows relative to running text"),
    .real("margin", \.margin, 0.055...0.085, "margin as a share of the short side"),
  ]

  public init() {}

  public static func refusal(of content: Content) -> LayoutFailure? {
    let lists = content.all(.list)
    if lists.isEmpty { return .missing(element: "list") }
    let rows = lists.flatMap(\.rows)
    if rows.count < 3 || !rows.contains(where: { $0.count > 1 }) {
      return .tooLittle(element: "list", needs: "three rows or more, with cells parted by '|'")
    }
    return tooManyPictures(content)
  }

  public func compose(_ job: LayoutJob) throws(LayoutFailure) -> Composition {
    if let refusal = Self.refusal(of: job.content) { throw refusal }
    let colors = job.palette.colors(field.tone, share: share)
    var page = PageBuilder(job, margin: margin, ground: colors.ground)
    let ground = colors.ground
    let (art, area) = parts(page)
    let details = try page.fitted(
      page.groups(without: [.list]), width: area.width, height: area.height * 0.25,
      columns: strip == .side ? 2 : 3, with: page.details(on: ground))
    let gap = page.line * 1.4
    let title = try page.headline(
      in: Size(area.width, area.height * 0.22), lines: 1...2, largest: page.page.width * 0.2)
    let foot = details.box.height == 0 ? 0 : details.box.height + gap
    let room = Rect(
      left: area.left, top: area.top + title.bodyHeight + title.drop * 0.5 + gap, right: area.right,
      bottom: area.bottom - foot)
    let tables = try set(page, in: room, on: ground)
    // What few rows leave over goes to the art.
    let end = tables.reduce(room.top) { max($0, $1.bottom) }
    let spare = page.grid.baseline * ((room.bottom - end) / page.grid.baseline - 3).rounded(.down)
    let (down, up) = strip == .head ? (max(0, spare), 0) : (0, strip == .foot ? max(0, spare) : 0)
    let tones = page.tones(on: ground)
    page.add(
      title.set(in: area.offset(by: Point(0, down)), align: .start, at: .start) { _ in tones.text })
    for table in tables { add(table.offset(by: Point(0, down)), to: &page, tones) }
    page.add(details.placed(x: area.left, bottom: area.bottom - up))
    let frame = Rect(left: art.left, top: art.top - up, right: art.right, bottom: art.bottom + down)
    page.art(in: frame, focus: frame.center, on: colors.field)
    return page.composition
  }

  private func add(_ table: Tabulation.Table, to page: inout PageBuilder, _ tones: Tones) {
    page.add(SetText(marks: table.marks, box: page.live), onGrid: false)
    for rule in table.rules {
      page.rule(
        from: rule.left, to: rule.right, y: rule.y, rule.isHead ? tones.text : page.palette.border,
        weight: rule.isHead ? 2 : 1)
    }
  }

  private func parts(_ page: PageBuilder) -> (art: Rect, area: Rect) {
    let (sheet, live) = (page.page, page.live)
    switch strip {
    case .head:
      let art = page.landed(sheet.cutTop(sheet.height * share).strip)
      return (
        art, Rect(left: live.left, top: art.bottom + page.margin, right: live.right, bottom: live.bottom)
      )
    case .foot:
      let art = page.landed(sheet.cutTop(sheet.height * (1 - share)).rest)
      return (art, Rect(left: live.left, top: live.top, right: live.right, bottom: art.top - page.margin))
    case .side:
      let left = page.columnStart(near: sheet.width * share + page.margin)
      return (
        Rect(left: 0, top: 0, right: left - page.margin, bottom: sheet.bottom),
        Rect(left: left, top: live.top, right: live.right, bottom: live.bottom)
      )
    }
  }

  /// The lists in columns at the largest size that fits.
  private func set(
    _ page: PageBuilder, in room: Rect, on ground: SRGB
  ) throws(LayoutFailure) -> [Tabulation.Table] {
    let lists = page.job.content.all(.list)
    let tones = page.tones(on: ground)
    let smallest = max(millimetres(points: PageBuilder.smallestText), page.size * 0.62)
    // Few rows are set larger, and then wider apart.
    let rows = Double(lists.reduce(0) { $0 + $1.items.count })
    let growth = min(max(Self.manyRows / rows, 1), 1.4)
    func tables(_ size: Double, _ stretch: Double) -> [Tabulation.Table]? {
      let tabulation = Tabulation(
        page: page, tones: tones, size: size, rulesRows: rules == .rows, stretch: stretch)
      for count in columns == 2 && lists.count > 1 && strip != .side ? [2, 1] : [1] {
        let set = stack(lists, tabulation, in: room, columns: count, gutter: page.gutter * 1.6)
        if let set { return set }
      }
      return nil
    }
    for step in 0..<24 {
      let size = page.size * largest * growth * (1 - 0.035 * Double(step))
      guard size >= smallest else { break }
      guard let tight = tables(size, 1) else { continue }
      return [1.5, 1.3, 1.15].lazy.compactMap { tables(size, $0) }.first ?? tight
    }
    throw .cannotFit(element: "list", smallest: points(millimetres: smallest))
  }

  /// From so many rows on a table fills its page by itself.
  private static let manyRows = 10.0

  /// Each list under the others of the lower column so far; nil if one is too wide or a column too high.
  private func stack(
    _ lists: [ContentElement], _ tabulation: Tabulation, in room: Rect, columns: Int, gutter: Double
  ) -> [Tabulation.Table]? {
    let width = (room.width - gutter * Double(columns - 1)) / Double(columns)
    var bottoms = [Double](repeating: room.top, count: columns)
    var tables: [Tabulation.Table] = []
    for list in lists {
      let column = bottoms.indices.min { bottoms[$0] < bottoms[$1] - 1e-9 }!
      let top = bottoms[column] + (bottoms[column] > room.top ? tabulation.size * 1.6 : 0)
      let corner = Point(room.left + (width + gutter) * Double(column), top)
      guard let table = tabulation.table(list, at: corner, width: width) else { return nil }
      bottoms[column] = top + table.height
      tables.append(table)
    }
    return bottoms.max()! <= room.bottom ? tables : nil
  }
}
