import Color
import Geometry
import Materials
import Parameters
import Raster

/// One material of the catalogue with its settings, ready to be drawn.
public struct MaterialPicture: Sendable {
  private let material: any Material
  private let color: SRGB?
  private let stream: SeedStream

  /// The most pixels of one picture.
  public static let pixelLimit = 120_000_000

  /// Nil if there is no material of that name; values must lie in their domains. `color` is the leading colour, nil
  /// for the material's own.
  public init?(
    _ name: String, color: SRGB? = nil, seed: UInt64 = 1, _ value: (String) -> ParameterValue? = { _ in nil }
  ) {
    guard let material = Catalog.material(name, value) else { return nil }
    (self.material, self.color) = (material, color)
    stream = SeedStream(seed: seed, path: "material")
  }

  /// The size of its repeat in millimetres.
  public var tile: Size { material.tile }
  /// The side of a square sample that shows what it is, in millimetres.
  public var sampleSide: Double { type(of: material).sampleSide }

  /// A part of the material at true scale, from its origin on.
  public func bitmap(pixelsPerMillimetre: Double, width: Int, height: Int, jobs: Int = 1) -> Bitmap {
    bitmap(
      material.grid(pixelsPerMillimetre: pixelsPerMillimetre, width: width, height: height), jobs: jobs)
  }

  /// Whole repeats that fill a picture exactly, so that its edges meet.
  ///
  /// The number of repeats each way is the one, up to six, that needs the least squeezing.
  public func seamless(width: Int, height: Int, jobs: Int = 1) -> Bitmap {
    let (across, down) = repeats(width, height)
    var grid = MaterialGrid(tile: tile, columns: width / across, rows: height / down)
    (grid.window.width, grid.window.height) = (width, height)
    return bitmap(grid, jobs: jobs)
  }

  /// Millimetres that a seamless picture of that size shows from side to side.
  public func seamlessWidth(width: Int, height: Int) -> Double {
    tile.width * Double(repeats(width, height).across)
  }

  private func bitmap(_ grid: MaterialGrid, jobs: Int) -> Bitmap {
    material.bitmap(MaterialJob(grid: grid, color: color, stream: stream, jobs: jobs))
  }

  private func repeats(_ width: Int, _ height: Int) -> (across: Int, down: Int) {
    let wanted = Double(width) / Double(height)
    var best = (across: 1, down: 1, squeeze: Double.infinity)
    for across in 1...6 where width % across == 0 {
      for down in 1...6 where height % down == 0 {
        let shape = tile.width * Double(across) / (tile.height * Double(down))
        let squeeze = max(shape / wanted, wanted / shape)
        // More repeats must be worth it: a fiftieth less squeezing for each.
        if squeeze + Double(across + down) * 0.02 < best.squeeze {
          best = (across, down, squeeze + Double(across + down) * 0.02)
        }
      }
    }
    return (best.across, best.down)
  }
}
