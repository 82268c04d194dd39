import Canvas
import Color
import Composition
import Elementary
import Geometry
import Parameters

/// Rods on a beat grid that swell about the focus: a phrase of music as a picture.
public struct Rhythm: ArtworkGenerator {
  public static let name = "rhythm"
  public static let summary = "rods of several lengths and widths on a beat grid, swelling about the focus"

  var beats = 10
  var stand = Stand.centred
  var swell = 0.6
  var syncopation = 0.5
  var contrast = 0.6
  var ends = Ends.round
  var dots = 3

  /// What the rods stand on.
  enum Stand: String, ParameterOption { case centred, base, melody }
  /// How rods end.
  enum Ends: String, ParameterOption { case round, square }

  public static let parameters: [Parameter<Rhythm>] = [
    .integer("beats", \.beats, 7...13, "beats across the stage"),
    .choice("stand", \.stand, "what the rods stand on: an axis, the base or a rising and falling line"),
    .real("swell", \.swell, 0.4...0.8, "how much the rods grow towards the focus"),
    .real("syncopation", \.syncopation, 0.25...0.75, "share of beats split into off-beats"),
    .real("contrast", \.contrast, 0.3...0.9, "difference between thick and thin rods"),
    .choice("ends", \.ends, when: .is("stand", "centred", "melody"), "how rods end"),
    .integer("dots", \.dots, 1...4, "single notes"),
  ]

  public init() {}

  /// One rod of the phrase before it has a place: its width in units and its share of the full length.
  private struct Note {
    var width: Double
    var length: Double
    var isStrong: Bool
  }

  /// A rod in its place, in the stage's millimetres.
  private struct Rod {
    var x: Double
    var width: Double
    var low: Double
    var high: Double
    var isStrong: Bool
  }

  public func layers(in space: ArtSpace, stream: SeedStream) -> [Layer] {
    let stage = Stage(space)
    var stream = stream
    let focus = stage.local(space.focus)
    let (rods, gap) = placed(phrase(stage, focus, &stream), on: stage, focus: focus)
    let leader = leader(rods, focus: focus)
    let inks = space.contrastingInks
    var marks: [Mark] = []
    func add(_ path: Path, _ ink: SRGB) {
      marks.append(.fill(path.transformed(by: stage.toPage), .color(ink)))
    }
    for (index, rod) in rods.enumerated() {
      if index == leader {
        add(path(rod), space.accent)
      } else if rod.isStrong, rod.high - max(rod.low, 0) > rod.width * 3.4 + gap, stream.chance(0.6) {
        let (lower, upper) = parted(rod, gap: gap, at: stream.pick([0.38, 0.5, 0.62]))
        add(path(lower), inks[0])
        add(path(upper), inks[1])
      } else {
        add(path(rod), inks[rod.isStrong ? 0 : index % 3 == 0 ? 2 : 1])
      }
    }
    for (index, dot) in notes(above: rods, gap: gap, on: stage, &stream).enumerated() {
      add(dot, index == 0 ? space.accent : inks[1])
    }
    return [Layer(.artwork, marks)]
  }

  // MARK: The phrase

  /// Strong beats hold one thick rod; others one of middle weight, or two thin ones beside the beat.
  private func phrase(_ stage: Stage, _ focus: Point, _ stream: inout SeedStream) -> [Note] {
    let count = Int(Double(beats) * clamp(stage.width / stage.height * 0.75, 1...2.2))
    let offset = stream.integer(in: 0...2)
    var notes: [Note] = []
    for beat in 0..<count {
      let bell = self.bell((Double(beat) + 0.5) / Double(count) * stage.width, stage, focus)
      if (beat + offset) % 3 == 0 || bell > 0.94 {
        notes.append(Note(width: mix(0.8, 1 + contrast, bell), length: 1, isStrong: true))
      } else if stream.chance(syncopation) {
        let shares = stream.chance(0.5) ? [0.5, 0.74] : [0.74, 0.5]
        notes += shares.map { Note(width: mix(0.36, 0.2, contrast), length: $0, isStrong: false) }
      } else {
        notes.append(Note(width: 0.7, length: 0.86, isStrong: true))
      }
    }
    return notes
  }

