extension Picture {
  /// At another size, colour premultiplied. See ``ResamplingKernel`` for border and phase.
  ///
  /// Cost: a multiplication for each weight both ways, shrinking first; a band at a time, so memory beside both
  /// pictures is a few rows.
  /// - Parameters:
  ///   - width: in pixels, at least 1 unless this picture is empty.
  ///   - height: likewise.
  ///   - kernel: how samples are weighted.
  ///   - light: in linear light, fine patterns keep their brightness; in encoded light the result is what other
  ///     programs make of it.
  ///   - jobs: how many threads may work; the pixels are the same for any number.
  /// - Returns: a picture as deep as this one.
  public func resized(
    width: Int, height: Int, _ kernel: ResamplingKernel = .lanczos3, light: Light = .linear, jobs: Int = 1
  ) -> Picture {
    let rows = PictureRows(self, planes: isOpaque(jobs: jobs) ? 3 : 4, light: light)
    let sink = PictureSink(like: self, light: light, jobs: jobs)
    return resize(rows, width: width, height: height, kernel, into: sink)
  }
}

extension Bitmap {
  /// At another size: see ``Picture/resized(width:height:_:light:jobs:)``.
  public func resized(
    width: Int, height: Int, _ kernel: ResamplingKernel = .lanczos3, light: Light = .linear, jobs: Int = 1
  ) -> Bitmap {
    Picture.shallow(self).resized(width: width, height: height, kernel, light: light, jobs: jobs).bitmap()
  }
}

extension Plane {
  /// At another size: see ``Picture/resized(width:height:_:light:jobs:)``.
  public func resized(
    width: Int, height: Int, _ kernel: ResamplingKernel = .lanczos3, jobs: Int = 1
  ) -> Plane {
    resize(rows, width: width, height: height, kernel, into: StoredSink(jobs: jobs)).plane
  }
}

extension PlanarImage {
  /// At another size: see ``Picture/resized(width:height:_:light:jobs:)``.
  public func resized(
    width: Int, height: Int, _ kernel: ResamplingKernel = .lanczos3, jobs: Int = 1
  ) -> PlanarImage {
    resize(rows, width: width, height: height, kernel, into: StoredSink(jobs: jobs)).image
  }
}

/// Shrinks before it enlarges, so that the second pass has less to do. `step`: old samples to a new one, across and
/// down, where the new ones do not divide the old ones evenly.
func resize<S: RowSink>(
  _ source: some RowSource, width: Int, height: Int, _ kernel: ResamplingKernel, step: SIMD2<Double>? = nil,
  into sink: S
) -> S.Result {
  let old = source.shape
  guard old.width > 0 && old.height > 0 && width > 0 && height > 0 else {
    precondition(old.width * old.height == width * height, "nothing cannot become something")
    return sink.take(source)
  }
  if height < old.height {
    let columns = ResizedColumns(source, height: height, kernel, step: step?.y)
    return sink.take(ResizedRows(columns, width: width, kernel, step: step?.x))
  }
  let rows = ResizedRows(source, width: width, kernel, step: step?.x)
  return sink.take(ResizedColumns(rows, height: height, kernel, step: step?.y))
}
