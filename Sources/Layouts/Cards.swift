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
    let (foot, groups) = parts(page)
    let search = CardSearch(
      page: page, grid: modules, groups: groups, foot: foot, padding: page.size * 0.85,
      arrangement: arrangement)
    guard let plan = search.solve() else {
      let longest = search.groups.joined().max { $0.element.text.count < $1.element.text.count }
      throw .cannotFit(
        element: longest?.element.role.rawValue ?? "details", smallest: PageBuilder.smallestText)
    }
    let placed = mirrored ? plan.mirrored(columns: modules.columns) : plan
    let title = search.rect(placed.title)
    addFields(to: &page, title, art: search.rect(placed.art))
    try addTitle(to: &page, foot, in: title.inset(by: search.padding), on: titleColor(page))
    for (index, (group, cells)) in zip(groups, placed.cards).enumerated() {
      try addCard(to: &page, group, search.rect(cells), index, plan.scale, search.padding)
    }
    return page.composition
  }

  private func titleColor(_ page: PageBuilder) -> SRGB {
    page.palette.colors(lead.tone, share: 0.3).field
  }

  private func addFields(to page: inout PageBuilder, _ title: Rect, art: Rect) {
    let radius = page.size * corner
    page.art(
      in: art, shape: .rounded(art, radius: radius), focus: art.center,
      on: lead == .ink ? page.palette.surface : page.palette.inks[0])
    page.fill(.rounded(title, radius: radius), titleColor(page))
  }

  private func addCard(
    to page: inout PageBuilder, _ group: DetailGroup, _ box: Rect, _ index: Int, _ scale: Double,
    _ padding: Double
  ) throws(LayoutFailure) {
    let (palette, radius) = (page.palette, page.size * corner)
    let calls = group.contains { [.action, .price].contains($0.element.role) }
    let color =
      calls && lead != .accent ? palette.accent : index % 2 == 0 ? palette.surface : palette.background
    page.fill(.rounded(box, radius: radius), color)
    // A card in the page's own colour shows by its edge.
    if color == palette.background {
      page.outline(box, palette.border, radius: radius, weight: 1.6)
    }
    let inner = box.inset(by: padding)
    // A call is heard: it fills its card.
    let own = calls ? [2.6, 2.2, 1.9, 1.6, 1.3].first { $0 > scale && holds(group, inner, page, $0) } : nil
    let setter = page.details(on: color, scale: own ?? scale)
    let text = setter.set([group], at: .zero, width: inner.width, columns: 1)
    guard text.box.height <= inner.height + 1e-6 else {
      throw .cannotFit(element: group[0].element.role.rawValue, smallest: PageBuilder.smallestText)
    }
    page.add(text.placed(x: inner.left, y: inner.top))
  }

  /// True if a card holds its words at that size; one break may be.
  private func holds(_ group: DetailGroup, _ inner: Rect, _ page: PageBuilder, _ scale: Double) -> Bool {
    let setter = page.details(on: page.palette.background, scale: scale)
    let text = setter.set([group], at: .zero, width: inner.width, columns: 1)
    return text.breaks <= 1 && text.box.height <= inner.height
      && text.marks.allSatisfy { $0.box.width <= inner.width }
  }

  /// What stands below the title, and one group a card.
  ///
  /// Small print has no card of its own; the last groups are put together until at most six are left. Where there are
  /// cards enough, a first group of a line or two goes to the title: in a card it would be lost.
  private func parts(_ page: PageBuilder) -> (foot: [DetailGroup], cards: [DetailGroup]) {
    var groups = page.groups(subtitle: false)
    let small = groups.filter { $0.allSatisfy { $0.tone == .muted } }.joined()
    groups.removeAll { $0.allSatisfy { $0.tone == .muted } }
    if groups.isEmpty { groups = [Array(small)] } else { groups[groups.count - 1] += small }
    while groups.count > 6 {
      let last = groups.removeLast()
      groups[groups.count - 1] += last
    }
    var foot = page.job.content.first(.subtitle).map { [$0.details(page.job.type)] } ?? []
    let isShort = groups[0].allSatisfy { !$0.isObject && !$0.isHeading && $0.element.role != .list }
    if groups.count > Self.leastGroups + 1, isShort, groups[0].count <= 2 {
      foot.append(groups.removeFirst())
    }
    return (foot, groups)
  }

  private func addTitle(
    to page: inout PageBuilder, _ foot: [DetailGroup], in box: Rect, on ground: SRGB
  ) throws(LayoutFailure) {
    let tones = page.tones(on: ground)
    var height = 0.0
    if !foot.isEmpty {
      let text = try page.fitted(
        foot, width: box.width, height: box.height * 0.45, columns: foot.count, with: page.details(on: ground)
      )
      page.add(text.placed(x: box.left, bottom: box.bottom))
      height = text.box.height + page.line * 0.6
    }
    let title = try page.headline(
      in: Size(box.width, box.height - height), lines: 1...3, largest: page.page.width * 0.22)
    page.add(title.set(in: box, align: .start, at: .start) { _ in tones.text })
  }
}

extension CardPlan {
  /// The other way round; cards side by side keep their order, in which they are read.
  func mirrored(columns: Int) -> CardPlan {
    func mirrored(_ cells: Cells) -> Cells {
      Cells(
        column: columns - cells.column - cells.across, row: cells.row, across: cells.across, down: cells.down)
    }
    var plan = self
    (plan.title, plan.art) = (mirrored(title), mirrored(art))
    plan.cards = cards.map { card in
      cards.count { $0.row == card.row && $0.down == card.down } > 1 ? card : mirrored(card)
    }
    return plan
  }
}

extension PageBuilder {
  /// The modules of a known grid over the live area, with the same gap both ways as nearly as baselines allow; a coarse
  /// grid's rows are halved, so that fields need not be larger than their words.
  mutating func modules(gap: Double, _ historic: HistoricGrid) -> PageGrid {
    let (columns, rows) = historic.modules
    let lies = page.width > page.height * 1.15
    let high = lies ? columns : rows
    return addField(
      PageGrid(
        area: live, columns: lies ? rows : columns, rows: high < 6 ? high * 2 : high, gutter: gap,
        baseline: grid.baseline, stepsPerGap: max(1, Int((gap / grid.baseline).rounded()))))
  }
}
