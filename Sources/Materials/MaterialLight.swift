import CVector
import Raster

/// The one light of a board: from the upper left, with a bright room around, so that a flat surface keeps its colour.
public struct MaterialLight: Sendable, Equatable {
  /// The direction towards the light: right, down, up from the surface; its length is 1.
  let right: Float
  let down: Float
  let up: Float
  /// The share of light that comes from everywhere.
  let ambient: Float

  public init() {
    (right, down, up) = (-0.48, -0.60, 0.64)
    ambient = 0.42
  }

  /// Lights a swatch and averages `factor` x `factor` samples to a pixel; dithered, opaque.
  public func bitmap(_ swatch: MaterialSwatch, reducedBy factor: Int = 1, jobs: Int = 1) -> Bitmap {
    precondition(factor > 0 && swatch.width % factor == 0 && swatch.height % factor == 0)
    let relief = Relief(swatch, jobs: jobs)
    let (width, height) = (swatch.width / factor, swatch.height / factor)
    // Whole vectors of pixels need as many samples each.
    let length = Rows.padded(width) * factor
    return Bitmap(width: width, height: height, jobs: jobs) { y, row in
      var staged = [Float](repeating: 0, count: 3 * length)
      for part in 0..<factor {
        shade(swatch, relief, row: y * factor + part, into: &staged, length)
        Self.reduce(staged.span, factor, isFirst: part == 0, &row)
      }
    }
  }

  /// Adds a row of samples, averaged, to a row of pixels.
  private static func reduce(
    _ staged: Span<Float>, _ factor: Int, isFirst: Bool, _ row: inout MutableSpan<Float>
  ) {
    let share = lanes(1 / Float(factor * factor))
    for x in stride(from: 0, to: row.count, by: 8) {
      let part = sum(staged, factor, at: x * factor) * share
      row.setLanes(isFirst ? part : row.lanes(at: x) + part, at: x)
    }
  }

  /// The sums of `factor` neighbours each, for eight pixels.
  @inline(__always)
  private static func sum(_ staged: Span<Float>, _ factor: Int, at start: Int) -> Lanes {
    if factor == 1 { return staged.lanes(at: start) }
    if factor == 2 {
      let (a, b) = (staged.lanes(at: start), staged.lanes(at: start + 8))
      return f32x8_even(a, b) + f32x8_odd(a, b)
    }
    var sum = Lanes()
    for part in 0..<factor {
      var next = Lanes()
      for lane in 0..<8 { next[lane] = staged[start + lane * factor + part] }
      sum += next
    }
    return sum
  }

  /// Linear red, green and blue of a row, one after the other.
  private func shade(
    _ swatch: MaterialSwatch, _ relief: Relief, row y: Int, into staged: inout [Float], _ length: Int
  ) {
    let samples = swatch.samples.span
    var out = staged.mutableSpan
    let stride = swatch.stride
    for x in Swift.stride(from: 0, to: stride, by: 8) {
      let at = y * 5 * stride + x
      let gloss = samples.lanes(at: at + 4 * stride)
      let shape = relief.shape(x, y)
      let (diffuse, shine) =
        swatch.isMetal ? metal(shape, gloss: gloss) : paint(shape, gloss: gloss)
      for plane in 0..<3 {
        let albedo = samples.lanes(at: at + plane * stride)
        let lit = swatch.isMetal ? albedo * (diffuse + shine) : albedo * diffuse + shine
        out.setLanes(f32x8_clamp(lit, 0, 1), at: plane * length + x)
      }
    }
  }

  /// Diffuse light as a factor, and the highlight to add to it.
  @inline(__always)
  private func paint(_ shape: Relief.Shape, gloss: Lanes) -> (Lanes, Lanes) {
    let inverse = 1 / root(1 + square(shape.slopeX) + square(shape.slopeY))
    // The normal is (-slopeX, -slopeY, 1) made 1 long.
    let facing = positive((up - shape.slopeX * right - shape.slopeY * down) * inverse)
    let diffuse = fma(facing, (1 - ambient) / up, ambient * shape.open)
    let strength = gloss * gloss * 0.30 * shape.open
    // What is polished mirrors the bright side of the room where it leans that way.
    let lean = 0 - shape.slopeX * right - shape.slopeY * down
    let room = gloss * gloss * gloss * f32x8_clamp(lean, -0.12, 0.25) * 0.32
    return (diffuse * mix(shape.open, 1, lanes(0.5)), strength * highlight(shape, gloss: gloss) + room)
  }

  /// Metal has no colour of its own but what it mirrors: brightness follows the tilt towards the light.
  @inline(__always)
  private func metal(_ shape: Relief.Shape, gloss: Lanes) -> (Lanes, Lanes) {
    let tilt = shape.slopeX * right + shape.slopeY * down
    let room = 1 - tilt * 1.6
    return (positive(room) * shape.open, gloss * 0.8 * highlight(shape, gloss: gloss))
  }

  /// The GGX lobe (Walter 2007) in slopes around the half vector, less what a flat place shows of it.
  @inline(__always)
  private func highlight(_ shape: Relief.Shape, gloss: Lanes) -> Lanes {
    let rough = 1.05 - gloss
    let spread = rough * rough * 0.5 + 0.01
    // The half vector between light and eye, as a slope.
    let (hx, hy) = (right / (up + 1), down / (up + 1))
    let off = square(0 - shape.slopeX - hx) + square(0 - shape.slopeY - hy)
    let flat = spread / (spread + (hx * hx + hy * hy))
    let lobe = spread / (spread + off)
    return lobe * lobe - flat * flat
  }
}
