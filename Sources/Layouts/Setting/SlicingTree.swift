import Geometry
import Parameters

/// Pictures of given shapes on a rectangle, none of them cut, parted by even gutters.
///
/// A binary tree of rows and stacks: side by side, widths add up at one height; stacked, heights add up at one width.
/// With gutters the width of every part is an affine function of its height, so one linear pass gives the exact layout
/// of a tree (Atkins, "Blocked recursive image composition", 2008). The tree is found by annealing: on the rectangle's
/// shape first, then on areas in proportion to importance.
struct SlicingTree {
  /// Width over height of each picture.
  let aspects: [Double]
  /// The share of the area that each should take; they sum to 1.
  let weights: [Double]
  let gutter: Double

  /// Node `i` joins two others; leaves are numbered below zero: -1 is the first place.
  private var joins: [(first: Int, second: Int, isRow: Bool)] = []
  /// Which picture stands at each leaf.
  private var pictures: [Int]

  /// A balanced tree, which `anneal` improves.
  init(aspects: [Double], weights: [Double], gutter: Double) {
    precondition(!aspects.isEmpty && aspects.count == weights.count)
    self.aspects = aspects
    let total = weights.reduce(0, +)
    self.weights = weights.map { $0 / total }
    self.gutter = gutter
    pictures = Array(aspects.indices)
    _ = build(0..<aspects.count, isRow: true)
  }

  private mutating func build(_ range: Range<Int>, isRow: Bool) -> Int {
    if range.count == 1 { return -1 - range.lowerBound }
    let middle = range.lowerBound + range.count / 2
    let first = build(range.lowerBound..<middle, isRow: !isRow)
    let second = build(middle..<range.upperBound, isRow: !isRow)
    joins.append((first, second, isRow))
    return joins.count - 1
  }

  private var root: Int { joins.isEmpty ? -1 : joins.count - 1 }

  /// width = slope * height + offset, for every join.
  private func shapes() -> [(slope: Double, offset: Double)] {
    var shapes: [(slope: Double, offset: Double)] = []
    for join in joins {
      let a = shape(join.first, shapes), b = shape(join.second, shapes)
      if join.isRow {
        shapes.append((a.slope + b.slope, a.offset + b.offset + gutter))
      } else {
        let slope = 1 / (1 / a.slope + 1 / b.slope)
        shapes.append((slope, slope * (a.offset / a.slope + b.offset / b.slope - gutter)))
      }
    }
    return shapes
  }

  private func shape(_ node: Int, _ shapes: [(slope: Double, offset: Double)]) -> (
    slope: Double, offset: Double
  ) {
    node < 0 ? (aspects[pictures[-1 - node]], 0) : shapes[node]
  }

  /// The height that the tree takes at a width.
  func height(width: Double) -> Double {
    let whole = shape(root, shapes())
    return (width - whole.offset) / whole.slope
  }

  /// Where each picture stands in a rectangle of that width from the origin on.
  func frames(width: Double) -> [Rect] {
    let shapes = shapes()
    var frames = [Rect](repeating: Rect(0, 0, 0, 0), count: aspects.count)
    func place(_ node: Int, _ corner: Point, _ width: Double, _ height: Double) {
      guard node >= 0 else {
        frames[pictures[-1 - node]] = Rect(corner.x, corner.y, width, height)
        return
      }
      let join = joins[node]
      let a = shape(join.first, shapes), b = shape(join.second, shapes)
      if join.isRow {
        let first = a.slope * height + a.offset
        place(join.first, corner, first, height)
        place(
          join.second, Point(corner.x + first + gutter, corner.y), b.slope * height + b.offset, height)
      } else {
        let first = (width - a.offset) / a.slope
        place(join.first, corner, width, first)
        place(join.second, Point(corner.x, corner.y + first + gutter), width, (width - b.offset) / b.slope)
      }
    }
    let whole = shape(root, shapes)
    place(root, Point(0, 0), width, (width - whole.offset) / whole.slope)
    return frames
  }

  /// How bad the tree is for a rectangle: its shape, counted most, then areas; infinite if a picture vanishes.
  private func cost(_ room: Size) -> Double {
    let frames = frames(width: room.width)
    let height = height(width: room.width)
    guard height > 0, frames.allSatisfy({ $0.width > 0 && $0.height > 0 }) else { return .infinity }
    let ratio = height / room.height
    let miss = max(ratio, 1 / ratio) - 1
    let area = room.width * height
    let unequal = zip(frames, weights).reduce(0) { sum, pair in
      let share = pair.0.area / area / pair.1
      return sum + (share > 1 ? share - 1 : 1 / share - 1)
    }
    return miss * 60 + unequal / Double(aspects.count)
  }

  /// Looks for the tree that fits `room` best: turns joins, swaps pictures and swaps branches, taking a worse tree now
  /// and then at first and never at the end.
  ///
  /// Cost: `rounds` times the number of pictures.
  mutating func anneal(_ room: Size, stream: SeedStream, rounds: Int) {
    guard !joins.isEmpty else { return }
    var stream = stream
    var current = cost(room)
    var best = (tree: self, cost: current)
    for round in 0..<rounds {
      let before = self
      change(&stream)
      let changed = cost(room)
      let heat = 0.6 * (1 - Double(round) / Double(rounds))
      if changed <= current || changed - current < heat * heat * stream.unit() {
        current = changed
        if current < best.cost { best = (self, current) }
      } else {
        self = before
      }
    }
    self = best.tree
  }

  private mutating func change(_ stream: inout SeedStream) {
    func pick(_ count: Int) -> Int { min(count - 1, Int(stream.unit() * Double(count))) }
    let move = stream.unit()
    if move < 0.35 {
      joins[pick(joins.count)].isRow.toggle()
    } else if move < 0.7 {
      pictures.swapAt(pick(pictures.count), pick(pictures.count))
    } else {
      swapBranches(pick(joins.count), pick(joins.count), stream.unit() < 0.5, stream.unit() < 0.5)
    }
  }

  /// Exchanges a child of one join with a child of another, unless that would tie a knot: joins stay numbered after
  /// their children.
  private mutating func swapBranches(_ a: Int, _ b: Int, _ firstOfA: Bool, _ firstOfB: Bool) {
    let childA = firstOfA ? joins[a].first : joins[a].second
    let childB = firstOfB ? joins[b].first : joins[b].second
    guard a != b, childA < b, childB < a else { return }
    if firstOfA { joins[a].first = childB } else { joins[a].second = childB }
    if firstOfB { joins[b].first = childA } else { joins[b].second = childA }
  }
}
