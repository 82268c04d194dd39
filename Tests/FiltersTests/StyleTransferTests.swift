import CVector
import Color
import Composition
import Parameters
import Raster
import Testing

@testable import Filters

/// An exemplar of stripes two pixels wide in two tones of a colour, lighter to the right.
private func stripes(_ width: Int, _ height: Int) -> Bitmap {
  let pixels = (0..<width * height).map { i -> UInt32 in
    let (x, y) = (i % width, i / width)
    let tone = 0.15 + 0.6 * Double(x) / Double(width) + ((x + y) / 2 % 2 == 0 ? 0.12 : 0)
    return SRGB(tone * 0.5, tone, tone * 0.8).packed
  }
  return Bitmap(width: width, height: height, pixels: pixels)
}

private func exemplar(_ bitmap: Bitmap) -> Photo {
  Photo(name: "exemplar.png", digest: "", picture: bitmap) { nil }
}

private func context(after bitmaps: Bitmap..., jobs: Int = 1) -> FilterContext {
  FilterContext(pixelsPerMillimetre: 2, stream: stream, exemplars: bitmaps.map(exemplar), jobs: jobs)
}

@Suite struct StyleTransferTests {
  @Test(arguments: [0, 1]) func manners(kind: Int) {
    let filter: any ExemplarFilter = kind == 0 ? StyleTransfer() : ColorTransfer()
    for (width, height) in [(0, 0), (0, 3), (1, 1), (7, 2)] {
      let result = filter.apply(to: .shallow(photo(width, height)), context(after: stripes(40, 32)))
      #expect(result.width == width && result.height == height)
    }
    let source = photo(40, 80)
    let one = filter.apply(to: .shallow(source), context(after: stripes(60, 50))).bitmap()
    #expect(differences(one, source) > 1000)
    let many = filter.apply(to: .shallow(source), context(after: stripes(60, 50), jobs: 8)).bitmap()
    #expect(differences(one, many) == 0)
    let kept = filter.apply(to: .shallow(glass(24, 9)), context(after: stripes(40, 32))).bitmap()
    #expect(zip(kept.pixels, glass(24, 9).pixels).allSatisfy { $0 >> 24 == $1 >> 24 })
    let clear = Bitmap(width: 9, height: 9)
    #expect(
      differences(filter.apply(to: .shallow(clear), context(after: stripes(40, 32))).bitmap(), clear) == 0)
  }

  @Test func withoutItsExemplarAPictureStays() {
    let source = photo(20, 12)
    for filter in [StyleTransfer(), ColorTransfer()] as [any ExemplarFilter] {
      var second = filter
      second.exemplar = 2
      #expect(differences(filter.apply(to: .shallow(source), context()).bitmap(), source) == 0)
      let result = second.apply(to: .shallow(source), context(after: stripes(40, 32))).bitmap()
      #expect(differences(result, source) == 0)
    }
  }

  @Test func oddExemplarsAreUsed() {
    let source = photo(30, 24)
    let odd = [
      flat(0x3366cc, 1, 1), flat(0x3366cc, 50, 40), stripes(200, 3), stripes(3, 90), source,
      Bitmap(width: 20, height: 20),
    ]
    for exemplar in odd {
      let result = StyleTransfer().apply(to: .shallow(source), context(after: exemplar)).bitmap()
      #expect(result.width == 30 && result.height == 24 && result.isOpaque)
    }
    let same = StyleTransfer().apply(to: .shallow(source), context(after: source)).bitmap()
    let off = zip(channel(same, 8), channel(source, 8)).map { abs($0 - $1) }
    #expect(mean(off) < 16, "after itself a picture stays much as it is")
  }

  @Test func coloursAreTheExemplars() {
    let result = StyleTransfer().apply(to: .shallow(photo(64, 64)), context(after: stripes(64, 64))).bitmap()
    for shift in [0, 8, 16] {
      let (own, wanted) = (channel(result, shift), channel(stripes(64, 64), shift))
      #expect(abs(mean(own) - mean(wanted)) < 14)
    }
    let none = configured(StyleTransfer.self, ["strength": .number(0)])
    let kept = none.apply(to: .shallow(photo(64, 64)), context(after: stripes(64, 64))).bitmap()
    let off = zip(channel(kept, 8), channel(photo(64, 64), 8)).map { abs($0 - $1) }
    #expect(off.max()! <= 2)
  }

  @Test func patchDistancesAreSumsOfSquares() {
    var numbers = stream.child("patch")
    let a = (0..<12 * 10 * 4).map { _ in Int16(numbers.unit() * 2000 - 1000) }
    let b = (0..<12 * 10 * 4).map { _ in Int16(numbers.unit() * 2000 - 1000) }
    for start in [0, 4, 16] {
      var sum = 0
      for y in 0..<8 {
        for x in 0..<32 {
          let d = Int(a[start + y * 48 + x]) - Int(b[y * 48 + x])
          sum += d * d
        }
      }
      let found = a.withUnsafeBufferPointer { patch_distance($0.baseAddress! + start, 48, b, 48) }
      #expect(Int(found) == sum)
    }
  }

  @Test func theTreeFindsTheNearest() {
    let colors = LabPlanes(stripes(48, 40), jobs: 1)
    let field = GuideField(colors, jobs: 1)
    let points = (0..<Int32(48 * 40)).filter { $0 % 3 == 0 }
    let tree = GuideTree(field, points)
    let asked = GuideField(LabPlanes(photo(48, 40), jobs: 1), jobs: 1)
    var found = [Int32](repeating: 0, count: 3)
    for index in [0, 47, 700, 1919] {
      func distance(_ point: Int32) -> Int {
        (0..<8).reduce(0) { sum, k in
          let d = Int(asked.values[8 * index + k]) - Int(field.values[8 * Int(point) + k])
          return sum + d * d
        }
      }
      tree.nearest(to: index, of: asked, visits: 10_000, into: &found)
      let best = points.map(distance).sorted()
      #expect(found.map(distance) == Array(best.prefix(3)))
    }
  }

  @Test func turnedPiecesHaveTheirOwnPlaces() {
    let colors = LabPlanes(stripes(48, 40), jobs: 1)
    let atlas = Atlas(colors, turned: true, jobs: 1)
    #expect(atlas.width == 88 && atlas.height == 48)
    // A quarter clockwise: the lower left corner of the upright tile is the upper left one of the turned.
    let (upright, turned) = (39 * colors.lightness.stride, 48)
    #expect(colors.lightness.samples[upright] == atlas.colors.lightness.samples[turned])
    let finer = Atlas(LabPlanes(stripes(96, 80), jobs: 1), turned: true, jobs: 1)
    for (x, y) in [(4, 4), (20, 30), (44, 36), (52, 44), (84, 20)] where atlas.valid[y * 88 + x] == 1 {
      let place = atlas.doubled(Int32(y << 16 | x), 1, 0, in: finer)
      #expect(finer.valid[Int(place >> 16) * finer.width + Int(place & 0xffff)] == 1)
      #expect((Int(place & 0xffff) >= 96) == (x >= 48))
    }
  }
}

