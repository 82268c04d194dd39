import CVector
import Geometry
import Raster

/// Square panels: a frame around diagonal slats that pass over and under each other, squares of short boards between.
struct VersaillesPanels: BoardLayout {
  /// Of the frame's boards and of the slats.
  let width: Float
  let panel: Float
  let count: Float = 3

  init(width: Double, panel: Double) { (self.width, self.panel) = (Float(width), Float(panel)) }

  var tile: Size { Size(Double(panel * count), Double(panel * count)) }

  /// Three diagonal squares fit between the middles of a panel's opposite inner sides.
  private var pitch: Float { (panel - 2 * width) * Float(0.5.squareRoot()) / 2 }
  private var slat: Float { width * 0.8 }

  @inline(__always)
  func place(_ x: Lanes, _ y: Lanes, _ noise: LatticeNoise) -> BoardPlace {
    let (i, j) = (floor(x * (1 / panel)), floor(y * (1 / panel)))
    let (p, q) = (x - (i + 0.5) * panel, y - (j + 0.5) * panel)
    let name = noise.bits(wrapped(i, count), wrapped(j, count))
    let inner = panel * 0.5 - width
    let (ax, ay) = (magnitude(p), magnitude(q))
    let isFrame = f32x8_less(lanes(inner), larger(ax, ay))
    let frame = frame(p, q, ax, ay, name)
    let half = Float(0.5.squareRoot())
    var inside = lattice((p + q) * half, (p - q) * half, name)
    inside.edge = smaller(inside.edge, inner - larger(ax, ay))
    return BoardPlace(
      u: f32x8_select(isFrame, frame.u, inside.u), v: f32x8_select(isFrame, frame.v, inside.v),
      bits: u32x8_select(isFrame, frame.bits, inside.bits),
      edge: f32x8_select(isFrame, frame.edge, inside.edge))
  }

  /// Two standing boards of the panel's length and two lying ones between them.
  @inline(__always)
  private func frame(
    _ p: Lanes, _ q: Lanes, _ ax: Lanes, _ ay: Lanes, _ name: SIMD8<UInt32>
  ) -> BoardPlace {
    let inner = panel * 0.5 - width
    let stands = f32x8_less(lanes(inner), ax)
    let (across, along) = (f32x8_select(stands, p, q), f32x8_select(stands, q, p))
    let far = magnitude(across) - (inner + width * 0.5)
    let reach = f32x8_select(stands, lanes(panel * 0.5), lanes(inner))
    let side = f32x8_select(f32x8_less(across, Lanes()), lanes(1), lanes(2))
    let kind = side + f32x8_select(stands, Lanes(), lanes(2))
    return BoardPlace(
      u: far, v: along, bits: mixed(name, kind),
      edge: smaller(width * 0.5 - magnitude(far), reach - magnitude(along)))
  }

  /// Slats along both diagonals at every pitch; which one passes changes from crossing to crossing.
  @inline(__always)
  private func lattice(_ p: Lanes, _ q: Lanes, _ name: SIMD8<UInt32>) -> BoardPlace {
    let (i, j) = (floor(fma(p, 1 / pitch, 0.5)), floor(fma(q, 1 / pitch, 0.5)))
    let (a, b) = (p - i * pitch, q - j * pitch)
    let isOdd = f32x8_less(lanes(0.5), wrapped(i + j, 2))
    let onP = f32x8_less(magnitude(b), lanes(slat * 0.5)), onQ = f32x8_less(magnitude(a), lanes(slat * 0.5))
    let takesP = onP & (isOdd | ~onQ), takesQ = onQ & ~takesP
    // A slat runs from the middle of the crossing before to that of the one after, under which it dips.
    let run = pitch - slat * 0.5
    let slatEdge = { (across: Lanes, along: Lanes) in
      smaller(slat * 0.5 - magnitude(across), lanes(run) - magnitude(along))
    }
    let middleP = middle(i, a, wrapped(i + j + 1, 2)), middleQ = middle(j, b, wrapped(i + j, 2))
    let alongP = p - middleP * pitch, alongQ = q - middleQ * pitch
    let first = slatEdge(b, alongP), second = slatEdge(a, alongQ)
    let (k, l) = (floor(p * (1 / pitch)), floor(q * (1 / pitch)))
    let (c, d) = (p - (k + 0.5) * pitch, q - (l + 0.5) * pitch)
    let hole = (pitch - slat) * 0.5
    let third = floor((d + hole) * (1.5 / hole))
    let off = d + hole - (third + 0.5) * (hole / 1.5)
    let fill = smaller(hole / 3 - magnitude(off), hole - magnitude(c))
    let u = f32x8_select(takesP, b, f32x8_select(takesQ, a, off))
    let v = f32x8_select(takesP, alongP, f32x8_select(takesQ, alongQ, c))
    let edge = f32x8_select(takesP, first, f32x8_select(takesQ, second, fill))
    let slatName = f32x8_select(
      takesP, middleP * 7 + j * 31 + 500, middleQ * 7 + i * 31 + 900)
    let kind = f32x8_select(takesP | takesQ, slatName, k * 13 + l * 57 + third * 3 + 2000)
    return BoardPlace(u: u, v: v, bits: mixed(name, kind), edge: edge)
  }

  /// The crossing that a slat passes over: this one, or the next on the sample's side if it dips here (`dips` is 1).
  @inline(__always)
  private func middle(_ index: Lanes, _ off: Lanes, _ dips: Lanes) -> Lanes {
    index + dips * whereLess(off, Lanes(), lanes(-1), lanes(1))
  }

  @inline(__always)
  private func mixed(_ name: SIMD8<UInt32>, _ kind: Lanes) -> SIMD8<UInt32> {
    u32x8_scramble(name &+ f32x8_bits_u32(kind))
  }
}
