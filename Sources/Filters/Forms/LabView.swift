import Raster

/// A reduced picture in OKLab.
struct LabView: Sendable {
  let width: Int
  let height: Int
  /// Lightness, a and b of each pixel.
  var samples: [SIMD4<Float>]

  init(_ view: ReducedPicture, jobs: Int) {
    let (width, height) = (view.width, view.height)
    (self.width, self.height) = (width, height)
    var samples = [SIMD4<Float>](repeating: .zero, count: width * height)
    Bands.fill(&samples, rows: height, rowLength: width, jobs: jobs) { band, part in
      var light = [[Float]](repeating: [Float](repeating: 0, count: Rows.padded(width)), count: 3)
      var (lightness, a, b) = (light[0], light[0], light[0])
      for y in band {
        for x in 0..<width {
          let place = y * width + x
          (light[0][x], light[1][x], light[2][x]) = (view.red[place], view.green[place], view.blue[place])
        }
        convert(light, &lightness, &a, &b)
        for x in 0..<width { part[(y - band.lowerBound) * width + x] = [lightness[x], a[x], b[x], 0] }
      }
    }
    self.samples = samples
  }

  /// The gradient by Scharr's weights of 3 and 10; of the three channels' gradients the sum, each turned towards
  /// that of the lightness, so that none cancels another.
  func gradient(_ x: Int, _ y: Int) -> SIMD2<Float> {
    func at(_ dx: Int, _ dy: Int) -> SIMD4<Float> {
      samples[max(0, min(height - 1, y + dy)) * width + max(0, min(width - 1, x + dx))]
    }
    let across = (at(1, -1) - at(-1, -1) + at(1, 1) - at(-1, 1)) * 3 + (at(1, 0) - at(-1, 0)) * 10
    let down = (at(-1, 1) - at(-1, -1) + at(1, 1) - at(1, -1)) * 3 + (at(0, 1) - at(0, -1)) * 10
    var sum = SIMD2(across[0], down[0])
    for channel in 1..<3 {
      let own = SIMD2(across[channel], down[channel])
      sum += (own * sum).sum() < 0 ? -own : own
    }
    return sum * (1.0 / 32)
  }
}

private func convert(
  _ light: [[Float]], _ lightness: inout [Float], _ a: inout [Float], _ b: inout [Float]
) {
  let (red, green, blue) = (light[0], light[1], light[2])
  var lightnessRow = lightness.mutableSpan
  var aRow = a.mutableSpan
  var bRow = b.mutableSpan
  OKLabRows.lab(
    red: red.span, green: green.span, blue: blue.span, lightness: &lightnessRow, a: &aRow, b: &bRow)
}
