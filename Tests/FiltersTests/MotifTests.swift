import Color
import Composition
import Parameters
import Raster
import Testing

@testable import Filters

private func context(_ scale: Double) -> FilterContext {
  FilterContext(pixelsPerMillimetre: scale, stream: stream)
}

@Suite struct MotifTests {
  /// Area means in linear light, sample by sample.
  private func twin(_ source: Bitmap, _ factor: Double, _ x: Int, _ y: Int, shift: UInt32) -> Double {
    func span(_ i: Int, _ count: Int) -> (Double, Double) {
      (Double(i) * factor, min(Double(count), Double(i + 1) * factor))
    }
    let (columns, rows) = (span(x, source.width), span(y, source.height))
    var (sum, total) = (0.0, 0.0)
    for j in 0..<source.height {
      for i in 0..<source.width {
        let w = min(columns.1, Double(i + 1)) - max(columns.0, Double(i))
        let h = min(rows.1, Double(j + 1)) - max(rows.0, Double(j))
        guard w > 0, h > 0 else { continue }
        let pixel = source.pixels[j * source.width + i]
        let alpha = Double(pixel >> 24) / 255
        let code = Double(pixel >> shift & 255) / 255
        let light = alpha > 0 ? decodeSRGB(min(1, code / alpha)) * alpha : 0
        sum += w * h * (light + 1 - alpha)
        total += w * h
      }
    }
    return encodeSRGB(sum / total)
  }

  @Test(arguments: [1, 7, 8, 9, 31]) func pixelsAreAreaMeansOnWhite(width: Int) {
    for (factor, clear) in [(1.0, false), (1.0, true), (2.5, false), (2.5, true), (4, true)] {
      var source = scene(width, 11)
      if clear {
        for i in source.pixels.indices where i % 3 == 0 { source.pixels[i] = 0x8020_4060 }
        source.pixels[0] = 0
      }
      let motif = Motif(.shallow(source), context(5), finest: 5 / factor)
      #expect(motif.width == Int((Double(width) / factor).rounded(.up)))
      for y in 0..<motif.height {
        for x in 0..<motif.width {
          let color = [motif.red, motif.green, motif.blue].map { Double($0.row(y)[y * $0.stride + x]) }
          for (value, shift) in zip(color, [16, 8, 0] as [UInt32]) {
            #expect(abs(value - twin(source, factor, x, y, shift: shift)) < 2e-3)
          }
        }
      }
    }
  }

  @Test func aMotifIsNeverTooLarge() {
    let motif = Motif(.shallow(Bitmap(width: 3000, height: 2, fill: ~0)), context(5), finest: 50)
    #expect(motif.factor == 1)
    let wide = (Double(9000) * 4000 / Motif.limit).squareRoot()
    #expect(wide == 3)
  }

  @Test(arguments: [1, 7, 8, 9, 31]) func simplifiedTakesTheCalmestWindows(width: Int) {
    let motif = Motif(.shallow(scene(width, 13)), context(5), finest: 5)
    let result = motif.simplified(radius: 3, jobs: 1)
    for y in 0..<13 {
      for x in 0..<width {
        let twin = simplifiedTwin(motif, x, y, reach: 3)
        let i = y * motif.red.stride + x
        let got = SIMD3(result.red.samples[i], result.green.samples[i], result.blue.samples[i])
        #expect((got - twin).max() < 2e-3 && (twin - got).max() < 2e-3, "\(x) \(y)")
      }
    }
    let parallel = motif.simplified(radius: 3, jobs: 8)
    #expect(parallel.red == result.red && parallel.blue == result.blue)
  }

  @Test func simplifiedKeepsEdgesAndLosesSpecks() {
    let pixels = (0..<32 * 32).map { i -> UInt32 in i % 32 < 16 ? 0xff20_2020 : 0xffe0_e0e0 }
    var source = Bitmap(width: 32, height: 32, pixels: pixels)
    source.pixels[16 * 32 + 6] = ~0
    let result = Motif(.shallow(source), context(5), finest: 5).simplified(radius: 4, jobs: 1)
    let row = result.red.row(16).map { $0 }
    #expect(row[6] < 0.25 && row[14] < 0.25 && row[17] > 0.78)
  }
}

/// The filter for one pixel, window by window; the columns of the border go on, and rows end at the border.
private func simplifiedTwin(_ motif: Motif, _ x: Int, _ y: Int, reach: Int) -> SIMD3<Float> {
  let half = reach
  let near = max(1, reach * 7 / 10)
  let places = [
    (0, 0), (reach, 0), (-reach, 0), (0, reach), (0, -reach), (near, near), (-near, near), (near, -near),
    (-near, -near),
  ]
  func color(_ x: Int, _ y: Int) -> SIMD3<Float> {
    let i = y * motif.red.stride + max(0, min(motif.width - 1, x))
    return SIMD3(motif.red.samples[i], motif.green.samples[i], motif.blue.samples[i])
  }
  var (sum, total): (SIMD3<Float>, Float) = (.zero, 0)
  for (dx, dy) in places {
    let (cx, cy) = (x + dx, max(0, min(motif.height - 1, y + dy)))
    let colors = (max(0, cy - half)...min(motif.height - 1, cy + half)).flatMap { j in
      (cx - half...cx + half).map { color($0, j) }
    }
    let tones = colors.map { 0.2126 * $0.x + 0.7152 * $0.y + 0.0722 * $0.z }
    let count = Float(colors.count)
    let tone = tones.reduce(0, +) / count
    let spread = max(0, tones.reduce(0) { $0 + $1 * $1 } / count - tone * tone)
    let calm = 1 / (spread + 1e-4)
    sum += colors.reduce(.zero, +) / count * (calm * calm * calm)
    total += calm * calm * calm
  }
  return sum / total
}
