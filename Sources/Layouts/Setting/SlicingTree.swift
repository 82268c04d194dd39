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
  /// Room to reckon in: annealing asks for thousands of layouts.
  private var work = Work()

  /// Of every join: width = slope * height + offset, then its corner and size once the width is known.
  private struct Work {
    var slopes: [Double] = []
    var offsets: [Double] = []
    var boxes: [Rect] = []
    /// Of every picture.
    var frames: [Rect] = []
  }

  /// A balanced tree, which `anneal` improves.
  init(aspects: [Double], weights: [Double], gutter: Double) {
    precondition(!aspects.isEmpty && aspects.count == weights.count)
    self.aspects = aspects
    let total = weights.reduce(0, +)
    self.weights = weights.map { $0 / total }
    self.gutter = gutter
    pictures = Array(aspects.indices)
    _ = build(0..<aspects.count, isRow: true)
    work.slopes = [Double](repeating: 0, count: joins.count)
    work.offsets = work.slopes
    work.boxes = [Rect](repeating: Rect(0, 0, 0, 0), count: joins.count)
    work.frames = [Rect](repeating: Rect(0, 0, 0, 0), count: aspects.count)
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

  private func slope(_ node: Int) -> Double {
    node < 0 ? aspects[pictures[-1 - node]] : work.slopes[node]
  }

  private func offset(_ node: Int) -> Double { node < 0 ? 0 : work.offsets[node] }

  /// Slopes and offsets from the leaves up: children are numbered before their join.
  private mutating func shape() {
    for (index, join) in joins.enumerated() {
      let (a, b) = (slope(join.first), slope(join.second))
      let (c, d) = (offset(join.first), offset(join.second))
      if join.isRow {
        work.slopes[index] = a + b
        work.offsets[index] = c + d + gutter
      } else {
        let slope = 1 / (1 / a + 1 / b)
        work.slopes[index] = slope
        work.offsets[index] = slope * (c / a + d / b - gutter)
      }
    }
  }

  private mutating func put(_ node: Int, _ box: Rect) {
    if node < 0 { work.frames[pictures[-1 - node]] = box } else { work.boxes[node] = box }
  }

  /// Frames from the root down; returns the height that the tree takes.
  private mutating func place(width: Double) -> Double {
    shape()
    let height = (width - offset(root)) / slope(root)
    put(root, Rect(0, 0, width, height))
    for index in joins.indices.reversed() {
      let (join, box) = (joins[index], work.boxes[index])
      let (a, b) = (join.first, join.second)
      if join.isRow {
        let first = slope(a) * box.height + offset(a)
        put(a, Rect(box.x, box.y, first, box.height))
        put(
          b, Rect(box.x + first + gutter, box.y, slope(b) * box.height + offset(b), box.height))
      } else {
        let first = (box.width - offset(a)) / slope(a)
        put(a, Rect(box.x, box.y, box.width, first))
        put(
          b, Rect(box.x, box.y + first + gutter, box.width, (box.width - offset(b)) / slope(b)))
      }
    }
    return height
  }

  /// The height that the tree takes at a width.
  func height(width: Double) -> Double {
    var tree = self
    return tree.place(width: width)
  }

  /// Where each picture stands in a rectangle of that width from the origin on.
  func frames(width: Double) -> [Rect] {
    var tree = self
    _ = tree.place(width: width)
    return tree.work.frames
  }

  /// How bad the tree is for a rectangle: its shape, counted most, then areas; infinite if a picture vanishes.
  private mutating func cost(_ room: Size) -> Double {
    let height = place(width: room.width)
    guard height > 0 else { return .infinity }
    let ratio = height / room.height
    let miss = max(ratio, 1 / ratio) - 1
    let area = room.width * height
    var unequal = 0.0
    for index in aspects.indices {
      let frame = work.frames[index]
      guard frame.width > 0, frame.height > 0 else { return .infinity }
      let share = frame.area / area / weights[index]
      unequal += share > 1 ? share - 1 : 1 / share - 1
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
    var best = (joins: joins, pictures: pictures, cost: current)
    for round in 0..<rounds {
      let change = drawn(&stream)
      apply(change)
      let changed = cost(room)
      let heat = 0.6 * (1 - Double(round) / Double(rounds))
      if changed <= current || changed - current < heat * heat * stream.unit() {
        current = changed
        if current < best.cost { best = (joins, pictures, current) }
      } else {
        apply(change)
      }
    }
    (joins, pictures) = (best.joins, best.pictures)
  }

  /// A change of the tree; the same again takes it back.
  private enum Change {
    case turn(Int)
    case swapPictures(Int, Int)
    /// A child of one join for a child of another; true for the first.
    case swapBranches(Int, Bool, Int, Bool)
    case none
  }

  private func drawn(_ stream: inout SeedStream) -> Change {
    func pick(_ count: Int) -> Int { min(count - 1, Int(stream.unit() * Double(count))) }
    let move = stream.unit()
    if move < 0.35 { return .turn(pick(joins.count)) }
    if move < 0.7 { return .swapPictures(pick(pictures.count), pick(pictures.count)) }
    let (a, b) = (pick(joins.count), pick(joins.count))
    let (firstOfA, firstOfB) = (stream.unit() < 0.5, stream.unit() < 0.5)
    // Joins stay numbered after their children: anything else would tie a knot.
    let isTree = a != b && child(a, firstOfA) < b && child(b, firstOfB) < a
    return isTree ? .swapBranches(a, firstOfA, b, firstOfB) : .none
  }

  private func child(_ join: Int, _ isFirst: Bool) -> Int {
    isFirst ? joins[join].first : joins[join].second
  }

  private mutating func apply(_ change: Change) {
    switch change {
    case .turn(let join): joins[join].isRow.toggle()
    case .swapPictures(let a, let b): pictures.swapAt(a, b)
    case .swapBranches(let a, let firstOfA, let b, let firstOfB):
      let (one, other) = (child(a, firstOfA), child(b, firstOfB))
      if firstOfA { joins[a].first = other } else { joins[a].second = other }
      if firstOfB { joins[b].first = one } else { joins[b].second = one }
    case .none: break
    }
  }
}
