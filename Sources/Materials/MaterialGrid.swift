import Geometry

/// Where the samples of a material lie: a whole number of them in a repeat each way, and the part that is asked for.
public struct MaterialGrid: Sendable, Equatable {
  /// A part of the plane, in samples; it may reach over several repeats.
  public struct Window: Sendable, Equatable {
    public var x: Int
    public var y: Int
    public var width: Int
    public var height: Int
  }

  /// Samples in a repeat, at least 1 each way.
  public let columns: Int
  public let rows: Int
  /// Millimetres from one sample to the next.
  public let stepX: Double
  public let stepY: Double
  public var window: Window

  /// One whole repeat of the size of `tile`, in millimetres.
  public init(tile: Size, pixelsPerMillimetre: Double) {
    precondition(pixelsPerMillimetre > 0 && tile.width > 0 && tile.height > 0)
    self.init(
      tile: tile, columns: max(1, Int((tile.width * pixelsPerMillimetre).rounded())),
      rows: max(1, Int((tile.height * pixelsPerMillimetre).rounded())))
  }

  /// One whole repeat of the size of `tile`, in millimetres, in exactly so many samples, at least 1 each way.
  public init(tile: Size, columns: Int, rows: Int) {
    precondition(columns > 0 && rows > 0)
    (self.columns, self.rows) = (columns, rows)
    (stepX, stepY) = (tile.width / Double(columns), tile.height / Double(rows))
    window = Window(x: 0, y: 0, width: columns, height: rows)
  }

  /// The same place with `factor` times as many samples each way.
  func finer(_ factor: Int) -> MaterialGrid {
    let tile = Size(stepX * Double(columns), stepY * Double(rows))
    var grid = MaterialGrid(tile: tile, columns: columns * factor, rows: rows * factor)
    grid.window = Window(
      x: window.x * factor, y: window.y * factor, width: window.width * factor,
      height: window.height * factor)
    return grid
  }

  /// Samples in a millimetre, about the same each way.
  public var pixelsPerMillimetre: Double { 2 / (stepX + stepY) }

  /// True if the window is whole repeats each way, so that its edges meet.
  public var isSeamless: Bool { window.width % columns == 0 && window.height % rows == 0 }
}
