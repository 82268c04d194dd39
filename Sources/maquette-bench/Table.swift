/// Rows of text in columns: the first flush left, the others flush right.
struct Table {
  private var rows: [[String]]

  init(_ heads: String...) { rows = [heads] }

  mutating func add(_ cells: String...) { rows.append(cells) }

  var text: String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).enumerated().map { index, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.count)
        return index == 0 ? cell.0 + space : space + cell.0
      }.joined(separator: "   ")
    }.joined(separator: "\n")
  }
}

/// With one digit after the point, or two below ten.
func shown(_ value: Double) -> String {
  let scale = abs(value) < 10 ? 100.0 : 10.0
  return value.isFinite ? "\((value * scale).rounded() / scale)" : "-"
}
