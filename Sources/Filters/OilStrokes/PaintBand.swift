import CVector
import Raster

/// Wet paint on a band of a canvas; colour is encoded sRGB.
struct PaintBand {
  let rows: Range<Int>
  let width: Int
  /// Samples of a row: ``margin``, the pixels, and room for a vector that starts past the last one.
  let stride: Int
  /// ``planes`` rows for every row of the picture, one after the other; see ``Layer``.
  var samples: [Float]

  /// The planes of a row, in their order.
  enum Layer: Int {
    case red, green, blue
    /// How high the paint stands, in pixels.
    case height
    /// How far the canvas lies below its highest threads, 0...1.
    case weave
  }
  static let planes = 5
  static let colors = [Layer.red, .green, .blue]

  /// Samples before the first pixel, so that relief may look at what lies outside.
  static let margin = 8

  /// Bare canvas of one colour.
  init(rows: Range<Int>, width: Int, ground: SIMD3<Float>, canvas: CanvasWeave) {
    (self.rows, self.width, stride) = (rows, width, Rows.padded(width) + 2 * Self.margin + 8)
    samples = []
    samples.reserveCapacity(rows.count * Self.planes * stride)
    for y in rows {
      for channel in 0..<3 { samples.append(contentsOf: repeatElement(ground[channel], count: stride)) }
      let dips = (0..<stride).map { canvas.dip($0, y) }
      samples.append(contentsOf: dips.lazy.map { -canvas.depth * $0 })
      samples.append(contentsOf: dips)
    }
  }

  /// Takes over the colours of a whole picture of the band's width.
  mutating func copy(_ canvas: Motif) {
    for (layer, plane) in zip(Self.colors, [canvas.red, canvas.green, canvas.blue]) {
      for y in rows {
        let (to, from) = (index(row: y, layer), y * plane.stride)
        for x in 0..<width { samples[to + x] = plane.samples[from + x] }
      }
    }
  }

  /// The place of pixel 0 of a row in a plane; `row` is a row of the picture.
  func index(row: Int, _ layer: Layer) -> Int {
    ((row - rows.lowerBound) * Self.planes + layer.rawValue) * stride + Self.margin
  }
}

/// A plain weave: threads that pass over and under one another by turns.
struct CanvasWeave: Sendable {
  /// Pixels from thread to thread.
  let pitch: Float
  /// How far the canvas dips between threads, in pixels; 0 where threads are too fine to show.
  let depth: Float

  /// - Parameter scale: pixels along a millimetre.
  init(scale: Double) {
    pitch = Float(Self.thread * scale)
    // Threads under three pixels would alias into a pattern of their own.
    let shown = max(0, min(1, (pitch - 2) / 3))
    depth = 0.12 * pitch * shown
    share = shown
  }

  /// Millimetres from thread to thread: medium linen has 13 threads a centimetre.
  static let thread = 0.75
  private let share: Float

  /// How far the canvas lies below its highest threads at a pixel, 0...1.
  func dip(_ x: Int, _ y: Int) -> Float {
    guard share > 0 else { return 0.5 }
    let (u, v) = (Float(x) / pitch, Float(y) / pitch)
    let (i, j) = (u.rounded(.down), v.rounded(.down))
    let (a, b) = (2 * (u - i) - 1, 2 * (v - j) - 1)
    let isOver = (Int(i) + Int(j)) & 1 == 0
    // The upper thread is round across and bends down at its ends.
    let (across, ends) = isOver ? (a, b) : (b, a)
    let dip = min(1, across * across * 0.75 + ends * ends * ends * ends * 0.4)
    return 0.5 + (dip - 0.5) * share
  }
}
