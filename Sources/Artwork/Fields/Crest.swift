import Elementary
import Geometry
import Parameters

/// A crest from left to right.
struct Crest {
  var points: [Point]

  /// The strip between this line lowered by two amounts.
  func band(from top: Double, to bottom: Double) -> Path {
    let upper = points.map { Point($0.x, $0.y + top) }
    let lower = points.reversed().map { Point($0.x, $0.y + bottom) }
    var path = Path.smoothOpen(upper)
    path.appendConnected(.smoothOpen(lower))
    path.close()
    return path
  }
}

/// One crest's profile, 0 in the valleys to about 1 at the tops.
struct Wave {
  private let form: Strata.Form
  let length: Double
  private let phase: Double
  private let row: Double
  let noise: GradientNoise

  init(_ form: Strata.Form, length: Double, noise: GradientNoise, _ stream: inout SeedStream) {
    self.form = form
    self.noise = noise
    phase = stream.uniform(in: 0...1)
    row = stream.uniform(in: 0...60)
    self.length = length * (form == .swell ? 0.42 : form == .peaks ? 0.8 : 1)
  }

  /// Steeper than this a crest is a tooth.
  var highest: Double {
    switch form {
    case .swell: length * 0.26
    case .dunes: length * 0.3
    case .hills: length * 0.45
    case .peaks: length * 0.4
    }
  }

  func rise(_ x: Double) -> Double {
    // Noise bends the beat, so that no two crests of a ridge are alike.
    let beat = x / length + phase + noise.value(x / length * 0.8, row) * 0.22
    let u = beat - beat.rounded(.down)
    let size = 0.75 + 0.5 * noise.value(beat.rounded(.down) * 0.37 + 0.5, row + 9.5)
    switch form {
    case .hills:
      return 0.5 - 0.5 * Exact.cos(2 * Double.pi * u) * 0.9 + 0.25 * noise.value(x / length * 1.3, row)
    case .dunes: return dune(u) * size * 1.1
    case .swell: return swell(u) * size
    case .peaks: return peak(x)
    }
  }

  /// A long back that steepens to a sharp crest, and a short slip face.
  private func dune(_ u: Double) -> Double {
    let top = 0.68
    if u < top {
      let t = u / top
      return t * t * (1.35 - 0.35 * t)
    }
    let t = (1 - u) / (1 - top)
    return t * t * (1.6 - 0.6 * t)
  }

  /// Round troughs and pointed tops, as on deep water.
  private func swell(_ u: Double) -> Double { 1 - Exact.cos(Double.pi * u).magnitude }

  /// Folded noise: sharp ridges, broad flanks, smaller ones on their shoulders.
  private func peak(_ x: Double) -> Double {
    let broad = 1 - noise.value(x / length * 1.15, row).magnitude * 1.9
    let fine = 1 - noise.value(x / length * 3.1, row + 21).magnitude * 1.8
    return broad * 0.9 + fine * 0.13 - 0.04
  }
}
