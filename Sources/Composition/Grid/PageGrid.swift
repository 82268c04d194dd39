import Geometry

/// The grid of a page or of a field on it: columns, rows of whole lines, and baselines; lengths in millimetres.
///
/// Rows and the gaps between them hold whole baseline steps, and the last baseline lies on the area's lower edge: with
/// m rows of k steps and gaps of g steps, (m k + (m - 1) g) b = height is solved for b exactly (Müller-Brockmann, "Grid
/// systems in graphic design", 1981).
public struct PageGrid: Hashable, Sendable {
  /// What is divided: the page less its margins, or a field.
  public let area: Rect
  public let columns: Int
  public let rows: Int
  /// Between columns.
  public let gutter: Double
  /// From baseline to baseline.
  public let baseline: Double
  /// Baseline steps in one row.
  public let stepsPerRow: Int
  /// Baseline steps between two rows.
  public let stepsPerGap: Int

  /// A grid over `area` whose baseline step is as near to `wanted` as whole rows allow.
  ///
  /// - Parameters:
  ///   - area: of positive size.
  ///   - columns: 1 or more.
  ///   - rows: 1 or more; fewer are made where the area is too low for that many.
  ///   - gutter: between columns, less than a column's share of the width.
  ///   - wanted: the baseline step that the type asks for, above 0.
  ///   - stepsPerGap: steps between two rows, 1 or more.
  public init(
    area: Rect, columns: Int, rows: Int, gutter: Double, baseline wanted: Double, stepsPerGap: Int = 1
  ) {
    precondition(area.width > 0 && area.height > 0 && columns > 0 && rows > 0 && wanted > 0)
    let steps = max(1, (area.height / wanted).rounded())
    let gap = Double(stepsPerGap)
    let count = max(1, min(Double(rows), ((steps + gap) / (gap + 1)).rounded(.down)))
    let perRow = max(1, ((steps - (count - 1) * gap) / count).rounded())
    self.area = area
    self.columns = columns
    self.rows = Int(count)
    self.gutter = gutter
    self.stepsPerGap = stepsPerGap
    stepsPerRow = Int(perRow)
    baseline = area.height / (count * perRow + (count - 1) * gap)
  }

  public var columnWidth: Double { (area.width - gutter * Double(columns - 1)) / Double(columns) }
  public var rowHeight: Double { baseline * Double(stepsPerRow) }
  /// Between rows.
  public var gap: Double { baseline * Double(stepsPerGap) }

  /// The left edge of a column; `columns` is where the next one would begin.
  public func left(_ column: Int) -> Double { area.left + (columnWidth + gutter) * Double(column) }

  /// The upper edge of a row.
  public func top(_ row: Int) -> Double { area.top + (rowHeight + gap) * Double(row) }

  /// The field of `across` columns and `down` rows from the given column and row on.
  public func module(column: Int, row: Int, across: Int = 1, down: Int = 1) -> Rect {
    Rect(
      left(column), top(row), columnWidth * Double(across) + gutter * Double(across - 1),
      rowHeight * Double(down) + gap * Double(down - 1))
  }

  /// The height of the nearest baseline; the lower edge of the area is one.
  public func snapped(_ y: Double) -> Double {
    area.bottom - ((area.bottom - y) / baseline).rounded() * baseline
  }

  /// `height` in whole baseline steps, at least one.
  public func steps(_ height: Double) -> Double { max(1, (height / baseline).rounded()) * baseline }

  /// How far `y` lies from the nearest baseline.
  public func miss(baseline y: Double) -> Double { abs(y - snapped(y)) }

  /// How far `x` lies from the nearest edge of a column.
  public func miss(edge x: Double) -> Double {
    (0..<columns).reduce(.infinity) { least, column in
      min(least, abs(x - left(column)), abs(x - left(column) - columnWidth))
    }
  }
}

/// Modules of known schools: columns and rows.
public enum HistoricGrid: String, CaseIterable, Sendable {
  case brockmann, gerstner, vignelli, tschichold

  public var modules: (columns: Int, rows: Int) {
    switch self {
    case .brockmann: (8, 8)
    case .gerstner: (6, 6)
    case .vignelli: (3, 4)
    case .tschichold: (2, 3)
    }
  }
}

/// How the margins of a page are found.
public enum MarginRule: Hashable, Sendable {
  /// The same share of the short side all round.
  case even(Double)
  /// The ninths of Villard's figure: 1/9 above and at the inner side, 2/9 below and at the outer side, so that margins
  /// stand as 2:3:4:6 on a page of 2:3 (Van de Graaf 1946, Tschichold 1953). A single page has no inner side: the
  /// type area stands in the middle.
  case vanDeGraaf

  /// The page less its margins.
  public func live(on page: Size) -> Rect {
    switch self {
    case .even(let share): return Rect(0, 0, page.width, page.height).inset(by: page.shortSide * share)
    case .vanDeGraaf:
      let (width, height) = (page.width / 9, page.height / 9)
      return Rect(
        left: width * 1.5, top: height, right: page.width - width * 1.5, bottom: page.height - 2 * height)
    }
  }
}
