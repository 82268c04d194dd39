import Composition
import Parameters
import Raster

/// Lends a picture the look of an exemplar by a few numbers: the mean and covariance of its colours, and how much
/// detail it has at five sizes. Fast enough to be turned by hand; forms stay where they are.
///
/// Colours follow the linear Monge-Kantorovich map (``LinearTransfer``); the deviations of differences of Gaussians of
/// lightness are scaled to the exemplar's (after Heeger and Bergen, "Pyramid-based texture analysis/synthesis", 1995).
/// Sizes count by the picture's long side, so a thumbnail previews a print. After a profile, grain that the picture
/// lacks is put on as well (``FilmGrain``).
public struct StyleStatistics: ExemplarFilter {
  public static let name = "style-statistics"
  public static let summary = "the look of an exemplar: its colours and its contrast at every size, fast"
  public static let reach = FilterReach.artwork
  public static let takesProfile = true

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

  /// See `Filter`. A picture with nothing visible stays as it is.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture {
    let jobs = context.jobs
    guard picture.width > 0, picture.height > 0, let look = look(context) else { return picture }
    let work = picture.shrunk(toSide: DetailBands.side, jobs: jobs)
    guard let own = try? ColorStatistics(work, jobs: jobs),
      let transfer = try? LinearTransfer(from: own, to: look.colors, strength: color)
    else { return picture }
    let map = LabMap(transfer)
    let bands = DetailBands(map.lightness(of: LabPlanes(work, jobs: jobs), jobs: jobs), jobs: jobs)
    let gains = bands.gains(to: look.detail, share: texture)
    let result = finished(
      picture, map, base: bands.base, change: bands.change(gains, jobs: jobs), gains[0], jobs)
    return grained(result, to: look.grain, context)
  }

  /// What the picture is to look like; nil if that was not given, or shows nothing.
  private func look(_ context: FilterContext) -> Look? {
    if let profile = profile(in: context) { return Look(profile) }
    return exemplar(in: context).flatMap { try? Look($0, side: DetailBands.side, jobs: context.jobs) }
  }

  /// The picture with as much grain as it lacks.
  private func grained(_ picture: Picture, to grain: Double, _ context: FilterContext) -> Picture {
    let wanted = grain * texture
    guard wanted > 0 else { return picture }
    let sample = picture.bitmap(jobs: context.jobs).middle(width: Look.grainSide, height: Look.grainSide)
    let own = Double(LabPlanes(sample, jobs: context.jobs).lightness.noise())
    let lacking = max(0, wanted * wanted - own * own).squareRoot()
    var film = FilmGrain()
    film.strength = min(1, lacking / FilmGrain.deviation)
    var context = context
    context.stream = context.stream.child("grain")
    return film.apply(to: picture, context)
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
