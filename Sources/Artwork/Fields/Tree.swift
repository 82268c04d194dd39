import Elementary
import Geometry
import Parameters

/// Where a tree's crown is, in a stage's millimetres (y grows upwards).
struct CrownShape {
  let center: Point
  let radius: Double
  /// Height against breadth.
  let tall: Double
  /// Pointed at the top.
  let isDrop: Bool

  func contains(_ p: Point) -> Bool {
    let d = Point((p.x - center.x) / radius, (p.y - center.y) / (radius * tall))
    let half = isDrop && d.y > 0 ? 1 - 0.45 * d.y : 1
    return Point(d.x / half, d.y).length < 1
  }
}

/// A tree grown by space colonisation (Runions, Lane and Prusinkiewicz, "Modeling trees with a space colonization
/// algorithm", 2007): every node grows towards the mean of the goals that are nearest to it, goals that are reached go.
struct Tree {
  private(set) var nodes: [Point]
  /// The node before each; -1 for the root.
  private(set) var parents: [Int] = [-1]
  /// How many tips hang on each node.
  private(set) var loads: [Int] = []
  /// From a fork or the root to the next fork or tip, the fork's own node first.
  private(set) var runs: [[Int]] = []
  private(set) var tips: [Int] = []
  /// Nodes on thin branches between tips and forks.
  private(set) var sides: [Int] = []

  init(root: Point, in crown: CrownShape, goals count: Int, _ stream: inout SeedStream) {
    nodes = [root]
    let step = crown.radius * 0.05
    raise(to: crown.center - Point(0, crown.radius * crown.tall * 0.72), step)
    var goals = Self.goals(in: crown, count, &stream).map { Goal(place: $0) }
    for _ in 0..<120 where !goals.isEmpty {
      let before = nodes.count
      grow(towards: &goals, step: step, sight: crown.radius * 0.7)
      if nodes.count == before { break }
    }
    settle(step)
  }

  /// A place that the tree grows towards, and the nearest of the nodes that were asked so far.
  private struct Goal {
    let place: Point
    var nearest = -1
    /// Squared.
    var distance = Double.infinity
    var asked = 0

    mutating func ask(_ nodes: [Point]) {
      for index in asked..<nodes.count {
        let d = nodes[index].squaredDistance(to: place)
        if d < distance { (nearest, distance) = (index, d) }
      }
      asked = nodes.count
    }
  }

  /// A trunk with a slight sway.
  private mutating func raise(to top: Point, _ step: Double) {
    let root = nodes[0]
    let length = root.distance(to: top)
    let count = max(2, Int(length / step))
    for index in 1...count {
      let t = Double(index) / Double(count)
      add(root.mixed(with: top, t) + Point(Exact.sin(Double.pi * t) * length * 0.04, 0), to: nodes.count - 1)
    }
  }

  private mutating func add(_ p: Point, to parent: Int) {
    nodes.append(p)
    parents.append(parent)
  }

  /// Even but unordered places in the crown: of several tries the one that is farthest from those before (Mitchell, 1991).
  private static func goals(in crown: CrownShape, _ count: Int, _ stream: inout SeedStream) -> [Point] {
    let box = Rect(
      crown.center.x - crown.radius, crown.center.y - crown.radius * crown.tall, crown.radius * 2,
      crown.radius * crown.tall * 2)
    var goals: [Point] = []
    while goals.count < count {
      var best = (place: crown.center, room: -1.0)
      for _ in 0..<6 {
        let p = box.at(stream.unit(), stream.unit())
        guard crown.contains(p) else { continue }
        let room = goals.reduce(Double.infinity) { min($0, $1.squaredDistance(to: p)) }
        if room > best.room { best = (p, room) }
      }
      goals.append(best.place)
    }
    return goals
  }

  private mutating func grow(towards goals: inout [Goal], step: Double, sight: Double) {
    var pulls = [Point?](repeating: nil, count: nodes.count)
    for index in goals.indices {
      goals[index].ask(nodes)
      let goal = goals[index]
      if goal.distance < sight * sight {
        let pull = (goal.place - nodes[goal.nearest]).normalized
        pulls[goal.nearest] = (pulls[goal.nearest] ?? .zero) + pull
      }
    }
    for index in pulls.indices {
      guard let pull = pulls[index], pull.length > 1e-6 else { continue }
      // A little of the old way keeps branches from kinking.
      let old = parents[index] >= 0 ? (nodes[index] - nodes[parents[index]]).normalized : Point(0, 1)
      let p = nodes[index] + (pull.normalized + old * 0.45).normalized * step
      if nodes.allSatisfy({ $0.squaredDistance(to: p) > step * step * 0.25 }) { add(p, to: index) }
    }
    for index in goals.indices { goals[index].ask(nodes) }
    goals.removeAll { $0.distance < step * step * 1.96 }
  }

  /// Counts what hangs on each node and cuts the tree into runs.
  private mutating func settle(_ step: Double) {
    var children = [Int](repeating: 0, count: nodes.count)
    for parent in parents where parent >= 0 { children[parent] += 1 }
    loads = [Int](repeating: 0, count: nodes.count)
    // Parents come before their children.
    for index in nodes.indices.reversed() {
      if children[index] == 0 { loads[index] = 1 }
      if parents[index] >= 0 { loads[parents[index]] += loads[index] }
    }
    tips = nodes.indices.filter { children[$0] == 0 }
    sides = nodes.indices.filter { children[$0] == 1 && loads[$0] <= 2 && $0 % 2 == 0 }
    for index in nodes.indices where children[index] != 1 && parents[index] >= 0 {
      var run = [index]
      while let last = run.last, parents[last] >= 0 {
        run.append(parents[last])
        if children[parents[last]] != 1 { break }
      }
      runs.append(run.reversed())
    }
  }

  /// The way of growth at a node.
  func direction(_ node: Int) -> Point {
    let parent = parents[node]
    return parent >= 0 ? (nodes[node] - nodes[parent]).normalized : Point(0, 1)
  }
}
