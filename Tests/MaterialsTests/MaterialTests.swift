import Color
import Geometry
import Parameters
import Raster
import Testing

@testable import Materials
@testable import Studio

/// What every material must hold to, whoever adds it.
@Suite struct MaterialTests {
  static let names = Catalog.materials.map { $0.name }

  private func material(_ name: String) -> any Material { Catalog.material(name) { _ in nil }! }

  private func job(_ grid: MaterialGrid, _ color: SRGB? = nil, seed: UInt64 = 1, jobs: Int = 1) -> MaterialJob
  {
    MaterialJob(grid: grid, color: color, stream: SeedStream(seed: seed, path: "material"), jobs: jobs)
  }

  /// A window of a grid twice as large as the repeat each way, so that nothing wraps places before they are sampled.
  private func patch(_ name: String, repeats: Int) -> MaterialSwatch {
    let material = material(name)
    let (columns, rows) = (
      Int(material.tile.width * type(of: material).detail),
      Int(material.tile.height * type(of: material).detail)
    )
    let twice = Size(material.tile.width * 2, material.tile.height * 2)
    var grid = MaterialGrid(tile: twice, columns: columns * 2, rows: rows * 2)
    // Around a corner of the repeat: left and right, above and below meet here.
    grid.window = MaterialGrid.Window(
      x: columns * repeats - 12, y: rows * repeats - 12, width: 24, height: 24)
    return material.swatch(job(grid))
  }

  /// One repeat on, to the right and down, there is the same again.
  @Test(arguments: names) func repeatsExactly(name: String) {
    let (here, there) = (patch(name, repeats: 1), patch(name, repeats: 2))
    let far = zip(here.samples, there.samples).map { abs($0 - $1) }
    // Places are larger numbers there and lose a bit: an edge may fall on the other side of a sample.
    let share = Double(far.count { $0 > 0.02 }) / Double(far.count)
    #expect(share < 0.02, "\(share) of the samples differ")
    let least = here.samples.min()!, most = here.samples.max()!
    #expect(most - least > 0.01)
  }

  @Test(arguments: names) func jobsDoNotReachPixels(name: String) {
    let material = material(name)
    let grid = material.grid(
      pixelsPerMillimetre: type(of: material).detail, x: 5, y: -7, width: 17, height: 70)
    let one = material.bitmap(job(grid))
    #expect(one.isOpaque && one.width == 17 && one.height == 70)
    for jobs in [2, 8] {
      let isSame = material.bitmap(job(grid, jobs: jobs)) == one
      #expect(isSame)
    }
  }

  @Test(arguments: names) func seedsAndColorsMatter(name: String) {
    let material = material(name)
    let side = type(of: material).sampleSide
    let grid = material.grid(pixelsPerMillimetre: 24 / side, width: 24, height: 24)
    let swatch = material.swatch(job(grid))
    let isOther = swatch.samples != material.swatch(job(grid, seed: 2)).samples
    #expect(isOther)
    func light(_ color: SRGB) -> Double {
      let bitmap = material.bitmap(job(grid, color))
      return bitmap.pixels.reduce(0.0) { $0 + Double($1 >> 8 & 255) } / Double(bitmap.pixels.count)
    }
    let (dark, pale) = (light(SRGB(0.15, 0.17, 0.2)), light(SRGB(0.85, 0.83, 0.8)))
    #expect(pale > dark + 25, "\(dark) and \(pale)")
  }

  /// Half as fine, it is the same picture reduced.
  @Test(arguments: names) func previewsTheLargePicture(name: String) {
    let material = material(name)
    let scale = type(of: material).detail
    let fine = material.bitmap(
      job(material.grid(pixelsPerMillimetre: scale * 2, x: 40, y: 40, width: 96, height: 96)))
    let coarse = material.bitmap(
      job(material.grid(pixelsPerMillimetre: scale / 2, x: 10, y: 10, width: 24, height: 24)))
    let far = meanDifference(reduced(fine, by: 4), greens(coarse))
    #expect(far < 8, "mean difference \(far) of 255")
  }

  private func greens(_ bitmap: Bitmap) -> [Double] { bitmap.pixels.map { Double($0 >> 8 & 255) } }

  private func reduced(_ bitmap: Bitmap, by factor: Int) -> [Double] {
    let side = bitmap.width / factor
    var sums = [Double](repeating: 0, count: side * side)
    for (index, value) in greens(bitmap).enumerated() {
      sums[index / bitmap.width / factor * side + index % bitmap.width / factor] += value
    }
    return sums.map { $0 / Double(factor * factor) }
  }

  private func meanDifference(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + abs($1.0 - $1.1) } / Double(a.count)
  }

  @Test func gridsAreWhole() {
    let grid = MaterialGrid(tile: Size(10, 4), pixelsPerMillimetre: 2.04)
    #expect(grid.columns == 20 && grid.rows == 8 && grid.isSeamless)
    #expect(abs(grid.stepX * Double(grid.columns) - 10) < 1e-12)
    let fine = grid.finer(3)
    #expect(fine.columns == 60 && fine.window.width == 60 && abs(fine.stepX * 3 - grid.stepX) < 1e-12)
    var part = grid
    part.window.width = 7
    #expect(!part.isSeamless)
  }
}
