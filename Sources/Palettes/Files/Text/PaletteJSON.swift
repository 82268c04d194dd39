import Color
import JSON5

extension SwatchList {
  /// One entry of the list that `maquette palette --json` prints, without roles: name and `colors`, each with `hex`
  /// and, where known, `name` and `share`.
  public var json: JSONTree {
    .members([("name", name.map(JSONTree.string)), ("colors", .array(swatches.map(\.json)))])
  }
}

extension Swatch {
  fileprivate var json: JSONTree {
    .members([
      ("hex", .string(color.hex)), ("name", name.map(JSONTree.string)), ("share", share.map { .number($0) }),
    ])
  }
}

/// The palette as the only entry of `palettes`, so that a script reads files and printed palettes alike.
func jsonText(_ list: SwatchList) -> String { JSONText.pretty(["palettes": [list.json]]) }
