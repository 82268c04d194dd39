import CVector

extension Picture {
  /// Smoothed within regions by a ``DomainTransform`` of its own encoded colours (what the eye takes for even
  /// steps), alpha too.
  ///
  /// - Parameters:
  ///   - transform: `range` is in encoded light, summed over red, green and blue (and alpha).
  ///   - detail: how much of what was smoothed away is put back: 0 none, 1 all, above 1 more than there was.
  ///   - jobs: how many threads may work; the pixels are the same for any number.
  /// - Returns: a picture as deep as this one. Memory beside both: a float for each sample and one for each pixel.
  public func edgePreserved(_ transform: DomainTransform, detail: Double = 0, jobs: Int = 1) -> Picture {
    let rows = PictureRows(self, planes: isOpaque(jobs: jobs) ? 3 : 4, light: .encoded)
    let base = transform.filtered(rows, guide: rows, jobs: jobs)
    let detailed = Detailed(base: base, source: rows, detail: Float(detail))
    return made(of: detailed, light: .encoded, dithered: true, jobs: jobs)
  }
}

extension Plane {
  /// Smoothed along the edges of a guide of the same size; the samples are the same for any number of jobs.
  public func smoothed(along guide: Plane, _ transform: DomainTransform, jobs: Int = 1) -> Plane {
    transform.filtered(rows, guide: guide.rows, jobs: jobs).plane
  }
}

extension PlanarImage {
  /// Smoothed along the edges of a guide of the same size; the samples are the same for any number of jobs.
  public func smoothed(along guide: PlanarImage, _ transform: DomainTransform, jobs: Int = 1) -> PlanarImage {
    transform.filtered(rows, guide: guide.rows, jobs: jobs).image
  }
}

/// A base and a part of what a source has besides.
private struct Detailed<Source: RowSource>: RowSource {
  var base: StoredRows
  var source: Source
  let detail: Float
  var shape: RowShape { base.shape }

  mutating func fetch(_ y: Int, into row: inout MutableSpan<Float>) {
    guard detail != 0 else { return base.fetch(y, into: &row) }
    source.fetch(y, into: &row)
    let base = base.samples.span.extracting(y * shape.length..<(y + 1) * shape.length)
    for x in stride(from: 0, to: row.count, by: 8) {
      let smooth = base.lanes(at: x)
      row.setLanes(f32x8_fma(row.lanes(at: x) - smooth, Lanes(repeating: detail), smooth), at: x)
    }
  }
}
