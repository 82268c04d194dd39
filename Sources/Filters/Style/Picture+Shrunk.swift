import Raster

extension Picture {
  /// In 8 bits, with no side longer than `side` pixels.
  package func shrunk(toSide side: Int, jobs: Int) -> Bitmap {
    let long = max(width, height)
    guard long > side else { return bitmap(jobs: jobs) }
    func scaled(_ length: Int) -> Int { max(1, (length * side + long / 2) / long) }
    return resized(width: scaled(width), height: scaled(height), .area, jobs: jobs).bitmap(jobs: jobs)
  }
}
