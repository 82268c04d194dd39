import Geometry
import Studio

/// Where everything stands on a contact sheet: tiles on whole pixels, captions below them, header and footer.
public struct SheetPlan: Sendable {
  /// A tile's picture, in pixels.
  public struct Box: Hashable, Sendable {
    public let x: Int
    public let y: Int
    public let width: Int
    public let height: Int
  }

  /// The sheet's size in pixels.
  public let width: Int
  public let height: Int
  public let pixelsPerMillimetre: Double
  public let columns: Int
  public let boxes: [Box]

  /// The sheet's own measures, in millimetres.
  public let margin: Double
  let header: Double
  let footer: Double
  let caption: Double

  /// The smallest picture that is still worth looking at, in pixels.
  static let smallestTile = 24
  public static let countLimit = 400

  /// Places `count` tiles of the given shape on a page.
  ///
  /// `aspect` is a tile's height over its width; without `columns`, the number that makes tiles largest is taken, with
  /// a preference for whole rows. Throws if the tiles would be too small to look at.
  public init(
    page: PageFormat, dpi: Double, count: Int, aspect: Double, columns wanted: Int?
  ) throws(SheetError) {
    let scale = dpi / 25.4
    let pixels = (page.size.width * scale, page.size.height * scale)
    guard pixels.0 <= 32_767, pixels.1 <= 32_767 else { throw .tooLarge(page.name, dpi: dpi) }
    width = Int(pixels.0.rounded())
    height = Int(pixels.1.rounded())
    pixelsPerMillimetre = scale
    let short = page.size.shortSide
    margin = short * 0.05
    header = short * 0.076
    footer = short * 0.03
    let room = Size(
      page.size.width - 2 * margin, page.size.height - 2 * margin - header - footer)
    let options = wanted.map { $0...$0 } ?? 1...count
    var best: (columns: Int, tile: Size)?
    var value = 0.0
    for columns in options {
      let tile = Self.tile(room, count: count, columns: columns, aspect: aspect, short: short)
      // Whole rows look settled: they are worth tiles that are up to 15 % smaller.
      let worth = tile.width * (count % columns == 0 ? 1.15 : 1)
      if worth > value { (best, value) = ((columns, tile), worth) }
    }
    guard let best, Int(best.tile.width * scale) >= Self.smallestTile,
      Int(best.tile.height * scale) >= Self.smallestTile
    else { throw .tooManyTiles(count, page.name) }
    columns = best.columns
    caption = Self.captionHeight(short, tile: best.tile.width)
    boxes = Self.boxes(
      count: count, columns: best.columns, tile: best.tile, room: room, top: margin + header, left: margin,
      caption: caption, gutter: Self.gutter(best.tile.width), scale: scale)
  }

  static func gutter(_ tile: Double) -> Double { tile * 0.11 }
  /// Three lines of the caption's size and the space above them.
  static func captionHeight(_ short: Double, tile: Double) -> Double {
    min(short * 0.0105, tile * 0.078) * 5.0
  }

  private static func tile(_ room: Size, count: Int, columns: Int, aspect: Double, short: Double) -> Size {
    let rows = Double((count + columns - 1) / columns)
    let across = Double(columns)
    func height(_ width: Double) -> Double {
      rows * (width * aspect + captionHeight(short, tile: width)) + (rows - 1) * gutter(width) * 0.6
    }
    // The caption's height depends on the tile's width; the sum grows with it, so bisection finds the widest.
    var (fits, tooWide) = (0.0, room.width / (across + (across - 1) * 0.11))
    if height(tooWide) <= room.height { return Size(tooWide, tooWide * aspect) }
    for _ in 0..<30 {
      let middle = (fits + tooWide) / 2
      if height(middle) <= room.height { fits = middle } else { tooWide = middle }
    }
    return Size(fits, fits * aspect)
  }

  private static func boxes(
    count: Int, columns: Int, tile: Size, room: Size, top: Double, left: Double, caption: Double,
    gutter: Double,
    scale: Double
  ) -> [Box] {
    let rows = (count + columns - 1) / columns
    let width = Int(tile.width * scale), height = Int(tile.height * scale)
    // What is left over goes between the tiles, so that the outer edges keep the sheet's margins.
    let spareX = columns > 1 ? (room.width * scale - Double(columns * width)) / Double(columns - 1) : 0
    let needed = tile.height + caption
    let spareY = rows > 1 ? (room.height - Double(rows) * needed) / Double(rows - 1) : 0
    let stepX = min(spareX, Double(width) * 1.2), stepY = min(spareY, tile.height * 0.16)
    let used = Double(columns * width) + Double(columns - 1) * stepX
    let start = left * scale + (room.width * scale - used) / 2 * (columns == 1 ? 1 : 0)
    return (0..<count).map { index in
      let (row, column) = (index / columns, index % columns)
      return Box(
        x: Int(start + Double(column) * (Double(width) + stepX)),
        y: Int((top + Double(row) * (needed + stepY)) * scale), width: width, height: height)
    }
  }
}

/// Why a sheet cannot be made or read.
public enum SheetError: Error, Hashable, CustomStringConvertible {
  case tooManyTiles(Int, String)
  case tooLarge(String, dpi: Double)
  case notASheet(String, reason: String)
  case newer(String, version: Int)
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
    case .noTile(let number, let count): "there is no tile \(number); the sheet has tiles 1...\(count)"
    }
  }
}
