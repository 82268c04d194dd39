import Raster

/// The washes under one row of the picture, strayed.
struct WashRow {
  var red: [Float]
  var green: [Float]
  var blue: [Float]
  var rim: [Float]
  var graphite: [Float]

  init(count: Int) {
    red = [Float](repeating: 1, count: count)
    (green, blue) = (red, red)
    rim = [Float](repeating: 0, count: count)
    graphite = rim
  }

  /// Looks up row `y`; every pixel sees the place that (aside, down) pixels lead to.
  mutating func look(up washes: Washes, row y: Int, width: Int, aside: [Float], down: [Float]) {
    let step = Float(1 / washes.factor)
    for x in 0..<width {
      let place = WashPlace(
        (Float(x) + 0.5 + aside[x]) * step, (Float(y) + 0.5 + down[x]) * step, washes)
      let paint = place.mean(washes.paint)
      red[x] = paint.x
      green[x] = paint.y
      blue[x] = paint.z
      rim[x] = paint.w
    }
    guard !washes.drawing.isEmpty else { return }
    for x in 0..<width {
      // A pencil strays less than a wet brush, and not along with it.
      let place = WashPlace(
        (Float(x) + 0.5 + 0.3 * down[x]) * step, (Float(y) + 0.5 + 0.3 * aside[x]) * step, washes)
      graphite[x] = place.mean(washes.drawing)
    }
  }
}

/// Four neighbouring samples and their shares.
private struct WashPlace {
  let first: Int
  let right: Int
  let below: Int
  let u: Float
  let v: Float

  @inline(__always)
  init(_ x: Float, _ y: Float, _ washes: Washes) {
    let px = max(0, min(Float(washes.width - 1), x - 0.5))
    let py = max(0, min(Float(washes.height - 1), y - 0.5))
    let (i, j) = (Int(px), Int(py))
    (u, v) = (px - Float(i), py - Float(j))
    first = j &* washes.width &+ i
    right = i &+ 1 < washes.width ? 1 : 0
    below = j &+ 1 < washes.height ? washes.width : 0
  }

  @inline(__always)
  func mean(_ samples: [SIMD4<Float>]) -> SIMD4<Float> {
    let (a, b) = (samples[first], samples[first &+ right])
    let (c, d) = (samples[first &+ below], samples[first &+ below &+ right])
    let top = a + (b - a) * u
    return top + (c + (d - c) * u - top) * v
  }

  @inline(__always)
  func mean(_ samples: [Float]) -> Float {
    let (a, b) = (samples[first], samples[first &+ right])
    let (c, d) = (samples[first &+ below], samples[first &+ below &+ right])
    let top = a + (b - a) * u
    return top + (c + (d - c) * u - top) * v
  }
}
