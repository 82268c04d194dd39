import Canvas
import Color
import Composition
import Elementary
import Geometry
import Parameters

/// A tree that grows towards the light in a crown about the focus, with leaves at its twigs and a few bright fruits.
public struct Botanical: ArtworkGenerator {
  public static let name = "botanical"
  public static let summary = "a branching tree whose crown fills a great form with leaves and a few fruits"

  var crown = Crown.round
  var breadth = 0.4
  var twigs = 70
  var thickness = 0.5
  var leaf = 0.095
  var slender = 0.42
  var fruits = 5
  var backing = true

  /// The crown's outline.
  enum Crown: String, ParameterOption { case round, tall, drop }

  public static let parameters: [Parameter<Botanical>] = [
    .choice("crown", \.crown, "the crown's outline"),
    .real("breadth", \.breadth, 0.3...0.48, "radius of the crown as a share of the short side"),
    .integer("twigs", \.twigs, 40...180, "places in the crown that twigs grow towards"),
    .real("thickness", \.thickness, 0.25...1, "how stout trunk and branches are"),
    .real("leaf", \.leaf, 0.06...0.13, "length of a leaf as a share of the short side"),
    .real("slender", \.slender, 0.2...0.6, "breadth of a leaf against its length"),
    .integer("fruits", \.fruits, 1...9, "fruits in the rare colour"),
    .flag("backing", \.backing, "a disc in another ink stands behind the crown"),
  ]

  public init() {}

  public func layers(in space: ArtSpace, stream: SeedStream) -> [Layer] {
    var stream = stream
    let stage = Stage(space).standing
    let scale = min(stage.shortSide, stage.height * 0.86)
    let radius = breadth * scale
    let tall = crown == .tall ? 1.28 : 1
    let local = stage.local(space.focus)
    let top = stage.height * 0.95 - radius * tall
    let center = Point(
      clamp(local.x, radius * 1.04...max(radius * 1.04, stage.width - radius * 1.04)),
      clamp(local.y, min(top, radius * 1.9)...max(top, radius * 1.2)))
    let shape = CrownShape(center: center, radius: radius, tall: tall, isDrop: crown == .drop)
    let root = Point(center.x + stream.uniform(in: -0.08...0.08) * radius, -radius * 0.1)
    let tree = Tree(root: root, in: shape, goals: twigs, &stream)
    let inks = space.contrastingInks
    var marks: [Mark] = []
    if backing {
      let off = Point(radius * 0.16 * (stream.chance(0.5) ? 1 : -1), radius * 0.1)
      marks.append(.fill(.circle(center + off, radius: radius * 0.84), .color(inks[1])))
    }
    marks += branches(tree, radius, inks[0])
    marks += foliage(tree, scale, center, inks, space, &stream)
    let clips = stage.isCut ? [Path.rect(stage.rect)] : []
    return [Layer(.artwork, clips: clips, marks.map { $0.placed(stage.toPage) })]
  }

  // MARK: Wood

  /// Branches as tapering strips. A branch bears the sum of its twigs' sections (Leonardo's rule).
  private func branches(_ tree: Tree, _ radius: Double, _ ink: SRGB) -> [Mark] {
    let unit = radius * 0.0125 * mix(0.6, 1.5, thickness)
    return tree.runs.map { run in
      let widths = run.map { unit * Double(tree.loads[$0]).squareRoot() * 0.62 + unit * 0.35 }
      return .fill(strip(run.map { tree.nodes[$0] }, widths), .color(ink))
    }
  }

  private func strip(_ line: [Point], _ widths: [Double]) -> Path {
    var (left, right) = ([Point](), [Point]())
    for index in line.indices {
      let way = (line[min(index + 1, line.count - 1)] - line[max(index - 1, 0)]).normalized.perpendicular
      left.append(line[index] + way * widths[index])
      right.append(line[index] - way * widths[index])
    }
    var path = Path.smoothOpen(left)
    path.appendConnected(.smoothOpen(right.reversed()))
    path.close()
    return path
  }

  // MARK: Leaves

  private func foliage(
    _ tree: Tree, _ scale: Double, _ center: Point, _ inks: [SRGB], _ space: ArtSpace,
    _ stream: inout SeedStream
  ) -> [Mark] {
    let long = leaf * scale
    var index = DiscIndex(over: Rect(center.x - scale / 2, center.y - scale / 2, scale, scale), cell: long)
    var leaves: [Mark] = []
    // Tips first: they have the best light.
    for node in tree.tips + tree.sides {
      let (at, way) = (tree.nodes[node], tree.direction(node))
      for turn in [0.0, 0.85, -0.85, 1.5, -1.5] {
        let out = Affine.rotation(turn + stream.uniform(in: -0.2...0.2)).apply(way)
        let size = long * stream.uniform(in: 0.75...1.15)
        let middle = at + out * (size * 0.6)
        // Leaves keep their own light: none lies on another.
        guard index.room(at: middle, upTo: size) > size * 0.3 else { continue }
        index.add(middle, size * 0.3)
        let ink = stream.chance(0.7) ? inks[0] : inks[2]
        let blade = CutForms.lens(
          from: at + out * (size * 0.08), to: at + out * (size * 1.08), bulge: size * slender * 0.5,
          bend: size * 0.07 * (turn < 0 ? -1 : 1), tip: 0.6)
        leaves.append(.fill(blade, .color(ink)))
      }
    }
    return leaves + fruit(tree, long, center, space, &stream)
  }

  /// Fruits hang well apart, the largest near the focus.
  private func fruit(
    _ tree: Tree, _ long: Double, _ center: Point, _ space: ArtSpace, _ stream: inout SeedStream
  ) -> [Mark] {
    var hung: [Point] = []
    let places = stream.shuffled(tree.tips + tree.sides).map { tree.nodes[$0] }
    for p in places where hung.count < fruits {
      if hung.allSatisfy({ $0.distance(to: p) > long * 2.6 }) { hung.append(p) }
    }
    let near = hung.sorted { $0.distance(to: center) < $1.distance(to: center) }
    return near.enumerated().map { rank, p in
      .fill(.circle(p - Point(0, long * 0.2), radius: long * (rank == 0 ? 0.5 : 0.32)), .color(space.accent))
    }
  }
}

extension Mark {
  /// A fill moved by `m`.
  fileprivate func placed(_ m: Affine) -> Mark {
    guard case .fill(let path, let paint) = self else { return self }
    return .fill(path.transformed(by: m), paint)
  }
}
