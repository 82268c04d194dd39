/// The annealer's score of up to eight colours: lower is better.
///
/// Five terms: every two colours differ enough in three kinds of eye; lightnesses form an even ladder; mean
/// chroma meets its budget; pairs harmonise (softly); moods come near the goals. Pair terms are kept as a row for
/// each colour, so that a move costs one row.
struct PaletteScore {
  private typealias Lanes = SIMD8<Float>

  private let goals: Goals
  private let count: Int
  private var shares: Lanes = .zero
  private let exists: SIMDMask<SIMD8<Int32>>

  private var normal = Lab8()
  private var protan = Lab8()
  private var deutan = Lab8()
  private var cielab = Lab8()
  private var chroma = Lanes(repeating: 0)
  private var liking = Lanes(repeating: 0)
  private var heat = Lanes(repeating: 0)
  private var activity = Lanes(repeating: 0)
  private var weight = Lanes(repeating: 0)
  private var rows = [SIMD8<Float>](repeating: .zero, count: 8)
  private var pairSum: Float = 0
  private(set) var total: Float = 0

  init(_ goals: Goals, shares: [Float]) {
    self.goals = goals
    count = shares.count
    var lanes = Lanes(repeating: 0)
    for (index, share) in shares.enumerated() { lanes[index] = share }
    let last = Int32(shares.count)
    self.shares = lanes / lanes.sum()
    exists = SIMD8<Int32>(0, 1, 2, 3, 4, 5, 6, 7) .< SIMD8<Int32>(repeating: last)
  }

  /// Puts a colour into a lane without looking at pairs; `refresh()` must follow.
  mutating func set(_ i: Int, _ views: Views) {
    normal.set(i, views.normal)
    protan.set(i, views.protan)
    deutan.set(i, views.deutan)
    cielab.set(i, views.lab)
    let feeling = QuickMood(views.lab)
    chroma[i] = (views.normal.y * views.normal.y + views.normal.z * views.normal.z).squareRoot()
    (liking[i], heat[i], activity[i], weight[i]) = (
      feeling.liking, feeling.heat, feeling.activity, feeling.weight
    )
  }

  /// Sums everything anew.
  mutating func refresh() {
    for i in 0..<count { rows[i] = row(i) }
    pairSum = rows.prefix(count).reduce(0) { $0 + $1.sum() } / 2
    total = pairSum + whole()
  }

  /// Makes colour `i` `views` if the score then rises by less than `patience`; false leaves all as it was.
  mutating func attempt(_ i: Int, _ views: Views, patience: Float) -> Bool {
    let kept = Kept(self, i)
    set(i, views)
    let new = row(i)
    let pairs = pairSum + new.sum() - rows[i].sum()
    let next = pairs + whole()
    guard next < total + patience else {
      kept.restore(&self, i)
      return false
    }
    (pairSum, total) = (pairs, next)
    rows[i] = new
    for j in 0..<count where j != i { rows[j][i] = new[j] }
    return true
  }

  /// Pair terms of colour `i` with all others.
  private func row(_ i: Int) -> SIMD8<Float> {
    let nearest = lesser(normal.squares(i), lesser(protan.squares(i), deutan.squares(i)))
    let lack = positive(goals.distance - nearest.squareRoot()) / goals.distance
    var result = lack * lack * 2 + (1 - harmony(i)) * 0.012
    result.replace(with: 0, where: .!exists)
    result[i] = 0
    return result
  }

  /// Ou and Luo's terms of pairs (see ``pairHarmony(_:_:)-(CIELAB,CIELAB)``), plus what both hues bring along.
  private func harmony(_ i: Int) -> SIMD8<Float> {
    let c = (cielab.a * cielab.a + cielab.b * cielab.b).squareRoot()
    let dc = c - c[i]
    let (da, db) = (cielab.a - cielab.a[i], cielab.b - cielab.b[i])
    let hue = positive(da * da + db * db - dc * dc)
    let near = quickTanh(0.8 - 0.045 * (hue + dc * dc * (1 / 2.1316)).squareRoot())
    let sum = quickTanh(0.029 * (cielab.l + cielab.l[i]) - 3.88)
    let d = cielab.l - cielab.l[i]
    let step = quickTanh(0.2 * (d * d).squareRoot() - 2)
    return 0.46 + 0.53 * near + 0.54 * sum + 0.15 * step + liking + liking[i]
  }

  /// The terms of the whole palette.
  private func whole() -> Float {
    var score = ladder()
    let budget = chroma.sum() / Float(count) - goals.chroma
    score += budget * budget * 60
    func miss(_ lanes: SIMD8<Float>, _ goal: Float?) -> Float {
      guard let goal else { return 0 }
      let d = (lanes * shares).sum() - goal
      return d * d * 0.15
    }
    return score + miss(heat, goals.heat) + miss(activity, goals.activity) + miss(weight, goals.weight)
  }

  /// How uneven the steps between sorted lightnesses are: 0 for a ladder with equal rungs.
  private func ladder() -> Float {
    var sorted = normal.l
    for i in 1..<count {
      let value = sorted[i]
      var j = i
      while j > 0, sorted[j - 1] > value {
        sorted[j] = sorted[j - 1]
        j -= 1
      }
      sorted[j] = value
    }
    let rung = (sorted[count - 1] - sorted[0]) / Float(count - 1)
    var sum: Float = 0
    for i in 1..<count {
      let d = sorted[i] - sorted[i - 1] - rung
      sum += d * d
    }
    return sum * 2
  }
}

extension PaletteScore {
  /// One lane of everything, to put back.
  private struct Kept {
    let views: (SIMD4<Float>, SIMD4<Float>, SIMD4<Float>, SIMD4<Float>)
    let scalars: (Float, Float, Float, Float, Float)

    init(_ s: PaletteScore, _ i: Int) {
      views = (s.normal.lane(i), s.protan.lane(i), s.deutan.lane(i), s.cielab.lane(i))
      scalars = (s.chroma[i], s.liking[i], s.heat[i], s.activity[i], s.weight[i])
    }

    func restore(_ s: inout PaletteScore, _ i: Int) {
      s.normal.set(i, views.0)
      s.protan.set(i, views.1)
      s.deutan.set(i, views.2)
      s.cielab.set(i, views.3)
      (s.chroma[i], s.liking[i], s.heat[i], s.activity[i], s.weight[i]) = scalars
    }
  }
}
