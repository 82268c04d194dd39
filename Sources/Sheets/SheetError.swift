/// Why a sheet cannot be made or read.
public enum SheetError: Error, Hashable, CustomStringConvertible {
  case tooManyTiles(Int, String)
  case tooLarge(String, dpi: Double)
  case notASheet(String, reason: String)
  case newer(String, version: Int)
  case changedSource(String, source: String)
  case noTile(Int, count: Int)

  public var description: String {
    switch self {
    case .tooManyTiles(let count, let page):
      "\(count) tiles do not fit a page of \(page); use fewer (--count) or a larger page (--page)"
    case .tooLarge(let page, let dpi):
      "a page of \(page) at \(Int(dpi)) dpi is larger than 32767 px; use a lower --dpi"
    case .notASheet(let file, let reason): "\(file) is no contact sheet or tile made by Maquette: \(reason)"
    case .newer(let file, let version):
      "\(file) was made by a newer Maquette (manifest version \(version)); this one reads version \(SheetManifest.version)"
    case .changedSource(let file, let source):
      "the file '\(source)' is no longer the one that \(file) was made with; put it back, or make a new sheet"
    case .noTile(let number, let count): "there is no tile \(number); the sheet has tiles 1...\(count)"
    }
  }
}
