extension Plane {
  /// The standard deviation of the noise in a plane, its forms left out; 0 for planes less than 3 pixels wide or high.
  ///
  /// The median size of the difference of two Laplacians, which is 6 deviations of even noise and next to nothing on
  /// slopes (Immerkær, "Fast noise variance estimation", 1996; the median instead of the mean leaves edges out).
  /// O(pixels).
  public func noise() -> Float {
    guard width > 2, height > 2 else { return 0 }
    var sizes: [Float] = []
    sizes.reserveCapacity((width - 2) * (height - 2))
    for y in 1..<height - 1 {
      for x in 1..<width - 1 {
        let i = y * stride + x
        let corners =
          samples[i - stride - 1] + samples[i - stride + 1] + samples[i + stride - 1]
          + samples[i + stride + 1]
        let sides = samples[i - stride] + samples[i + stride] + samples[i - 1] + samples[i + 1]
        sizes.append(abs(4 * samples[i] - 2 * sides + corners))
      }
    }
    sizes.sort()
    // The median of the size of a normal variable is 0.6745 deviations.
    return sizes[sizes.count / 2] / (6 * 0.6745)
  }
}
