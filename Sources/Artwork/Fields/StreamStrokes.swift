import Elementary
import Geometry
import Parameters

/// Evenly spaced streamlines (Jobard and Lefer, "Creating evenly-spaced streamlines of arbitrary density", 1997): new
/// ones start one spacing beside those there are and stop where they would come nearer than a share of it.
struct StreamStrokes {
  private let field: CurrentField
  private let spacing: (Point) -> Double
  private let step: Double
  /// Samples of finished strokes.
  private var samples: [Point] = []
  private var index: CellIndex
  private(set) var strokes: [[Point]] = []

  /// Nearer than this share of the spacing a stroke stops.
  private static let nearest = 0.78
  /// More strokes than any poster needs: a bound on cost.
  private static let limit = 2400

  /// `least` is the smallest spacing there is, `step` how far apart a stroke's samples are as a share of it.
  init(_ field: CurrentField, spacing: @escaping (Point) -> Double, least: Double, step share: Double) {
    (self.field, self.spacing) = (field, spacing)
    step = least * share
    index = CellIndex(over: field.frame, side: least * 2)
  }

  /// Fills the field's place. O(strokes * samples).
  mutating func fill(longest: Double, _ stream: inout SeedStream) {
    let start = field.center + Point(field.radius + spacing(field.center) * 0.8, 0)
    for turn in 0..<6 where strokes.isEmpty {
      let way = Affine.rotation(Double(turn) * 1.05).apply(start - field.center)
      grow(from: field.center + way, longest, &stream)
    }
    var next = 0
    while next < strokes.count, strokes.count < Self.limit {
      let stroke = strokes[next]
      next += 1
      for index in stride(from: 0, to: stroke.count, by: 4) {
        let p = stroke[index]
        let across = field.direction(p).perpendicular * spacing(p)
        for seed in [p + across, p - across] { grow(from: seed, longest, &stream) }
      }
      // On from the ends, so that a line goes on as another stroke.
      for p in [stroke[0], stroke[stroke.count - 1]] {
        let along = field.direction(p) * (spacing(p) * 1.15)
        for seed in [p + along, p - along] { grow(from: seed, longest, &stream) }
      }
    }
  }

  private mutating func grow(from seed: Point, _ longest: Double, _ stream: inout SeedStream) {
    guard isFree(seed, 0.97) else { return }
    let length = longest * stream.uniform(in: 0.35...1)
    let ahead = walk(from: seed, length * 0.6, 1)
    let back = walk(from: seed, length - Double(ahead.count) * step, -1)
    let line = back.reversed() + [seed] + ahead
    guard Double(line.count) * step > spacing(seed) * 1.6 else { return }
    strokes.append(line)
    samples += line
    for p in line { index.add(p) }
  }

  private func walk(from seed: Point, _ length: Double, _ sign: Double) -> [Point] {
    var (p, line) = (seed, [Point]())
    var travelled = 0.0
    while travelled < length {
      // The midpoint rule.
      let half = p + field.direction(p) * (sign * step / 2)
      p = p + field.direction(half) * (sign * step)
      travelled += step
      guard isFree(p, Self.nearest), !returns(p, line) else { break }
      line.append(p)
    }
    return line
  }

  /// True if a line comes back to where it was.
  private func returns(_ p: Point, _ line: [Point]) -> Bool {
    let near = spacing(p) * Self.nearest
    let skipped = Int(near / step) + 2
    guard line.count > skipped else { return false }
    return stride(from: 0, to: line.count - skipped, by: 2).contains { line[$0].distance(to: p) < near }
  }

  private func isFree(_ p: Point, _ share: Double) -> Bool {
    let space = spacing(p)
    guard field.admits(p, half: space / 2) else { return false }
    let near = space * share
    return !index.contains(within: near, of: p) { samples[$0].distance(to: p) < near }
  }
}
