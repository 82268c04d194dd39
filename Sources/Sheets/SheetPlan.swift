import Geometry
import Studio
import Variation

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
  /// Where each tile stands.
  public private(set) var boxes: [Box]
  /// All places, row by row; the same as `boxes` unless a grid has cells without a tile.
  let cells: [Box]
  /// Places without a tile, and why.
  private(set) var vacant: [(box: Box, reason: String)] = []

  /// The sheet's own measures, in millimetres.
  public let margin: Double
  let header: Double
  let footer: Double
  /// The room below a tile for its caption.
  let caption: Double

  /// The smallest picture that is still worth looking at, in pixels.
  static let smallestTile = 24
  public static let countLimit = 400

  /// Places `count` tiles of the given shape on a page.
  ///
  /// `aspect` is a tile's height over its width; without `columns`, the number that makes tiles largest is taken, with
  /// a preference for whole rows. Throws if the tiles would be too small to look at.
  public init(
    page: PageFormat, dpi: Double, count: Int, aspect: Double, columns wanted: Int?, captioned: Bool = true
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
    let grid = TileGrid(
      room: Rect(
        margin, margin + header, page.size.width - 2 * margin,
        page.size.height - 2 * margin - header - footer),
      count: count, aspect: aspect, captionSize: captioned ? short * 0.0105 : 0)
    let chosen = wanted ?? grid.bestColumns
    cells = grid.boxes(columns: chosen, scale: scale)
    boxes = cells
    columns = chosen
    caption = grid.captionHeight(columns: chosen)
    guard boxes[0].width >= Self.smallestTile, boxes[0].height >= Self.smallestTile else {
      throw .tooManyTiles(count, page.name)
    }
  }
}

extension SheetPlan {
  /// Gives the tiles of a grid their cells.
  mutating func arrange(_ grid: PlannedGrid) {
    boxes = []
    for (box, cell) in zip(cells, grid.cells) {
      switch cell {
      case .tile: boxes.append(box)
      case .empty(let reason): vacant.append((box, reason))
      }
    }
  }
}

/// Tiles of one shape in rows and columns, each with room for its caption; lengths in millimetres.
private struct TileGrid {
  let room: Rect
  let count: Int
  /// Height over width.
  let aspect: Double
  /// The largest em of a caption.
  let captionSize: Double

  /// The least space between tiles, as a share of their width: side by side, and below a caption.
  private static let gutter = (across: 0.11, down: 0.07)

  /// Three lines and the space above them.
  private func captionHeight(_ width: Double) -> Double { min(captionSize, width * 0.078) * 5 }

  func captionHeight(columns: Int) -> Double { captionHeight(width(columns)) }

  private func rows(_ columns: Int) -> Int { (count + columns - 1) / columns }

  /// The number of columns that makes tiles largest. Whole rows look settled: they are worth tiles 15 % smaller.
  var bestColumns: Int {
    func worth(_ columns: Int) -> Double { width(columns) * (count % columns == 0 ? 1.15 : 1) }
    return (1...count).reduce(1) { worth($1) > worth($0) ? $1 : $0 }
  }

  /// The widest tile that fits. The caption's height depends on the width, so it is found by bisection.
  private func width(_ columns: Int) -> Double {
    let (across, down) = (Double(columns), Double(rows(columns)))
    func height(_ width: Double) -> Double {
      down * (width * aspect + captionHeight(width)) + (down - 1) * width * Self.gutter.down
    }
    var (fits, tooWide) = (0.0, room.width / (across + (across - 1) * Self.gutter.across))
    if height(tooWide) <= room.height { return tooWide }
    for _ in 0..<30 {
      let middle = (fits + tooWide) / 2
      if height(middle) <= room.height { fits = middle } else { tooWide = middle }
    }
    return fits
  }

  /// Where the tiles stand, in whole pixels. What is left over goes between them, so that the outer ones keep to the
  /// sheet's margins; a single column stands in the middle.
  func boxes(columns: Int, scale: Double) -> [SheetPlan.Box] {
    let tile = width(columns)
    let (wide, high) = (Int(tile * scale), Int(tile * aspect * scale))
    let block = tile * aspect + captionHeight(tile)
    let gapX = columns > 1 ? (room.width * scale - Double(columns * wide)) / Double(columns - 1) : 0
    let stepX = Double(wide) + min(gapX, Double(wide) * 1.2)
    let gapY =
      rows(columns) > 1 ? (room.height - Double(rows(columns)) * block) / Double(rows(columns) - 1) : 0
    let stepY = block + min(gapY, tile * aspect * 0.16)
    let left = room.left * scale + (columns == 1 ? (room.width * scale - Double(wide)) / 2 : 0)
    return (0..<count).map { index in
      SheetPlan.Box(
        x: Int(left + Double(index % columns) * stepX),
        y: Int((room.top + Double(index / columns) * stepY) * scale), width: wide, height: high)
    }
  }
}
