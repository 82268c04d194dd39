import Elementary
import Parameters
import Studio

/// A parameter and the values that it steps through.
public struct Sweep: Hashable, Sendable {
  /// A dotted name: a family's choice or a parameter of one of its components.
  public let name: String
  public let values: [ParameterValue]

  /// The most values of one sweep.
  public static let limit = 400

  /// Reads `P=V1,V2`, `P=A..B`, `P=A..B..STEP`, `P=A..B[N]` or `P=*` against a space.
  ///
  /// A range of whole numbers takes all of them, one of real numbers five; ranges of a parameter whose scale is
  /// logarithmic step by a ratio unless a step is given. Every value is worked out from the first one, so that
  /// rounding does not pile up, and rounded to 8 places.
  /// - Throws: a sentence that names the sweep, the reason and what is possible.
  public init(_ text: String, in space: Space) throws(SweepError) {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, !parts[1].isEmpty else {
      throw SweepError("\(text): must be P=SWEEP, as in layout.columns=3..6 or art.kind=arcs,rays")
    }
    name = parts[0]
    let domain = try Self.domain(of: parts[0], in: space)
    let values = try Self.values(parts[1], domain, name: parts[0])
    guard values.count <= Self.limit else {
      throw SweepError("\(text): has \(values.count) values; the limit is \(Self.limit)")
    }
    for value in values where !domain.contains(value) {
      let hint = nearest(value.description, in: domain.names).map { "; did you mean '\($0)'?" } ?? ""
      throw SweepError(
        "\(text): '\(value)' is not possible\(hint) (\(parts[0]): \(domain.typeName) of \(domain.text))")
    }
    self.values = values
  }

  /// What the name may be: the choices of a family that the space leaves, or the domain of the first component that
  /// has the parameter.
  private static func domain(of name: String, in space: Space) throws(SweepError) -> Domain {
    for group in space.groups {
      if group.family.selector == name { return .choice(group.components.map(\.entry.name)) }
      for slot in group.components.flatMap(\.slots)
      where "\(group.family.group).\(slot.declaration.name)" == name {
        return slot.declaration.domain
      }
    }
    let hint = nearest(name, in: space.names).map { "; did you mean '\($0)'?" } ?? ""
    throw SweepError("\(name): the preset leaves no such parameter\(hint) (see 'maquette list')")
  }

  private static func values(_ text: String, _ domain: Domain, name: String) throws(SweepError)
    -> [ParameterValue]
  {
    if text == "*" { return try everything(domain, name) }
    if text.contains(".."), let range = SweepRange(text) { return try range.values(domain, name: name) }
    return try text.split(separator: ",", omittingEmptySubsequences: false).map { word throws(SweepError) in
      guard let value = domain.parse(String(word)) else {
        let hint = nearest(String(word), in: domain.names).map { "; did you mean '\($0)'?" } ?? ""
        throw SweepError(
          "\(name)=\(text): '\(word)' is not possible\(hint) (\(name): \(domain.typeName) of \(domain.text))")
      }
      return value
    }
  }

  private static func everything(_ domain: Domain, _ name: String) throws(SweepError) -> [ParameterValue] {
    switch domain {
    case .choice(let names): return names.map { .choice($0) }
    case .flag: return [.flag(false), .flag(true)]
    case .integer(let r) where r.count <= limit: return r.map { .integer($0) }
    case .real(let r, _): return try SweepRange(r.lowerBound, r.upperBound).values(domain, name: name)
    case .integer: throw SweepError("\(name)=*: has more than \(limit) values; give a range")
    }
  }
}

