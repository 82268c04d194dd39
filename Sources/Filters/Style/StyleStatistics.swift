import Composition
import Parameters
import Raster

/// Lends a picture the look of an exemplar by a few numbers: the mean and covariance of its colours, and how much
/// detail it has at five sizes. Fast enough to be turned by hand; forms stay where they are.
///
/// Colours follow the linear Monge-Kantorovich map (``LinearTransfer``); the deviations of differences of Gaussians of
/// lightness are scaled to the exemplar's (after Heeger and Bergen, "Pyramid-based texture analysis/synthesis", 1995).
/// Sizes count by the picture's long side, so a thumbnail previews a print.
public struct StyleStatistics: ExemplarFilter {
  public static let name = "style-statistics"
  public static let summary = "the look of an exemplar: its colours and its contrast at every size, fast"
  public static let reach = FilterReach.artwork

  public var exemplar = 1
  var color = 1.0
  var texture = 0.8

  public static let parameters: [Parameter<StyleStatistics>] = [
    choosing(\.exemplar),
    .real("color", \.color, 0...1, "how far mean and spread of the colours follow the exemplar's"),
    .real("texture", \.texture, 0...1, "how far contrast at each size follows the exemplar's"),
  ]

  /// All of the colours, most of the contrast.
  public init() {}

  /// The long side at which pictures are measured.
  private static let workSide = 512

  /// See `Filter`. A picture with nothing visible stays as it is.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture {
    let jobs = context.jobs
    guard picture.width > 0, picture.height > 0, let photo = exemplar(in: context) else { return picture }
    let work = picture.shrunk(toSide: Self.workSide, jobs: jobs)
    let reference = Picture.shallow(photo.preview(side: 1024)).shrunk(toSide: Self.workSide, jobs: jobs)
    guard let own = try? ColorStatistics(work, jobs: jobs),
      let wanted = try? ColorStatistics(reference, jobs: jobs),
      let transfer = try? LinearTransfer(from: own, to: wanted, strength: color)
    else { return picture }
    let map = LabMap(transfer)
    let bands = DetailBands(map.lightness(of: LabPlanes(work, jobs: jobs), jobs: jobs), jobs: jobs)
    let aim = DetailBands(LabPlanes(reference, jobs: jobs).lightness, jobs: jobs)
    let gains = bands.gains(to: aim, share: texture)
    return finished(picture, map, base: bands.base, change: bands.change(gains, jobs: jobs), gains[0], jobs)
  }

  /// Every pixel mapped, its fine detail scaled, and the change of coarser detail added.
  private func finished(
    _ picture: Picture, _ map: LabMap, base: Plane, change: Plane, _ gain: Float, _ jobs: Int
  ) -> Picture {
    let (width, height) = (picture.width, picture.height)
    let base = base.resized(width: width, height: height, .triangle, jobs: jobs)
    let change = change.resized(width: width, height: height, .triangle, jobs: jobs)
    let more = gain - 1
    return picture.mapRows(jobs: jobs) { y, planes, row in
      var pixels = LabRow(count: row.count / planes)
      pixels.read(row, planes: planes)
      for x in stride(from: 0, to: row.count / planes, by: 8) {
        let lab = map(pixels.lanes(at: x))
        let at = y * base.stride + x
        let fine = (lab.lightness - base.samples.span.lanes(at: at)) * more
        let lightness = lab.lightness + fine + change.samples.span.lanes(at: at)
        pixels.setLanes(LabLanes(lightness: lightness, a: lab.a, b: lab.b), at: x)
      }
      pixels.write(&row, planes: planes)
    }
  }
}

/// A straight-line map of OKLab, eight pixels at a time.
struct LabMap: Sendable {
  private let rows: [SIMD4<Float>]

  init(_ transfer: LinearTransfer) {
    let columns = transfer.matrix.columns
    rows = (0..<3).map { row in
      let factors = SIMD3(columns[0][row], columns[1][row], columns[2][row])
      let offset = transfer.to[row] - (factors * transfer.from).sum()
      return SIMD4(Float(factors.x), Float(factors.y), Float(factors.z), Float(offset))
    }
  }

  @inline(__always)
  func callAsFunction(_ lab: LabLanes) -> LabLanes {
    func mapped(_ row: SIMD4<Float>) -> Lanes {
      lab.lightness * row.x + lab.a * row.y + lab.b * row.z + Lanes(repeating: row.w)
    }
    return LabLanes(lightness: mapped(rows[0]), a: mapped(rows[1]), b: mapped(rows[2]))
  }

  /// The lightness of a whole picture after the map.
  func lightness(of picture: LabPlanes, jobs: Int) -> Plane {
    let row = rows[0]
    let colors = picture.a.combined(with: picture.b, jobs: jobs) { a, b in
      a * row.y + b * row.z + Lanes(repeating: row.w)
    }
    return picture.lightness.combined(with: colors, jobs: jobs) { $0 * row.x + $1 }
  }
}

/// Lightness taken apart by size: what each of five blurs takes away, from fine to coarse.
struct DetailBands: Sendable {
  /// The bands but for the finest, which is worked out at full size.
  private let bands: [Plane]
  /// The lightness without the finest band.
  let base: Plane
  /// The standard deviation of each band.
  let deviations: [Float]

  /// The blurs in pixels of a picture of 512.
  private static let sigmas = [1.0, 2, 4, 8, 16]

  init(_ lightness: Plane, jobs: Int) {
    var (rest, all) = (lightness, [Plane]())
    var blurs: [Plane] = []
    for sigma in Self.sigmas {
      let blurred = lightness.blurred(sigma: sigma, jobs: jobs)
      all.append(rest.minus(blurred, jobs: jobs))
      blurs.append(blurred)
      rest = blurred
    }
    base = blurs[0]
    bands = Array(all.dropFirst())
    deviations = all.map(Self.deviation)
  }

  /// Row by row, so that the sum is the same everywhere.
  private static func deviation(_ band: Plane) -> Float {
    var sum = 0.0
    for y in 0..<band.height {
      var row = 0.0
      for value in band.row(y) { row += Double(value * value) }
      sum += row
    }
    return Float((sum / Double(band.width * band.height)).squareRoot())
  }

  /// What each band is multiplied by to deviate as the other's does; within a third and three, so that noise stays
  /// noise and nothing rings.
  func gains(to aim: DetailBands, share: Double) -> [Float] {
    zip(deviations, aim.deviations).map { own, wanted in
      let gain = max(1.0 / 3, min(3, (wanted + 1e-4) / (own + 1e-4)))
      return 1 + (gain - 1) * Float(share)
    }
  }

  /// What the gains of all but the finest band change.
  func change(_ gains: [Float], jobs: Int) -> Plane {
    var change = Plane(width: base.width, height: base.height)
    for (band, gain) in zip(bands, gains.dropFirst()) {
      change = change.combined(with: band, jobs: jobs) { $0 + $1 * (gain - 1) }
    }
    return change
  }
}
