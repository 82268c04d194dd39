/// One generator, layout, palette rule, type pair or filter: a value type whose stored defaults are the only
/// defaults and whose `parameters` are declared once, as typed key paths.
///
/// From that one declaration come preset decoding with validation, `maquette help NAME`, the planner's space
/// and the generated reference.
public protocol Component: Sendable {
  /// The name people write; lower case, words joined by hyphens.
  static var name: String { get }
  /// One line, without a full stop.
  static var summary: String { get }
  static var parameters: [Parameter<Self>] { get }
  init()
}

/// What is declared about a parameter, free of its component's type.
public struct ParameterDeclaration: Hashable, Sendable {
  /// The name inside its group, as in `columns` of `layout.columns`.
  public let name: String
  public let domain: Domain
  public let unit: String?
  /// One line, without a full stop.
  public let summary: String
  public let defaultValue: ParameterValue
  public let condition: Condition?
  /// False if it stays at its default unless somebody sets it: what asks for another product, not for a
  /// variant.
  public var isVaried = true

  /// A parameter that matters only while another choice of the same component has one of some values.
  public struct Condition: Hashable, Sendable {
    public let parameter: String
    public let values: [String]
  }

  /// The same with a narrower domain.
  public func narrowed(to domain: Domain) -> ParameterDeclaration {
    ParameterDeclaration(
      name: name, domain: domain, unit: unit, summary: summary, defaultValue: defaultValue,
      condition: condition, isVaried: isVaried)
  }
}

extension ParameterDeclaration {
  /// A choice that no component declares but one brief: which material where, which piece for which key.
  public init(name: String, choices: [String], summary: String) {
    self.init(
      name: name, domain: .choice(choices), unit: nil, summary: summary, defaultValue: .choice(choices[0]),
      condition: nil)
  }
}

/// A declared parameter of `Root` and how to read and write it.
public struct Parameter<Root: Sendable>: Sendable {
  public let name: String
  public let domain: Domain
  public let unit: String?
  public let summary: String
  public let condition: ParameterDeclaration.Condition?
  /// See ``ParameterDeclaration/isVaried``.
  public let isVaried: Bool
  public let get: @Sendable (Root) -> ParameterValue
  /// False if the value is of the wrong type.
  public let set: @Sendable (inout Root, ParameterValue) -> Bool

  private init<Value: ParameterType>(
    _ name: String, _ path: any WritableKeyPath<Root, Value> & Sendable, _ domain: Domain, unit: String?,
    when condition: ParameterDeclaration.Condition?, varied: Bool = true, _ summary: String
  ) {
    self.name = name
    self.domain = domain
    self.unit = unit
    self.summary = summary
    self.condition = condition
    isVaried = varied
    get = { $0[keyPath: path].parameterValue }
    set = { root, value in
      guard let typed = Value(parameterValue: value) else { return false }
      root[keyPath: path] = typed
      return true
    }
  }

  /// A number in a range; `.log` where ratios matter more than differences (the range must then be positive).
  public static func real(
    _ name: String, _ path: any WritableKeyPath<Root, Double> & Sendable, _ range: ClosedRange<Double>,
    scale: Scale = .linear, unit: String? = nil, when: ParameterDeclaration.Condition? = nil,
    _ summary: String
  ) -> Parameter {
    Parameter(name, path, .real(range, scale), unit: unit, when: when, summary)
  }

  /// A whole number in a range.
  public static func integer(
    _ name: String, _ path: any WritableKeyPath<Root, Int> & Sendable, _ range: ClosedRange<Int>,
    unit: String? = nil, when: ParameterDeclaration.Condition? = nil, _ summary: String
  ) -> Parameter {
    Parameter(name, path, .integer(range), unit: unit, when: when, summary)
  }

  /// One of the named options of an enum; `varied` is as in ``ParameterDeclaration/isVaried``.
  public static func choice<Option: ParameterOption>(
    _ name: String, _ path: any WritableKeyPath<Root, Option> & Sendable,
    when: ParameterDeclaration.Condition? = nil, varied: Bool = true, _ summary: String
  ) -> Parameter {
    Parameter(
      name, path, .choice(Option.allCases.map(\.rawValue)), unit: nil, when: when, varied: varied, summary)
  }

  /// True or false.
  public static func flag(
    _ name: String, _ path: any WritableKeyPath<Root, Bool> & Sendable,
    when: ParameterDeclaration.Condition? = nil, _ summary: String
  ) -> Parameter {
    Parameter(name, path, .flag, unit: nil, when: when, summary)
  }
}

extension ParameterDeclaration.Condition {
  /// Active while the choice named `parameter` is one of `values`.
  public static func `is`(_ parameter: String, _ values: String...) -> Self {
    Self(parameter: parameter, values: values)
  }
}

extension Component {
  /// The declarations, with the defaults that `init()` stores.
  public static var declarations: [ParameterDeclaration] {
    let defaults = Self()
    return parameters.map {
      ParameterDeclaration(
        name: $0.name, domain: $0.domain, unit: $0.unit, summary: $0.summary,
        defaultValue: $0.get(defaults), condition: $0.condition, isVaried: $0.isVaried)
    }
  }

  /// A component with the given values; names it does not declare are left to their defaults.
  ///
  /// Values must have been checked against the domains: one of the wrong type is a bug of the caller.
  public static func make(_ value: (String) -> ParameterValue?) -> Self {
    var component = Self()
    for parameter in parameters {
      guard let given = value(parameter.name) else { continue }
      let done = parameter.set(&component, given)
      precondition(done, "\(Self.name).\(parameter.name) cannot hold \(given)")
    }
    return component
  }
}
