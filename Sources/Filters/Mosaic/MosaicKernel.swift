import CVector
import Color
import Raster

/// ``Mosaic`` on rows of light.
struct MosaicKernel: LightKernel {
  private let stones: Stones
  private let faces: [StoneFace]
  private let joint: SIMD3<Float>
  private let relief: Float
  /// In cells: half a joint, the width of a bevel, and a pixel.
  private let half: Float
  private let bevel: Float
  private let pixel: Float
  private let width: Int
  private var red: [Float]
  private var green: [Float]
  private var blue: [Float]

  init(_ mosaic: Mosaic, _ stones: Stones, _ faces: [StoneFace], step: Int, width: Int) {
    (self.stones, self.faces, self.width) = (stones, faces, width)
    let grey = OKLab(0.2 + 0.68 * mosaic.joint, 0.003, 0.014).linear
    joint = SIMD3(Float(grey.red), Float(grey.green), Float(grey.blue))
    relief = Float(mosaic.relief)
    half = Float(mosaic.grout) * stones.size / 2
    bevel = stones.size * 0.16
    pixel = 1 / Float(step)
    red = [Float](repeating: 0, count: Rows.padded(width))
    (green, blue) = (red, red)
  }

  mutating func apply(to light: inout LightRow, y: Int) {
    let cell = (Float(y) + 0.5) * pixel
    let kernel = self
    kernel.stones.withBins { stones, starts in
      for x in 0..<width {
        let color = kernel.color(stones, starts, (Float(x) + 0.5) * pixel, cell)
        red[x] = color.x
        green[x] = color.y
        blue[x] = color.z
      }
    }
    let (r, g, b) = (red, green, blue)
    light.update { x, _ in
      LightLanes(r.span.lanes(at: x), g.span.lanes(at: x), b.span.lanes(at: x))
    }
  }

  /// The light at a place in cells.
  @inline(__always)
  private func color(
    _ stones: UnsafePointer<Stone>, _ starts: UnsafePointer<Int>, _ x: Float, _ y: Float
  ) -> SIMD3<Float> {
    let found = self.stones.nearest(stones, starts, x, y)
    let (stone, other) = (stones[found.first], stones[found.second])
    let (dx, dy) = (x - stone.x, y - stone.y)
    var edge = (found.far - found.near) / 2
    var out = SIMD2<Float>()
    switch self.stones.metric {
    case .round:
      // The distance from the line halfway to the other stone.
      let way = SIMD2(other.x - stone.x, other.y - stone.y)
      let length = max((way.x * way.x + way.y * way.y).squareRoot(), 1e-6)
      edge *= (found.far + found.near) / length
      out = way / length
    case .square(let aspect):
      let (u, v) = (dx * stone.cos + dy * stone.sin, dy * stone.cos - dx * stone.sin)
      let isAcross = abs(u) / aspect > abs(v) * aspect
      let side: Float = (isAcross ? u : v) < 0 ? -1 : 1
      out = (isAcross ? SIMD2(stone.cos, stone.sin) : SIMD2(-stone.sin, stone.cos)) * side
      // No stone is larger than it was cut: what is left over is joint.
      edge = min(edge, 0.62 * self.stones.size - found.near)
    }
    let face = faces[found.first]
    let depth = max(0, min(1, (edge - half) / bevel))
    let slope = (1 - depth) * (1 - depth)
    // The light comes from the upper left.
    let lean = -(0.6 * out.x + 0.8 * out.y) * slope * 0.55
    let tilt = (face.tilt.x * dx + face.tilt.y * dy) / self.stones.size
    let cover = max(0, min(1, (edge - half) / pixel + 0.5))
    let shade = max(0, 1 + relief * (lean - 0.12 * slope) + tilt)
    // A joint is darker in the shadow of its stone's lower right.
    let ground = joint * (1 - 0.3 * relief * max(0, 0.6 * out.x + 0.8 * out.y))
    return ground + (face.light * shade - ground) * cover
  }
}
