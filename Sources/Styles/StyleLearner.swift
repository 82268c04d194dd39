import Color
import Composition
import Palettes
import Raster

/// Learns a style from pictures, one after the other. The order of the pictures changes nothing but that of the
/// sources.
public struct StyleLearner {
  private var measures: [PictureMeasures] = []
  private var sources: [StyleProfile.Picture] = []

  /// The most pictures that a profile is learned from.
  public static let pictureLimit = 500
  /// The palette: at most so many colours, at least so far apart in OKLab.
  private static let palette = Extraction(count: 10, distance: 0.075, emphasis: 0.35)

  public init() {}

  /// Takes a picture in.
  ///
  /// - Parameters:
  ///   - bitmap: the whole picture.
  ///   - source: the file it comes from.
  ///   - jobs: how many threads may work; the profile is the same for any number.
  /// - Throws: `nothingVisible`.
  public mutating func add(_ bitmap: Bitmap, from source: StyleProfile.Picture, jobs: Int)
    throws(StyleProfileError)
  {
    guard let measured = PictureMeasures(bitmap, jobs: jobs) else {
      throw StyleProfileError(
        "\(source.file): nothing in the picture is visible, so it has no style to learn")
    }
    measures.append(measured)
    sources.append(source)
  }

  /// The profile of at least one picture; every picture counts the same.
  public func profile(name: String, jobs: Int) -> StyleProfile {
    precondition(!measures.isEmpty)
    return StyleProfile(
      name: name, palette: palette(jobs), color: color, values: mean(\.values),
      edges: StyleProfile.Edges(density: mean(\.edges.density), directions: directions),
      detail: mean { $0.detail.map { $0 * $0 } }.map { $0.squareRoot() },
      grain: mean { $0.grain * $0.grain }.squareRoot(),
      layout: StyleProfile.Layout(density: mean(\.layout.density), thirds: mean(\.layout.thirds)),
      sources: sources)
  }

  private func mean(_ part: (PictureMeasures) -> Double) -> Double {
    // Sorted, so that the sum does not depend on the order of the pictures.
    measures.map(part).sorted().reduce(0, +) / Double(measures.count)
  }

  private func mean(_ part: (PictureMeasures) -> [Double]) -> [Double] {
    part(measures[0]).indices.map { index in mean { part($0)[index] } }
  }

  /// Directions count by how much there is to have one.
  private var directions: [Double] {
    let weighted = mean { one in one.edges.directions.map { $0 * (one.edges.density + 1e-6) } }
    let all = weighted.reduce(0, +)
    return weighted.map { $0 / all }
  }

  /// Mean and covariance of all pictures' pixels together.
  private var color: StyleProfile.ColorSpread {
    func mean(_ part: (PictureMeasures) -> SIMD3<Double>) -> SIMD3<Double> {
      SIMD3(
        self.mean { part($0)[0] }, self.mean { part($0)[1] }, self.mean { part($0)[2] })
    }
    func products(_ m: SIMD3<Double>) -> SIMD3<Double> { SIMD3(m.x * m.y, m.x * m.z, m.y * m.z) }
    let middle = mean(\.color.mean)
    let squares = mean { $0.color.variances + $0.color.mean * $0.color.mean }
    let crosses = mean { $0.color.covariances + products($0.color.mean) }
    let variances = squares - middle * middle
    return StyleProfile.ColorSpread(
      mean: middle, variances: variances.replacing(with: 0, where: variances .< 0),
      covariances: crosses - products(middle))
  }

  private func palette(_ jobs: Int) -> [StyleProfile.Swatch] {
    // One picture under the other, in the order of their pixels.
    let samples = measures.map(\.sample.pixels).sorted { $0.lexicographicallyPrecedes($1) }
    let side = PictureMeasures.sampleSide
    let all = Bitmap(width: side, height: side * samples.count, pixels: samples.flatMap { $0 })
    let found = (try? all.palette(Self.palette, jobs: jobs)) ?? []
    return found.map { StyleProfile.Swatch($0.color, share: $0.share) }
  }
}

/// Why there is no profile: one sentence a problem.
public struct StyleProfileError: Error, Sendable, CustomStringConvertible {
  /// Each names the file, and the place where there is one.
  public let problems: [String]

  init(_ problem: String) { problems = [problem] }
  init(problems: [String]) { self.problems = problems }

  public var description: String { problems.joined(separator: "\n") }
}
