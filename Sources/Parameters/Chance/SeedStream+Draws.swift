import Elementary

extension SeedStream {
  /// An even number in 0..<1 with 53 random bits; two draws.
  public mutating func unit() -> Double { Double(bits64() >> 11) * 0x1p-53 }

  /// An even number in `range`; two draws.
  public mutating func uniform(in range: ClosedRange<Double>) -> Double {
    // Rounding may carry the mix just past its upper end.
    min(mix(range.lowerBound, range.upperBound, unit()), range.upperBound)
  }

  /// A whole number in `range`, every one equally likely.
  ///
  /// Lemire, "Fast random integer generation in an interval" (2019): the high half of a product, with the
  /// few draws that would favour some results thrown away; almost always two draws.
  public mutating func integer(in range: ClosedRange<Int>) -> Int {
    let last = UInt64(bitPattern: Int64(range.upperBound)) &- UInt64(bitPattern: Int64(range.lowerBound))
    if last == .max { return Int(truncatingIfNeeded: bits64()) }
    return range.lowerBound &+ Int(truncatingIfNeeded: below(last &+ 1))
  }

  private mutating func below(_ count: UInt64) -> UInt64 {
    var product = bits64().multipliedFullWidth(by: count)
    if product.low < count {
      let biased = (0 &- count) % count
      while product.low < biased { product = bits64().multipliedFullWidth(by: count) }
    }
    return product.high
  }

  /// True with probability `p`; never at 0 or below, always at 1 or above.
  public mutating func chance(_ p: Double) -> Bool { unit() < p }

  /// A number from the normal distribution with mean 0 and deviation 1; four draws.
  ///
  /// Box and Muller (1958), one of the two values; the largest magnitude possible is 8.6.
  public mutating func normal() -> Double {
    let radius = (-2 * Exact.log(1 - unit())).squareRoot()
    return radius * Exact.cos(2 * Double.pi * unit())
  }

  /// An element of `array`, which must not be empty.
  public mutating func pick<Element>(_ array: [Element]) -> Element {
    precondition(!array.isEmpty, "nothing to pick from")
    return array[integer(in: 0...array.count - 1)]
  }

  /// Puts `array` into random order, every order equally likely (Fisher and Yates); O(count).
  public mutating func shuffle<Element>(_ array: inout [Element]) {
    guard array.count > 1 else { return }
    for last in stride(from: array.count - 1, to: 0, by: -1) {
      array.swapAt(last, integer(in: 0...last))
    }
  }

  /// A copy of `array` in random order.
  public mutating func shuffled<Element>(_ array: [Element]) -> [Element] {
    var copy = array
    shuffle(&copy)
    return copy
  }
}
