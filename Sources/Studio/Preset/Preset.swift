import Boards
import Color
import Composition
import JSON5
import Parameters

/// A brief with open parameters: what a preset file says, checked.
public struct Preset: Sendable {
  public let name: String
  public let format: PageFormat
  public let content: Content
  /// An ISO 639 code.
  public let language: String
  /// Colours that every palette holds, the first leading.
  public let lockedColors: [SRGB]
  /// Pictures for filters that work after an example; `finish.exemplar` 1 is the first.
  public internal(set) var exemplars: [Photo] = []
  /// The style that it follows.
  public internal(set) var style: StyleFile?
  public var space: Space
  /// What every variant of a sheet must satisfy.
  public var condition: Condition?
  /// Groups of parameters that step together in sweeps.
  public var zipped: [[String]] = []
  /// Layouts that it leaves open but that cannot serve its content, and why.
  public internal(set) var withheld: [(layout: String, reason: String)] = []
  /// Where the files that it names were found; nil if it may name none.
  public var files: PresetFiles?
  /// What a client asks of a room, if the preset is the brief of a concept board.
  public var brief: BoardBrief?
  /// The file's content without places and comments: enough to read the preset again.
  public let source: JSONTree
  /// Settings that came after the file, in order; kept so that a sheet can be replayed.
  public internal(set) var settings: [(name: String, text: String)] = []

  /// The version of the preset format that this engine reads and writes.
  public static let version = 1
}

extension Preset {
  /// Reads a preset from a file's bytes.
  ///
  /// - Parameters:
  ///   - bytes: JSON5.
  ///   - file: its name, for messages.
  ///   - files: where the pictures and tables that it names are found; nil if it may name none.
  /// - Throws: every problem of the file.
  public init(bytes: [UInt8], file: String, files: PresetFiles? = nil) throws(PresetError) {
    let node: JSONNode
    do { node = try parseJSON5(bytes, file: file) } catch { throw PresetError(syntax: error) }
    self = try PresetReader.read(node, file: file, files: files)
  }

  /// The pictures that it names: those of the content and the brief in the order of the file, then the exemplars.
  public var photos: [Photo] {
    content.elements.compactMap(\.photo) + (brief?.allPhotos ?? []) + exemplars
  }

  /// How many exemplars its filters may choose from.
  public var exemplarCount: ExemplarCount {
    ExemplarCount(pictures: exemplars.count, hasProfile: style != nil)
  }

  /// The logos in outlines that it names, in the order of the file.
  public var drawings: [VectorPicture] { content.drawings }

  /// The preset with one parameter set as if the file said so; `--set` on the command line.
  ///
  /// - Parameters:
  ///   - name: the parameter's dotted path, such as `art.kind`.
  ///   - text: JSON5, or a bare word.
  /// - Throws: every problem with the setting; the preset then stays as it was.
  public mutating func set(_ name: String, to text: String) throws(PresetError) {
    let source = "--set \(name)"
    let node =
      (try? parseJSON5(Array(text.utf8), file: source))
      ?? JSONNode(value: .string(text), position: SourcePosition(line: 1, column: 1))
    let changed = try PresetReader.setting(
      name, to: node, in: space, exemplars: exemplarCount, source: source)
    space = changed
    settings.append((name, text))
  }
}

/// Everything that is wrong with a preset, in the order of the file.
public struct PresetError: Error, Sendable, CustomStringConvertible {
  /// One sentence a problem, each with file, line, column and JSON path.
  public let problems: [String]

  init(problems: [String]) { self.problems = problems }
  init(syntax: JSONSyntaxError) { problems = [syntax.description] }

  public var description: String { problems.joined(separator: "\n") }
}
