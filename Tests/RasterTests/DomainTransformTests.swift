import Raster
import Testing

/// The recursive filter of the paper, a sample at a time in float64.
private func domainTwin(_ image: [Samples], guide: [Samples], _ spatial: Double, _ range: Double, _ n: Int)
  -> [Samples]
{
  func turned(_ g: Samples) -> Samples { (g.first ?? []).indices.map { x in g.map { $0[x] } } }
  func along(_ rows: inout Samples, _ guide: [Samples], _ feedback: Double) {
    for y in rows.indices {
      let weights = rows[y].indices.map { x -> Double in
        guard x > 0 else { return 0 }
        let change = guide.map { abs($0[y][x] - $0[y][x - 1]) }.reduce(0, +)
        return expTwin(feedback * (1 + spatial / range * change))
      }
      for x in rows[y].indices.dropFirst() { rows[y][x] += weights[x] * (rows[y][x - 1] - rows[y][x]) }
      for x in rows[y].indices.dropLast().reversed() {
        rows[y][x] += weights[x + 1] * (rows[y][x + 1] - rows[y][x])
      }
    }
  }
  let upright = guide.map(turned)
  return image.map { plane in
    var plane = plane
    for i in 1...n {
      let power = Double(1 << (n - i)), whole = Double(1 << (2 * n)) - 1
      let feedback = -(2.0).squareRoot() / (spatial * (3.0).squareRoot() * power / whole.squareRoot())
      along(&plane, guide, feedback)
      plane = turned(plane)
      along(&plane, upright, feedback)
      plane = turned(plane)
    }
    return plane
  }
}

private func planes(_ image: PlanarImage) -> [Samples] {
  (0..<image.planes).map { plane in (0..<image.height).map { image.row($0, plane: plane).map(Double.init) } }
}

@Suite struct DomainTransformTests {
  @Test(arguments: awkwardWidths, [1, 9, 70])
  func agreesWithFloat64(width: Int, height: Int) {
    for opaque in [true, false] {
      let image = PlanarImage(testBitmap(width, height, opaque: opaque))
      let guide = PlanarImage(testBitmap(width, height, opaque: opaque, seed: 8))
      let result = image.smoothed(along: guide, DomainTransform(spatial: 11, range: 0.7))
      for (ours, twin) in zip(planes(result), domainTwin(planes(image), guide: planes(guide), 11, 0.7, 3)) {
        #expect(decibels(ours, twin) > 100)
      }
    }
  }

  @Test func passesAndPlanesAgreeWithFloat64() {
    let (source, guide) = (testPlane(20, 30, seed: 1), testPlane(20, 30, seed: 2))
    for n in [1, 4] {
      let result = source.smoothed(along: guide, DomainTransform(spatial: 4, range: 0.2, iterations: n))
      let twin = domainTwin([float64(source)], guide: [float64(guide)], 4, 0.2, n)
      #expect(decibels(float64(result), twin[0]) > 100)
    }
  }

  @Test(arguments: [true, false]) func jobsDoNotReachPixels(opaque: Bool) {
    let source = Picture.shallow(testBitmap(37, 140, opaque: opaque))
    let transform = DomainTransform(spatial: 20, range: 0.8)
    let one = source.edgePreserved(transform, detail: 0.3).bitmap()
    #expect(differences(one, source.bitmap()) > 4000)
    for jobs in [2, 8] {
      #expect(differences(source.edgePreserved(transform, detail: 0.3, jobs: jobs).bitmap(), one) == 0)
    }
  }

  @Test func edgesStayAndDetailComesBack() {
    var bitmap = Bitmap(width: 32, height: 32, fill: 0xff20_2020)
    for i in bitmap.pixels.indices {
      let noise = UInt32(i * 7 % 5) * 0x01_0101
      bitmap.pixels[i] = (i % 32 < 16 ? 0xff20_2020 : 0xffd0_d0d0) + noise
    }
    let picture = Picture.shallow(bitmap)
    let transform = DomainTransform(spatial: 10, range: 0.2)
    let smooth = picture.edgePreserved(transform).bitmap().pixels.map { Int($0 & 255) }
    for (i, code) in smooth.enumerated() { #expect(abs(code - (i % 32 < 16 ? 0x22 : 0xd2)) <= 1) }
    #expect(picture.edgePreserved(transform, detail: 1).bitmap() == bitmap)
    for (width, height) in [(0, 0), (1, 1), (0, 4)] {
      let clear = Bitmap(width: width, height: height)
      #expect(Picture.shallow(clear).edgePreserved(transform).bitmap() == clear)
    }
  }
}
