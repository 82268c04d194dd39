import Raster
import Testing

@Suite struct SplineRowsTests {
  private func plane(_ width: Int, _ height: Int) -> Plane {
    var numbers = TestNumbers(3)
    var plane = Plane(width: width, height: height)
    for y in 0..<height { for x in 0..<width { plane.samples[y * plane.stride + x] = numbers.unit() } }
    return plane
  }

  /// The uniform cubic B-spline, from its definition as a sum over all samples.
  private func twin(_ plane: Plane, step: Int, x: Int, y: Int) -> Double {
    func weight(_ t: Double) -> Double {
      let d = abs(t)
      if d >= 2 { return 0 }
      return d < 1 ? (4 - 6 * d * d + 3 * d * d * d) / 6 : (2 - d) * (2 - d) * (2 - d) / 6
    }
    let (u, v) = ((Double(x) + 0.5) / Double(step) - 0.5, (Double(y) + 0.5) / Double(step) - 0.5)
    var sum = 0.0
    for row in -3..<plane.height + 3 {
      for column in -3..<plane.width + 3 {
        let (j, i) = (min(max(row, 0), plane.height - 1), min(max(column, 0), plane.width - 1))
        let sample = Double(plane.samples[j * plane.stride + i])
        sum += weight(u - Double(column)) * weight(v - Double(row)) * sample
      }
    }
    return sum
  }

  @Test(arguments: awkwardWidths, [2, 3, 5])
  func rowsAreSplines(width: Int, step: Int) {
    let plane = plane((width + step - 1) / step, 3)
    var rows = SplineRows(step: step, source: plane.width, width: width)
    for y in [0, 1, 3 * step - 1] {
      rows.move(to: y, of: plane)
      for x in 0..<width {
        #expect(abs(Double(rows.samples[x]) - twin(plane, step: step, x: x, y: y)) < 1e-5)
      }
    }
  }

  @Test(arguments: awkwardWidths)
  func aStepOfOneChangesNothing(width: Int) {
    let plane = plane(width, 4)
    var rows = SplineRows(step: 1, source: width, width: width)
    for y in 0..<4 {
      rows.move(to: y, of: plane)
      #expect(rows.samples.prefix(width).elementsEqual(plane.row(y)))
    }
  }
}
