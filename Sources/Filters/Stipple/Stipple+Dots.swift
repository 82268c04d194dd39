import Color
import Composition
import Elementary
import Geometry
import Parameters
import Raster

extension Stipple {
  /// The picture that decides where dots go has no more pixels than this.
  static let workingPixels = 1_000_000
  /// Steps of relaxing: enough that no clumps are left, too few for the points to freeze into a lattice.
  static let steps = 14

  /// The dots of a picture and the paper that they stand on. The picture must not be empty.
  func stipples(of bitmap: Bitmap, _ context: FilterContext) -> (dots: [Dot], paper: LinearRGB) {
    let step = context.pixels(spacing)
    let count = max(1, Int(Double(bitmap.width) * Double(bitmap.height) / (step * step)))
    // A dot's place is found among some 16 samples; a preview has no more.
    let limit = max(4096, min(Self.workingPixels, count * 16))
    let view = ReducedPicture(bitmap, limit: limit, jobs: context.jobs)
    let inks = StippleInks(context.colors, self)
    let tone = tone(of: view)
    // Density takes this part of the tone and the size of the dots the rest.
    let share = 1 - 0.6 * variation
    let density = tone.mapped { Float(Exact.pow(Double($0), share)) }
    let start = density.points(count, context.stream.child("dots"))
    let points = WeightedCells(density, jobs: context.jobs).relaxed(
      start, steps: Self.steps, jobs: context.jobs)
    let sizes = points.map { Exact.pow(max(1e-3, tone.mean(around: $0)), 1 - share) }
    let ink = tone.total * tone.stepX * tone.stepY
    let area = ink / max(1e-9, sizes.reduce(0, +))
    let dots = zip(points, sizes).map { point, size in
      Dot(
        center: point, radius: dotSize * (area * size / Double.pi).squareRoot(),
        ink: inks.ink(at: view.index(point.x, point.y), of: view))
    }
    return (dots, inks.paper)
  }

  /// How much of each place ink is to cover, 0...1.
  func tone(of view: ReducedPicture) -> Density {
    let lightness = zip(view.red, zip(view.green, view.blue)).map { r, gb in
      StippleTone.lightness(0.2126 * r + 0.7152 * gb.0 + 0.0722 * gb.1)
    }
    let curve = StippleTone(lightness, contrast: contrast, depth: depth, isDark: ground == .dark)
    return Density(
      width: view.width, height: view.height, stepX: view.stepX, stepY: view.stepY,
      samples: lightness.map(curve.cover))
  }
}

extension Density {
  /// The density with every sample changed by a function of codes 0...255 of it; `body` is called 256 times.
  func mapped(_ body: (Float) -> Float) -> Density {
    let table = (0...1023).map { body(Float($0) / 1023) }
    return Density(
      width: width, height: height, stepX: stepX, stepY: stepY,
      samples: samples.map { table[Int(max(0, min(1, $0)) * 1023 + 0.5)] })
  }
}

/// From lightness to the share of paper that ink covers.
struct StippleTone {
  /// Ink for every lightness of 0...1023.
  private let table: [Float]

  /// - Parameters:
  ///   - lightness: of all pixels; its darkest and lightest hundredths become ink and paper at full contrast.
  ///   - contrast: 0 leaves tones as they are.
  ///   - depth: ink in the middle tones.
  ///   - isDark: dots of light on a dark ground.
  init(_ lightness: [Float], contrast: Double, depth: Double, isDark: Bool) {
    var counts = [Int](repeating: 0, count: 1024)
    for value in lightness { counts[Self.bin(value)] += 1 }
    let low = contrast * Self.quantile(counts, 0.01)
    let high = 1 - contrast * (1 - Self.quantile(counts, 0.99))
    table = (0...1023).map { code in
      let x = max(0, min(1, (Double(code) / 1023 - low) / max(0.05, high - low)))
      let curved = mix(x, x * x * (3 - 2 * x), contrast)
      let dark = isDark ? curved : 1 - curved
      return Float(Exact.pow(dark, 1.15 / depth) * 0.97)
    }
  }

  func cover(_ lightness: Float) -> Float { table[Self.bin(lightness)] }

  private static func bin(_ lightness: Float) -> Int { Int(max(0, min(1, lightness)) * 1023 + 0.5) }

  private static func quantile(_ counts: [Int], _ share: Double) -> Double {
    let wanted = Double(counts.reduce(0, +)) * share
    var passed = 0
    for (code, count) in counts.enumerated() {
      passed += count
      if Double(passed) >= wanted { return Double(code) / 1023 }
    }
    return 1
  }

  /// Even steps for the eye from luminance 0...1: OKLab's cube root, as it is for greys.
  static func lightness(_ luminance: Float) -> Float {
    table3[Int(max(0, min(1, luminance)).squareRoot() * 1023 + 0.5)]
  }

  private static let table3: [Float] = (0...1023).map {
    let root = Double($0) / 1023
    return Float(Exact.cbrt(root * root))
  }
}

/// Paper and inks of a stipple.
struct StippleInks {
  let paper: LinearRGB
  private let inks: [(color: LinearRGB, lab: OKLab)]
  private let takesPicture: Bool

  /// From a palette's colours; warm black on cream if there are none, and four strong inks for `palette`.
  init(_ colors: [SRGB], _ stipple: Stipple) {
    let house = [SRGB(hex: "#f4efe4")!, SRGB(hex: "#1d1b1a")!]
    let spots = ["#1f2a44", "#c8402f", "#e0a528", "#2f7d6b", "#7a4b8c"].map { SRGB(hex: $0)! }
    let own = colors.count >= 2
    let known = (own ? colors : house + (stipple.inking == .palette ? spots : [])).sorted {
      $0.luminance > $1.luminance
    }
    let isDark = stipple.ground == .dark
    paper = (isDark ? known[known.count - 1] : known[0]).linear
    let rest = isDark ? Array(known.dropLast()) : Array(known.dropFirst())
    let chosen = stipple.inking == .palette ? rest : [isDark ? known[0] : known[known.count - 1]]
    inks = chosen.map { ($0.linear, OKLab($0)) }
    takesPicture = stipple.inking == .picture
  }

  /// The ink of a dot on pixel `index`.
  func ink(at index: Int, of view: ReducedPicture) -> LinearRGB {
    let own = LinearRGB(Double(view.red[index]), Double(view.green[index]), Double(view.blue[index]))
    if takesPicture { return own }
    guard inks.count > 1 else { return inks[0].color }
    let lab = OKLab(own)
    return inks.min { $0.lab.distance(to: lab) < $1.lab.distance(to: lab) }!.color
  }
}