  /// 1 at the focus, falling off to the sides.
  private func bell(_ x: Double, _ stage: Stage, _ focus: Point) -> Double {
    let d = (x - focus.x) / (stage.width * 0.34)
    return Exact.exp(-d * d)
  }

  /// Side by side with equal gaps, from edge to edge.
  private func placed(_ notes: [Note], on stage: Stage, focus: Point) -> (rods: [Rod], gap: Double) {
    let share = 0.34
    let unit = stage.width / notes.reduce(0) { $0 + $1.width + share }
    var x = share * unit / 2
    let rods = notes.map { note in
      let width = note.width * unit
      let center = x + width / 2
      x += width + share * unit
      let (low, high) = span(at: center, share: note.length, stage, focus)
      return Rod(
        x: center, width: width, low: stand == .base ? low - width : low, high: high, isStrong: note.isStrong)
    }
    return (rods, share * unit)
  }

  /// From where to where a rod at `x` reaches.
  private func span(at x: Double, share: Double, _ stage: Stage, _ focus: Point) -> (Double, Double) {
    let full = stage.height * (stage.isCut ? 0.93 : 0.8)
    let swollen = full * mix(1 - swell, 1, bell(x, stage, focus)) * share
    switch stand {
    case .base: return (0, swollen)
    case .centred:
      let middle = clamp(focus.y, (full / 2)...(stage.height - full / 2))
      let axis = stage.isCut ? stage.height * 0.485 : middle
      return (axis - swollen / 2, axis + swollen / 2)
    case .melody:
      let length = full * 0.58 * mix(1 - swell * 0.5, 1, bell(x, stage, focus)) * mix(share, 1, 0.3)
      let wave = Exact.cos((x - focus.x) / stage.width * 2 * Double.pi * 1.15)
      let axis = full / 2 + wave * full * 0.2 + (stage.isCut ? stage.height * 0.02 : stage.height * 0.08)
      return (axis - length / 2, axis + length / 2)
    }
  }

  /// The strong rod nearest to the focus: the one in the accent.
  private func leader(_ rods: [Rod], focus: Point) -> Int {
    func away(_ index: Int) -> Double { abs(rods[index].x - focus.x) + (rods[index].isStrong ? 0 : 1e6) }
    return rods.indices.reduce(0) { away($1) < away($0) ? $1 : $0 }
  }

  // MARK: Forms

  /// The rod in two with a rest between them.
  private func parted(_ rod: Rod, gap: Double, at share: Double) -> (Rod, Rod) {
    var (lower, upper) = (rod, rod)
    let cut = mix(max(rod.low, 0), rod.high, share)
    lower.high = cut - gap / 2
    upper.low = cut + gap / 2
    return (lower, upper)
  }

  /// Discs as wide as the rods that they stand over.
  private func notes(
    above rods: [Rod], gap: Double, on stage: Stage, _ stream: inout SeedStream
  ) -> [Path] {
    let limit = stage.height * (stage.isCut ? 0.97 : 0.95)
    let free = rods.filter { $0.isStrong && $0.high + gap + $0.width < limit }
    return stream.shuffled(free).prefix(dots).map {
      .circle(Point($0.x, $0.high + gap + $0.width / 2), radius: $0.width / 2)
    }
  }

  private func path(_ rod: Rod) -> Path {
    let radius = rod.width / 2
    // Square rods on a base would be a bar chart.
    guard ends == .round || stand == .base, rod.high - rod.low > rod.width else {
      return .rect(Rect(left: rod.x - radius, top: rod.low, right: rod.x + radius, bottom: rod.high))
    }
    var path = Path.arc(Point(rod.x, rod.high - radius), radius: radius, from: 0, to: Double.pi)
    path.appendConnected(
      .arc(Point(rod.x, rod.low + radius), radius: radius, from: Double.pi, to: 2 * Double.pi))
    path.close()
    return path
  }
}
