import Raster
import Testing

@Suite struct BandsTests {
  @Test(arguments: [0, 1, 63, 64, 65, 300], [1, 2, 8])
  func everyRowIsGivenOnceWithItsElements(rows: Int, jobs: Int) {
    var marks = [Int](repeating: 0, count: rows * 3)
    Bands.fill(&marks, rows: rows, rowLength: 3, jobs: jobs) { band, span in
      let fits = span.count == band.count * 3 && band.lowerBound % Bands.height == 0
      for i in span.indices { span[i] += fits ? band.lowerBound * 3 + i + 1 : 0 }
    }
    #expect(marks == Array(1..<rows * 3 + 1))
  }

  @Test func emptyRowsAreFine() {
    var none: [Float] = []
    Bands.fill(&none, rows: 100, rowLength: 0, jobs: 2) { band, span in
      precondition(span.count == 0 && !band.isEmpty)
    }
    #expect(none.isEmpty)
  }
}
