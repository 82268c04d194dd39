import CVector

extension Picture {
  /// Means of linear light over rectangles: what decides where large forms go. Forms of millimetres need no finer
  /// picture, so a large print costs little more than a small one.
  ///
  /// - Parameters:
  ///   - step: width and height of a rectangle in pixels, each at least 1, not necessarily whole. The last ones of a
  ///     row or column may reach past the picture and hold the mean of what lies in it.
  ///   - jobs: how many threads may work; the samples are the same for any number.
  /// - Returns: `width / step` by `height / step` samples, rounded up, colour premultiplied.
  public func reduced(step: SIMD2<Double>, jobs: Int = 1) -> PlanarImage {
    precondition(step.x >= 1 && step.y >= 1, "a rectangle is a pixel at least")
    let rows = PictureRows(self, planes: isOpaque(jobs: jobs) ? 3 : 4)
    // Less a hair, so that a step of exactly a third of the width gives three samples.
    func count(_ length: Int, _ step: Double) -> Int { Int((Double(length) / step - 1e-9).rounded(.up)) }
    return resize(
      rows, width: count(width, step.x), height: count(height, step.y), .area, step: step,
      into: StoredSink(jobs: jobs)
    ).image
  }
}

extension PlanarImage {
  /// The same on white paper, opaque.
  public func onWhite() -> PlanarImage {
    guard !isOpaque else { return self }
    var result = PlanarImage(width: width, height: height, isOpaque: true)
    let length = planes * stride
    let (source, stride) = (samples.span, stride)
    result.updateBands(jobs: 1) { band, target in
      for y in band {
        for x in Swift.stride(from: 0, to: stride, by: 8) {
          let paper = Lanes(repeating: 1) - source.lanes(at: y * length + 3 * stride + x)
          for plane in 0..<3 {
            let light = source.lanes(at: y * length + plane * stride + x) + paper
            target.setLanes(light, at: ((y - band.lowerBound) * 3 + plane) * stride + x)
          }
        }
      }
    }
    return result
  }

  /// A plane of its own (0 red, 1 green, 2 blue, 3 alpha).
  public func plane(_ index: Int) -> Plane {
    precondition((0..<planes).contains(index))
    var plane = Plane(width: width, height: height)
    for y in 0..<height {
      let start = (y * planes + index) * stride
      for x in 0..<stride { plane.samples[y * stride + x] = samples[start + x] }
    }
    return plane
  }
}
