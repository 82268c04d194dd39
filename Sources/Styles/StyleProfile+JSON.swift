import Color
import Composition
import JSON5

extension StyleProfile {
  /// The version of the format that this engine reads and writes.
  public static let version = 1
  /// What the file says of itself.
  static let kind = "style"

  /// The profile as a person reads it; keys in a fixed order.
  public var json: JSONTree {
    let names = ColorName.distinct(palette.map(\.color)).map(\.description)
    return .members([
      ("maquette", .integer(Self.version)), ("kind", .string(Self.kind)), ("name", .string(name)),
      ("palette", .array(zip(palette, names).map { $0.json(name: $1) })),
      ("color", color.json),
      ("values", Self.list(values)),
      (
        "edges",
        .members([("density", Self.number(edges.density)), ("directions", Self.list(edges.directions))])
      ),
      ("detail", Self.list(detail)), ("grain", Self.number(grain)),
      (
        "layout",
        .members([("density", Self.number(layout.density)), ("thirds", Self.list(layout.thirds))])
      ),
      ("sources", .array(sources.map(\.json))),
    ])
  }

  /// Five places after the point: enough for every use, and readable.
  static func number(_ value: Double) -> JSONTree { .number((value * 1e5).rounded() / 1e5) }
  static func list(_ values: [Double]) -> JSONTree { .array(values.map(number)) }
}

extension StyleProfile.Swatch {
  fileprivate func json(name: String) -> JSONTree {
    .members([
      ("color", .string(color.hex)), ("name", .string(name)), ("share", StyleProfile.number(share)),
    ])
  }
}

extension StyleProfile.ColorSpread {
  fileprivate var json: JSONTree {
    func triple(_ v: SIMD3<Double>) -> JSONTree { StyleProfile.list([v.x, v.y, v.z]) }
    return .members([
      ("mean", triple(mean)), ("variances", triple(variances)), ("covariances", triple(covariances)),
    ])
  }
}

extension StyleProfile.Picture {
  fileprivate var json: JSONTree {
    .members([
      ("file", .string(file)), ("sha256", .string(digest)), ("credit", credit.map { .string($0) }),
    ])
  }
}
