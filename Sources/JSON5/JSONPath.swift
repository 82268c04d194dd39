/// The way from the root of a JSON file to one of its values, written `content[2].text`.
public struct JSONPath: Sendable, Hashable, CustomStringConvertible {
  /// One step: into an object or into a list.
  public enum Step: Sendable, Hashable {
    /// The value of a key.
    case key(String)
    /// An element, counted from 0.
    case index(Int)
  }

  /// The steps from the root.
  public var steps: [Step]

  /// The path of the given steps; without any, the root.
  public init(_ steps: [Step] = []) { self.steps = steps }

  /// The path of a member of the object at this path.
  public func key(_ key: String) -> JSONPath { JSONPath(steps + [.key(key)]) }

  /// The path of an element of the list at this path.
  public func index(_ index: Int) -> JSONPath { JSONPath(steps + [.index(index)]) }

  /// For example `content[2].text` or `parameters["art.kind"]`; the root is `the whole file`.
  public var description: String {
    if steps.isEmpty { return "the whole file" }
    var text = ""
    for step in steps {
      switch step {
      case .index(let index): text += "[\(index)]"
      case .key(let key) where !Self.isPlain(key): text += "[\(JSONText.compact(.string(key)))]"
      case .key(let key): text += text.isEmpty ? key : "." + key
      }
    }
    return text
  }

  private static func isPlain(_ key: String) -> Bool {
    guard let first = key.unicodeScalars.first, !("0"..."9").contains(first) else { return false }
    return key.unicodeScalars.allSatisfy { $0.properties.isIDContinue || $0 == "$" }
  }
}

extension JSONNode {
  /// The value at the end of `path`, or nil if a step leads nowhere.
  public subscript(path: JSONPath) -> JSONNode? {
    path.steps.reduce(self as JSONNode?) { node, step in
      switch step {
      case .key(let key): node?[key]
      case .index(let index): node?[index]
      }
    }
  }
}
