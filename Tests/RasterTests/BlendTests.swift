import Raster
import Testing

private typealias Color3 = [Double]

// The standard's own words, one colour at a time.

private func lum(_ c: Color3) -> Double { 0.3 * c[0] + 0.59 * c[1] + 0.11 * c[2] }
private func sat(_ c: Color3) -> Double { c.max()! - c.min()! }

private func setSat(_ c: Color3, _ s: Double) -> Color3 {
  let (low, high) = (c.min()!, c.max()!)
  return c.map { high > low ? ($0 - low) * s / (high - low) : 0 }
}

private func setLum(_ c: Color3, _ l: Double) -> Color3 {
  var c = c.map { $0 + l - lum(c) }
  let (low, high) = (c.min()!, c.max()!)
  if low < 0 { c = c.map { l + ($0 - l) * l / (l - low) } }
  if high > 1 { c = c.map { l + ($0 - l) * (1 - l) / (high - l) } }
  return c
}

private func separable(_ mode: PixelBlend, _ b: Double, _ s: Double) -> Double {
  switch mode {
  case .multiply: return b * s
  case .screen: return b + s - b * s
  case .overlay: return separable(.hardLight, s, b)
  case .darken: return min(b, s)
  case .lighten: return max(b, s)
  case .colorDodge: return b == 0 ? 0 : s >= 1 ? 1 : min(1, b / (1 - s))
  case .colorBurn: return b >= 1 ? 1 : s <= 0 ? 0 : 1 - min(1, (1 - b) / s)
  case .hardLight: return s <= 0.5 ? b * 2 * s : b + (2 * s - 1) - b * (2 * s - 1)
  case .softLight:
    if s <= 0.5 { return b - (1 - 2 * s) * b * (1 - b) }
    return b + (2 * s - 1) * ((b <= 0.25 ? ((16 * b - 12) * b + 4) * b : b.squareRoot()) - b)
  case .difference: return abs(b - s)
  case .exclusion: return b + s - 2 * b * s
  default: return s
  }
}

private func mixed(_ mode: PixelBlend, _ b: Color3, _ s: Color3) -> Color3 {
  switch mode {
  case .hue: setLum(setSat(s, sat(b)), lum(b))
  case .saturation: setLum(setSat(b, sat(s)), lum(b))
  case .color: setLum(s, lum(b))
  case .luminosity: setLum(b, lum(s))
  default: zip(b, s).map { separable(mode, $0, $1) }
  }
}

/// The codes before rounding: red, green, blue, alpha.
private func blendTwin(_ mode: PixelBlend, _ backdrop: UInt32, _ source: UInt32, _ opacity: Double)
  -> [Double]
{
  func parts(_ p: UInt32) -> (Color3, Double) {
    let alpha = Double(p >> 24)
    return ([16, 8, 0].map { alpha > 0 ? Double(p >> UInt32($0) & 255) / alpha : 0 }, alpha / 255)
  }
  let ((cb, ab), (cs, whole)) = (parts(backdrop), parts(source))
  let alpha = whole * opacity, mix = mixed(mode, cb, cs)
  let color = (0..<3).map { alpha * (1 - ab) * cs[$0] + ab * (1 - alpha) * cb[$0] + alpha * ab * mix[$0] }
  return (color + [alpha + ab - alpha * ab]).map { $0 * 255 }
}

@Suite struct BlendTests {
  @Test(arguments: PixelBlend.allCases, [true, false])
  func agreesWithTheStandard(mode: PixelBlend, opaque: Bool) {
    for width in awkwardWidths {
      let backdrop = testBitmap(width, 40, opaque: opaque, seed: 4)
      let source = testBitmap(width, 40, opaque: opaque, seed: 5)
      let result = backdrop.blended(with: source, mode, opacity: 0.8)
      for i in result.pixels.indices {
        let twin = blendTwin(mode, backdrop.pixels[i], source.pixels[i], 0.8)
        let codes = [16, 8, 0, 24].map { Double(result.pixels[i] >> UInt32($0) & 255) }
        #expect(zip(codes, twin).allSatisfy { abs($0 - $1) < 0.51 }, "\(codes) \(twin)")
      }
    }
  }

  @Test(arguments: PixelBlend.allCases) func endsOfTheRangeAreDefined(mode: PixelBlend) {
    let ends: [UInt32] = [0, 0xff00_0000, 0xffff_ffff, 0xffff_0000, 0xff80_8080, 0x8080_8080, 0x8000_0000]
    for b in ends {
      for s in ends {
        let backdrop = Bitmap(width: 1, height: 1, fill: b)
        let result = backdrop.blended(with: Bitmap(width: 1, height: 1, fill: s), mode).pixels[0]
        let twin = blendTwin(mode, b, s, 1)
        for (shift, code) in zip([16, 8, 0, 24], twin) {
          #expect(abs(Double(result >> UInt32(shift) & 255) - code) < 0.51, "\(b) \(s)")
        }
      }
    }
  }

  @Test func jobsDoNotReachPixelsAndNothingChangesNothing() {
    let (backdrop, source) = (testBitmap(13, 150, opaque: false), testBitmap(13, 150, opaque: false, seed: 9))
    let one = backdrop.blended(with: source, .softLight)
    for jobs in [2, 8] { #expect(backdrop.blended(with: source, .softLight, jobs: jobs) == one) }
    let clear = Bitmap(width: 13, height: 150)
    for mode in PixelBlend.allCases {
      #expect(backdrop.blended(with: clear, mode) == backdrop)
      #expect(backdrop.blended(with: source, mode, opacity: 0) == backdrop)
      #expect(clear.blended(with: source, mode) == source)
    }
  }
}
