import CVector
import Raster

/// Rows of a stripe field: the cosine of the phase at every pixel.
///
/// Around a pixel four nodes lie; each continues its own wave to the pixel, and the waves are added with
/// bilinear weights, as in phasor noise (Tricard et al., 2019). Where they agree that is one smooth wave;
/// where lines fork the sum has a zero, and one line runs out.
extension StripeField {
  /// Sum of the four waves for the pixels of row `y`, of length 1 but for forks. `values` is of padded
  /// length.
  func cosines(row y: Int, into values: inout MutableSpan<Float>) {
    let inverse = 1 / Float(step)
    let v = (Float(y) + 0.5) * inverse
    let row = min(height - 2, Int(v))
    let lanes = Lanes(0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5)
    let last = Float(width - 2)
    withNodes { nodes in
      for x in Swift.stride(from: 0, to: values.count, by: 8) {
        let u = (lanes + Float(x)) * inverse
        let column = f32x8_min(f32x8_floor(u), Lanes(repeating: last))
        let place = NodePlace(
          first: f32x8_to_i32(column) &+ Int32((row + 1) * stride + Self.margin), u: u - column,
          v: v - Float(row), step: Float(step), stride: Int32(stride))
        values.setLanes(nodes.cosine(place), at: x)
      }
    }
  }

  @inline(__always)
  private func withNodes(_ body: (StripeNodes) -> Void) {
    real.withUnsafeBufferPointer { real in
      imaginary.withUnsafeBufferPointer { imaginary in
        across.withUnsafeBufferPointer { across in
          down.withUnsafeBufferPointer { down in
            body(
              StripeNodes(
                real: real.baseAddress!, imaginary: imaginary.baseAddress!, across: across.baseAddress!,
                down: down.baseAddress!))
          }
        }
      }
    }
  }
}

/// Eight pixels among their nodes.
private struct NodePlace {
  /// The index of the upper left node.
  let first: SIMD8<Int32>
  /// How far to the right of it, in steps.
  let u: Lanes
  /// How far below it, in steps.
  let v: Float
  let step: Float
  let stride: Int32
}

/// The nodes of a field; must not outlive it.
private struct StripeNodes {
  let real: UnsafePointer<Float>
  let imaginary: UnsafePointer<Float>
  let across: UnsafePointer<Float>
  let down: UnsafePointer<Float>

  private struct Node {
    let real: Lanes
    let imaginary: Lanes
    let across: Lanes
    let down: Lanes
  }

  // Sound: columns and rows were held to the last but one, so all four nodes are in the lattice.
  @inline(__always)
  private func node(_ index: SIMD8<Int32>) -> Node {
    Node(
      real: f32x8_pick(real, index), imaginary: f32x8_pick(imaginary, index),
      across: f32x8_pick(across, index), down: f32x8_pick(down, index))
  }

  @inline(__always)
  func cosine(_ place: NodePlace) -> Lanes {
    let base = node(place.first)
    var sum = (real: Lanes(), imaginary: Lanes())
    add(base, base, place.u, Lanes(repeating: place.v), place, to: &sum)
    add(node(place.first &+ 1), base, place.u - 1, Lanes(repeating: place.v), place, to: &sum)
    let below = place.first &+ place.stride
    add(node(below), base, place.u, Lanes(repeating: place.v - 1), place, to: &sum)
    add(node(below &+ 1), base, place.u - 1, Lanes(repeating: place.v - 1), place, to: &sum)
    let length = f32x8_sqrt(f32x8_fma(sum.real, sum.real, sum.imaginary * sum.imaginary))
    return sum.real / f32x8_max(length, Lanes(repeating: 0.02))
  }

  /// Adds a node's wave at (u, v) steps from it, mirrored if it runs against `base`.
  @inline(__always)
  private func add(
    _ node: Node, _ base: Node, _ u: Lanes, _ v: Lanes, _ place: NodePlace,
    to sum: inout (real: Lanes, imaginary: Lanes)
  ) {
    let weight = (1 - f32x8_abs(u)) * (1 - f32x8_abs(v))
    let turns = (node.across * u + node.down * v) * (place.step * 0.5 / Float.pi)
    let (c, s) = (f32x8_cos_turns(turns), f32x8_cos_turns(turns - 0.25))
    let against = f32x8_less(node.across * base.across + node.down * base.down, Lanes())
    let imaginary = node.real * s + node.imaginary * c
    sum.real += (node.real * c - node.imaginary * s) * weight
    sum.imaginary += f32x8_select(against, -imaginary, imaginary) * weight
  }
}
