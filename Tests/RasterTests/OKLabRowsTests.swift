import Color
import Raster
import Testing

@Suite struct OKLabRowsTests {
  /// Random components around 0...1, with black, white and primaries among them.
  private func planes(_ width: Int, low: Float, high: Float) -> [[Float]] {
    var numbers = TestNumbers(UInt64(width) + 900)
    return (0..<3).map { plane in
      numbers.row(Rows.padded(width)).enumerated().map { x, v in
        x % 5 == 4 ? Float(x / 5 >> plane & 1) : low + v * (high - low)
      }
    }
  }

  private func lab(_ red: [Float], _ green: [Float], _ blue: [Float]) -> [[Float]] {
    var (l, a, b) = (red, red, red)
    var x = l.mutableSpan
    var y = a.mutableSpan
    var z = b.mutableSpan
    OKLabRows.lab(red: red.span, green: green.span, blue: blue.span, lightness: &x, a: &y, b: &z)
    return [l, a, b]
  }

  private func linear(_ lightness: [Float], _ a: [Float], _ b: [Float]) -> [[Float]] {
    var (red, green, blue) = (a, a, a)
    var x = red.mutableSpan
    var y = green.mutableSpan
    var z = blue.mutableSpan
    OKLabRows.linear(lightness: lightness.span, a: a.span, b: b.span, red: &x, green: &y, blue: &z)
    return [red, green, blue]
  }

  private func lightness(_ red: [Float], _ green: [Float], _ blue: [Float]) -> [Float] {
    var row = red
    var span = row.mutableSpan
    OKLabRows.lightness(red: red.span, green: green.span, blue: blue.span, into: &span)
    return row
  }

  private func color(_ p: [[Float]], _ x: Int) -> LinearRGB {
    LinearRGB(Double(p[0][x]), Double(p[1][x]), Double(p[2][x]))
  }

  /// The last range is that of colours outside sRGB.
  @Test(arguments: awkwardWidths, [(Float(0), Float(1)), (0, 1e-4), (-0.2, 1.3)])
  func agreeWithTheScalarForms(width: Int, range: (Float, Float)) {
    let rgb = planes(width, low: range.0, high: range.1)
    let found = lab(rgb[0], rgb[1], rgb[2])
    let back = linear(found[0], found[1], found[2])
    #expect(lightness(rgb[0], rgb[1], rgb[2]) == found[0])
    for x in 0..<width {
      let wanted = OKLab(color(rgb, x))
      #expect(abs(Double(found[0][x]) - wanted.lightness) < 1e-5)
      #expect(abs(Double(found[1][x]) - wanted.a) < 1e-5)
      #expect(abs(Double(found[2][x]) - wanted.b) < 1e-5)
      let scalar = OKLab(Double(found[0][x]), Double(found[1][x]), Double(found[2][x])).linear
      #expect(abs(Double(back[0][x]) - scalar.red) < 1e-5)
      #expect(abs(Double(back[1][x]) - scalar.green) < 1e-5)
      #expect(abs(Double(back[2][x]) - scalar.blue) < 1e-5)
      for plane in 0..<3 { #expect(abs(back[plane][x] - rgb[plane][x]) < 1e-5) }
    }
  }
}
