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
    let image = picture.reduced(step: SIMD2(repeating: Double(step)), jobs: jobs)
    (self.step, width, height) = (step, image.width, image.height)
    cells = (0..<image.height).flatMap { y in
      let rows = (0..<image.planes).map { Array(image.row(y, plane: $0)) }
      return (0..<image.width).map { x in
        let cover = image.isOpaque ? 1 : rows[3][x]
        let light = SIMD3(rows[0][x], rows[1][x], rows[2][x]) / (cover > 0 ? cover : 1)
        return SIMD4(light, cover)
      }
    }
  }
}
