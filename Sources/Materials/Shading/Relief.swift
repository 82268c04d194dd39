import Raster

/// The heights of a swatch with a margin all around that continues them, and what light needs to know of them.
struct Relief: Sendable {
  /// Slopes (millimetres a millimetre) to the right and down, and how open a place is to the room, 0...1.
  struct Shape {
    let slopeX: Lanes
    let slopeY: Lanes
    let open: Lanes
  }

  private let heights: [Float]
  private let stride: Int
  private let margin: Int
  private let step: Float
  /// Samples to the places that shade: near for creases, far for hollows.
  private let near: Int
  private let far: Int

  /// Occlusion is felt this far, in millimetres.
  private static let reach = (near: 0.7, far: 3.0)

  init(_ swatch: MaterialSwatch, jobs: Int) {
    near = min(max(1, Int((Self.reach.near / swatch.step).rounded())), 64)
    far = min(max(2, Int((Self.reach.far / swatch.step).rounded())), 64)
    step = Float(swatch.step)
    margin = far + 1
    let (margin, stride) = (margin, Rows.padded(swatch.width) + 2 * far + 2)
    self.stride = stride
    let rows = swatch.height + 2 * margin
    let width = swatch.width
    let sides = (0..<stride).filter { !(margin..<margin + width).contains($0) }.map {
      (at: $0, from: Self.inside($0 - margin, width, swatch.isSeamless))
    }
    var heights = [Float](unwritten: rows * stride)
    Bands.fill(&heights, rows: rows, rowLength: stride, jobs: jobs) { band, out in
      for y in band {
        let source = swatch.row(Self.inside(y - margin, swatch.height, swatch.isSeamless), .height).span
        let start = (y - band.lowerBound) * stride
        for x in source.indices { out[start + margin + x] = source[x] }
        for side in sides { out[start + side.at] = source[side.from] }
      }
    }
    self.heights = heights
  }

  /// Past the edge a seamless swatch goes on at the other side; any other stays as it is at its edge.
  private static func inside(_ index: Int, _ count: Int, _ isSeamless: Bool) -> Int {
    guard isSeamless else { return min(max(index, 0), count - 1) }
    let rest = index % count
    return rest < 0 ? rest + count : rest
  }

  @inline(__always)
  func shape(_ x: Int, _ y: Int) -> Shape {
    let all = heights.span
    let at = (y + margin) * stride + x + margin
    let here = all.lanes(at: at)
    let half = 0.5 / step
    let slopeX = (all.lanes(at: at + 1) - all.lanes(at: at - 1)) * half
    let slopeY = (all.lanes(at: at + stride) - all.lanes(at: at - stride)) * half
    let sides = all.lanes(at: at - near) + all.lanes(at: at + near)
    let ends = all.lanes(at: at - near * stride) + all.lanes(at: at + near * stride)
    let falling = far * stride + far, rising = far * stride - far
    let corners = all.lanes(at: at - falling) + all.lanes(at: at + falling)
    let others = all.lanes(at: at - rising) + all.lanes(at: at + rising)
    let close = positive((sides + ends) * 0.25 - here) * (1 / (Float(near) * step))
    let wide = positive((corners + others) * 0.25 - here) * (1 / (Float(far) * step))
    return Shape(slopeX: slopeX, slopeY: slopeY, open: 1 / (1 + close * 0.9 + wide * 1.3))
  }
}
