import Color
import Elementary
import Parameters

/// Where the five colours of a palette sit on the lightness ladder: ground, lead, second, third and accent.
struct Seats {
  /// Lightness and chroma of one seat, before the hue is known; chroma as a range around what the hue can bear.
  private struct Seat {
    let lightness: ClosedRange<Double>
    let chroma: ClosedRange<Double>
    /// 0 for a neutral tinted by the key or the paper, 1 for an ink.
    var isInk = true
  }

  private let ground: Ground
  private let seats: [Seat]
  private static let shares = [0.6, 0.15, 0.1, 0.07, 0.08]

  init(for ground: Ground, hue: Double, chroma: Double) {
    self.ground = ground
    let c = 0.4 + 0.6 * chroma
    let bright = Self.isBright(hue)
    switch ground {
    case .light:
      seats = [
        Seat(lightness: 0.935...0.968, chroma: 0.006...0.022, isInk: false),
        Seat(lightness: 0.32...0.48, chroma: 0.06 * c...0.15 * c),
        Seat(lightness: 0.52...0.68, chroma: 0.05 * c...0.13 * c),
        Seat(lightness: 0.74...0.88, chroma: 0.04 * c...0.13 * c),
        Seat(lightness: 0.55...0.7, chroma: 0.13 * c...0.21 * c),
      ]
    case .dark:
      seats = [
        Seat(lightness: 0.17...0.25, chroma: 0.018...0.05, isInk: false),
        Seat(lightness: 0.88...0.945, chroma: 0.02...0.05, isInk: false),
        Seat(lightness: 0.5...0.64, chroma: 0.07 * c...0.15 * c),
        Seat(lightness: 0.66...0.78, chroma: 0.05 * c...0.14 * c),
        Seat(lightness: 0.7...0.84, chroma: 0.12 * c...0.19 * c),
      ]
    case .color:
      seats = [
        Seat(lightness: bright ? 0.84...0.885 : 0.36...0.45, chroma: 0.06 * c...0.115 * c),
        Seat(lightness: bright ? 0.24...0.34 : 0.9...0.955, chroma: 0.02...0.055, isInk: false),
        Seat(lightness: bright ? 0.46...0.6 : 0.6...0.74, chroma: 0.06 * c...0.15 * c),
        Seat(lightness: bright ? 0.94...0.97 : 0.2...0.28, chroma: 0.02...0.05, isInk: false),
        Seat(lightness: bright ? 0.5...0.62 : 0.74...0.86, chroma: 0.13 * c...0.2 * c),
      ]
    }
  }

  /// Slots with hues from the template's sectors: the accent from the last sector, so that it answers the key.
  func slots(_ template: HueTemplate, key: Double, flip: Bool, _ stream: inout SeedStream) -> [Slot] {
    let side = flip ? -1.0 : 1.0
    let sectors = template.sectors.map { (hue: key + side * $0.center, half: $0.width / 2) }
    return seats.enumerated().map { index, seat in
      let sector =
        switch index {
        case 0, 1: sectors[0]
        case 4: sectors[sectors.count - 1]
        default: sectors[stream.integer(in: 0...sectors.count - 1)]
        }
      guard seat.isInk else { return neutral(seat, key, Self.shares[index]) }
      return ink(seat, sector.hue, sector.half, index, &stream)
    }
  }

  /// Hues whose coloured grounds are bright; deep orange is brown, so orange is among them.
  private static func isBright(_ hue: Double) -> Bool {
    naturalLightness(hue) > 0.7 || wrapped(hue) > 36 && wrapped(hue) < 60
  }

  /// Light blues and violets glow like a screen long before other hues do: less of their chroma.
  private static func cool(_ hue: Double, _ lightness: Double) -> Double {
    let distance = abs(wrapped(hue - 255 + 180) - 180)
    let near = max(0, 1 - distance / 70)
    return 1 - 0.38 * near * smoothstep(0.5, 0.7, lightness)
  }

  private func neutral(_ seat: Seat, _ key: Double, _ share: Double) -> Slot {
    let light = (seat.lightness.lowerBound + seat.lightness.upperBound) / 2 > 0.6
    return Slot(seat.lightness, seat.chroma, hue: light ? paperHue(key) : key, reach: 8, share: share)
  }

  /// Hues at the edge of a sector stay near it while annealing; what cannot stand on paper moves aside.
  private func ink(_ seat: Seat, _ hue: Double, _ half: Double, _ index: Int, _ s: inout SeedStream) -> Slot {
    // A coloured ground is the key itself: its lightness was chosen for that hue.
    let reach = min(half, index == 0 ? 5 : 14)
    var h = hue + s.uniform(in: -1...1) * (index == 0 ? 0 : half - reach)
    let middle = (seat.lightness.lowerBound + seat.lightness.upperBound) / 2
    if index > 0, middle < 0.72 { h = signalHue(h) }
    let k = calm(h) * Self.cool(h, middle)
    // A bright hue needs light to be itself: yellow at half lightness is mud.
    let lift = index == 0 ? 0 : max(0, min(0.14, (naturalLightness(h) - middle) * 0.4))
    let top = min(0.9, seat.lightness.upperBound + lift)
    return Slot(
      min(top, seat.lightness.lowerBound + lift)...top,
      seat.chroma.lowerBound * k...seat.chroma.upperBound * k, hue: h, reach: reach,
      share: Self.shares[index])
  }

  /// The colour that type starts from.
  func text(_ hue: Double) -> SRGB {
    let deep = ground == .light || ground == .color && Self.isBright(hue)
    return deep ? OKLCH(0.24, 0.04, hue).srgb : OKLCH(0.96, 0.018, paperHue(hue)).srgb
  }

  /// Puts every locked colour into the seat it is nearest to; what finds no seat is returned, to lead the inks.
  static func seat(_ locked: [SRGB], in slots: inout [Slot]) -> [SRGB] {
    var rest: [SRGB] = []
    for color in locked.map(\.quantized) {
      let place = OKLCH(color)
      let free = slots.indices.filter {
        slots[$0].locked == nil && ($0 > 0 || suits(ground: place, color, slots[0]))
      }
      // An accent must read on the ground; the builder would refuse a locked one that does not.
      let best = free.filter { $0 < 4 }.min { miss(place, slots[$0]) < miss(place, slots[$1]) }
      if let best { slots[best].locked = color } else { rest.append(color) }
    }
    return rest
  }

  private static func suits(ground place: OKLCH, _ color: SRGB, _ slot: Slot) -> Bool {
    let (low, high) = (Double(slot.lightness.lowerBound), Double(slot.lightness.upperBound))
    return place.lightness > low - 0.1 && place.lightness < high + 0.1 && RoleRepair.carriesText(Sight(color))
  }

  private static func miss(_ place: OKLCH, _ slot: Slot) -> Double {
    let l = max(
      Double(slot.lightness.lowerBound) - place.lightness, place.lightness - Double(slot.lightness.upperBound)
    )
    let c = max(Double(slot.chroma.lowerBound) - place.chroma, place.chroma - Double(slot.chroma.upperBound))
    return max(0, l) + 2 * max(0, c)
  }
}
