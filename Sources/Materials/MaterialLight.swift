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
    var image = PlanarImage(width: swatch.width / factor, height: swatch.height / factor, isOpaque: true)
    let stride = image.stride
    image.updateBands(jobs: jobs) { band, rows in
      var staged = [Float](repeating: 0, count: 3 * swatch.stride)
      for y in band {
        let start = (y - band.lowerBound) * 3 * stride
        for part in 0..<factor {
          shade(swatch, relief, row: y * factor + part, into: &staged)
          reduce(staged, swatch.stride, factor, &rows, start, stride)
        }
      }
    }
    return image.bitmap(dithered: true, jobs: jobs)
  }

  /// Adds a row of samples, averaged, to a row of pixels.
  private func reduce(
    _ staged: [Float], _ length: Int, _ factor: Int, _ rows: inout MutableSpan<Float>, _ start: Int,
    _ stride: Int
  ) {
    let share = 1 / Float(factor * factor)
    for plane in 0..<3 {
      for x in 0..<min(stride, length / factor) {
        var sum: Float = 0
        for part in 0..<factor { sum += staged[plane * length + x * factor + part] }
        rows[start + plane * stride + x] += sum * share
      }
    }
  }

  /// Linear red, green and blue of a row, one after the other.
  private func shade(_ swatch: MaterialSwatch, _ relief: Relief, row y: Int, into staged: inout [Float]) {
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
        out.setLanes(f32x8_clamp(lit, 0, 1), at: plane * stride + x)
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
