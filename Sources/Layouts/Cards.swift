import Canvas
import Color
import Composition
import Geometry
import Parameters

/// Fields on the modules of a known grid: title, picture, and a card for every group of the brief.
public struct Cards: Layout {
  public static let name = "cards"
  public static let summary = "cards on a modular grid: title, picture, and one for every group of facts"

  enum Grid: String, ParameterOption { case gerstner, brockmann, vignelli, tschichold }
  enum Arrangement: String, ParameterOption { case rows, halves, corner }
  enum Lead: String, FieldOption { case ink, accent, surface }

  var grid = Grid.gerstner
  var arrangement = Arrangement.rows
  var lead = Lead.ink
  var corner = 0.0
  var gap = 0.45
  var mirrored = false
  var margin = 0.05

  public static let parameters: [Parameter<Cards>] = [
    .choice("grid", \.grid, "whose modules the cards keep to"),
    .choice("arrangement", \.arrangement, "cards in rows, in two halves, or round a corner"),
    .choice("lead", \.lead, "colour of the title's card"),
    .real("corner", \.corner, 0...1.6, "radius of the cards' corners relative to running text"),
    .real("gap", \.gap, 0.2...0.9, "space between cards relative to running text"),
    .flag("mirrored", \.mirrored, "the other way round"),
    .real("margin", \.margin, 0.04...0.07, "margin as a share of the short side"),
  ]

  public init() {}

  /// Fewer facts than that make no catalogue.
  private static let leastGroups = 2

  public static func refusal(of content: Content) -> LayoutFailure? {
    let facts = content.elements.filter { ![.title, .subtitle, .image, .logo].contains($0.role) }
    return facts.count < leastGroups
      ? .tooLittle(element: "content", needs: "two facts or more beside the title") : tooManyPictures(content)
  }

  public func compose(_ job: LayoutJob) throws(LayoutFailure) -> Composition {
    if let refusal = Self.refusal(of: job.content) { throw refusal }
    var page = PageBuilder(job, margin: margin)
    let modules = page.modules(gap: page.size * gap, HistoricGrid(rawValue: grid.rawValue)!)
    let groups = cards(page)
    var failure = LayoutFailure.tooLittle(element: "content", needs: "two facts or more beside the title")
    // The picture is as high as the words allow.
    for squeeze in [1.4, 1.2, 1.0, 0.8, 0.62] {
      let plan = plan(modules, groups, squeeze)
      // Few rows may leave none for the cards.
      guard ([plan.title, plan.art] + plan.cards).allSatisfy({ page.live.contains($0, tolerance: 1e-6) })
      else {
        failure = .cannotFit(element: "details", smallest: PageBuilder.smallestText)
        continue
      }
      do { return try compose(page, plan, groups) } catch { failure = error }
    }
    throw failure
  }

  private func compose(
    _ start: PageBuilder, _ plan: Plan, _ groups: [DetailGroup]
  ) throws(LayoutFailure) -> Composition {
    var page = start
    let radius = page.size * corner
    let palette = page.palette
    page.art(
      in: plan.art, shape: .rounded(plan.art, radius: radius), focus: plan.art.center,
      on: lead == .ink ? palette.surface : palette.inks[0])
    let fill = palette.colors(lead.tone, share: 0.3).field
    page.fill(.rounded(plan.title, radius: radius), fill)
    try addTitle(to: &page, in: plan.title.inset(by: page.size * 1.1), on: fill)
    let common = textScale([1.6, 1.45, 1.3, 1.15], groups, plan.cards, page) ?? 1
    for (index, (group, box)) in zip(groups, plan.cards).enumerated() {
      let calls = group.contains { [.action, .price].contains($0.element.role) }
      let color =
        calls && lead != .accent ? palette.accent : index % 2 == 0 ? palette.surface : palette.background
      page.fill(.rounded(box, radius: radius), color)
      // A card in the page's own colour shows by its edge.
      if color == palette.background, !calls {
        page.outline(box, palette.border, radius: radius, weight: 1.6)
      }
      let inner = box.inset(by: page.size * 0.8)
      // A call is heard: it fills its card.
      let scale = (calls ? textScale([2.4, 2, 1.7], [group], [box], page) : nil) ?? common
      let text = try page.fitted(
        [group], width: inner.width, height: inner.height, columns: 1,
        with: page.details(on: color, scale: scale))
      page.add(text.placed(x: inner.left, y: inner.top))
    }
    return page.composition
  }

  /// The first of the sizes at which every card holds its words unbroken.
  private func textScale(
    _ scales: [Double], _ groups: [DetailGroup], _ boxes: [Rect], _ page: PageBuilder
  ) -> Double? {
    scales.first { scale in
      let setter = page.details(on: page.palette.background, scale: scale)
      return zip(groups, boxes).allSatisfy { group, box in
        let inner = box.inset(by: page.size * 0.8)
        let text = setter.set([group], at: .zero, width: inner.width, columns: 1)
        return text.breaks == 0 && text.box.height <= inner.height
          && text.marks.allSatisfy { $0.box.width <= inner.width }
      }
    }
  }

