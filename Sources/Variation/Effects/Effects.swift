import Canvas
import Composition
import Geometry
import Parameters
import Raster
import Studio

/// How much each group of parameters changes the picture.
public struct GroupEffect: Hashable, Sendable {
  /// As in `palette`.
  public let group: String
  /// The mean change when the group alone moves; 1 is what two draws of a brief differ by.
  public let mean: Double
  /// How unevenly: high where the effect depends on the other groups.
  public let deviation: Double
  /// The share of all variance that the group explains, alone and together with others.
  public let alone: Double
  public let total: Double
}

/// Effects of a preset's groups: elementary ones along trajectories (Morris, "Factorial sampling plans for preliminary
/// computational experiments", 1991, groups moved whole as in Campolongo, Cariboni and Saltelli 2007), and Sobol's
/// shares.
public struct Effects: Sendable {
  let preset: Preset
  let locks: Locks
  let seed: UInt64
  /// Ways from one draw to another, one group after the other in random order.
  var trajectories = 10
  /// Pairs of draws for the shares.
  var pairs = 16

  public init(_ preset: Preset, locks: Locks, seed: UInt64) {
    (self.preset, self.locks, self.seed) = (preset, locks, seed)
  }

  /// The effects in the order of the families; finished pictures are compared as they are seen, gates aside.
  ///
  /// A pair of draws that cannot be composed on the way counts for nothing.
  public func measure(in workshop: Workshop) -> [GroupEffect] {
    let paths = (0..<trajectories).map(path)
    let fans = (0..<pairs).map(fan)
    let variants = paths.flatMap(\.steps) + fans.flatMap { $0 }
    let pictures = workshop.map(variants.count) { index, typesetter in picture(variants[index], typesetter) }
    var rest = pictures[...]
    let steps = paths.map { path in (path.order, Self.take(path.steps.count, of: &rest)) }
    let spread = fans.compactMap { fan -> [[Double]]? in
      let results = Self.take(fan.count, of: &rest).compactMap { $0 }
      return results.count == fan.count ? results : nil
    }
    let moves = elementary(steps)
    let groups = preset.space.groups
    let indices = SobolIndices(
      a: spread.map { $0[0] }, b: spread.map { $0[1] },
      mixed: groups.indices.map { group in spread.map { $0[group + 2] } })
    return groups.indices.map { i in
      let (mean, deviation) = Self.moments(moves[i])
      return GroupEffect(
        group: groups[i].family.group, mean: mean, deviation: deviation, alone: max(0, indices.first[i]),
        total: indices.total[i])
    }
  }

  private static func take(_ count: Int, of rest: inout ArraySlice<[Double]?>) -> [[Double]?] {
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  /// Two draws of the sequence, taken apart.
  private func ends(_ number: Int) -> (Assignment, Assignment) {
    let sampler = Sampler(preset.space, seed: seed, plan: .sobol, locks: locks)
    func drawn(_ index: Int) -> Assignment {
      Assignment(sampler.variant(at: UInt32(index)), in: preset.space)
    }
    return (drawn(2 * number), drawn(2 * number + 1))
  }

  private func path(_ number: Int) -> (order: [Int], steps: [Variant]) {
    var (here, end) = ends(number)
    var stream = SeedStream(seed: seed, path: "effects", variant: UInt64(number))
    let order = stream.shuffled(Array(here.groups.indices))
    var steps = [here.variant]
    for group in order {
      here.groups[group] = end.groups[group]
      steps.append(here.variant)
    }
    return (order, steps)
  }

  /// Both draws, then the first with each group in turn from the second.
  private func fan(_ number: Int) -> [Variant] {
    let (a, b) = ends(trajectories + number)
    return [a.variant, b.variant]
      + a.groups.indices.map { group in
        var mixed = a
        mixed.groups[group] = b.groups[group]
        return mixed.variant
      }
  }

  /// What is seen of a finished picture; nil if it cannot be composed.
  private func picture(_ variant: Variant, _ typesetter: Typesetter) -> [Double]? {
    guard let composed = try? Composed.make(variant, preset, typesetter) else { return nil }
    let size = composed.composition.page.size
    let scale = 2 * Double(Thumbnail.side) / size.longSide
    let bitmap = try? Renderer.bitmap(
      composed.composition, composed.design, pixelsPerMillimetre: scale,
      width: max(8, Int((size.width * scale).rounded())),
      height: max(8, Int((size.height * scale).rounded())),
      with: typesetter)
    return bitmap.map { Descriptor(seenIn: Thumbnail($0), composed.composition).values.map(Double.init) }
  }

  /// The distances of consecutive pictures, by the group that moved between them.
  private func elementary(_ paths: [(order: [Int], results: [[Double]?])]) -> [[Double]] {
    var moves = [[Double]](repeating: [], count: preset.space.groups.count)
    for (order, results) in paths {
      for (step, group) in order.enumerated() {
        guard let a = results[step], let b = results[step + 1] else { continue }
        let squares = zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        moves[group].append((squares / Descriptor.seenSquares).squareRoot())
      }
    }
    return moves
  }

  private static func moments(_ values: [Double]) -> (mean: Double, deviation: Double) {
    guard !values.isEmpty else { return (0, 0) }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, (squares / Double(max(1, values.count - 1))).squareRoot())
  }
}
