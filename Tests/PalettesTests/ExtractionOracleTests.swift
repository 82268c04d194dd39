import Color
import Foundation
import ImageFiles
import Raster
import Testing

@testable import Palettes

/// The pure quantiser against the best of 20 starts of k-means (scikit-learn 1.9.1, `n_init=20`, `tol=1e-8`),
/// on the pixels of every second row and column, squared error in OKLab over these pixels.
///
/// The photos lie outside the package: `MAQUETTE_SHARED`, or `../shared` beside the package.
@Suite struct ExtractionOracleTests {
  private static let fixtures: [(photo: String, count: Int, error: Double)] = [
    ("astronaut", 3, 799.5986389208094), ("astronaut", 5, 374.8250392437002),
    ("astronaut", 8, 203.11663806830254), ("astronaut", 12, 118.88554200819217),
    ("chelsea", 3, 100.70697626731521), ("chelsea", 5, 47.33487044956061),
    ("chelsea", 8, 27.835752245522222), ("chelsea", 12, 19.650544423034056),
    ("coffee", 3, 411.5607024526572), ("coffee", 5, 174.06790963901912),
    ("coffee", 8, 85.66441631801275), ("coffee", 12, 50.37187842212458),
  ]

  @Test(arguments: ["astronaut", "chelsea", "coffee"])
  func squaredErrorIsNearTheBest(photo: String) throws {
    guard let picture = try Self.photo(photo) else { return }
    let labs = Self.labs(picture)
    let points = PictureColors(picture, jobs: 2).points
    for fixture in Self.fixtures where fixture.photo == photo {
      let centres = Quantizer(points: points).centres(fixture.count)
      #expect(centres.count == fixture.count)
      let error = labs.reduce(0.0) { sum, lab in
        sum + centres.reduce(Double.infinity) { min($0, Self.square(lab - $1)) }
      }
      #expect(error <= 1.01 * fixture.error, "\(photo), \(fixture.count): \(error / fixture.error)")
      #expect(error >= 0.999 * fixture.error, "too good to be true: \(error / fixture.error)")
    }
  }

  private static func square(_ v: SIMD3<Double>) -> Double { v.x * v.x + v.y * v.y + v.z * v.z }

  private static func labs(_ picture: Bitmap) -> [SIMD3<Double>] {
    let light = (0..<256).map { decodeSRGB(Double($0) / 255) }
    return picture.pixels.map { pixel in
      let lab = OKLab(
        LinearRGB(light[Int(pixel >> 16 & 255)], light[Int(pixel >> 8 & 255)], light[Int(pixel & 255)]))
      return SIMD3(lab.lightness, lab.a, lab.b)
    }
  }

  /// Every second pixel of every second row; nil, with a reason printed, if the photo is not there.
  private static func photo(_ name: String) throws -> Bitmap? {
    let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    let given = ProcessInfo.processInfo.environment["MAQUETTE_SHARED"].map { URL(filePath: $0) }
    let file = (given ?? package.appending(path: "../shared")).appending(path: "photos/\(name).png")
    guard let data = try? Data(contentsOf: file) else {
      print("skipped: \(file.standardized.path()) is not there; set MAQUETTE_SHARED")
      return nil
    }
    let whole = try decodePNG([UInt8](data))
    let (width, height) = ((whole.width + 1) / 2, (whole.height + 1) / 2)
    let pixels = (0..<width * height).map { i in
      whole.pixels[i / width * 2 * whole.width + i % width * 2]
    }
    return Bitmap(width: width, height: height, pixels: pixels)
  }
}
