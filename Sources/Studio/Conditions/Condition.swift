import Parameters

/// A condition on a variant's scores and parameters, such as `textContrast>=7 && layout.columns<=4`.
///
/// Comparisons `>= <= == != > <` of names, numbers, words in quotes, `true` and `false`, joined by `&&` and `||`,
/// negated by `!`, grouped by parentheses. A bare word that names neither score nor parameter may stand on the right
/// for a choice (`art.kind == contours`). A parameter that a variant lacks satisfies no comparison but `!=`.
public struct Condition: Hashable, Sendable {
  /// As it was written.
  public let text: String
  let root: Node

  indirect enum Node: Hashable, Sendable {
    case comparison(Operand, Comparator, Operand)
    case all(Node, Node)
    case any(Node, Node)
    case not(Node)
  }

  enum Operand: Hashable, Sendable {
    case name(String)
    case value(ParameterValue)
  }

  enum Comparator: String, CaseIterable, Hashable, Sendable {
    case atLeast = ">="
    case atMost = "<="
    case equal = "=="
    case unequal = "!="
    case above = ">"
    case below = "<"

    /// What holds exactly where this does not.
    var opposite: Comparator {
      switch self {
      case .atLeast: .below
      case .atMost: .above
      case .equal: .unequal
      case .unequal: .equal
      case .above: .atMost
      case .below: .atLeast
      }
    }
  }

  /// Reads a condition; throws with the column of the first thing that is wrong.
  public init(_ text: String) throws(ConditionError) {
    self.text = text
    var parser = ConditionParser(text)
    root = try parser.condition()
  }

  private init(text: String, root: Node) { (self.text, self.root) = (text, root) }

  /// True if a variant satisfies it; `value` gives scores and parameters by name.
  public func holds(_ value: (String) -> ParameterValue?) -> Bool { missed(value) == nil }

  /// How far a variant is from satisfying the condition; nil if it does.
  public func missed(_ value: (String) -> ParameterValue?) -> Shortfall? {
    let shortfall = shortfall(value)
    return shortfall.distance == 0 ? nil : shortfall
  }

  /// The part that needs no picture: those of its conjuncts that name no score. Nil if there are none.
  public var onParameters: Condition? {
    let parts = root.conjuncts.filter { !$0.namesScore }
    return parts.first.map { first in
      Condition(text: text, root: parts.dropFirst().reduce(first) { .all($0, $1) })
    }
  }

  /// How far a variant is from satisfying the condition.
  public func shortfall(_ value: (String) -> ParameterValue?) -> Shortfall {
    Self.shortfall(root, negated: false, value)
  }
}

extension Condition.Node {
  /// The parts that must all hold.
  fileprivate var conjuncts: [Self] {
    if case .all(let a, let b) = self { a.conjuncts + b.conjuncts } else { [self] }
  }

  fileprivate var namesScore: Bool {
    switch self {
    case .comparison(let a, _, let b): a.namesScore || b.namesScore
    case .all(let a, let b), .any(let a, let b): a.namesScore || b.namesScore
    case .not(let inner): inner.namesScore
    }
  }
}

extension Condition.Operand {
  fileprivate var namesScore: Bool {
    if case .name(let name) = self { Scores.names.contains(name) } else { false }
  }
}

/// How far a variant misses a condition, and by which value.
public struct Shortfall: Hashable, Sendable {
  /// 0 if the condition holds; for numbers the distance as a share of the bound, 1 for a wrong choice.
  public var distance: Double
  /// The value that misses most, as in `textContrast is 4.6`.
  public var reason: String
}

extension Condition {
  private static func shortfall(
    _ node: Node, negated: Bool, _ value: (String) -> ParameterValue?
  ) -> Shortfall {
    switch node {
    case .not(let inner): return shortfall(inner, negated: !negated, value)
    case .comparison(let left, let comparator, let right):
      return shortfall(left, negated ? comparator.opposite : comparator, right, value)
    case .all(let a, let b), .any(let a, let b):
      let parts = (shortfall(a, negated: negated, value), shortfall(b, negated: negated, value))
      // By De Morgan's laws a negated conjunction needs only one of its parts to fail.
      let needsBoth = if case .all = node { !negated } else { negated }
      if needsBoth {
        let worse = parts.0.distance >= parts.1.distance ? parts.0 : parts.1
        return Shortfall(distance: parts.0.distance + parts.1.distance, reason: worse.reason)
      }
      return parts.0.distance <= parts.1.distance ? parts.0 : parts.1
    }
  }

  private static func shortfall(
    _ left: Operand, _ comparator: Comparator, _ right: Operand, _ value: (String) -> ParameterValue?
  ) -> Shortfall {
    func resolved(_ operand: Operand) -> ParameterValue? {
      switch operand {
      case .name(let name): value(name)
      case .value(let value): value
      }
    }
    let (a, b) = (resolved(left), resolved(right))
    let reason = [(left, a), (right, b)].compactMap { operand, value -> String? in
      guard case .name(let name) = operand else { return nil }
      return "\(name) is \(value.map(shown) ?? "not there")"
    }.joined(separator: ", ")
    return Shortfall(distance: distance(a, comparator, b), reason: reason)
  }

  private static func shown(_ value: ParameterValue) -> String {
    guard case .number(let v) = value else { return value.description }
    return ParameterValue.number((v * 1000).rounded() / 1000).description
  }

  private static func distance(_ a: ParameterValue?, _ comparator: Comparator, _ b: ParameterValue?) -> Double
  {
    guard let a, let b else { return comparator == .unequal ? 0 : 1 }
    guard let x = Double(parameterValue: a), let y = Double(parameterValue: b) else {
      return (a == b) == (comparator == .equal) && [.equal, .unequal].contains(comparator) ? 0 : 1
    }
    let holds =
      switch comparator {
      case .atLeast: x >= y
      case .atMost: x <= y
      case .equal: x == y
      case .unequal: x != y
      case .above: x > y
      case .below: x < y
      }
    // Never 0 for what fails: `x > 3` is missed by 3 itself.
    return holds ? 0 : max(1e-9, abs(x - y) / max(abs(x), abs(y), 1e-9))
  }
}

/// Why a condition cannot be read.
public struct ConditionError: Error, Hashable, CustomStringConvertible {
  public let text: String
  /// The character, counted from 1, at which it stopped making sense.
  public let column: Int
  /// What is wrong there and what would be right.
  public let reason: String

  public var description: String { "'\(text)', column \(column): \(reason)" }
}