@Suite struct StyleStatisticsTests {
  @Test func manners() {
    let filter = StyleStatistics()
    for (width, height) in [(0, 0), (0, 3), (1, 1), (7, 2), (9, 31)] {
      let result = filter.apply(to: .shallow(photo(width, height)), context(after: stripes(40, 32))).bitmap()
      #expect(result.width == width && result.height == height && result.isOpaque)
    }
    let one = filter.apply(to: .shallow(photo(41, 150)), context(after: stripes(60, 50))).bitmap()
    let many = filter.apply(to: .shallow(photo(41, 150)), context(after: stripes(60, 50), jobs: 8)).bitmap()
    #expect(differences(one, many) == 0)
    let kept = filter.apply(to: .shallow(glass(24, 9)), context(after: stripes(40, 32))).bitmap()
    #expect(zip(kept.pixels, glass(24, 9).pixels).allSatisfy { $0 >> 24 == $1 >> 24 })
    #expect(differences(filter.apply(to: .shallow(photo(9, 9)), context()).bitmap(), photo(9, 9)) == 0)
  }

  @Test func coloursMeetTheExemplars() throws {
    let plain = configured(StyleStatistics.self, ["texture": .number(0)])
    let result = plain.apply(to: .shallow(photo(64, 64)), context(after: stripes(64, 64))).bitmap()
    let (own, wanted) = (try ColorStatistics(result), try ColorStatistics(stripes(64, 64)))
    for k in 0..<3 { #expect(abs(own.mean[k] - wanted.mean[k]) < 0.01) }
  }

  @Test func detailMeetsTheExemplars() {
    func finest(_ bitmap: Bitmap) -> Float {
      DetailBands(LabPlanes(bitmap, jobs: 1).lightness, jobs: 1).deviations[0]
    }
    let whole = configured(StyleStatistics.self, ["texture": .number(1)])
    var noisy = photo(64, 64)
    for i in noisy.pixels.indices where (i * 7919) % 5 < 2 { noisy.pixels[i] -= 0x101010 }
    let result = whole.apply(to: .shallow(noisy), context(after: stripes(64, 64))).bitmap()
    let (before, after, wanted) = (finest(noisy), finest(result), finest(stripes(64, 64)))
    #expect(abs(after - wanted) < abs(before - wanted))
    #expect(abs(after - wanted) < 0.3 * wanted)
  }

  @Test func aStraightMapIsTheTransfer() throws {
    let (own, wanted) = (try ColorStatistics(photo(31, 20)), try ColorStatistics(stripes(31, 20)))
    let transfer = try LinearTransfer(from: own, to: wanted)
    let map = LabMap(transfer)
    for lab in [SIMD3(0.4, 0.05, -0.1), SIMD3(0.9, -0.1, 0.02)] {
      func all(_ v: Double) -> Lanes { Lanes(repeating: Float(v)) }
      let mapped = map(LabLanes(lightness: all(lab.x), a: all(lab.y), b: all(lab.z)))
      let expected = transfer(lab)
      #expect(abs(Double(mapped.lightness[3]) - expected.x) < 1e-5)
      #expect(abs(Double(mapped.a[0]) - expected.y) < 1e-5)
      #expect(abs(Double(mapped.b[7]) - expected.z) < 1e-5)
    }
  }
}
