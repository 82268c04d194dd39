import Color
import Geometry
import Parameters
import Raster

/// A cloth by its draft and colours.
public protocol ClothKind: Sendable {
  static var name: String { get }
  static var summary: String { get }
  static var color: SRGB { get }
  static var draft: Draft { get }
  /// From thread to thread in millimetres; unevenness, hairiness and gloss 0...1.
  static var usual: (pitch: Double, slub: Double, hair: Double, gloss: Double) { get }
  /// Colours of ends and picks, each a whole repeat; `contrast` 0...1.
  static func colors(_ base: Tone, contrast: Float) -> (warp: [Tone], weft: [Tone])
}

/// Plain weave of uneven flax yarns.
public enum Linen: ClothKind {
  public static let name = "linen"
  public static let summary = "plain weave of flax yarns with slubs"
  public static let color = SRGB(hex: "#cdbfa6")!
  public static let draft = Draft.plain
  public static let usual = (pitch: 0.62, slub: 0.55, hair: 0.2, gloss: 0.2)

  public static func colors(_ base: Tone, contrast: Float) -> (warp: [Tone], weft: [Tone]) {
    ([base.moved(0.05 * contrast, chroma: 0.9)], [base.moved(-0.05 * contrast)])
  }
}

/// Twill that turns back and back, pale ends over dark picks.
public enum Tweed: ClothKind {
  public static let name = "herringbone-weave"
  public static let summary = "wool twill in zigzags, pale warp over dark weft"
  public static let color = SRGB(hex: "#8b8478")!
  public static let draft = Draft.herringbone(width: 16)
  public static let usual = (pitch: 0.95, slub: 0.22, hair: 0.7, gloss: 0.05)

  public static func colors(_ base: Tone, contrast: Float) -> (warp: [Tone], weft: [Tone]) {
    ([base.moved(0.20 * contrast, chroma: 0.8)], [base.moved(-0.26 * contrast)])
  }
}

/// Four dark and four pale threads both ways, in twill.
public enum Houndstooth: ClothKind {
  public static let name = "houndstooth"
  public static let summary = "wool twill of four dark and four pale threads both ways"
  public static let color = SRGB(hex: "#3a3531")!
  public static let draft = Draft.twill
  public static let usual = (pitch: 1.0, slub: 0.15, hair: 0.65, gloss: 0.05)

  public static func colors(_ base: Tone, contrast: Float) -> (warp: [Tone], weft: [Tone]) {
    let other = Tone(base.lightness < 0.6 ? SRGB(hex: "#ede6d8")! : SRGB(hex: "#2c2a29")!)
    let pale = base.towards(other, 0.25 + 0.75 * contrast)
    let threads = Array(repeating: base, count: 4) + Array(repeating: pale, count: 4)
    return (threads, threads)
  }
}

/// A sett of bands that turns at both ends, the same both ways.
public enum Tartan: ClothKind {
  public static let name = "tartan"
  public static let summary = "wool twill in a sett of bands that mirrors at its pivots"
  public static let color = SRGB(hex: "#2f4f3e")!
  public static let draft = Draft.twill
  public static let usual = (pitch: 0.75, slub: 0.12, hair: 0.6, gloss: 0.05)

  /// Threads from pivot to pivot; the pivots are not doubled.
  private static let sett: [(color: Int, count: Int)] = [
    (0, 20), (1, 4), (0, 4), (1, 4), (0, 4), (1, 22), (2, 18), (3, 2), (2, 18), (1, 10), (4, 4), (1, 10),
  ]

  public static func colors(_ base: Tone, contrast: Float) -> (warp: [Tone], weft: [Tone]) {
    let night = base.towards(Tone(SRGB(hex: "#17202e")!), 0.45 + 0.5 * contrast)
    let second = base.towards(Tone(SRGB(hex: "#2b3f66")!), 0.4 + 0.5 * contrast)
    let line = base.towards(Tone(SRGB(hex: "#e9dfc4")!), 0.3 + 0.65 * contrast)
    let accent = base.towards(Tone(SRGB(hex: "#a8402f")!), 0.3 + 0.65 * contrast)
    let tones = [base, night, second, line, accent]
    let half = sett.flatMap { band in Array(repeating: tones[band.color], count: band.count) }
    let whole = half + half.reversed()
    return (whole, whole)
  }
}

/// Cloth woven from a real draft.
public struct Woven<Kind: ClothKind>: Material {
  public static var name: String { Kind.name }
  public static var summary: String { Kind.summary }
  public static var color: SRGB { Kind.color }
  public static var detail: Double { 7 / Kind.usual.pitch }
  public static var sampleSide: Double { Kind.name == Tartan.name ? 190 : 64 }

  var pitch = Kind.usual.pitch
  var slub = Kind.usual.slub
  var hair = Kind.usual.hair
  var contrast = 0.6

  public static var parameters: [Parameter<Self>] {
    [
      .real("pitch", \.pitch, 0.3...3, scale: .log, unit: "mm", "from thread to thread"),
      .real("slub", \.slub, 0...1, "how uneven yarns are"),
      .real("hair", \.hair, 0...1, "how many loose fibres stand off"),
      .real("contrast", \.contrast, 0...1, "how far the yarns' colours differ"),
    ]
  }

  public init() {}

  /// Threads in the repeat, a multiple of the draft's and of the colours': enough that slubs do not recur at once.
  private var threads: (ends: Int, picks: Int) {
    let colors = Kind.colors(.none, contrast: 0)
    func whole(_ a: Int, _ b: Int) -> Int {
      let pattern = stride(from: a, through: a * b, by: a).first { $0 % b == 0 }!
      return stride(from: pattern, through: 144 + pattern, by: pattern).first { $0 >= 144 }!
    }
    return (
      whole(Kind.draft.threading.count, colors.warp.count),
      whole(Kind.draft.treadling.count, colors.weft.count)
    )
  }

  public var tile: Size { Size(Double(threads.ends) * pitch, Double(threads.picks) * pitch) }

  public func swatch(_ job: MaterialJob) -> MaterialSwatch {
    let (ends, picks) = threads
    let colors = Kind.colors(Tone(job.color ?? Self.color), contrast: Float(contrast))
    let cloth = Cloth(Kind.draft, warp: colors.warp, weft: colors.weft, ends: ends, picks: picks)
    let yarn = Yarn(
      pitch: Float(pitch), width: 0.98, slub: Float(slub), shade: 0.012 + Float(slub) * 0.03,
      hair: Float(hair),
      gloss: Float(Kind.usual.gloss))
    return MaterialSwatch(job, of: WovenSurface(cloth, yarn, job))
  }
}
