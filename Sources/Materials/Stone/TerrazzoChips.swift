import Parameters

/// Chips of stone scattered over a square that repeats: the cells of a power diagram, so convex and never
/// overlapping, of three sizes.
struct TerrazzoChips: Sendable {
  /// A chip's middle and half width in millimetres, and random bits of its own.
  struct Chip: Sendable {
    var x: Float
    var y: Float
    var radius: Float
    var bits: UInt32
  }

  /// What a place has to do with its chip.
  struct Hit {
    /// Millimetres inside the chip's rim; negative in the bed.
    var depth: Float
    var bits: UInt32
  }

  private let side: Float
  let chips: [Chip]
  private let gap: Float
  /// For each bucket the first of its chips in `members`.
  private var starts: [Int32] = []
  private var members: [Chip] = []
  private let across: Int
  private static let bucket: Float = 3

  /// Chips on a square of `side` millimetres, a multiple of 3, with at least twice `gap` of bed between neighbours.
  ///
  /// `sizes` are half widths, largest first, with how many to try for.
  init(side: Float, sizes: [(radius: ClosedRange<Double>, count: Int)], gap: Float, stream: SeedStream) {
    (self.side, self.gap) = (side, gap)
    across = Int(side / Self.bucket)
    chips = Self.scattered(side, sizes, stream)
    fillBuckets()
  }

  /// Darts: large chips first, each kept if it stands clear of those before.
  private static func scattered(
    _ side: Float, _ sizes: [(radius: ClosedRange<Double>, count: Int)], _ stream: SeedStream
  ) -> [Chip] {
    var stream = stream
    var chips: [Chip] = []
    var field = ChipField(side: side, reach: Float(sizes[0].radius.upperBound) * 2.2)
    for size in sizes {
      for _ in 0..<size.count {
        let chip = Chip(
          x: Float(stream.unit()) * side, y: Float(stream.unit()) * side,
          radius: Float(stream.uniform(in: size.radius)), bits: stream.bits())
        if field.isClear(chip) {
          field.add(chip)
          chips.append(chip)
        }
      }
    }
    return chips
  }

  /// The chip at (x, y) millimetres, or the nearest by power distance.
  @inline(__always)
  func hit(_ x: Float, _ y: Float) -> Hit {
    let column = min(Int(x / Self.bucket), across - 1), row = min(Int(y / Self.bucket), across - 1)
    let index = row * across + column
    var (first, second) = (Float.infinity, Float.infinity)
    var (nearest, next) = (-1, -1)
    for member in Int(starts[index])..<Int(starts[index + 1]) {
      let chip = members[member]
      let (dx, dy) = (chip.x - x, chip.y - y)
      let power = dx * dx + dy * dy - chip.radius * chip.radius
      if power < first {
        (second, next, first, nearest) = (first, nearest, power, member)
      } else if power < second {
        (second, next) = (power, member)
      }
    }
    guard nearest >= 0 else { return Hit(depth: -10, bits: 0) }
    let chip = members[nearest]
    return Hit(depth: depth(chip, next < 0 ? nil : members[next], second - first, x, y), bits: chip.bits)
  }

  /// How far inside: of the cell, of a disc a little wider than the chip, and of two breaks across it.
  @inline(__always)
  private func depth(_ chip: Chip, _ next: Chip?, _ lead: Float, _ x: Float, _ y: Float) -> Float {
    let (dx, dy) = (x - chip.x, y - chip.y)
    var depth = chip.radius * 1.22 - (dx * dx + dy * dy).squareRoot()
    if let next {
      let (ex, ey) = (next.x - chip.x, next.y - chip.y)
      depth = min(depth, lead / (2 * (ex * ex + ey * ey).squareRoot()) - gap)
    }
    for cut in 0..<4 {
      let normal = Self.directions[Int(chip.bits >> UInt32(cut * 6) & 63)]
      let reach = chip.radius * (0.62 + Float(chip.bits >> UInt32(cut * 4 + 8) & 15) * 0.033)
      depth = min(depth, reach - dx * normal.x - dy * normal.y)
    }
    return depth
  }

  /// Unit vectors all around, by turning.
  private static let directions: [(x: Float, y: Float)] = {
    var all: [(x: Float, y: Float)] = []
    var (x, y) = (1.0, 0.0)
    // Cosine and sine of 1/64 of a turn.
    let (c, s) = (0.9951847266721969, 0.0980171403295606)
    for _ in 0..<64 {
      all.append((Float(x), Float(y)))
      (x, y) = (x * c - y * s, x * s + y * c)
    }
    return all
  }()
}

extension TerrazzoChips {
  /// Each bucket gets the chips that are first or second anywhere in it.
  private mutating func fillBuckets() {
    var near = [[Chip]](repeating: [], count: across * across)
    for chip in chips {
      let reach = Int(((chip.radius + 9) / Self.bucket).rounded(.up))
      let (column, row) = (Int(chip.x / Self.bucket), Int(chip.y / Self.bucket))
      for j in row - reach...row + reach {
        for i in column - reach...column + reach {
          let (wi, wj) = ((i + across * 4) % across, (j + across * 4) % across)
          var copy = chip
          copy.x += Float(wi - i) * Self.bucket
          copy.y += Float(wj - j) * Self.bucket
          near[wj * across + wi].append(copy)
        }
      }
    }
    starts.reserveCapacity(near.count + 1)
    for (index, list) in near.enumerated() {
      starts.append(Int32(members.count))
      members += pruned(list, index)
    }
    starts.append(Int32(members.count))
  }

  /// A chip whose least power distance in the bucket exceeds two others' greatest is never asked for.
  private func pruned(_ list: [Chip], _ index: Int) -> [Chip] {
    let half = Self.bucket / 2
    let (x, y) = ((Float(index % across) + 0.5) * Self.bucket, (Float(index / across) + 0.5) * Self.bucket)
    func power(_ chip: Chip, _ sign: Float) -> Float {
      let dx = max(0, abs(chip.x - x) + half * sign), dy = max(0, abs(chip.y - y) + half * sign)
      return dx * dx + dy * dy - chip.radius * chip.radius
    }
    let bound = list.map { power($0, 1) }.sorted().dropFirst().first ?? .infinity
    return list.filter { power($0, -1) <= bound }
  }
}

/// The chips thrown so far, in cells for quick looking up.
private struct ChipField {
  private let side: Float
  private let cells: Int
  private var lists: [[TerrazzoChips.Chip]]

  init(side: Float, reach: Float) {
    self.side = side
    cells = max(1, Int(side / reach))
    lists = Array(repeating: [], count: cells * cells)
  }

  private func place(_ v: Float) -> Int { min(Int(v / side * Float(cells)), cells - 1) }

  mutating func add(_ chip: TerrazzoChips.Chip) { lists[place(chip.y) * cells + place(chip.x)].append(chip) }

  func isClear(_ chip: TerrazzoChips.Chip) -> Bool {
    let (column, row) = (place(chip.x), place(chip.y))
    for j in -1...1 {
      for i in -1...1 {
        let list = lists[(row + j + cells) % cells * cells + (column + i + cells) % cells]
        for other in list where !isClear(chip, other) { return false }
      }
    }
    return true
  }

  private func isClear(_ a: TerrazzoChips.Chip, _ b: TerrazzoChips.Chip) -> Bool {
    func around(_ v: Float) -> Float { v - (v / side).rounded() * side }
    let (dx, dy) = (around(a.x - b.x), around(a.y - b.y))
    let reach = (a.radius + b.radius) * 0.97
    return dx * dx + dy * dy > reach * reach
  }
}
