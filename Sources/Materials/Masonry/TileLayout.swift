import CVector
import Geometry
import Raster

/// Eight places as their tiles see them.
struct TilePlace {
  /// Millimetres from the tile's middle.
  var u: Lanes
  var v: Lanes
  /// Millimetres inside the tile's rim; negative in the joint.
  var edge: Lanes
  /// Random bits of the tile.
  var bits: SIMD8<UInt32>
}

/// How tiles cover the plane.
protocol TileLayout: Sendable {
  /// The repeat in millimetres.
  var tile: Size { get }
  func place(_ x: Lanes, _ y: Lanes, _ noise: LatticeNoise) -> TilePlace
}

/// Rectangles in rows, each row shifted by a share of a tile (1/2 or nothing).
struct RowTiles: TileLayout {
  let width: Float
  let height: Float
  let joint: Float
  let shift: Float
  let columns: Float
  let rows: Float
  let corner: Float

  var tile: Size { Size(Double((width + joint) * columns), Double((height + joint) * rows)) }

  @inline(__always)
  func place(_ x: Lanes, _ y: Lanes, _ noise: LatticeNoise) -> TilePlace {
    let row = floor(y * (1 / (height + joint)))
    let along = x * (1 / (width + joint)) + wrapped(row, 2) * shift
    let column = floor(along)
    let u = (along - column - 0.5) * (width + joint), v = y - (row + 0.5) * (height + joint)
    let (ax, ay) = (width * 0.5 - magnitude(u), height * 0.5 - magnitude(v))
    let bits = noise.bits(wrapped(column, columns), wrapped(row, rows))
    return TilePlace(u: u, v: v, edge: insideBox(ax, ay, corner: corner), bits: bits)
  }
}

/// Millimetres inside a box with rounded corners, from those inside its sides.
@inline(__always)
func insideBox(_ x: Lanes, _ y: Lanes, corner: Float) -> Lanes {
  let (p, q) = (corner - x, corner - y)
  return corner - length(positive(p), positive(q)) - smaller(larger(p, q), Lanes())
}

/// Regular hexagons, or discs, in a honeycomb: the nearest of two shifted rectangular grids.
struct HoneycombTiles: TileLayout {
  /// Width between parallel sides, or across the disc.
  let width: Float
  let joint: Float
  let columns: Float
  let rows: Float
  let isRound: Bool

  private var pitch: Float { width + joint }
  private var rise: Float { pitch * Float(3.0.squareRoot()) }
  var tile: Size { Size(Double(pitch * columns), Double(rise * rows)) }

  @inline(__always)
  func place(_ x: Lanes, _ y: Lanes, _ noise: LatticeNoise) -> TilePlace {
    let (p, q) = (x * (1 / pitch), y * (1 / rise))
    let (i, j) = (floor(p + 0.5), floor(q + 0.5))
    let (k, l) = (floor(p), floor(q))
    let first = ((p - i) * pitch, (q - j) * rise)
    let second = ((p - k - 0.5) * pitch, (q - l - 0.5) * rise)
    let isFirst = f32x8_less(
      square(first.0) + square(first.1), square(second.0) + square(second.1))
    let u = f32x8_select(isFirst, first.0, second.0), v = f32x8_select(isFirst, first.1, second.1)
    let bits = noise.bits(
      f32x8_select(isFirst, wrapped(i, columns), wrapped(k, columns)),
      f32x8_select(isFirst, wrapped(j, rows) * 2, wrapped(l, rows) * 2 + 1))
    let (au, av) = (magnitude(u), magnitude(v))
    let side = larger(au, au * 0.5 + av * 0.8660254)
    return TilePlace(u: u, v: v, edge: width * 0.5 - (isRound ? length(u, v) : side), bits: bits)
  }
}
