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

@Suite struct CancellationTests {
  @Test(arguments: [1, 2]) func noBandBeginsAfterwards(jobs: Int) {
    let token = Cancellation()
    var rows = [Int](repeating: 0, count: 64 * 50)
    Cancellation.$current.withValue(token) {
      Bands.fill(&rows, rows: rows.count, rowLength: 1, jobs: jobs) { band, span in
        for i in span.indices { span[i] = 1 }
        if band.lowerBound >= 64 { token.cancel() }
      }
    }
    // What was begun is finished: at most one band a thread after the one that cancelled.
    #expect(token.isCancelled)
    #expect((128...64 * 4).contains(rows.reduce(0, +)))
  }

  @Test func othersGoOn() {
    let token = Cancellation()
    token.cancel()
    let source = Picture.shallow(testBitmap(9, 100))
    #expect(source.blurred(sigma: 2) != Cancellation.$current.withValue(token) { source.blurred(sigma: 2) })
    #expect(
      Cancellation.$current.withValue(Cancellation()) { source.blurred(sigma: 2) } == source.blurred(sigma: 2)
    )
  }
}
