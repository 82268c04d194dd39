/// The value of one parameter.
public enum ParameterValue: Hashable, Sendable, CustomStringConvertible {
  case number(Double)
  case integer(Int)
  case choice(String)
  case flag(Bool)

  /// Shortest text that reads back as the same value.
  public var description: String {
    switch self {
    case .number(let v): v == v.rounded() && abs(v) < 1e15 ? "\(Int(v))" : "\(v)"
    case .integer(let v): "\(v)"
    case .choice(let v): v
    case .flag(let v): "\(v)"
    }
  }
}

/// A Swift type that a component may use for a parameter.
public protocol ParameterType: Sendable {
  var parameterValue: ParameterValue { get }
  /// Nil if the value is of another type; the domain has been checked before.
  init?(parameterValue: ParameterValue)
}

extension Double: ParameterType {
  public var parameterValue: ParameterValue { .number(self) }
  public init?(parameterValue: ParameterValue) {
    switch parameterValue {
    case .number(let v): self = v
    case .integer(let v): self = Double(v)
    default: return nil
    }
  }
}

extension Int: ParameterType {
  public var parameterValue: ParameterValue { .integer(self) }
  public init?(parameterValue: ParameterValue) {
    guard case .integer(let v) = parameterValue else { return nil }
    self = v
  }
}

extension Bool: ParameterType {
  public var parameterValue: ParameterValue { .flag(self) }
  public init?(parameterValue: ParameterValue) {
    guard case .flag(let v) = parameterValue else { return nil }
    self = v
  }
}

/// An enum of named options; its raw values are the names that people write.
public protocol ParameterOption: ParameterType, RawRepresentable<String>, CaseIterable {}

extension ParameterOption {
  public var parameterValue: ParameterValue { .choice(rawValue) }
  public init?(parameterValue: ParameterValue) {
    guard case .choice(let name) = parameterValue else { return nil }
    self.init(rawValue: name)
  }
}
