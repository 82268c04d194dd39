import CVector
import Raster

extension Task {
  static let layout = Task(
    name: "pixel-layout", usage: "[ROUNDS]",
    summary: "one chain of point operations on planar rows and on interleaved pixels, in cache, one thread",
    run: { words in
      let rounds = try rounds(words, default: 15)
      var (planar, interleaved) = (Sample(), Sample())
      let chain = PointChain()
      for _ in 0..<rounds {
        planar.time { chain.runPlanar() }
        interleaved.time { chain.runInterleaved() }
      }
      var table = Table("layout", "MP/s")
      let pixels = Double(PointChain.pixels * PointChain.passes) / 1000
      table.add("planar", shown(pixels / planar.least))
      table.add("interleaved RGBA", shown(pixels / interleaved.least))
      print(table.text)
      return 0
    })
}

/// A 3x3 matrix, a quadratic tone curve and a change of saturation: what most point operations are made of. Both
/// forms do the same arithmetic; the interleaved one carries an alpha that the opaque planar one leaves out.
private struct PointChain {
  static let pixels = 4096
  static let passes = 2000

  private let matrix: [Float] = [0.98, 0.01, 0.01, 0.02, 0.97, 0.01, 0.0, 0.03, 0.97]
  private let weights: [Float] = [0.2126, 0.7152, 0.0722]

  func runPlanar() {
    var samples = [Float](repeating: 0.5, count: Self.pixels * 3)
    samples.withUnsafeMutableBytes { bytes in
      for _ in 0..<Self.passes {
        for x in stride(from: 0, to: Self.pixels, by: 8) { planarStep(bytes, x) }
      }
    }
  }

  @inline(__always)
  private func planarStep(_ bytes: UnsafeMutableRawBufferPointer, _ x: Int) {
    let places = (x * 4, (x + Self.pixels) * 4, (x + 2 * Self.pixels) * 4)
    let r = bytes.loadUnaligned(fromByteOffset: places.0, as: SIMD8<Float>.self)
    let g = bytes.loadUnaligned(fromByteOffset: places.1, as: SIMD8<Float>.self)
    let b = bytes.loadUnaligned(fromByteOffset: places.2, as: SIMD8<Float>.self)
    let (m0, m1, m2) = (curved(row(0, r, g, b)), curved(row(1, r, g, b)), curved(row(2, r, g, b)))
    let light = f32x8_fma(m0, all(weights[0]), f32x8_fma(m1, all(weights[1]), m2 * all(weights[2])))
    bytes.storeBytes(
      of: f32x8_fma(m0 - light, all(0.9), light), toByteOffset: places.0, as: SIMD8<Float>.self)
    bytes.storeBytes(
      of: f32x8_fma(m1 - light, all(0.9), light), toByteOffset: places.1, as: SIMD8<Float>.self)
    bytes.storeBytes(
      of: f32x8_fma(m2 - light, all(0.9), light), toByteOffset: places.2, as: SIMD8<Float>.self)
  }

  @inline(__always)
  private func row(_ i: Int, _ r: SIMD8<Float>, _ g: SIMD8<Float>, _ b: SIMD8<Float>) -> SIMD8<Float> {
    f32x8_fma(r, all(matrix[3 * i]), f32x8_fma(g, all(matrix[3 * i + 1]), b * all(matrix[3 * i + 2])))
  }

  func runInterleaved() {
    var samples = [Float](repeating: 0.5, count: Self.pixels * 4)
    let columns = (0..<3).map { i in two(SIMD4(matrix[i], matrix[3 + i], matrix[6 + i], 0)) }
    let alpha = two(SIMD4(0, 0, 0, 1)), spread = two(SIMD4(0.9, 0.9, 0.9, 1))
    samples.withUnsafeMutableBytes { bytes in
      for _ in 0..<Self.passes {
        for x in stride(from: 0, to: Self.pixels, by: 2) {
          let pixel = bytes.loadUnaligned(fromByteOffset: x * 16, as: SIMD8<Float>.self)
          let mixed = f32x8_fma(
            splat(pixel, 0), columns[0],
            f32x8_fma(splat(pixel, 1), columns[1], f32x8_fma(splat(pixel, 2), columns[2], pixel * alpha)))
          let toned = curved(mixed)
          let light = f32x8_fma(
            splat(toned, 0), all(weights[0]),
            f32x8_fma(splat(toned, 1), all(weights[1]), splat(toned, 2) * all(weights[2])))
          bytes.storeBytes(
            of: f32x8_fma(toned - light, spread, light), toByteOffset: x * 16, as: SIMD8<Float>.self)
        }
      }
    }
  }

  @inline(__always)
  private func curved(_ v: SIMD8<Float>) -> SIMD8<Float> { v * f32x8_fma(v, all(-0.02), all(1.02)) }

  @inline(__always)
  private func all(_ value: Float) -> SIMD8<Float> { SIMD8(repeating: value) }

  @inline(__always)
  private func two(_ pixel: SIMD4<Float>) -> SIMD8<Float> { SIMD8(lowHalf: pixel, highHalf: pixel) }

  /// One channel of both pixels in all their lanes: one shuffle.
  @inline(__always)
  private func splat(_ v: SIMD8<Float>, _ i: Int) -> SIMD8<Float> {
    SIMD8(v[i], v[i], v[i], v[i], v[i + 4], v[i + 4], v[i + 4], v[i + 4])
  }
}
