import Parameters
import Raster
import Testing

@testable import Filters

private struct PaintTwin {
  var cover: Float
  var color: SIMD3<Float>
  var height: Float
}

private func fma(_ a: Float, _ b: Float, _ c: Float) -> Float { c.addingProduct(a, b) }

/// The kernel again, a pixel at a time.
private func paintTwin(
  _ a: StrokeShapes.Knot, _ b: StrokeShapes.Knot, _ touch: BrushTouch, _ bristles: Bristles, x: Float,
  y: Float, dip: Float
) -> PaintTwin {
  let (p, span) = (SIMD2(x, y) - a.at, b.at - a.at)
  let fromStart = p.x * a.tangent.x + p.y * a.tangent.y
  let toEnd = (span.x - p.x) * b.tangent.x + (span.y - p.y) * b.tangent.y
  let way = fromStart / max(fromStart + toEnd, 1e-3)
  let c = p - span * way
  let t = a.tangent + (b.tangent - a.tangent) * way
  let aside = c.y * t.x - c.x * t.y
  let radius = a.radius + (b.radius - a.radius) * way
  let along = a.along + (b.along - a.along) * way
  let u = min(1.5, max(-1.5, aside / radius))
  let hair = hairTwin(u, along, touch, bristles)
  let front = max(0, 1 - along / 0.8)
  let back = max(0, (along - touch.length + touch.tail) / touch.tail)
  let end = max(front, back)
  let rim = (u * u + end * end).squareRoot()
  let need = min(1.2, max(0, (rim - 0.7) / 0.3))
  let load = touch.load - 0.3 * touch.contrast / max(1, touch.length) * along
  let full = hair + load
  let dry = full - max(0, 1 - full) * dip * 0.5 - need * (1 + load)
  let edge = min(1, max(0, radius - abs(aside) + 0.5))
  let inside: Float = min(fromStart, toEnd) < 0 ? 0 : 1
  let tone = 1 + (hair - 0.5) * 0.24 * touch.contrast
  return PaintTwin(
    cover: min(1, max(0, dry * 4)) * edge * inside * touch.opacity,
    color: touch.color * tone + SIMD3(1, 0, -1) * (u * touch.tint),
    height: (hair * 0.8 + rim * rim * 0.55) * touch.thickness)
}

private func hairTwin(_ u: Float, _ along: Float, _ touch: BrushTouch, _ bristles: Bristles) -> Float {
  let (across, length) = (Bristles.across >> touch.level, Bristles.along >> touch.level)
  let shrink = 1 / Float(1 << touch.level)
  let up = u * Float(across) / 4 + touch.offset.x * shrink + Float(across) * 2
  let sp = max(along, -4) * Bristles.perRadius * shrink + touch.offset.y * shrink + Float(length) * 2
  let (i, j) = (Int(up), Int(sp))
  let (f, g) = (up - Float(i), sp - Float(j))
  func entry(_ i: Int, _ j: Int) -> Float {
    bristles.entries[bristles.starts[touch.level] + i % across * length + j % length]
  }
  let first = entry(i, j) + (entry(i, j + 1) - entry(i, j)) * g
  let second = entry(i + 1, j) + (entry(i + 1, j + 1) - entry(i + 1, j)) * g
  return first + (second - first) * f
}

@Suite struct StrokeKernelTests {
  private let bristles = Bristles(stream)

  private func brush(_ radius: Float) -> StrokeShapes.Brush {
    StrokeShapes.Brush(
      pieces: 0..<1, color: [0.2, 0.5, 0.9], opacity: 0.8, radius: radius, length: 5, seed: 0x1234_abcd,
      layer: 0, rows: 0..<1)
  }

  @Test(arguments: [1.5, 6, 40] as [Float])
  func lanesPaintWhatOnePixelPaints(radius: Float) {
    let touch = BrushTouch(brush(radius), contrast: 0.7)
    let r = SIMD2(repeating: radius)
    let a = StrokeShapes.Knot(at: r * 2, tangent: [0.8, 0.6], radius: radius, along: 1)
    let b = StrokeShapes.Knot(
      at: r * SIMD2(2.9, 2.5), tangent: [0.96, 0.28], radius: radius * 0.9, along: 2)
    let kernel = StrokeKernel(Piece(a, b), touch)
    var covered = 0
    for k in 0..<60 {
      let (x, y) = (Float(k % 6) * radius * 0.8 + 0.5, Float(k / 6) * radius * 0.5 + 0.5)
      let lanes = bristles.entries.withUnsafeBufferPointer {
        kernel.paint(
          x: x, y: y, hairs: $0.baseAddress! + bristles.starts[touch.level], dip: Lanes(repeating: 0.3))
      }
      for lane in 0..<8 {
        let twin = paintTwin(a, b, touch, bristles, x: x + Float(lane), y: y, dip: 0.3)
        #expect(abs(lanes.cover[lane] - twin.cover) < 2e-3)
        guard twin.cover > 0 else { continue }
        covered += 1
        #expect(abs(lanes.red[lane] - twin.color.x) < 1e-3)
        #expect(abs(lanes.green[lane] - twin.color.y) < 1e-3)
        #expect(abs(lanes.blue[lane] - twin.color.z) < 1e-3)
        #expect(abs(lanes.height[lane] - twin.height) < 2e-3)
      }
    }
    #expect(covered > 10)
  }

  @Test func bristleTablesShrinkByMeans() {
    #expect(bristles.entries.allSatisfy { (0...1).contains($0) })
    func level(_ i: Int) -> [Float] {
      let count = Bristles.across * Bristles.along >> (2 * i)
      return Array(bristles.entries[bristles.starts[i]..<bristles.starts[i] + count])
    }
    let (fine, coarse) = (level(0), level(1))
    for (u, s) in [(0, 0), (3, 17), (63, 127)] {
      let corner = 2 * u * Bristles.along + 2 * s
      let four =
        fine[corner] + fine[corner + 1] + fine[corner + Bristles.along] + fine[corner + Bristles.along + 1]
      #expect(abs(coarse[u * Bristles.along / 2 + s] - four / 4) < 1e-6)
    }
    #expect(Bristles.level(radius: 100) == 0 && Bristles.level(radius: 1) == 5)
  }

  @Test func reliefIsLitFromTheUpperLeft() {
    var band = PaintBand(rows: 0..<9, width: 16, ground: [0.5, 0.5, 0.5], canvas: CanvasWeave(scale: 1))
    // A hill around column 8.
    for row in 0..<9 {
      let start = band.index(row: row, .height)
      for x in -1..<17 { band.samples[start + x] = 0.4 * Float(8 - abs(x - 8)) }
    }
    var pixels = [UInt32](repeating: 0, count: 16)
    Impasto(relief: 1, pixelsPerMillimetre: 4).light(band, row: 4, into: &pixels)
    #expect(pixels[3] & 255 > 140 && pixels[13] & 255 < 115)
    Impasto(relief: 0, pixelsPerMillimetre: 4).light(band, row: 4, into: &pixels)
    #expect(pixels.allSatisfy { abs(Int($0 & 255) - 128) <= 1 })
  }

  @Test func weaveFadesBeforeItAliases() {
    #expect(CanvasWeave(scale: 2).depth == 0 && CanvasWeave(scale: 2).dip(3, 5) == 0.5)
    let fine = CanvasWeave(scale: 12)
    let dips = (0..<64).map { fine.dip($0 % 8, $0 / 8) }
    #expect(dips.max()! > 0.8 && dips.min()! < 0.1)
  }
}
