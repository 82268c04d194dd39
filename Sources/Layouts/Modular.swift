import Canvas
import Color
import Composition
import Geometry
import Parameters

/// Title, picture and facts on the modules of a grid, wherever a search finds them to stand best.
public struct Modular: Layout {
  public static let name = "modular"
  public static let summary =
    "blocks on a modular grid, placed by a search for order, balance and white space"

  enum Field: String, FieldOption { case ground, surface, ink }

  var columns = 4
  var rows = 7
  var artShare = 0.44
  var titleShare = 0.18
  var calm = 0.4
  var field = Field.ink
  var bleed = true
  var margin = 0.065

  public static let parameters: [Parameter<Modular>] = [
    .integer("columns", \.columns, 3...6, "columns of modules"),
    .integer("lines", \.rows, 6...9, "rows of modules"),
    .real("artShare", \.artShare, 0.36...0.56, "the art's share of the modules"),
    .real("titleShare", \.titleShare, 0.1...0.28, "the title's share of the modules"),
    .real("calm", \.calm, 0...1, "how much the page is asked to balance about its middle"),
    .choice("field", \.field, "colour behind the art"),
    .flag("bleed", \.bleed, "art that touches a margin reaches the page's edge"),
    .real("margin", \.margin, 0.055...0.085, "margin as a share of the short side"),
  ]

  public init() {}

  public func compose(_ job: LayoutJob) throws(LayoutFailure) -> Composition {
    let colors = job.palette.colors(field.tone, share: artShare)
    var page = PageBuilder(job, margin: margin, columns: columns, ground: colors.ground)
    let grid = page.addField(
      PageGrid(
        area: page.live, columns: columns, rows: rows, gutter: page.gutter, baseline: page.grid.baseline,
        stepsPerGap: 4))
    let setter = page.details(on: colors.ground)
    let groups = Self.blocks(page.groups())
    var failure = LayoutFailure.cannotFit(element: "details", smallest: PageBuilder.smallestText)
    // What the search cannot part, or what does not fit its modules, is searched again with less for the title.
    for attempt in 0..<4 {
      let placement = placement(groups, grid, setter, titleShare * (1 - 0.2 * Double(attempt)))
      guard let cells = placement.solve(job.stream.child("placement").child("\(attempt)")) else { continue }
      do {
        let rects = cells.map {
          grid.module(column: $0.column, row: $0.row, across: $0.across, down: $0.down)
        }
        return try set(page, rects, groups, setter, colors)
      } catch { failure = error }
    }
    throw failure
  }

  /// Small print goes with what stands before it, and the last groups are put together: more than four blocks beside
  /// the title scatter over the page.
  private static func blocks(_ groups: [DetailGroup]) -> [DetailGroup] {
    groups.reduce(into: []) { blocks, group in
      if blocks.count == 4 || !blocks.isEmpty && group.allSatisfy({ $0.tone == .muted }) {
        blocks[blocks.count - 1] += group
      } else {
        blocks.append(group)
      }
    }
  }

  /// The picture first, then the title, then each group of details at whatever height its words take.
  private func placement(
    _ groups: [DetailGroup], _ grid: PageGrid, _ setter: DetailSetter, _ titleShare: Double
  ) -> Placement {
    let half = max(1, columns / 2)
    let high = max(2, rows / 2)
    let art = Placement.Block(
      across: (columns + 1) / 2...columns, down: { _ in max(2, high - 1)...max(3, rows - 2) },
      share: artShare, weight: 1,
      order: nil)
    let title = Placement.Block(
      across: half...columns, down: { _ in 1...3 }, share: titleShare, weight: 0.9, order: 0)
    let narrow = columns >= 5 ? 2 : 1
    let facts = groups.enumerated().map { index, group in
      let needed = (0...columns).map { $0 == 0 ? 1 : rowsNeeded(by: group, across: $0, grid, setter) }
      return Placement.Block(
        across: narrow...max(narrow, half), down: { needed[$0]...needed[$0] }, share: 0.04, weight: 0.4,
        order: index + 1)
    }
    return Placement(columns: columns, rows: rows, blocks: [art, title] + facts, calm: calm)
  }

  private func rowsNeeded(
    by group: DetailGroup, across: Int, _ grid: PageGrid, _ setter: DetailSetter
  ) -> Int {
    let width = grid.module(column: 0, row: 0, across: across).width
    let height = setter.set([group], at: .zero, width: width, columns: 1).box.height
    return max(1, Int(((height + grid.gap) / (grid.rowHeight + grid.gap)).rounded(.up)))
  }

  private func set(
    _ start: PageBuilder, _ rects: [Rect], _ groups: [DetailGroup], _ setter: DetailSetter,
    _ colors: (field: SRGB, ground: SRGB)
  ) throws(LayoutFailure) -> Composition {
    var page = start
    let tones = page.tones(on: colors.ground)
    let title = try page.headline(in: rects[1].size, lines: 1...4, largest: page.page.width * 0.3)
    page.add(
      title.set(in: rects[1], align: .start, at: .start) { _ in tones.text })
    for (group, rect) in zip(groups, rects.dropFirst(2)) {
      let text = try page.fitted([group], width: rect.width, height: rect.height, columns: 1, with: setter)
      page.add(text.placed(x: rect.left, y: rect.top))
    }
    let frame = bleed ? bled(rects[0], page) : rects[0]
    page.art(in: frame, focus: frame.center, on: colors.field)
    return page.composition
  }

  /// Sides on a margin move out to the page's edge.
  private func bled(_ rect: Rect, _ page: PageBuilder) -> Rect {
    let (live, sheet, near) = (page.live, page.page, 1e-6)
    return Rect(
      left: rect.left < live.left + near ? 0 : rect.left, top: rect.top < live.top + near ? 0 : rect.top,
      right: rect.right > live.right - near ? sheet.right : rect.right,
      bottom: rect.bottom > live.bottom - near ? sheet.bottom : rect.bottom)
  }
}
