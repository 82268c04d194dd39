import Elementary

/// How a range is spread when values are drawn from it.
public enum Scale: String, Sendable {
  case linear
  case log
}

/// All values that a parameter may take.
public enum Domain: Hashable, Sendable {
  case real(ClosedRange<Double>, Scale)
  case integer(ClosedRange<Int>)
  case choice([String])
  case flag

  /// The kind of value, as `list --json` prints it.
  public var typeName: String {
    switch self {
    case .real: "number"
    case .integer: "integer"
    case .choice: "choice"
    case .flag: "flag"
    }
  }

  /// The range or the choices, for people.
  public var text: String {
    switch self {
    case .real(let r, _): "\(ParameterValue.number(r.lowerBound))...\(ParameterValue.number(r.upperBound))"
    case .integer(let r): "\(r.lowerBound)...\(r.upperBound)"
    case .choice(let names): names.joined(separator: ", ")
    case .flag: "true, false"
    }
  }

  public func contains(_ value: ParameterValue) -> Bool {
    switch (self, value) {
    case (.real(let r, _), .number(let v)): r.contains(v)
    case (.real(let r, _), .integer(let v)): r.contains(Double(v))
    case (.integer(let r), .integer(let v)): r.contains(v)
    case (.choice(let names), .choice(let v)): names.contains(v)
    case (.flag, .flag): true
    default: false
    }
  }

  /// The value at the quantile `u` in 0..<1; numbers are rounded to three significant digits of the span, so
  /// that captions, manifests and replays hold exactly what was drawn.
  public func value(at u: Double) -> ParameterValue {
    switch self {
    case .real(let r, let scale): .number(Self.rounded(Self.quantile(r, scale, u), in: r))
    case .integer(let r): .integer(r.lowerBound + min(r.count - 1, Int(u * Double(r.count))))
    case .choice(let names): .choice(names[min(names.count - 1, Int(u * Double(names.count)))])
    case .flag: .flag(u >= 0.5)
    }
  }

  private static func quantile(_ r: ClosedRange<Double>, _ scale: Scale, _ u: Double) -> Double {
    switch scale {
    case .linear: r.lowerBound + (r.upperBound - r.lowerBound) * u
    case .log: r.lowerBound * Exact.exp(Exact.log(r.upperBound / r.lowerBound) * u)
    }
  }

  /// Steps of a power of ten to the unit, so that there are 500 or more in the range.
  private static func steps(_ r: ClosedRange<Double>) -> Double {
    var steps = 1.0
    while (r.upperBound - r.lowerBound) * steps < 500 && steps < 1e6 { steps *= 10 }
    return steps
  }

  /// How many different values are drawn.
  public var count: Double {
    switch self {
    case .real(let r, _): ((r.upperBound - r.lowerBound) * Self.steps(r)).rounded() + 1
    case .integer(let r): Double(r.count)
    case .choice(let names): Double(names.count)
    case .flag: 2
    }
  }

  /// Rounds to a power of ten at most a thousandth of the span, without leaving the range.
  private static func rounded(_ v: Double, in r: ClosedRange<Double>) -> Double {
    let steps = steps(r)
    return max(r.lowerBound, min(r.upperBound, (v * steps).rounded() / steps))
  }

  /// Where a value lies in 0...1; for choices and flags its index over the last index. The inverse of `value(at:)`.
  public func position(of value: ParameterValue) -> Double {
    switch (self, value) {
    case (.real(let r, let scale), let v):
      let x = Double(parameterValue: v) ?? r.lowerBound
      guard r.upperBound > r.lowerBound else { return 0 }
      return scale == .linear
        ? (x - r.lowerBound) / (r.upperBound - r.lowerBound)
        : Exact.log(x / r.lowerBound) / Exact.log(r.upperBound / r.lowerBound)
    case (.integer(let r), .integer(let v)):
      return r.count > 1 ? Double(v - r.lowerBound) / Double(r.count - 1) : 0
    case (.choice(let names), .choice(let v)):
      return names.count > 1 ? Double(names.firstIndex(of: v) ?? 0) / Double(names.count - 1) : 0
    case (.flag, .flag(let v)): return v ? 1 : 0
    default: return 0
    }
  }
}
