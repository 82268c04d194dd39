import Color
import Elementary
import Parameters

/// Finds colours for up to eight slots by simulated annealing on a ``PaletteScore``.
///
/// Every step moves one colour within its slot; locked ones never move. A step costs one conversion and one row of
/// pair terms, not all of them. Same slots, goals and stream, same colours.
struct Annealer {
  /// More steps improve the score by less than a percent (measured on 2,000 palettes).
  static let steps = 200

  private let slots: [Slot]
  private var score: PaletteScore
  private var places: [Place] = []
  private var dice: QuickDice

  /// A colour in polar form.
  private struct Place {
    var lightness: Float
    var chroma: Float
    var hue: Float

    var views: Views {
      let (s, c) = Exact.sincos(hue * (Float.pi / 180))
      return Views(lightness: lightness, a: chroma * c, b: chroma * s)
    }
  }

  init(_ slots: [Slot], _ goals: Goals, stream: SeedStream) {
    precondition((2...8).contains(slots.count), "an annealer holds 2...8 slots")
    self.slots = slots
    var stream = stream.child("anneal")
    dice = QuickDice(seed: stream.bits64())
    score = PaletteScore(goals, shares: slots.map(\.share))
    for index in slots.indices { start(index) }
    score.refresh()
  }

  private mutating func start(_ index: Int) {
    let slot = slots[index]
    var place: Place
    if let locked = slot.locked {
      let c = OKLCH(locked)
      place = Place(lightness: Float(c.lightness), chroma: Float(c.chroma), hue: Float(c.hue))
    } else {
      place = Place(
        lightness: dice.value(in: slot.lightness), chroma: dice.value(in: slot.chroma),
        hue: slot.hue + slot.reach * dice.signed())
      // Some hues hold less chroma at this lightness than others.
      while !place.views.isInGamut, place.chroma > 0.002 { place.chroma *= 0.9 }
    }
    places.append(place)
    score.set(index, place.views)
  }

  /// The colours, in the order of the slots; locked ones exactly as given.
  mutating func run(steps: Int = Self.steps) -> [SRGB] {
    let free = slots.indices.filter { slots[$0].locked == nil }
    if !free.isEmpty {
      for step in 0..<steps { move(free[dice.below(free.count)], 1 - Float(step) / Float(steps)) }
    }
    return slots.indices.map { index in
      if let locked = slots[index].locked { return locked }
      let p = places[index]
      return OKLCH(Double(p.lightness), Double(p.chroma), wrapped(Double(p.hue))).srgb.quantized
    }
  }

  /// One step; `warmth` falls from 1 to 0 and shrinks both the moves and the patience with worse scores.
  private mutating func move(_ index: Int, _ warmth: Float) {
    let (slot, reach) = (slots[index], 0.15 + 0.5 * warmth)
    var place = places[index]
    func within(_ v: Float, _ range: ClosedRange<Float>, _ change: Float) -> Float {
      clamp(v + change * reach * (range.upperBound - range.lowerBound), range)
    }
    place.lightness = within(place.lightness, slot.lightness, dice.signed())
    place.chroma = within(place.chroma, slot.chroma, dice.signed())
    place.hue = within(place.hue, slot.hue - slot.reach...slot.hue + slot.reach, dice.signed())
    let views = place.views
    guard views.isInGamut else { return }
    // A line in place of the exponential: the same patience, without its cost.
    if score.attempt(index, views, patience: 0.05 * warmth * dice.unit()) { places[index] = place }
  }

  /// The score reached: lower is better, 0 would be perfect.
  var energy: Float { score.total }
}

/// A small generator for the annealer, seeded from a stream: a counter through a mixing function.
///
/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
struct QuickDice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func bits() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
    return z ^ z >> 31
  }

  /// 0..<1 with 24 bits.
  mutating func unit() -> Float { Float(bits() >> 40) * 0x1p-24 }
  /// -1..<1.
  mutating func signed() -> Float { unit() * 2 - 1 }
  mutating func value(in range: ClosedRange<Float>) -> Float {
    range.lowerBound + (range.upperBound - range.lowerBound) * unit()
  }
  mutating func below(_ count: Int) -> Int { Int(bits() >> 32) * count >> 32 }
}