extension Preset {
  /// The preset with each swept parameter narrowed to the sweep's values, all equally likely.
  func narrowed(to sweeps: [Sweep]) -> Preset {
    var preset = self
    for sweep in sweeps {
      for g in preset.space.groups.indices {
        let family = preset.space.groups[g].family
        if sweep.name == family.selector {
          let kept = preset.space.groups[g].components.filter {
            sweep.values.contains(.choice($0.entry.name))
          }
          preset.space.groups[g].components = kept
          preset.space.groups[g].weights = AliasTable(weights: kept.map { _ in 1 })!
          continue
        }
        for c in preset.space.groups[g].components.indices {
          for s in preset.space.groups[g].components[c].slots.indices {
            let slot = preset.space.groups[g].components[c].slots[s]
            let values = sweep.values.filter(slot.declaration.domain.contains)
            guard sweep.name == "\(family.group).\(slot.declaration.name)", !values.isEmpty else { continue }
            preset.space.groups[g].components[c].slots[s].opening = .list(
              values, AliasTable(weights: values.map { _ in 1 })!)
          }
        }
      }
    }
    return preset
  }
}

/// `A..B`, `A..B..STEP` or `A..B[N]`.
private struct SweepRange {
  let first: Double
  let last: Double
  var step: Double?
  var count: Int?

  init(_ first: Double, _ last: Double) { (self.first, self.last) = (first, last) }

  init?(_ text: String) {
    var body = Substring(text)
    if body.hasSuffix("]"), let open = body.firstIndex(of: "[") {
      guard let n = Int(body[body.index(after: open)...].dropLast()) else { return nil }
      count = n
      body = body[..<open]
    }
    let ends = String(body).replacing("..", with: "\u{1}").split(
      separator: "\u{1}", omittingEmptySubsequences: false
    ).map { Double($0) }
    guard ends.count == 2 || ends.count == 3 && count == nil, let first = ends[0], let last = ends[1] else {
      return nil
    }
    (self.first, self.last) = (first, last)
    if ends.count == 3 {
      guard let step = ends[2] else { return nil }
      self.step = step
    }
  }

  func values(_ domain: Domain, name: String) throws(SweepError) -> [ParameterValue] {
    func wrong(_ reason: String) -> SweepError { SweepError("\(name)=\(first)..\(last): \(reason)") }
    guard first.isFinite, last.isFinite else { throw wrong("both ends must be numbers") }
    if let count, !(2...Sweep.limit).contains(count) {
      throw wrong("the number of values in [ ] must be 2...\(Sweep.limit)")
    }
    if let step, !(step.isFinite && step != 0 && (last - first) / step >= 0) {
      throw wrong("the step must lead from the first value to the last")
    }
    switch domain {
    case .integer: return try numbers(scale: .linear, isWhole: true).map { .integer(Int($0)) }
    case .real(_, let scale): return try numbers(scale: scale, isWhole: false).map { .number($0) }
    default: throw wrong("\(name) is no number (\(domain.typeName) of \(domain.text))")
    }
  }

  private func numbers(scale: Scale, isWhole: Bool) throws(SweepError) -> [Double] {
    func rounded(_ v: Double) -> Double { isWhole ? v.rounded() : (v * 1e8).rounded() / 1e8 }
    if let step = step ?? (isWhole && count == nil ? (last >= first ? 1 : -1) : nil) {
      let steps = (last - first) / step
      guard steps <= Double(Sweep.limit) else {
        throw SweepError("\(first)..\(last)..\(step): has more than \(Sweep.limit) values")
      }
      return (0...Int(steps + 1e-9)).map { rounded(first + Double($0) * step) }
    }
    let n = count ?? 5
    return (0..<n).map { i in
      let t = Double(i) / Double(n - 1)
      guard scale == .log, first > 0, last > 0 else { return rounded(first + (last - first) * t) }
      return i == n - 1 ? last : rounded(first * Exact.exp(Exact.log(last / first) * t))
    }
  }
}

extension Domain {
  /// The names of a choice, none for others.
  var names: [String] { if case .choice(let names) = self { names } else { [] } }

  /// A value of this type from a word; it may still lie outside the domain.
  func parse(_ word: String) -> ParameterValue? {
    switch self {
    case .real: Double(word).flatMap { $0.isFinite ? .number($0) : nil }
    case .integer: Int(word).map { .integer($0) }
    case .choice: .choice(word)
    case .flag: word == "true" ? .flag(true) : word == "false" ? .flag(false) : nil
    }
  }
}

/// Why a sweep cannot be used.
public struct SweepError: Error, Hashable, CustomStringConvertible {
  public let description: String
  init(_ description: String) { self.description = description }
}
