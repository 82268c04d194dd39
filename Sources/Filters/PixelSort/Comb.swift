import Composition
import Elementary
import Parameters
import Raster

/// Decides where the runs of a line begin and end.
struct Comb: Sendable {
  private let low: Int
  private let high: Int
  /// Pixels of the longest run, of a strand, and of a melting end.
  private let longest: Double
  private let strand: Double
  private let feather: Int
  private let strength: Double
  private let seed: UInt32
  /// Tones that differ by more over a step of `reach` bound a run.
  private let edge: Int
  private let reach: Int

  init(_ sort: PixelSort, _ lines: SlantedLines, _ bitmap: Bitmap, _ context: FilterContext) {
    // The window leaves as much of the picture outside at either end.
    let tones = Self.quantiles(bitmap)
    let outside = (1 - sort.range) / 2
    (low, high) = (tones(outside), tones(1 - outside * 0.8))
    longest = max(2, context.pixels(sort.length))
    strand = max(1, context.pixels(sort.strand))
    feather = max(1, Int(context.pixels(0.5).rounded()))
    strength = sort.strength
    (edge, reach) = (44, max(1, Int(context.pixels(0.3).rounded())))
    var seeds = context.stream.child("comb")
    seed = seeds.bits()
  }

  /// The tone below which a share of the pixels lies, from one pixel in many.
  private static func quantiles(_ bitmap: Bitmap) -> (Double) -> Int {
    var counts = [Int](repeating: 0, count: 257)
    let step = max(1, bitmap.pixels.count / 65536)
    for index in stride(from: 0, to: bitmap.pixels.count, by: step) {
      counts[RunSorter.tone(bitmap.pixels[index]) + 1] += 1
    }
    for tone in 1...256 { counts[tone] += counts[tone - 1] }
    let sums = counts
    return { share in
      let wanted = Double(sums[256]) * share
      return (0..<256).first { Double(sums[$0 + 1]) > wanted } ?? 256
    }
  }

  /// Sorts the runs of a line whose first pixel is step `start`.
  func sort(
    _ line: Int, from start: Int, _ pixels: inout MutableSpan<UInt32>, with sorter: inout RunSorter
  ) {
    let tones = pixels.indices.map { RunSorter.tone(pixels[$0]) }
    var first = 0
    while first < tones.count {
      guard isFree(tones, first) else {
        first += 1
        continue
      }
      let limit = longestRun(line, at: start + first)
      var end = first + 1
      while end < tones.count, end - first < limit.length, isFree(tones, end) { end += 1 }
      if limit.isSorted, end - first > 2 { sorter.sort(&pixels, first..<end, feather: feather) }
      first = end
    }
  }

  /// True for a tone of the window away from edges.
  private func isFree(_ tones: [Int], _ place: Int) -> Bool {
    let tone = tones[place]
    let before = tones[max(0, place - reach)]
    return tone >= low && tone < high && abs(tone - before) < edge
  }

  /// How long a run that begins here may be: many short ones and few long ones. Lines of a strand agree, because their
  /// places are taken to the same coarse grid.
  private func longestRun(_ line: Int, at step: Int) -> (length: Int, isSorted: Bool) {
    let row = Int(Double(line) / strand)
    let column = Int(Double(step) / longest * 2)
    let bits = latticeKey(row: row &* 8191 &+ column, seed: seed)
    let u = Double(bits & 0xffff) / 65536
    let isSorted = Double(bits >> 16) / 65536 < strength
    // Frayed ends: a line of a strand may be a tenth shorter.
    let fray = Double(latticeKey(row: line, seed: bits) & 0xff) / 2560
    return (max(3, Int(longest * (0.12 + 0.88 * u * u) * (1 - fray))), isSorted)
  }
}
