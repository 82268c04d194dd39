import Canvas
import Composition
import Geometry

/// Title, picture and cards on whole modules of a grid.
struct CardPlan {
  typealias Cells = Placement.Cells

  var title: Cells
  var art: Cells
  var cards: [Cells]
  /// Size of the cards' words relative to running text.
  var scale: Double
}

/// Looks for the plan of least energy: all that an arrangement allows is tried, at every size of the words.
///
/// What is weighed: large words, no empty cards, a title that fills its field, and a picture of about two fifths of the
/// page. Heights are needed heights in whole modules, so that no card is larger than its words ask.
struct CardSearch {
  typealias Cells = CardPlan.Cells

  let page: PageBuilder
  let grid: PageGrid
  let groups: [DetailGroup]
  /// What stands below the title in its field.
  let foot: [DetailGroup]
  /// Between a card's edge and its words, in millimetres.
  let padding: Double
  let arrangement: Cards.Arrangement

  private static let scales = [2.0, 1.8, 1.6, 1.45, 1.3, 1.15, 1.0, 0.9, 0.8, 0.72]
  /// The share of the page that a picture should have.
  private static let artShare = 0.4

  /// The best plan; nil if no size of the words fits.
  func solve() -> CardPlan? {
    var best: (plan: CardPlan, energy: Double)?
    let titles = (1...grid.rows).map { titleFit(rows: $0) }
    for scale in Self.scales {
      let needs = CardNeeds(self, scale)
      for plan in plans(scale, needs) {
        guard let title = titles[plan.title.down - 1](plan.title.across) else { continue }
        let energy = energy(plan, needs, title)
        if energy < best?.energy ?? .infinity { best = (plan, energy) }
      }
    }
    return best?.plan
  }

  /// How well a title fills a field of that many rows, by the columns of the field; nil where it does not fit.
  private func titleFit(rows: Int) -> (Int) -> (filled: Double, size: Double)? {
    let spans = titleSpans
    let fits = (1...grid.columns).map { across -> (filled: Double, size: Double)? in
      guard spans.contains(across) else { return nil }
      let room = room(Cells(column: 0, row: 0, across: across, down: rows))
      let label = foot.isEmpty ? 0 : page.line * 1.9
      guard room.width > 0, room.height > label,
        let title = try? page.headline(
          in: Size(room.width, room.height - label), lines: 1...3, largest: page.page.width * 0.22)
      else { return nil }
      return (min(1, (title.bodyHeight + label) / room.height), title.size)
    }
    return { fits[$0 - 1] }
  }

  /// The widths that the arrangement gives to the title, in columns.
  private var titleSpans: [Int] { arrangement == .halves ? halves : [grid.columns] }

  /// The widths that the arrangement gives to cards, in columns.
  fileprivate var cardSpans: [Int] {
    let columns = grid.columns
    func parts(_ count: Int) -> [Int] { [columns / max(1, count), columns / max(1, count) + 1] }
    switch arrangement {
    case .rows:
      return parts(groups.count) + parts((groups.count + 1) / 2) + parts(groups.count / 2)
    case .halves: return halves
    case .corner: return [columns - wide] + (1...groups.count).flatMap(parts)
    }
  }

  /// Columns of the side that holds title and cards.
  private var halves: [Int] {
    let columns = grid.columns
    return Set([columns / 2, (columns + 1) / 2, columns * 2 / 3]).filter { $0 >= 1 && $0 < columns }.sorted()
  }

  /// Columns of a picture that stands in a corner.
  private var wide: Int { max(1, grid.columns * 2 / 3) }

  /// The inside of a field.
  func room(_ cells: Cells) -> Rect { rect(cells).inset(by: padding) }

  func rect(_ cells: Cells) -> Rect {
    grid.module(column: cells.column, row: cells.row, across: cells.across, down: cells.down)
  }

  private func share(_ cells: Cells) -> Double {
    Double(cells.across * cells.down) / Double(grid.columns * grid.rows)
  }

  private func energy(
    _ plan: CardPlan, _ needs: CardNeeds, _ title: (filled: Double, size: Double)
  ) -> Double {
    let empty = zip(plan.cards, plan.cards.indices).reduce(0) { sum, card in
      let filled = needs.height(card.1, across: card.0.across) ?? 0
      return sum + share(card.0) * (1 - filled / room(card.0).height)
    }
    let size = min(1, title.size / (page.page.size.shortSide * 0.15))
    let broken = plan.cards.indices.reduce(0) { $0 + needs.breaks($1, across: plan.cards[$1].across) }
    return empty * 6 + Double(broken) * 0.3 + share(plan.title) * (1 - title.filled) * 8 - size * 1.2
      + abs(share(plan.art) - Self.artShare) * 3 + (2 - plan.scale) * (plan.scale < 1 ? 1.6 : 0.8)
  }
}

/// Rows that each card's words take at one size.
struct CardNeeds {
  private let sizes: [[(height: Double, breaks: Int)?]]
  private let search: CardSearch

  init(_ search: CardSearch, _ scale: Double) {
    self.search = search
    let setter = search.page.details(on: search.page.palette.background, scale: scale)
    let spans = search.cardSpans
    sizes = search.groups.map { group in
      (1...search.grid.columns).map { across in
        guard spans.contains(across) else { return nil }
        let width = search.room(Placement.Cells(column: 0, row: 0, across: across, down: 1)).width
        guard width > setter.size * 4 else { return nil }
        let text = setter.set([group], at: .zero, width: width, columns: 1)
        let holds = text.marks.allSatisfy { $0.box.width <= width * 1.002 }
        return holds ? (text.box.height, text.breaks) : nil
      }
    }
  }

  /// The height of a card's words in a card of that many columns; nil if a word is too wide for it.
  func height(_ card: Int, across: Int) -> Double? { sizes[card][across - 1]?.height }

