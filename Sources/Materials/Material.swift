import Color
import Geometry
import Parameters
import Raster

/// A finish of a surface at its true size: it repeats without a seam, holds colour and relief apart, and takes
/// its leading colour from a palette.
public protocol Material: Component {
  /// Its usual leading colour.
  static var color: SRGB { get }
  /// Samples in a millimetre that its finest structure needs; coarser pictures are worked out finer and reduced.
  static var detail: Double { get }
  /// How large a stretch shows what it is, in millimetres of a square sample's side.
  static var sampleSide: Double { get }
  /// Its repeat in millimetres.
  var tile: Size { get }

  /// Colour, relief and gloss of the asked part of the repeat.
  func swatch(_ job: MaterialJob) -> MaterialSwatch
}

/// What a material is told besides its parameters.
public struct MaterialJob: Sendable {
  /// Where the samples lie.
  public var grid: MaterialGrid
  /// The leading colour; nil for the material's own.
  public var color: SRGB?
  /// Where the material takes its randomness from.
  public var stream: SeedStream
  /// How many threads may work, at least 1.
  public var jobs: Int

  public init(grid: MaterialGrid, color: SRGB? = nil, stream: SeedStream, jobs: Int = 1) {
    precondition(jobs > 0)
    (self.grid, self.color, self.stream, self.jobs) = (grid, color, stream, jobs)
  }

  /// A number that differs with the stream and the purpose.
  func seed(_ purpose: String) -> UInt32 {
    var own = stream.child(purpose)
    return own.bits()
  }
}

extension Material {
  /// The grid of one whole repeat at about `pixelsPerMillimetre`: the nearest whole number of pixels each way.
  public func grid(pixelsPerMillimetre: Double) -> MaterialGrid {
    MaterialGrid(tile: tile, pixelsPerMillimetre: pixelsPerMillimetre)
  }

  /// The grid of a part of the plane that repeats cover, `width` x `height` pixels from (`x`, `y`) on.
  public func grid(
    pixelsPerMillimetre: Double, x: Int = 0, y: Int = 0, width: Int, height: Int
  ) -> MaterialGrid {
    var grid = MaterialGrid(tile: tile, pixelsPerMillimetre: pixelsPerMillimetre)
    grid.window = MaterialGrid.Window(x: x, y: y, width: width, height: height)
    return grid
  }

  /// The material under the house's one light.
  ///
  /// Where the grid is coarser than ``detail``, up to four times as many samples each way are lit and averaged.
  public func bitmap(_ job: MaterialJob, light: MaterialLight = MaterialLight()) -> Bitmap {
    let factor = min(4, max(1, Int((Self.detail / job.grid.pixelsPerMillimetre * 0.99).rounded(.up))))
    var fine = job
    fine.grid = job.grid.finer(factor)
    return light.bitmap(swatch(fine), reducedBy: factor, jobs: job.jobs)
  }
}
