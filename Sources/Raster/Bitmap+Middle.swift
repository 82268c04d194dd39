extension Bitmap {
  /// The middle of the picture, no wider than `width` and no higher than `height` pixels. O(its pixels).
  public func middle(width: Int, height: Int) -> Bitmap {
    let (wide, high) = (min(width, self.width), min(height, self.height))
    let (left, top) = ((self.width - wide) / 2, (self.height - high) / 2)
    var pixels: [UInt32] = []
    pixels.reserveCapacity(wide * high)
    for y in top..<top + high {
      pixels += self.pixels[y * self.width + left..<y * self.width + left + wide]
    }
    return Bitmap(width: wide, height: high, pixels: pixels)
  }
}
