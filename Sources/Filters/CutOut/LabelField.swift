import Raster

/// A picture of labels, each pixel in one of a few areas.
struct LabelField: Sendable {
  let width: Int
  let height: Int
  let groups: Int
  var labels: [UInt8]

  /// How much of the square of `2 radius + 1` pixels around each pixel, smoothed twice more, has a label that `holds`;
  /// 0...1. Whole numbers are summed, so equal surroundings give equal values to the bit, wherever they lie.
  func share(radius: Int, jobs: Int, _ holds: (UInt8) -> Bool) -> [Float] {
    let table = (0...255).map { holds(UInt8($0)) ? Int32(1) : 0 }
    var counts = labels.map { table[Int($0)] }
    for _ in 0..<3 {
      counts = Self.boxSums(counts, width, height, radius, jobs: jobs)
    }
    let side = Float(2 * radius + 1)
    let area = side * side
    return counts.map { Float($0) / (area * area * area) }
  }

  /// The largest radius whose sums fit 32 bits: (2 · 17 + 1)⁶ < 2³¹.
  static let radiusLimit = 17

  /// Sums over the square around each pixel; beyond the border its pixels go on.
  private static func boxSums(_ source: [Int32], _ width: Int, _ height: Int, _ radius: Int, jobs: Int)
    -> [Int32]
  {
    var across = source
    Bands.fill(&across, rows: height, rowLength: width, jobs: jobs) { band, part in
      for y in band {
        let (start, target) = (y * width, (y - band.lowerBound) * width)
        var sum = source[start] * Int32(radius)
        for x in 0...radius { sum += source[start + min(width - 1, x)] }
        for x in 0..<width {
          part[target + x] = sum
          sum += source[start + min(width - 1, x + radius + 1)] - source[start + max(0, x - radius)]
        }
      }
    }
    let rows = across
    var result = across
    Bands.fill(&result, rows: height, rowLength: width, jobs: jobs) { band, part in
      var sums = [Int32](repeating: 0, count: width)
      for y in band.lowerBound - radius...band.lowerBound + radius {
        let start = max(0, min(height - 1, y)) * width
        for x in 0..<width { sums[x] += rows[start + x] }
      }
      for y in band {
        let target = (y - band.lowerBound) * width
        let entering = min(height - 1, y + radius + 1) * width
        let leaving = max(0, y - radius) * width
        for x in 0..<width {
          part[target + x] = sums[x]
          sums[x] += rows[entering + x] - rows[leaving + x]
        }
      }
    }
    return result
  }

  /// Every pixel gets the label that most of its surroundings have.
  func settled(radius: Int, jobs: Int) -> LabelField {
    var result = self
    var best = [Float](repeating: 0, count: labels.count)
    for group in 0..<groups {
      let share = share(radius: radius, jobs: jobs) { $0 == group }
      for i in share.indices where share[i] > best[i] {
        best[i] = share[i]
        result.labels[i] = UInt8(group)
      }
    }
    return result
  }

  /// Pieces of fewer than `least` pixels go to the neighbour with which they share most of their outline, the smallest
  /// first.
  func cleaned(least: Int) -> LabelField {
    var result = self
    // Pieces that were merged may still be small together; each round at least halves what is left.
    for _ in 0..<4 {
      let pieces = Pieces(result)
      let small = pieces.sizes.indices.filter { pieces.sizes[$0] < least }
      if small.isEmpty { break }
      pieces.dissolve(small.sorted { (pieces.sizes[$0], $0) < (pieces.sizes[$1], $1) }, in: &result)
    }
    return result
  }
}

/// The connected pieces of a label field, by sides of pixels.
private struct Pieces {
  /// Which piece each pixel belongs to.
  private var owner: [Int32]
  private(set) var sizes: [Int] = []
  private var pixels: [[Int32]] = []

  init(_ field: LabelField) {
    owner = [Int32](repeating: -1, count: field.labels.count)
    for start in field.labels.indices where owner[start] < 0 { fill(from: start, field) }
  }

  private mutating func fill(from start: Int, _ field: LabelField) {
    let (label, piece) = (field.labels[start], Int32(sizes.count))
    var members = [Int32(start)]
    owner[start] = piece
    var next = 0
    while next < members.count {
      let place = Int(members[next])
      next += 1
      Self.forEachNeighbor(of: place, field) { other in
        guard owner[other] < 0, field.labels[other] == label else { return }
        owner[other] = piece
        members.append(Int32(other))
      }
    }
    sizes.append(members.count)
    // Only small pieces are ever looked at pixel by pixel.
    pixels.append(members)
  }

  private static func forEachNeighbor(of place: Int, _ field: LabelField, _ body: (Int) -> Void) {
    let x = place % field.width
    if x > 0 { body(place - 1) }
    if x + 1 < field.width { body(place + 1) }
    if place >= field.width { body(place - field.width) }
    if place + field.width < field.labels.count { body(place + field.width) }
  }

  func dissolve(_ small: [Int], in field: inout LabelField) {
    for piece in small {
      var votes = [Int](repeating: 0, count: field.groups)
      let old = field.labels[Int(pixels[piece][0])]
      for place in pixels[piece] {
        Self.forEachNeighbor(of: Int(place), field) { other in
          if owner[other] != piece { votes[Int(field.labels[other])] += 1 }
        }
      }
      votes[Int(old)] = 0
      guard let best = votes.indices.max(by: { votes[$0] < votes[$1] }), votes[best] > 0 else { continue }
      for place in pixels[piece] { field.labels[Int(place)] = UInt8(best) }
    }
  }
}
