import Color
import Composition
import Parameters
import Raster

/// The picture in the colours of a palette.
///
/// `recolour` moves its colours towards the palette's and keeps black, white and texture (``PaletteRecolouring``,
/// from the picture's own main colours). `poster` paints every place in the nearest colour, in regions smoothed along
/// edges; with dither, two colours share a place in blue noise so that its light stays.
public struct PaletteMapping: Filter {
  public static let name = "palette-map"
  public static let summary = "the picture in the colours of a palette, recoloured or as a poster"
  public static let reach = FilterReach.artwork

  /// How colours are replaced.
  enum Manner: String, ParameterOption { case recolour, poster }

  var manner = Manner.recolour
  var lightness = 0.7
  var colour = 1.0
  var smoothing = 2.0
  var dither = 0.0

  public static let parameters: [Parameter<PaletteMapping>] = [
    .choice("manner", \.manner, "shades move towards the palette, or every place takes one of its colours"),
    .real(
      "lightness", \.lightness, 0...1, when: .is("manner", "recolour"), "how far light and shade follow too"),
    .real("colour", \.colour, 0.2...1, when: .is("manner", "recolour"), "how far hue and chroma follow"),
    .real(
      "smoothing", \.smoothing, 0.5...8, scale: .log, unit: "mm", when: .is("manner", "poster"),
      "how calm the regions are; edges stay"),
    .real("dither", \.dither, 0...1, when: .is("manner", "poster"), "how far two colours mix in fine dots"),
  ]

  /// What is used when no palette is at hand: cream, midnight, brick, ochre and sage.
  static let colors = [0xf3ead7, 0x1f2a44, 0xb8483a, 0xe0a44a, 0x6f8f7f].map { SRGB(packed: $0) }

  public init() {}

  /// See `Filter`. At most the first 12 colours count; `recolour` returns 8 bits.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture {
    guard picture.width > 0, picture.height > 0 else { return picture }
    let given = context.colors.count > 1 ? context.colors : Self.colors
    let colors = Array(given.prefix(12))
    switch manner {
    case .recolour: return recoloured(picture, colors, context)
    case .poster:
      let kernel = PosterKernel(self, colors, picture, context)
      return picture.mapLight(kernel, jobs: context.jobs)
    }
  }

  private func recoloured(_ picture: Picture, _ colors: [SRGB], _ context: FilterContext) -> Picture {
    let bitmap = picture.bitmap(jobs: context.jobs)
    let own = MainColors(bitmap, count: colors.count, stream: context.stream).colors
    let options = PaletteRecolouring(pairing: .given, lightness: lightness, colour: colour, neutrals: 0.5)
    let target = Self.matched(colors, to: own)
    guard let cube = try? options.cube(from: own, to: target, jobs: context.jobs) else { return picture }
    return .shallow(cube.apply(to: bitmap, dithered: true, jobs: context.jobs))
  }

  /// The colour of the palette that each of the picture's becomes: like goes to like, and lightness counts twice.
  ///
  /// From the order of lightness on, two colours change places as long as that makes the sum of squared moves
  /// smaller. With more colours than the picture has, some are left over.
  static func matched(_ palette: [SRGB], to own: [SRGB]) -> [SRGB] {
    var labs = palette.map { OKLab($0) }.sorted { $0.lightness < $1.lightness }
    let wanted = own.map { OKLab($0) }
    func move(_ place: Int, _ lab: OKLab) -> Double {
      guard place < wanted.count else { return 0 }
      let lift = wanted[place].lightness - lab.lightness
      let distance = wanted[place].distance(to: lab)
      return distance * distance + lift * lift
    }
    var improves = true
    while improves {
      improves = false
      for i in labs.indices {
        for j in labs.indices where j > i {
          let now = move(i, labs[i]) + move(j, labs[j])
          guard move(i, labs[j]) + move(j, labs[i]) < now - 1e-9 else { continue }
          labs.swapAt(i, j)
          improves = true
        }
      }
    }
    return labs.prefix(own.count).map { OKLCH($0).srgb }
  }
}
