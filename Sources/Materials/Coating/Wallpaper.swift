import CVector
import Color
import Geometry
import Parameters
import Raster

/// Printed paper with a motif repeated by one of the 17 wallpaper groups.
public struct Wallpaper: Material {
  public static let name = "wallpaper"
  public static let summary =
    "printed paper: a sprig, drops or diamonds repeated by any of the 17 wallpaper groups"
  public static let color = SRGB(hex: "#3f5d55")!
  public static let detail = 2.5
  public static let sampleSide = 420.0

  var group = Group.cm
  var motif = Motif.sprig
  var cell = 180.0
  var fullness = 0.8
  var contrast = 0.6
  var fibre = 0.4

  /// The wallpaper group, by its crystallographic name.
  enum Group: String, ParameterOption {
    case p1, p2, pm, pg, cm, pmm, pmg, pgg, cmm, p4, p4m, p4g, p3, p3m1, p31m, p6, p6m

    var symmetry: WallpaperGroup { WallpaperGroup(rawValue: rawValue)! }
  }
  /// What is repeated.
  enum Motif: String, ParameterOption { case sprig, drop, diamond }

  public static let parameters: [Parameter<Wallpaper>] = [
    .choice("group", \.group, "the wallpaper group that repeats the motif"),
    .choice("motif", \.motif, "what is repeated"),
    .real("cell", \.cell, 60...400, scale: .log, unit: "mm", "side of the repeat's cell"),
    .real("fullness", \.fullness, 0.5...1, "size of the motif against the room that it has"),
    .real("contrast", \.contrast, 0.2...1, "how far the print stands out"),
    .real("fibre", \.fibre, 0...1, "tooth of the paper"),
  ]

  public init() {}

  /// The cell's side over its length: papers of rectangular groups are taller than wide.
  static let proportion = 1.25

  /// Cells of the repeat each way: a skew cell is whole again after a few rows, a hexagonal one after two.
  private var cells: (x: Int, y: Int) {
    switch group.symmetry.lattice {
    case .oblique: (2, 4)
    case .rectangular: (2, 2)
    case .square: (2, 2)
    case .hexagonal: (2, 2)
    }
  }

  public var tile: Size {
    let frame = group.symmetry.frame(proportion: Self.proportion)
    return Size(cell * Double(cells.x), cell * frame.d * Double(cells.y))
  }

  public func swatch(_ job: MaterialJob) -> MaterialSwatch {
    MaterialSwatch(job, of: PaperSurface(self, job))
  }
}

private struct PaperSurface: Surface {
  let ground: Tone
  let print: Tone
  let second: Tone
  let paper: Wallpaper
  let table: MotifTable
  let fibre: LatticeNoise
  let fibreScale: (x: Float, y: Float)
  let skew: Float
  let across: Float
  let down: Float

  init(_ paper: Wallpaper, _ job: MaterialJob) {
    self.paper = paper
    ground = Tone(job.color ?? Wallpaper.color)
    // Light print on deep paper, deep print on light.
    let sign: Float = ground.lightness < 0.62 ? 1 : -1
    let strength = Float(paper.contrast)
    print = ground.moved(0.42 * sign * strength, chroma: 0.75, yellow: 0.012)
    second = ground.moved(0.20 * sign * strength, chroma: 1.15)
    let symmetry = paper.group.symmetry
    let frame = symmetry.frame(proportion: Wallpaper.proportion)
    table = MotifTable(symmetry, frame, paper.motif, fullness: paper.fullness, side: 256, job.stream)
    let tile = paper.tile
    // A cell of about a millimetre, whole in the repeat.
    let (columns, rows) = (tile.width.rounded(), tile.height.rounded())
    fibre = LatticeNoise(columns: Int(columns), rows: Int(rows), seed: job.seed("fibre"))
    fibreScale = (Float(columns / tile.width), Float(rows / tile.height))
    down = Float(1 / (paper.cell * frame.d))
    across = Float(1 / paper.cell)
    skew = Float(frame.c)
  }

  @inline(__always)
  func texel(_ spot: Spot) -> Texel {
    let v = spot.y * down
    let u = spot.x * across - v * skew
    let cell = Float(paper.cell)
    let (first, other) = table.distances(u, v)
    var texel = Texel(ground, gloss: 0.12)
    let pixel = max(spot.pixel, 0.3)
    texel.lay(second, cover(other * cell, pixel))
    texel.lay(print, cover(first * cell, pixel))
    let inked = larger(cover(other * cell, pixel), cover(first * cell, pixel))
    let grain = fibre.fractal(spot.x * fibreScale.x, spot.y * fibreScale.y, octaves: 3, gain: 0.7)
    texel.lightness += grain * 0.022 * Float(paper.fibre)
    // Surface print stands a hair proud of the paper.
    texel.height = grain * 0.09 * Float(paper.fibre) + inked * 0.10
    texel.gloss += inked * 0.12
    return texel
  }
}
