import Color
import Composition
import Parameters
import Raster
import Testing

@testable import Filters

/// Letters on ground: dark bars on light, and nothing to the right of the middle.
private func letters(_ width: Int, _ height: Int, dark: Double = 0.15, light: Double = 0.85) -> Bitmap {
  let pixels = (0..<width * height).map { i -> UInt32 in
    let (x, y) = (i % width, i / width)
    let isInk = x < width / 2 && x / 6 % 2 == 0 && y % 16 < 11
    return SRGB(isInk ? dark : light, isInk ? dark : light, isInk ? dark : light).packed
  }
  return Bitmap(width: width, height: height, pixels: pixels)
}

/// A cloth of nearly one dark tone.
private let cloth: Bitmap = {
  let pixels = (0..<64 * 64).map { i -> UInt32 in
    let thread = (i % 64 + i / 64) % 4 < 2
    return SRGB(thread ? 0.16 : 0.12, thread ? 0.2 : 0.16, thread ? 0.3 : 0.24).packed
  }
  return Bitmap(width: 64, height: 64, pixels: pixels)
}()

private func asPhoto(_ bitmap: Bitmap) -> Photo {
  Photo(name: "a.png", digest: "", picture: bitmap) { nil }
}

private func styled(_ source: Bitmap, fidelity: Double = 0.6, mask: Bitmap? = nil, jobs: Int = 1) -> Bitmap {
  let filter = configured(StyleTransfer.self, ["fidelity": .number(fidelity)])
  let context = FilterContext(
    pixelsPerMillimetre: 2, stream: stream, exemplars: [asPhoto(cloth)], mask: mask.map(asPhoto), jobs: jobs)
  return filter.apply(to: .shallow(source), context).bitmap()
}

/// The deviation of lightness over the left half, where the letters are.
private func contrast(_ bitmap: Bitmap) -> Double {
  let lightness = LabPlanes(bitmap, jobs: 1).lightness
  let values = (0..<bitmap.height).flatMap { y in lightness.row(y).prefix(bitmap.width / 2).map(Double.init) }
  let middle = mean(values)
  return mean(values.map { ($0 - middle) * ($0 - middle) }).squareRoot()
}

/// What keeps a styled picture readable, and where it is styled at all.
@Suite struct StyleReadingTests {
  @Test func lettersStayReadableOnDarkCloth() {
    let source = letters(64, 48)
    let (loose, kept) = (contrast(styled(source, fidelity: 0)), contrast(styled(source)))
    #expect(loose < 0.1 * contrast(source), "the cloth alone swallows letters")
    #expect(kept > 0.15 * contrast(source) && kept > 2.5 * loose, "\(kept) of \(contrast(source))")
  }

  @Test func contentIsAtEdges() {
    let source = letters(64, 48)
    let weights = ContentWeights.plane(source, LabPlanes(source, jobs: 1), jobs: 1)
    let all = (0..<48).flatMap { Array(weights.row($0)) }
    #expect(all.allSatisfy { (0...1).contains($0) })
    func mean(_ columns: Range<Int>) -> Float {
      let part = (0..<48).flatMap { y in columns.map { weights.row(y)[weights.row(y).startIndex + $0] } }
      return part.reduce(0, +) / Float(part.count)
    }
    #expect(mean(4..<28) > 2 * mean(44..<60))
    let even = flat(0x808080, 20, 20)
    let none = ContentWeights.plane(even, LabPlanes(even, jobs: 1), jobs: 1)
    #expect((0..<20).allSatisfy { none.row($0).allSatisfy { $0 < 0.3 } })
  }

  @Test func reliefFillsOnlyWhatIsLacking() {
    let source = LabPlanes(letters(64, 48), jobs: 1)
    let everywhere = Plane(width: 64, height: 48, fill: 1)
    let dark = LabPlanes(flat(0x202838, 64, 48), jobs: 1)
    func applied(_ least: Float, to styled: LabPlanes, _ content: Plane) -> LabPlanes {
      StyleRelief(least: least).apply(to: styled, original: source.lightness, content: content, jobs: 1)
    }
    func change(_ a: LabPlanes, _ b: LabPlanes) -> Float {
      (0..<48).flatMap { y in zip(a.lightness.row(y), b.lightness.row(y)).map { abs($0 - $1) } }.max()!
    }
    #expect(change(applied(0, to: dark, everywhere), dark) == 0)
    #expect(change(applied(0.6, to: dark, everywhere), dark) > 0.1)
    #expect(
      change(applied(0.6, to: dark, Plane(width: 64, height: 48)), dark) < 1e-6, "no content, no relief")
    #expect(change(applied(0.6, to: source, everywhere), source) < 0.08, "what reads is left alone")
    let result = applied(0.6, to: dark, everywhere)
    #expect(result.a == dark.a && result.b == dark.b)
  }

  @Test func likenessCountsMoreWhereContentIs() {
    let picture = LabPlanes(letters(64, 64), jobs: 1)
    let atlas = Atlas(LabPlanes(photo(64, 64), jobs: 1), turned: false, jobs: 1)
    let manner = PatchManner(guide: 0.2, mix: 0, grid: 2, patience: 0.8, steps: 3)
    func distance(_ content: Float) -> Float {
      let search = PatchSearch(
        picture: picture, content: Plane(width: 64, height: 64, fill: content), atlas: atlas, manner: manner,
        jobs: 1)
      let made = atlas.assembled(search.places(from: nil), width: 64, height: 64, jobs: 1)
      return zip(made.lightness.samples, picture.lightness.samples).reduce(0) { $0 + abs($1.0 - $1.1) }
    }
    #expect(distance(1) < distance(0))
  }

  @Test func aMaskSaysWhere() {
    let source = letters(40, 30)
    // Of another size than the picture: black on the left, white on the right.
    let half = Bitmap(
      width: 8, height: 2, pixels: (0..<16).map { $0 % 8 < 4 ? 0xff00_0000 : 0xffff_ffff })
    let (whole, masked) = (styled(source), styled(source, mask: half))
    for y in 0..<30 {
      for x in 0..<40 where x < 15 || x >= 25 {
        let expected = (x < 15 ? source : whole).pixels[y * 40 + x]
        #expect(near(masked.pixels[y * 40 + x], expected))
      }
    }
    #expect(differences(styled(source, mask: flat(0xffffff, 1, 1)), whole) == 0)
    #expect(differences(styled(source, mask: half, jobs: 8), masked) == 0)
  }

  private func near(_ a: UInt32, _ b: UInt32) -> Bool {
    [0, 8, 16, 24].allSatisfy { abs(Int(a >> $0 & 255) - Int(b >> $0 & 255)) <= 2 }
  }
}
