extension Plane {
  /// The mean over the square of `2 radius + 1` pixels around every pixel; at the border, over the part of it
  /// that lies in the picture.
  ///
  /// Running sums, see `BoxRows`: the cost is independent of the radius.
  /// - Parameters:
  ///   - radius: at least 0.
  ///   - jobs: how many threads may work; the samples are the same for any number.
  /// - Returns: a plane of the same size.
  public func boxMean(radius: Int, jobs: Int = 1) -> Plane {
    precondition(radius >= 0, "a radius is at least 0")
    let means = BoxRows(rows, radius: radius)
    return StoredRows(means, jobs: jobs, height: boxBandHeight(radius: radius)).plane
  }
}
