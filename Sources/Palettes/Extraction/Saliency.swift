/// How much each cell of a picture stands out, 0...1: the distance of its colour from the mean of squares
/// around it, of three sizes, and from the mean of all, a centre-surround measure in the spirit of Itti, Koch
/// and Niebur (1998) and of Achanta and Süsstrunk (2010).
///
/// Differences of a and b count 2.5 times: their range in sRGB is that much smaller than lightness's, and to the eye
/// a colour among greys stands out before a grey among greys does.
func saliency(of cells: [ColorSum], columns: Int, rows: Int) -> [Double] {
  let table = CellTable(cells, columns: columns, rows: rows)
  let reach = max(columns, rows)
  let everything = table.mean(around: 0, 0, radius: reach)
  let contrasts = cells.indices.map { index -> Double in
    guard cells[index].weight > 0 else { return 0 }
    let colour = cells[index].mean
    let (x, y) = (index % columns, index / columns)
    let around = [reach / 16, reach / 6, reach / 3].reduce(0.0) { sum, radius in
      sum + contrast(colour, table.mean(around: x, y, radius: max(1, radius)))
    }
    return around / 3 + contrast(colour, everything)
  }
  let largest = contrasts.max() ?? 0
  return largest > 0 ? contrasts.map { $0 / largest } : contrasts
}

/// The distance of two OKLab colours with a and b stretched.
func contrast(_ p: SIMD3<Double>, _ q: SIMD3<Double>) -> Double {
  let d = (p - q) * SIMD3(1, 2.5, 2.5)
  return (d * d).sum().squareRoot()
}

/// Sums over any rectangle of cells in four look-ups (Crow, "Summed-area tables", 1984).
private struct CellTable {
  private let columns: Int
  private let rows: Int
  private var corners: [SIMD4<Int64>]

  init(_ cells: [ColorSum], columns: Int, rows: Int) {
    (self.columns, self.rows) = (columns, rows)
    corners = Array(repeating: SIMD4(), count: (columns + 1) * (rows + 1))
    for y in 0..<rows {
      var row = SIMD4<Int64>()
      for x in 0..<columns {
        row &+= cells[y * columns + x].parts
        corners[(y + 1) * (columns + 1) + x + 1] = corners[y * (columns + 1) + x + 1] &+ row
      }
    }
  }

  /// The mean colour of a square cut to the picture; black if nothing in it is visible.
  func mean(around x: Int, _ y: Int, radius: Int) -> SIMD3<Double> {
    let (left, right) = (max(0, x - radius), min(columns, x + radius + 1))
    let (top, bottom) = (max(0, y - radius) * (columns + 1), min(rows, y + radius + 1) * (columns + 1))
    let sum = ColorSum(
      parts: corners[bottom + right] &- corners[bottom + left] &- corners[top + right] &+ corners[top + left])
    return sum.weight > 0 ? sum.mean : SIMD3()
  }
}
