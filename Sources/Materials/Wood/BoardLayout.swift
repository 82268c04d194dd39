import CVector
import Geometry
import Raster

/// Eight places as their boards see them.
struct BoardPlace {
  /// Millimetres across and along the board from its middle.
  var u: Lanes
  var v: Lanes
  /// Random bits of the board.
  var bits: SIMD8<UInt32>
  /// Millimetres to the board's nearest edge.
  var edge: Lanes
}

/// How boards cover the plane.
protocol BoardLayout: Sendable {
  /// The repeat in millimetres.
  var tile: Size { get }
  func place(_ x: Lanes, _ y: Lanes, _ noise: LatticeNoise) -> BoardPlace
}

/// Long boards side by side, their ends staggered at random.
struct Planks: BoardLayout {
  let width: Float
  let length: Float
  let count: Float = 7

  init(width: Double, length: Double) { (self.width, self.length) = (Float(width), Float(length)) }

  var tile: Size { Size(Double(width * count), Double(length * 2)) }

  @inline(__always)
  func place(_ x: Lanes, _ y: Lanes, _ noise: LatticeNoise) -> BoardPlace {
    let column = floor(x * (1 / width))
    let u = x - (column + 0.5) * width
    let own = wrapped(column, count)
    let shifted = y + noise.number(own, lanes(0)) * (2 * length)
    // Two boards a repeat, of unequal length.
    let cut = (0.85 + noise.number(own, lanes(1)) * 0.3) * length
    let along = wrapped(shifted, 2 * length)
    let isFirst = f32x8_less(along, cut)
    let v = f32x8_select(isFirst, along - cut * 0.5, along - (cut + 2 * length) * 0.5)
    let half = f32x8_select(isFirst, cut * 0.5, lanes(length) - cut * 0.5)
    let row = f32x8_select(isFirst, lanes(2), lanes(3))
    return BoardPlace(
      u: u, v: v, bits: noise.bits(own, row),
      edge: smaller(lanes(width / 2) - magnitude(u), half - magnitude(v)))
  }
}

/// Blocks set at right angles in zigzags, turned by 45° so that the zigzags stand upright.
///
/// On the grid of block widths, the cell (i, j) belongs to a lying block if (i - j) modulo 2n is below n, else to a
/// standing one, n cells long both.
struct HerringboneBlocks: BoardLayout {
  let width: Float
  /// Length over width.
  let ratio: Float
  let across: Float = 8
  let down: Float = 2

  init(width: Double, ratio: Int) { (self.width, self.ratio) = (Float(width), Float(ratio)) }

  private var side: Double { Double(width) * 2.0.squareRoot() }
  var tile: Size { Size(side * Double(ratio * down), side * Double(across)) }

  @inline(__always)
  func place(_ x: Lanes, _ y: Lanes, _ noise: LatticeNoise) -> BoardPlace {
    let scale = Float(0.5.squareRoot()) / width
    let (p, q) = ((y + x) * scale, (y - x) * scale)
    let (i, j) = (floor(p), floor(q))
    let phase = wrapped(i - j, 2 * ratio)
    let lies = f32x8_less(phase, lanes(ratio))
    let left = f32x8_select(lies, i - phase, i)
    let top = f32x8_select(lies, j, j - (2 * ratio - 1 - phase))
    let lying = (u: q - top - 0.5, v: p - left - ratio * 0.5)
    let standing = (u: p - left - 0.5, v: q - top - ratio * 0.5)
    let u = f32x8_select(lies, lying.u, standing.u)
    let v = f32x8_select(lies, lying.v, standing.v)
    // The repeat's translations are (1, 1) and (n, -n) on the grid of cells.
    let name = (wrapped(left + top, 2 * across), wrapped(left - top, 2 * ratio * down))
    let kind = f32x8_select(lies, lanes(0), lanes(4096))
    return BoardPlace(
      u: u * width, v: v * width, bits: noise.bits(name.0 + kind, name.1),
      edge: smaller(0.5 - magnitude(u), ratio * 0.5 - magnitude(v)) * width)
  }
}

/// Boards with mitred ends that meet in straight points.
struct ChevronBoards: BoardLayout {
  let width: Float
  let column: Float
  let rows: Float = 12
  let columns: Float = 4

  init(width: Double, length: Double) {
    self.width = Float(width)
    column = Float(length * 0.5.squareRoot())
  }

  private var pitch: Float { width * Float(2.0.squareRoot()) }
  var tile: Size { Size(Double(column * columns), Double(pitch * rows)) }

  @inline(__always)
  func place(_ x: Lanes, _ y: Lanes, _ noise: LatticeNoise) -> BoardPlace {
    let index = floor(x * (1 / column))
    let inside = x - (index + 0.5) * column
    let turn = whereLess(wrapped(index, 2), lanes(0.5), lanes(1), lanes(-1))
    let slant = y + inside * turn
    let row = floor(slant * (1 / pitch))
    let off = slant - (row + 0.5) * pitch
    let half = Float(0.5.squareRoot())
    let u = off * half
    let edge = smaller(width * 0.5 - magnitude(u), column * 0.5 - magnitude(inside))
    let bits = noise.bits(wrapped(index, columns), wrapped(row, rows))
    return BoardPlace(u: u, v: (inside * 2 - off * turn) * half, bits: bits, edge: edge)
  }
}

/// Squares of parallel blocks, turned by a right angle from one to the next.
struct BasketBlocks: BoardLayout {
  let width: Float
  let ratio: Float
  let count: Float = 6

  init(width: Double, ratio: Int) { (self.width, self.ratio) = (Float(width), Float(ratio)) }

  private var side: Float { width * ratio }
  var tile: Size { Size(Double(side * count), Double(side * count)) }

  @inline(__always)
  func place(_ x: Lanes, _ y: Lanes, _ noise: LatticeNoise) -> BoardPlace {
    let (i, j) = (floor(x * (1 / side)), floor(y * (1 / side)))
    let (p, q) = (x - i * side, y - j * side)
    let isOdd = f32x8_less(lanes(0.5), wrapped(i + j, 2))
    let (across, along) = (f32x8_select(isOdd, q, p), f32x8_select(isOdd, p, q))
    let block = floor(across * (1 / width))
    let (u, v) = (across - (block + 0.5) * width, along - side * 0.5)
    let bits = noise.bits(wrapped(i, count) * 16 + block, wrapped(j, count))
    return BoardPlace(
      u: u, v: v, bits: bits, edge: smaller(width * 0.5 - magnitude(u), side * 0.5 - magnitude(v)))
  }
}
