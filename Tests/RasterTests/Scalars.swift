import Raster

// Plain twins of the kernels, one sample at a time, with the same roundings.

let awkwardWidths = [0, 1, 7, 8, 9, 31]

/// How many pixels differ; a failed test then prints a number, not two pictures.
func differences(_ a: Bitmap, _ b: Bitmap) -> Int {
  guard a.width == b.width, a.height == b.height else { return .max }
  return zip(a.pixels, b.pixels).count { $0 != $1 }
}

/// Numbers 0..<1 that follow from `seed`.
struct TestNumbers {
  var state: UInt64
  init(_ seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }
  mutating func bits() -> UInt32 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return UInt32(truncatingIfNeeded: state >> 33) ^ UInt32(truncatingIfNeeded: state >> 21)
  }
  mutating func unit() -> Float { Float(bits() >> 8) * 0x1p-24 }
  mutating func row(_ count: Int) -> [Float] { (0..<count).map { _ in unit() } }
}

func fma(_ a: Float, _ b: Float, _ c: Float) -> Float { c.addingProduct(a, b) }

func linearTwin(_ s: Float) -> Float {
  guard s > 0.04045 else { return s * (1 / 12.92) }
  let factors: [Float] = [0.05978335, -0.24118000, 0.61139647, 0.53885610, 0.03015454, 0.00101054]
  return factors.dropFirst().reduce(factors[0]) { fma($0, s, $1) }
}

func encodedTwin(root u: Float) -> Float {
  guard u > 0.05595355 else { return u * u * 12.92 }
  let q = u.squareRoot()
  let p = fma(u, 0.0813301, fma(q, -0.3355019, 1.1226820))
  return fma(p, u, q * 0.1961357) + -0.0646115
}

func codeTwin(_ encoded: Float, dither: Float) -> UInt32 {
  UInt32(min(max(fma(encoded, 255, dither + 0.5), 0), 255.5))
}

func scrambleTwin(_ n: UInt32) -> UInt32 {
  var h = (n ^ n >> 16) &* 0x7feb_352d
  h = (h ^ h >> 15) &* 0x846c_a68b
  return h ^ h >> 16
}

func keyTwin(row: Int, seed: UInt32) -> UInt32 {
  scrambleTwin(UInt32(truncatingIfNeeded: row) &* 0x85EB_CA6B ^ scrambleTwin(seed))
}

func latticeTwin(_ column: Int, key: UInt32) -> UInt32 {
  scrambleTwin(UInt32(truncatingIfNeeded: column) &* 0x9e37_79b9 ^ key)
}

func ditherTwin(_ x: Int, row: Int, seed: UInt32) -> [Float] {
  let key = Int(keyTwin(row: 0, seed: seed ^ 0x6469_7468))
  return [(0, 0), (37, 21), (11, 43)].map { dx, dy in
    let column = (x + dx + key >> 8) % 64, line = (row + dy + key) % 64
    return (BlueNoise.shared.thresholds[line * 64 + column] - 0.5) * 0.9
  }
}
