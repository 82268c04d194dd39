import Raster

/// A picture in linear light, reduced by area so that it has no more than a given number of pixels: what decides where
/// forms go. Forms of millimetres need no finer picture, so a large print costs little more than a small one.
///
/// Transparent parts count as white paper.
struct ReducedPicture: Sendable {
  let width: Int
  let height: Int
  /// Pixels of the source in one of these, across and down; at least 1.
  let stepX: Double
  let stepY: Double
  /// `width * height` samples each, row by row.
  let red: [Float]
  let green: [Float]
  let blue: [Float]

  /// Reduces to at most `limit` pixels; a smaller picture stays as it is. O(pixels of the source).
  init(_ bitmap: Bitmap, limit: Int, jobs: Int) {
    let pixels = Double(bitmap.width * bitmap.height)
    let ratio = max(1, (pixels / Double(limit)).squareRoot())
    let (width, height) = (
      max(min(1, bitmap.width), Int(Double(bitmap.width) / ratio)),
      max(min(1, bitmap.height), Int(Double(bitmap.height) / ratio))
    )
    (self.width, self.height) = (width, height)
    stepX = width > 0 ? Double(bitmap.width) / Double(width) : 1
    stepY = height > 0 ? Double(bitmap.height) / Double(height) : 1
    let image = Picture.shallow(bitmap).reduced(step: SIMD2(stepX, stepY), jobs: jobs).onWhite()
    func plane(_ index: Int) -> [Float] { (0..<height).flatMap { image.row($0, plane: index) } }
    (red, green, blue) = (plane(0), plane(1), plane(2))
  }

  /// The index of the pixel at a place in source pixels.
  func index(_ x: Double, _ y: Double) -> Int {
    let column = max(0, min(width - 1, Int(x / stepX)))
    return max(0, min(height - 1, Int(y / stepY))) * width + column
  }
}
