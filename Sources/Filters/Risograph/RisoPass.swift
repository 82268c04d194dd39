import Color
import Composition
import Elementary
import Parameters
import Raster

/// All of a riso print that is the same for every row.
struct RisoPass: Sendable {
  let inks: [SRGB]
  let films: [InkFilm]
  let paper: LinearRGB
  let screens: [Screen]
  let offsets: [PlateOffset]
  /// For each ink: how far its dots wander, along both axes of the screen, and how unevenly it lies.
  let wander: [[NoiseLayer]]
  let solids: [[NoiseLayer]]
  private let separation: SpotSeparation

  init(_ riso: Risograph, _ context: FilterContext) {
    let stock = riso.paper.paper(context.colors)
    let inks = riso.set.inks(riso.inks, colors: context.colors, paper: stock.color)
    // A palette's colours are how its inks look on its ground; a drum's chart is printed on white.
    let mixed = riso.set == .palette && context.colors.contains(inks[0])
    films = inks.map { InkFilm($0, on: mixed ? stock.color : .white).transparent }
    (self.inks, paper) = (inks, stock.color.linear)
    separation = SpotSeparation(
      films, paper: paper, ground: stock.ground?.linear, absolute: stock.ground != nil && mixed,
      jobs: context.jobs)
    let cell = context.pixels(riso.cell)
    screens = zip(films, Self.angles).map { _, degrees in
      Screen(riso.pattern.form, cell: cell, degrees: degrees, softness: 0.06)
    }
    var random = context.stream.child("plates")
    offsets = films.indices.map { index in
      PlateOffset(reach: context.pixels(riso.misregistration), index: index, random: &random)
    }
    var seeds = context.stream.child("grain")
    wander = films.map { _ in
      guard riso.pattern == .grain else { return [] }
      return (0..<2).map { _ in NoiseLayer(size: cell * 0.9, deviation: 0.34, seed: seeds.bits()) }
    }
    solids = films.map { _ in
      NoiseLayer.merged(
        Self.lay.map { size, deviation, character in
          NoiseLayer(
            size: context.pixels(size), deviation: deviation * riso.grain, character: character,
            seed: seeds.bits())
        })
    }
  }

  /// The deepest ink at 45°, where the eye sees a screen least; the next 30° to either side.
  private static let angles = [45.0, 75, 15, 0]

  /// Pinholes where ink does not take, a film that lies unevenly, and slow clouds over solids.
  private static let lay: [(Double, Double, NoiseLayer.Character)] = [
    (0.12, 0.09, .sparse), (0.35, 0.04, .sparse), (5, 0.025, .even),
  ]

  /// The shares of all inks, a byte an ink.
  func plates(_ bitmap: Bitmap, jobs: Int) -> Bitmap {
    var plates = Bitmap(width: bitmap.width, height: bitmap.height)
    let width = bitmap.width
    Bands.fill(&plates.pixels, rows: bitmap.height, rowLength: width, jobs: jobs) { band, pixels in
      var staged = [UInt32](repeating: 0, count: Rows.padded(width))
      var shares = staged
      for y in band where width > 0 {
        bitmap.stage(row: y, into: &staged)
        var row = shares.mutableSpan
        separation.separate(staged.span, into: &row)
        for x in 0..<width { pixels[(y - band.lowerBound) * width + x] = shares[x] }
      }
    }
    return plates
  }
}

extension Risograph.Pattern {
  fileprivate var form: DotForm {
    switch self {
    case .grain, .dots: .waves(second: 1)
    case .lines: .waves(second: 0)
    }
  }
}

/// Where a plate lies on the sheet: moved, and turned about the middle by a small angle.
struct PlateOffset: Sendable {
  let right: Double
  let down: Double
  /// In radians.
  let turn: Double

  /// - Parameters:
  ///   - reach: the farthest a plate goes, in pixels.
  ///   - index: plates go apart, a third of a turn from one to the next; the first, which carries the form,
  ///     least.
  ///   - random: where the rest comes from.
  init(reach: Double, index: Int, random: inout SeedStream) {
    let angle = (Double(index) / 3 + random.uniform(in: -0.12...0.12)) * 2 * Double.pi
    let far = reach * (index == 0 ? 0.25 : random.uniform(in: 0.6...1))
    let (sin, cos) = Exact.sincos(angle)
    (right, down) = (far * cos, far * sin)
    // 0.06° is a tenth of a millimetre at the edge of a small poster.
    turn = reach > 0 ? random.uniform(in: -0.001...0.001) : 0
  }
}
