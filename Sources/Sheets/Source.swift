import Boards
import Composition
import JSON5
import Studio

/// A file that a picture draws from, and what must be said of it.
public struct Source: Hashable, Sendable {
  /// As the preset names it.
  public let file: String
  /// SHA-256 of its content, in hexadecimal.
  public let digest: String
  public let credit: String?
  public let license: String?

  init(_ photo: Photo) {
    (file, digest, credit, license) = (photo.name, photo.digest, photo.credit, photo.license)
  }

  init(_ drawing: VectorPicture) {
    (file, digest, credit, license) = (drawing.name, drawing.digest, drawing.credit, drawing.license)
  }

  init(_ table: ItemTable.File) {
    (file, digest, credit, license) = (table.name, table.digest, nil, nil)
  }

  init(file: String, digest: String, credit: String?) {
    (self.file, self.digest, self.credit, license) = (file, digest, credit, nil)
  }

  /// A profile's own file, then the pictures that it was learned from.
  static func all(of style: StyleFile) -> [Source] {
    [Source(file: style.name, digest: style.digest, credit: nil)]
      + style.profile.sources.map { Source(file: $0.file, digest: $0.digest, credit: $0.credit) }
  }

  init?(_ node: JSONNode) {
    guard let file = node["file"]?.string, let digest = node["sha256"]?.string else { return nil }
    (self.file, self.digest) = (file, digest)
    (credit, license) = (node["credit"]?.string, node["license"]?.string)
  }

  var json: JSONTree {
    .members([
      ("file", .string(file)), ("sha256", .string(digest)), ("credit", credit.map { .string($0) }),
      ("license", license.map { .string($0) }),
    ])
  }
}

extension Preset {
  /// The files that it draws from: pictures, logos in outlines, those behind its style, and the items table of a
  /// board.
  var sources: [Source] {
    photos.map { Source($0) } + drawings.map { Source($0) } + (style.map(Source.all(of:)) ?? [])
      + (brief?.table.map { [Source($0)] } ?? [])
  }
}
