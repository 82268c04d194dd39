import CVector
import Parameters
import Raster

/// How much paint every hair of a brush lays down along a stroke, as tables 0...1 that repeat in both directions.
///
/// Hairs differ strongly across the brush and change slowly along it. Each coarser table holds the means of two by
/// two entries of the one before, so that narrow strokes show no noise.
struct Bristles: Sendable {
  /// Entries across the finest table; a brush covers half of them.
  static let across = 128
  /// Entries along the finest table.
  static let along = 256
  /// Entries along a stroke's radius in the finest table.
  static let perRadius: Float = 8

  /// Entries of all tables, the finest first; entry (u, s) of a table is at `u * along + s`.
  let entries: [Float]
  let starts: [Int]

  init(_ stream: SeedStream) {
    var seeds = stream.child("bristles")
    var table = Self.finest(seeds.bits(), seeds.bits(), seeds.bits())
    var (entries, starts): ([Float], [Int]) = ([], [])
    for level in 0..<6 {
      starts.append(entries.count)
      entries += table
      table = Self.halved(table, across: Self.across >> level, along: Self.along >> level)
    }
    (self.entries, self.starts) = (entries, starts)
  }

  private static func finest(_ hairs: UInt32, _ drift: UInt32, _ grain: UInt32) -> [Float] {
    let base = hairLoads(hairs)
    let stations = along / stationLength
    let slow = numbers(rows: stations, drift)
    let fine = numbers(rows: along / 4, grain)
    var table = [Float](repeating: 0, count: across * along)
    for s in 0..<along {
      let (i, t) = (s / stationLength, Float(s % stationLength) / Float(stationLength))
      let ease = t * t * (3 - 2 * t)
      let (this, next) = (i * across, (i + 1) % stations * across)
      for u in 0..<across {
        let change = slow[this + u] * (1 - ease) + slow[next + u] * ease
        let load = 0.5 + 0.4 * base[u] + 0.34 * change + 0.06 * fine[s / 4 * across + u]
        table[u * along + s] = min(1, max(0, load))
      }
    }
    return table
  }

  /// Entries along a stroke from one state of a hair to the next.
  private static let stationLength = 32

  /// Hairs clump: twos, fours and eights share part of their load.
  private static func hairLoads(_ seed: UInt32) -> [Float] {
    let rows = numbers(rows: 4, seed)
    return (0..<across).map { u in
      0.3 * rows[u] + 0.4 * rows[across + u / 2] + 0.45 * rows[2 * across + u / 4]
        + 0.35 * rows[3 * across + u / 8]
    }
  }

  /// Even random numbers in -1..<1, a row for each station along a stroke.
  private static func numbers(rows: Int, _ seed: UInt32) -> [Float] {
    var numbers: [Float] = []
    for row in 0..<rows {
      let key = latticeKey(row: row, seed: seed)
      for u in stride(from: 0, to: across, by: 8) {
        let lanes = u32x8_signed_unit(u32x8_lattice(UInt32(u), key))
        for lane in 0..<8 { numbers.append(lanes[lane]) }
      }
    }
    return numbers
  }

  private static func halved(_ table: [Float], across: Int, along: Int) -> [Float] {
    (0..<across / 2 * (along / 2)).map { i in
      let (u, s) = (i / (along / 2) * 2, i % (along / 2) * 2)
      let pair = table[u * along + s] + table[u * along + s + 1]
      return (pair + table[(u + 1) * along + s] + table[(u + 1) * along + s + 1]) / 4
    }
  }

  /// The finest table whose entries are at least about a pixel wide under a brush of `radius` pixels.
  static func level(radius: Float) -> Int {
    var level = 0
    while level < 5, Float(across >> (level + 1)) > 2 * radius * 1.2 { level += 1 }
    return level
  }
}
