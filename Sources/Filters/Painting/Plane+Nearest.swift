import Raster

extension Plane {
  /// The sample nearest to a place inside or outside.
  @inline(__always)
  func nearest(_ x: Float, _ y: Float) -> Float {
    let column = max(0, min(width - 1, Int(x)))
    let row = max(0, min(height - 1, Int(y)))
    return samples[row &* stride &+ column]
  }
}
