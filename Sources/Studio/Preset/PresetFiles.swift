import Composition
import Geometry
import ImageFiles
import JSON5
import Raster

/// Where the files that a preset names are found, and how much of them is read.
public struct PresetFiles: Sendable {
  /// Nil if the files are not at hand: what is known of them stands, but there is nothing to see.
  public let access: FolderAccess?
  /// The most pixels that a picture may have.
  public let pixelLimit: Int
  /// Threads for decoding; never change a pixel.
  public let jobs: Int
  /// The largest file that is read, in bytes.
  public static let largestFile = 512 << 20

  public init(_ access: FolderAccess?, pixelLimit: Int = 200_000_000, jobs: Int = 1) {
    self.access = access
    self.pixelLimit = pixelLimit
    self.jobs = jobs
  }

  /// The content of the file that the preset calls `name`; on failure a sentence for a person.
  func bytes(_ name: String, limit: Int = largestFile) throws(PresetFileError) -> [UInt8] {
    guard let access else { return [] }
    do { return try readFile(try access.path(of: name), limit: limit) } catch {
      throw PresetFileError(text: "\(error)")
    }
  }

  /// The picture in the file that the preset calls `name`.
  func photo(
    _ name: String, focus: [Point], credit: String?, license: String?
  ) throws(PresetFileError) -> Photo {
    let bytes = try bytes(name)
    let limit = pixelLimit
    do {
      let picture =
        access == nil
        ? Bitmap(width: 1, height: 1)
        : try decodePicture(bytes, pixelLimit: limit, jobs: jobs).bitmap(jobs: jobs)
      return Photo(
        name: name, digest: sha256(bytes), picture: picture, focus: focus, credit: credit, license: license
      ) { try? decodePicture(bytes, pixelLimit: limit).bitmap() }
    } catch {
      throw PresetFileError(text: "'\(name)': \(error)")
    }
  }

  /// The logo in the file that the preset calls `name`, if it is one in outlines.
  func drawing(_ name: String) throws(PresetFileError) -> VectorPicture? {
    let bytes = try bytes(name)
    guard VectorPicture.isSVG(bytes) else { return nil }
    guard bytes.count <= VectorPicture.largestFile else {
      throw PresetFileError(text: "'\(name)' is larger than \(VectorPicture.largestFile >> 20) MB")
    }
    do { return try VectorPicture(svg: bytes, name: name, digest: sha256(bytes)) } catch {
      throw PresetFileError(text: "'\(name)' \(error)")
    }
  }
}

/// Why a file that a preset names cannot be used: one sentence.
struct PresetFileError: Error {
  let text: String
}

extension PresetReader {
  /// The picture that an object names with `file`, `focus`, `credit` and `license`.
  mutating func photo(_ node: JSONNode, _ path: JSONPath) -> Photo? {
    guard let name = text(node, "file", path, required: true, limit: 1000) else { return nil }
    let focus = self.focus(node["focus"], path.key("focus"))
    let credit = text(node, "credit", path, required: false, limit: 300)
    let license = text(node, "license", path, required: false, limit: 100)
    guard let files else {
      problem(node["file"]!.position, path.key("file"), "a preset without a folder cannot name files")
      return nil
    }
    do { return try files.photo(name, focus: focus, credit: credit, license: license) } catch {
      problem(node["file"]!.position, path.key("file"), error.text)
      return nil
    }
  }

  /// The logo that an object names, in outlines or in pixels.
  mutating func logo(_ node: JSONNode, _ path: JSONPath) -> (photo: Photo?, drawing: VectorPicture?)? {
    guard let files, let name = node["file"]?.string else { return photo(node, path).map { ($0, nil) } }
    do {
      guard var drawing = try files.drawing(name) else { return photo(node, path).map { ($0, nil) } }
      drawing.credit = text(node, "credit", path, required: false, limit: 300)
      drawing.license = text(node, "license", path, required: false, limit: 100)
      return (nil, drawing)
    } catch {
      problem(node["file"]!.position, path.key("file"), error.text)
      return nil
    }
  }

  /// One point `[x, y]` or a list of points, in fractions of the picture.
  private mutating func focus(_ node: JSONNode?, _ path: JSONPath) -> [Point] {
    guard let node else { return [] }
    func point(_ node: JSONNode) -> Point? {
      guard let list = node.array, list.count == 2, let x = list[0].number, let y = list[1].number,
        (0...1).contains(x), (0...1).contains(y)
      else { return nil }
      return Point(x, y)
    }
    if let point = point(node) { return [point] }
    let points = node.array?.map(point) ?? []
    guard !points.isEmpty, points.count <= 12, !points.contains(where: { $0 == nil }) else {
      problem(
        node.position, path,
        "must be a point such as [0.4, 0.3] in fractions of the picture, or a list of at most 12 points")
      return []
    }
    return points.compactMap { $0 }
  }
}