  /// One group a card, but for small print, which has none of its own; the last are put together until at most six are
  /// left.
  private func cards(_ page: PageBuilder) -> [DetailGroup] {
    var groups = page.groups(subtitle: false)
    let small = groups.filter { $0.allSatisfy { $0.tone == .muted } }.joined()
    groups.removeAll { $0.allSatisfy { $0.tone == .muted } }
    if groups.isEmpty { groups = [Array(small)] } else { groups[groups.count - 1] += small }
    while groups.count > 6 {
      let last = groups.removeLast()
      groups[groups.count - 1] += last
    }
    return groups
  }

  private struct Plan {
    let title: Rect
    let art: Rect
    let cards: [Rect]
  }

  /// Title, picture and cards on whole modules.
  private func plan(_ grid: PageGrid, _ groups: [DetailGroup], _ squeeze: Double) -> Plan {
    let (columns, rows) = (grid.columns, grid.rows)
    func part(_ share: Double) -> Int { max(1, min(rows - 2, Int((Double(rows) * share).rounded()))) }
    func box(_ column: Int, _ row: Int, _ across: Int, _ down: Int) -> Rect {
      grid.module(
        column: mirrored ? columns - column - across : column, row: row, across: across, down: down)
    }
    switch arrangement {
    case .rows:
      let head = part(0.26)
      let picture = max(1, min(rows - head - 1, part(0.44 * squeeze)))
      return Plan(
        title: box(0, 0, columns, head), art: box(0, head, columns, picture),
        cards: share(
          groups.count, over: box(0, head + picture, columns, rows - head - picture), grid.gap, across: true))
    case .halves:
      let half = max(1, columns / 2)
      let head = part(0.46)
      return Plan(
        title: box(0, 0, half, head), art: box(half, 0, columns - half, rows),
        cards: share(groups.count, over: box(0, head, half, rows - head), grid.gap, across: false))
    case .corner:
      let wide = max(1, columns * 2 / 3)
      let picture = part(0.5 * squeeze)
      let side = max(1, min(groups.count - 1, (groups.count + 1) / 2))
      let foot = groups.count - side
      let upper = share(side, over: box(wide, 0, columns - wide, picture), grid.gap, across: false)
      let head = max(1, (rows - picture + 1) / 2)
      let lower =
        foot == 0
        ? []
        : share(
          foot, over: box(0, picture + head, columns, max(1, rows - picture - head)), grid.gap, across: true)
      return Plan(
        title: box(0, picture, columns, foot == 0 ? rows - picture : head), art: box(0, 0, wide, picture),
        cards: upper + lower)
    }
  }

  /// A strip in equal parts; more than three side by side stand in two rows.
  private func share(_ count: Int, over strip: Rect, _ gap: Double, across: Bool) -> [Rect] {
    guard count > 0 else { return [] }
    if across, count > 3 {
      let height = (strip.height - gap) / 2
      let upper = Rect(strip.x, strip.y, strip.width, height)
      let lower = Rect(strip.x, strip.y + height + gap, strip.width, height)
      let first = (count + 1) / 2
      return share(first, over: upper, gap, across: true)
        + share(count - first, over: lower, gap, across: true)
    }
    let n = Double(count)
    return (0..<count).map { index in
      let i = Double(index)
      if across {
        let width = (strip.width - gap * (n - 1)) / n
        return Rect(strip.x + (width + gap) * i, strip.y, width, strip.height)
      }
      let height = (strip.height - gap * (n - 1)) / n
      return Rect(strip.x, strip.y + (height + gap) * i, strip.width, height)
    }
  }

  private func addTitle(to page: inout PageBuilder, in box: Rect, on ground: SRGB) throws(LayoutFailure) {
    let tones = page.tones(on: ground)
    var height = 0.0
    if let subtitle = page.job.content.first(.subtitle) {
      let text = try page.fitted(
        [subtitle.details(page.job.type)], width: box.width, height: box.height * 0.45, columns: 1,
        with: page.details(on: ground))
      page.add(text.placed(x: box.left, bottom: box.bottom))
      height = text.box.height + page.line * 0.6
    }
    let title = try page.headline(
      in: Size(box.width, box.height - height), lines: 1...3, largest: page.page.width * 0.22)
    page.add(title.set(in: box, align: .start, at: .start) { _ in tones.text })
  }
}

extension PageBuilder {
  /// The modules of a known grid over the live area, with the same gap both ways as nearly as baselines allow.
  mutating func modules(gap: Double, _ historic: HistoricGrid) -> PageGrid {
    let (columns, rows) = historic.modules
    let lies = page.width > page.height * 1.15
    return addField(
      PageGrid(
        area: live, columns: lies ? rows : columns, rows: lies ? columns : rows, gutter: gap,
        baseline: grid.baseline, stepsPerGap: max(1, Int((gap / grid.baseline).rounded()))))
  }
}
