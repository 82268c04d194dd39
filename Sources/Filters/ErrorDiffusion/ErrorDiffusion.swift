import Color
import Composition
import Parameters
import Raster

/// Square dots of one ink or of a palette, spread by error diffusion: the look of early screens and one-bit
/// printers, with true tones.
///
/// Works on the grid of its dots, so a thumbnail previews the print; a dot is a whole number of pixels wide,
/// so it is crisp. Cost: decoding and encoding, plus 5 ns a dot for one ink and about 30 ns for a palette.
public struct ErrorDiffusion: Filter {
  public static let name = "error-diffusion"
  public static let summary = "crisp square dots of one ink or a palette, spread by error diffusion"

  /// Ground and artwork: small type does not survive dots of half a millimetre.
  public static let reach = FilterReach.artwork

  /// What dots are made of.
  enum Inks: String, ParameterOption {
    /// The palette's deep ink on paper.
    case mono
    /// All colours of the palette, or five spot inks.
    case palette
  }

  var inks = Inks.mono
  var cell = 0.45
  var detail = 0.5
  var modulation = 1.0
  var paper = PrintStock.palette

  public static let parameters: [Parameter<ErrorDiffusion>] = [
    .choice("inks", \.inks, "the palette's deep ink alone, or all its colours"),
    .real("cell", \.cell, 0.15...4, scale: .log, unit: "mm", "the side of a dot"),
    .real("detail", \.detail, 0...1, when: .is("inks", "mono"), "how much edges are brought out"),
    .real("modulation", \.modulation, 0...1, "how much chance breaks up the regular patterns of half tones"),
    .choice("paper", \.paper, "the palette's ground or a paper of its own"),
  ]

  public init() {}

  /// See `Filter`. Alpha is kept.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture {
    let bitmap = picture.bitmap(jobs: context.jobs)
    guard bitmap.width > 0, bitmap.height > 0 else { return picture }
    let grid = DotGrid(size: context.pixels(cell))
    var seeds = context.stream.child("threshold")
    let seed = seeds.bits()
    return .shallow(
      inks == .mono
        ? mono(bitmap, grid, context, seed: seed) : palette(bitmap, grid, context, seed: seed))
  }

  private func mono(_ bitmap: Bitmap, _ grid: DotGrid, _ context: FilterContext, seed: UInt32) -> Bitmap {
    let stock = paper.paper(context.colors)
    let (bare, ink) = (stock.color.linear, context.colors.deepInk(on: stock.color, usual: .soot).linear)
    var light = grid.light(bitmap, colored: false, jobs: context.jobs)[0]
    if let ground = stock.ground {
      let (low, scale) = (Float(ink.luminance), Float(1 / (ground.luminance - ink.luminance)))
      light.update(jobs: context.jobs) { ($0 - low) * scale }
    }
    light.update(jobs: context.jobs) { min(1, max(0, $0)) }
    var diffusion = ToneDiffusion(
      width: light.width, perPixel: grid.perPixel, strength: modulation, detail: detail, seed: seed)
    diffusion.run(&light)
    return DotSheet(planes: [light], dark: ink, bare: bare, grid: grid).bitmap(bitmap, jobs: context.jobs)
  }

  private func palette(_ bitmap: Bitmap, _ grid: DotGrid, _ context: FilterContext, seed: UInt32) -> Bitmap {
    let stock = paper.paper(context.colors).color
    let own = [SpotInk.soot, .poppy, .harbour, .lamp, .shrimp].map { $0.on(stock) }
    let colors = [stock] + (context.colors.isEmpty ? own : context.colors.filter { $0 != stock })
    var planes = grid.light(bitmap, colored: true, jobs: context.jobs)
    var diffusion = PaletteDiffusion(
      colors, width: planes[0].width, perPixel: grid.perPixel, strength: modulation, seed: seed)
    diffusion.run(&planes)
    return DotSheet(planes: planes, dark: LinearRGB(0, 0, 0), bare: LinearRGB(1, 1, 1), grid: grid)
      .bitmap(bitmap, jobs: context.jobs)
  }
}

extension Plane {
  /// Changes every sample.
  fileprivate mutating func update(jobs: Int, _ body: @Sendable (Float) -> Float) {
    Bands.fill(&samples, rows: height, rowLength: stride, jobs: jobs) { _, samples in
      for index in samples.indices { samples[index] = body(samples[index]) }
    }
  }
}
