import Raster

/// A picture reduced by a whole factor: the mean light of every square of `step` pixels, weighted by alpha.
struct CoarseLight {
  let step: Int
  /// Squares across and down; those at the right and lower edge may be cut.
  let width: Int
  let height: Int
  /// Red, green, blue and alpha of each square, straight.
  let cells: [SIMD4<Float>]

  /// Reads the picture once.
  init(_ picture: Picture, step: Int, jobs: Int) {
    precondition(step > 0)
    let (width, across) = (picture.width, (picture.width + step - 1) / step)
    let down = (picture.height + step - 1) / step
    var cells = [SIMD4<Float>](repeating: SIMD4(), count: across * down)
    picture.readLight(into: &cells, perRow: across, rowsPerResult: step, jobs: jobs) { rows, reader, sums in
      for y in rows {
        reader.read(y)
        Self.add(reader.light, width: width, step: step, to: &sums)
      }
      for x in sums.indices {
        let area = Float(rows.count * (min(width, (x + 1) * step) - x * step))
        let sum = sums[x]
        let cover = sum.w > 0 ? sum.w : 1
        sums[x] = SIMD4(sum.x / cover, sum.y / cover, sum.z / cover, sum.w / area)
      }
    }
    (self.step, self.width, height, self.cells) = (step, across, down, cells)
  }

  private static func add(
    _ light: LightRow, width: Int, step: Int, to sums: inout MutableSpan<SIMD4<Float>>
  ) {
    let red = light.red.span
    let green = light.green.span
    let blue = light.blue.span
    let cover = light.cover.span
    for cell in sums.indices {
      var sum = SIMD4<Float>()
      for x in cell * step..<min(width, (cell + 1) * step) {
        sum += SIMD4(red[x], green[x], blue[x], 1) * cover[x]
      }
      sums[cell] += sum
    }
  }
}