  /// How many lines break that would rather be whole.
  func breaks(_ card: Int, across: Int) -> Int { sizes[card][across - 1]?.breaks ?? 0 }

  /// The rows that a card of that many columns needs.
  func rows(_ card: Int, across: Int) -> Int? {
    height(card, across: across).flatMap { height in
      (1...search.grid.rows).first { rows in
        let room = search.room(Placement.Cells(column: 0, row: 0, across: across, down: rows))
        return room.height >= height - 1e-6
      }
    }
  }
}

extension CardSearch {
  /// All plans of the arrangement at one size of the words.
  private func plans(_ scale: Double, _ needs: CardNeeds) -> [CardPlan] {
    switch arrangement {
    case .rows: rowPlans(scale, needs)
    case .halves: halfPlans(scale, needs)
    case .corner: cornerPlans(scale, needs)
    }
  }

  /// Title over picture over one band of cards, or two.
  private func rowPlans(_ scale: Double, _ needs: CardNeeds) -> [CardPlan] {
    let (columns, rows, count) = (grid.columns, grid.rows, groups.count)
    return (1...2).flatMap { bands -> [CardPlan] in
      guard bands <= count else { return [] }
      let first = (count + bands - 1) / bands
      let parts = bands == 1 ? [0..<count] : [0..<first, first..<count]
      let sets = parts.map { band($0, column: 0, across: columns, needs) }
      guard sets.allSatisfy({ $0 != nil }) else { return [] }
      let foot = sets.reduce(0) { $0 + $1!.rows }
      return (1...rows).compactMap { head -> CardPlan? in
        let art = rows - head - foot
        guard art >= 2 else { return nil }
        var row = head + art
        var cards: [Cells] = []
        for set in sets.compactMap({ $0 }) {
          cards += set.spans.map { Cells(column: $0.column, row: row, across: $0.across, down: set.rows) }
          row += set.rows
        }
        return CardPlan(
          title: Cells(column: 0, row: 0, across: columns, down: head),
          art: Cells(column: 0, row: head, across: columns, down: art), cards: cards, scale: scale)
      }
    }
  }

  /// Title and cards on one side, the picture on the other.
  private func halfPlans(_ scale: Double, _ needs: CardNeeds) -> [CardPlan] {
    let (columns, rows) = (grid.columns, grid.rows)
    return halves.flatMap { half in
      (1...rows).compactMap { head -> CardPlan? in
        let cards = stack(groups.indices, column: 0, row: head, across: half, down: rows - head, needs)
        guard let cards else { return nil }
        return CardPlan(
          title: Cells(column: 0, row: 0, across: half, down: head),
          art: Cells(column: half, row: 0, across: columns - half, down: rows), cards: cards, scale: scale)
      }
    }
  }

  /// The picture in a corner, cards beside it, the title beneath, more cards at the foot.
  private func cornerPlans(_ scale: Double, _ needs: CardNeeds) -> [CardPlan] {
    let (columns, rows, count) = (grid.columns, grid.rows, groups.count)
    guard wide < columns else { return [] }
    return (1...max(1, count - 1)).flatMap { side -> [CardPlan] in
      let foot = side < count ? band(side..<count, column: 0, across: columns, needs) : nil
      guard side == count || foot != nil else { return [] }
      let low = foot?.rows ?? 0
      return (1...rows).compactMap { picture in
        let head = rows - picture - low
        guard picture >= 2, head >= 1,
          let beside = stack(
            0..<side, column: wide, row: 0, across: columns - wide, down: picture, needs)
        else { return nil }
        let under = (foot?.spans ?? []).map {
          Cells(column: $0.column, row: picture + head, across: $0.across, down: low)
        }
        return CardPlan(
          title: Cells(column: 0, row: picture, across: columns, down: head),
          art: Cells(column: 0, row: 0, across: wide, down: picture), cards: beside + under, scale: scale)
      }
    }
  }

  /// Cards side by side, as high as the one that needs most; more columns for more words.
  private func band(
    _ cards: Range<Int>, column: Int, across: Int, _ needs: CardNeeds
  ) -> (spans: [(column: Int, across: Int)], rows: Int)? {
    guard cards.count <= across else { return nil }
    var widths = cards.map { _ in across / cards.count }
    let order = cards.indices.sorted { words(groups[$0]) > words(groups[$1]) }
    for index in order.prefix(across % cards.count) { widths[index - cards.lowerBound] += 1 }
    let heights = zip(cards, widths).map { needs.rows($0, across: $1) }
    guard heights.allSatisfy({ $0 != nil }) else { return nil }
    var spans: [(column: Int, across: Int)] = []
    var next = column
    for width in widths {
      spans.append((next, width))
      next += width
    }
    return (spans, heights.compactMap { $0 }.max() ?? 1)
  }

  /// Cards one under the other; rows that are left over go round from the last.
  private func stack(
    _ cards: Range<Int>, column: Int, row: Int, across: Int, down: Int, _ needs: CardNeeds
  ) -> [Cells]? {
    let wanted = cards.map { needs.rows($0, across: across) }
    guard wanted.allSatisfy({ $0 != nil }) else { return nil }
    var heights = wanted.compactMap { $0 }
    let spare = down - heights.reduce(0, +)
    guard spare >= 0, !heights.isEmpty else { return nil }
    for index in 0..<spare { heights[heights.count - 1 - index % heights.count] += 1 }
    var next = row
    return heights.map { height in
      defer { next += height }
      return Cells(column: column, row: next, across: across, down: height)
    }
  }

  private func words(_ group: DetailGroup) -> Int {
    group.reduce(0) { $0 + ($1.lines.map(\.count).max() ?? 0) }
  }
}
