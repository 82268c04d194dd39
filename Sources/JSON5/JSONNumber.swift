/// A finite number and how it was written, so that 64-bit seeds survive although a `Double` cannot hold them.
public struct JSONNumber: Sendable {
  /// The nearest `Double`.
  public let value: Double
  /// As written in the file, or the shortest decimal text that reads back the same.
  public let text: String
  private let whole: Whole?

  private enum Whole: Sendable, Equatable {
    case signed(Int)
    case aboveSigned(UInt64)
  }

  /// A number that is finite; others have no place in JSON.
  public init(_ value: Double) {
    precondition(value.isFinite, "JSON cannot hold \(value)")
    let digits = "\(value)"
    self.init(value: value, text: digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits)
  }

  /// A whole number, exact.
  public init<Number: FixedWidthInteger>(_ value: Number) {
    self.init(value: Double(value), text: String(value), magnitude: UInt64(value.magnitude), minus: value < 0)
  }

  /// A number read from a file; a whole one, within 64 bits, if `value` is.
  init(value: Double, text: String) {
    self.value = value
    self.text = text
    if let number = Int(exactly: value) {
      whole = .signed(number)
    } else {
      whole = UInt64(exactly: value).map(Whole.aboveSigned)
    }
  }

  /// A whole number read from a file, exact.
  init(value: Double, text: String, magnitude: UInt64, minus: Bool) {
    self.value = value
    self.text = text
    if let number = Int(exactly: magnitude) {
      whole = .signed(minus ? -number : number)
    } else if minus {
      whole = magnitude == Int.min.magnitude ? .signed(.min) : nil
    } else {
      whole = .aboveSigned(magnitude)
    }
  }

  /// The number if it is whole and fits; exact, also above 2^53.
  public var integer: Int? { if case .signed(let number) = whole { number } else { nil } }

  /// The number if it is whole, not negative and fits; exact, also above 2^53.
  public var unsigned: UInt64? {
    switch whole {
    case .signed(let number): UInt64(exactly: number)
    case .aboveSigned(let number): number
    case nil: nil
    }
  }

  /// The one way to write this number in plain JSON: no point for whole numbers, else the shortest digits.
  public var canonical: String {
    switch whole {
    case .signed(0) where value.sign == .minus: "-0"
    case .signed(let number): String(number)
    case .aboveSigned(let number): String(number)
    case nil: JSONNumber(value).text
    }
  }
}

extension JSONNumber: Equatable {
  /// Compares the numbers, not how they were written.
  public static func == (a: JSONNumber, b: JSONNumber) -> Bool { a.value == b.value && a.whole == b.whole }
}
