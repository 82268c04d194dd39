import Raster

/// Puts a picture together from pieces of an exemplar, coarse to fine.
struct StyleSynthesis {
  /// How near the result stays to the picture, 0...1.
  var fidelity: Double
  /// Pieces may be turned by a quarter.
  var turned: Bool
  var jobs: Int

  /// The coarsest level is the last whose sides are at least this long, in pixels.
  private static let leastSide = 36

  /// - Parameters:
  ///   - picture: in the exemplar's colours.
  ///   - content: where the picture's content is, of its size.
  ///   - exemplar: as large as its texture is to appear; both sides at least 32 pixels.
  /// - Returns: the picture of the exemplar's texture, of the picture's size.
  func callAsFunction(_ picture: LabPlanes, content: Plane, after exemplar: LabPlanes) -> LabPlanes {
    var levels = [(picture: picture, content: content, exemplar: exemplar)]
    while let last = levels.last,
      [last.picture.width, last.picture.height, last.exemplar.width, last.exemplar.height]
        .allSatisfy({ $0 >= 2 * Self.leastSide })
    {
      levels.append(
        (last.picture.halved(jobs: jobs), last.content.halved(jobs: jobs), last.exemplar.halved(jobs: jobs)))
    }
    var places: [Int32]?
    var atlas: Atlas?
    for (index, level) in levels.enumerated().reversed() {
      let finer = Atlas(level.exemplar, turned: turned, jobs: jobs)
      let start = atlas.flatMap { atlas in
        places.map { doubled($0, of: atlas, in: finer, level.picture.width, level.picture.height) }
      }
      let search = PatchSearch(
        picture: level.picture, content: level.content, atlas: finer, manner: manner(index), jobs: jobs)
      places = search.places(from: start)
      atlas = finer
    }
    return atlas!.assembled(places!, width: picture.width, height: picture.height, jobs: jobs)
  }

  /// How level `index` is searched; 0 is the finest.
  private func manner(_ index: Int) -> PatchManner {
    let guide = Float((fidelity + 0.2) * (fidelity + 0.2) / 0.64)
    return PatchManner(
      guide: guide, mix: Float(fidelity * 0.5), grid: index == 0 ? 4 : index == 1 ? 2 : 1,
      patience: index == 0 ? 0.45 : index == 1 ? 0.6 : 0.75,
      steps: index < 2 ? 3 : 5)
  }

  private func doubled(
    _ places: [Int32], of atlas: Atlas, in finer: Atlas, _ width: Int, _ height: Int
  ) -> [Int32] {
    var result = [Int32](repeating: 0, count: width * height)
    let columns = (width + 1) / 2
    Bands.fill(&result, rows: height, rowLength: width, jobs: jobs) { band, part in
      for y in band {
        for x in 0..<width {
          part[(y - band.lowerBound) * width + x] = atlas.doubled(
            places[y / 2 * columns + x / 2], x, y, in: finer)
        }
      }
    }
    return result
  }
}

extension Atlas {
  /// The picture of the places: each pixel the mean of what it and its eight neighbours propose for it.
  ///
  /// Within a piece they agree, and its texture stays crisp; where pieces meet, they blend.
  func assembled(_ places: [Int32], width: Int, height: Int, jobs: Int) -> LabPlanes {
    let empty = Plane(width: width, height: height)
    let stride = empty.stride
    var rows = [Float](repeating: 0, count: height * 3 * stride)
    let (l, a, b) = (colors.lightness, colors.a, colors.b)
    Bands.fill(&rows, rows: height, rowLength: 3 * stride, jobs: jobs) { band, part in
      for y in band {
        let start = (y - band.lowerBound) * 3 * stride
        for x in 0..<width {
          var sum = SIMD4<Float>()
          for dy in max(0, y - 1)...min(height - 1, y + 1) {
            for dx in max(0, x - 1)...min(width - 1, x + 1) {
              let place = places[dy * width + dx]
              let at = (Int(place >> 16) + y - dy) * l.stride + Int(place & 0xffff) + x - dx
              sum += SIMD4(l.samples[at], a.samples[at], b.samples[at], 1)
            }
          }
          part[start + x] = sum.x / sum.w
          part[start + stride + x] = sum.y / sum.w
          part[start + 2 * stride + x] = sum.z / sum.w
        }
      }
    }
    func plane(_ index: Int) -> Plane {
      var plane = empty
      for y in 0..<height {
        for x in 0..<stride { plane.samples[y * stride + x] = rows[(3 * y + index) * stride + x] }
      }
      return plane
    }
    return LabPlanes(plane(0), plane(1), plane(2))
  }
}
