import Raster

/// After how many pixels a photo of a laid material begins again, across and down; nil where it does not.
///
/// The autocorrelation of lightness along each axis: of the places where it peaks nearly as high as anywhere the first
/// is the period, and the last, divided by the number of periods up to it, tells it most exactly. Half-bond courses
/// repeat after two of them. (Near-regular textures: Liu, Lin and Hays, 2004.)
struct Period {
  let across: Double?
  let down: Double?

  /// Reads at most 512 pixels a side.
  init(_ photo: Picture, jobs: Int = 1) {
    let ratio = max(1, Double(max(photo.width, photo.height)) / 512)
    let small = photo.resized(
      width: max(1, Int(Double(photo.width) / ratio)), height: max(1, Int(Double(photo.height) / ratio)),
      .area,
      jobs: jobs
    ).bitmap(jobs: jobs)
    let light = Self.lightness(small)
    across = Self.period(light).map { $0 * Double(photo.width) / Double(small.width) }
    down = Self.period(Self.turned(light)).map { $0 * Double(photo.height) / Double(small.height) }
  }

  /// Lightness, 0...1, as rows.
  private static func lightness(_ bitmap: Bitmap) -> [[Float]] {
    (0..<bitmap.height).map { y in
      bitmap.pixels[y * bitmap.width..<(y + 1) * bitmap.width].map {
        Float(($0 >> 16 & 255) * 54 + ($0 >> 8 & 255) * 183 + ($0 & 255) * 19) / 65_280
      }
    }
  }

  private static func turned(_ rows: [[Float]]) -> [[Float]] {
    guard let first = rows.first else { return [] }
    return first.indices.map { x in rows.map { $0[x] } }
  }

  /// The least length that counts, in pixels, and the least correlation.
  private static let (shortest, least) = (6, Float(0.3))

  private static func period(_ rows: [[Float]]) -> Double? {
    guard let length = rows.first?.count, length >= 4 * shortest else { return nil }
    let curve = correlation(rows, upTo: length / 2)
    let peaks = (shortest..<curve.count - 1).filter {
      curve[$0] >= curve[$0 - 1] && curve[$0] > curve[$0 + 1]
    }
    guard let highest = peaks.map({ curve[$0] }).max(), highest >= least,
      let first = peaks.first(where: { curve[$0] >= 0.85 * highest })
    else { return nil }
    // Peak after peak, each looked for where the ones before it let it be expected.
    var period = vertex(curve, first)
    var number = 2.0
    while let next = peaks.first(where: { abs(Double($0) - number * period) < 0.12 * period + 1 }),
      curve[next] >= 0.5 * highest
    {
      period = vertex(curve, next) / number
      number += 1
    }
    return period
  }

  /// How rows go with themselves, moved by 0, 1, 2 ... pixels: -1...1. Each stands without its own mean: shading across
  /// them then says nothing.
  private static func correlation(_ rows: [[Float]], upTo most: Int) -> [Float] {
    let centred = rows.map { row in
      let mean = row.reduce(0, +) / Float(row.count)
      return row.map { $0 - mean }
    }
    return (0...most).map { shift in
      var (product, before, after): (Float, Float, Float) = (0, 0, 0)
      for row in centred {
        row.withUnsafeBufferPointer { row in
          for x in 0..<row.count - shift {
            product += row[x] * row[x + shift]
            before += row[x] * row[x]
            after += row[x + shift] * row[x + shift]
          }
        }
      }
      return product / max((before * after).squareRoot(), 1e-9)
    }
  }

  /// Where a parabola through a peak and its neighbours is highest.
  private static func vertex(_ curve: [Float], _ peak: Int) -> Double {
    let (a, b, c) = (Double(curve[peak - 1]), Double(curve[peak]), Double(curve[peak + 1]))
    let bend = a - 2 * b + c
    return Double(peak) + (bend < 0 ? (a - c) / (2 * bend) : 0)
  }
}
