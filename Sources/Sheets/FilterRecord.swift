import Composition
import ImageFiles
import JSON5
import Parameters

/// What a filtered picture says of itself: enough to make it again from the same input.
public struct FilterRecord: Sendable {
  /// The filter's name.
  public var filter: String
  /// Every parameter with its value, as declared; lengths in millimetres.
  public var parameters: [(name: String, value: ParameterValue)]
  /// Where the filter's randomness came from.
  public var seed: UInt64
  /// The resolution that the picture was taken to have.
  public var dpi: Double
  /// Colours that the filter was given, as `#rrggbb`.
  public var palette: [String]
  /// The pictures that the filter worked after.
  public var sources: [Source]
  /// The input's file name without its folder.
  public var input: String
  /// Width of the input, and of the picture, in pixels.
  public var width: Int
  /// Height of the input, and of the picture, in pixels.
  public var height: Int
  /// The version of the engine that made it.
  public private(set) var engine = SheetManifest.engine

  public init(
    filter: String, parameters: [(name: String, value: ParameterValue)], seed: UInt64, dpi: Double,
    palette: [String], exemplars: [Photo] = [],
    style: StyleFile? = nil, input: String, width: Int, height: Int
  ) {
    sources = exemplars.map(Source.init) + (style.map(Source.all(of:)) ?? [])
    (self.filter, self.parameters, self.seed, self.dpi) = (filter, parameters, seed, dpi)
    (self.palette, self.input, self.width, self.height) = (palette, input, width, height)
  }
}

extension FilterRecord {
  /// The record as JSON; keys in a fixed order.
  public var json: JSONTree {
    .members([
      ("maquette", .integer(SheetManifest.version)), ("engine", .string(engine)),
      ("kind", .string("filter")), ("filter", .string(filter)),
      ("parameters", .object(parameters.map { .init($0.name, $0.value.json) })), ("seed", .integer(seed)),
      ("dpi", .number(dpi)), ("palette", .array(palette.map { .string($0) })),
      ("sources", sources.isEmpty ? nil : .array(sources.map(\.json))), ("input", .string(input)),
      ("width", .integer(width)), ("height", .integer(height)),
    ])
  }

  /// Reads the record of a filtered picture; nil if the file has none, or that of a sheet or tile.
  public init?(png bytes: [UInt8]) {
    guard let found = try? pngText(keyword: SheetManifest.keyword, in: bytes, limit: 1 << 20),
      let node = try? parseJSON5(Array(found.utf8), file: ""), node["kind"]?.string == "filter",
      let version = node["maquette"]?.integer, version <= SheetManifest.version,
      let filter = node["filter"]?.string, let parameters = node["parameters"]?.object,
      let seed = node["seed"]?.unsigned, let dpi = node["dpi"]?.number,
      let palette = node["palette"]?.array, let input = node["input"]?.string,
      let width = node["width"]?.integer, let height = node["height"]?.integer,
      let engine = node["engine"]?.string
    else { return nil }
    self.init(
      filter: filter,
      parameters: parameters.compactMap { member in
        ParameterValue(json: member.value).map { (member.key, $0) }
      },
      seed: seed, dpi: dpi, palette: palette.compactMap(\.string), input: input, width: width, height: height)
    sources = (node["sources"]?.array ?? []).compactMap(Source.init)
    self.engine = engine
  }
}
