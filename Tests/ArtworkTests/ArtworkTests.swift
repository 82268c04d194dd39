import Color
import Composition
import Geometry
import Parameters
import Raster
import Testing

private func color(_ pixel: UInt32) -> SRGB {
  SRGB(Double(pixel >> 16 & 255) / 255, Double(pixel >> 8 & 255) / 255, Double(pixel & 255) / 255)
}

/// The share of the pixels for which `isWrong` holds, among those whose centre lies in `rect` (in millimetres).
private func share(
  _ bitmap: Bitmap, _ scale: Double, of frame: Rect, in rect: Rect, where isWrong: (UInt32) -> Bool
) -> Double {
  var (count, wrong) = (0, 0)
  for y in 0..<bitmap.height {
    for x in 0..<bitmap.width {
      let place = Point(frame.left + (Double(x) + 0.5) / scale, frame.top + (Double(y) + 0.5) / scale)
      guard rect.contains(place) else { continue }
      count += 1
      if isWrong(bitmap.pixels[y * bitmap.width + x]) { wrong += 1 }
    }
  }
  return count == 0 ? 0 : Double(wrong) / Double(count)
}

/// Generators that grow, pack, simulate or occlude take a hundred times as long without optimisation: fewer settings are
/// looked at, each in fewer spaces, all spread over the same ones.
private let slow: Set = [
  "flow-field", "packing", "marbling", "labyrinth", "botanical", "ornament", "grain", "ridgelines", "rosette",
  "stained-glass", "truchet",
]

/// Numbers of drawn settings to look at a generator with.
private func settings(of generator: Int) -> [Int] {
  slow.contains(generators[generator].name) ? [0, 13, 26] : Array(0..<40)
}

/// The spaces to draw a setting into.
private func spaces(for index: Int, of generator: Int) -> [(Int, ArtSpace)] {
  let all = Array(spaces(index).enumerated())
  guard slow.contains(generators[generator].name) else { return all }
  return all.filter { $0.offset / 2 == index % 3 }
}

@Suite struct ArtworkTests {
  @Test(arguments: generators.indices)
  func drawsTheSameTwiceAndFinitely(generator: Int) {
    for index in settings(of: generator) {
      let art = drawn(generators[generator], index)
      let space = spaces(index)[index % 6]
      let first = numbers(art.layers(in: space, stream: stream(index)))
      #expect(!first.isEmpty && first.allSatisfy(\.isFinite), "\(generators[generator].name) \(index)")
      #expect(
        first == numbers(art.layers(in: space, stream: stream(index))),
        "\(generators[generator].name) \(index)")
    }
  }

  @Test(arguments: generators.indices)
  func fillsItsStageAndLeavesTheTypeItsPlace(generator: Int) throws {
    let name = generators[generator].name
    for index in settings(of: generator) {
      let art = drawn(generators[generator], index)
      for (number, space) in spaces(for: index, of: generator) {
        let layers = art.layers(in: space, stream: stream(index))
        let (bitmap, scale) = try picture(layers, in: space)
        let ground = space.ground.packed
        let stage = stage(of: space)
        let inked = share(bitmap, scale, of: space.frame, in: stage) { $0 != ground }
        #expect(inked > 0.03, "\(name) \(index), space \(number): ink on \(inked) of the stage")
        guard let quiet = space.quiet else { continue }
        let text = space.isDark ? SRGB(hex: "#f3ecd8")! : SRGB(hex: "#22252e")!
        let hidden = share(bitmap, scale, of: space.frame, in: quiet.inset(by: 1.5 / scale)) {
          contrastRatio(color($0), text) < 4.5
        }
        #expect(
          hidden < 0.02, "\(name) \(index), space \(number): type would not read on \(hidden) of its place")
      }
    }
  }

  /// What is left of the frame beside the quiet zone.
  private func stage(of space: ArtSpace) -> Rect {
    guard let quiet = space.quiet else { return space.frame }
    let frame = space.frame
    return [
      Rect(left: frame.left, top: frame.top, right: frame.right, bottom: quiet.top),
      Rect(left: frame.left, top: quiet.bottom, right: frame.right, bottom: frame.bottom),
      Rect(left: quiet.right, top: frame.top, right: frame.right, bottom: frame.bottom),
    ].max { max($0.width, 0) * max($0.height, 0) < max($1.width, 0) * max($1.height, 0) }!
  }

  @Test func anotherStreamGivesAnotherPicture() {
    for (number, type) in generators.enumerated() {
      let different = (0..<10).filter { index in
        let space = spaces(index)[0]
        let art = drawn(type, index)
        return numbers(art.layers(in: space, stream: stream(index)))
          != numbers(art.layers(in: space, stream: stream(index + 1000)))
      }
      #expect(
        different.count >= 1,
        "\(generators[number].name) hardly looks at its stream: \(different.count) of 10")
    }
  }
}
