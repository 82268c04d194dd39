import ImageFiles
import Raster

extension Task {
  static let compare = Task(
    name: "compare", usage: "A.png B.png", summary: "exits with 0 if both have the same pixels, else with 1",
    run: { words in
      guard words.count == 2 else { throw Misuse("compare takes two PNG files") }
      let (a, b) = try (picture(words[0]), picture(words[1]))
      guard (a.width, a.height) == (b.width, b.height) else {
        note("\(words[0]) is \(a.width) x \(a.height) px, \(words[1]) is \(b.width) x \(b.height) px")
        return 1
      }
      guard let difference = Difference(a, b) else {
        print("\(words[0]): the same \(a.width) x \(a.height) pixels as \(words[1])")
        return 0
      }
      note("\(words[0]) and \(words[1]) differ: \(difference)")
      return 1
    })
}

private func picture(_ path: String) throws -> Bitmap { try decodePNG(readFile(path, limit: 512 << 20)) }

/// How two pictures of one size differ.
private struct Difference: CustomStringConvertible {
  private var count = 0
  private var greatest = 0
  private var first = (x: 0, y: 0)

  /// Nil if every pixel is the same.
  init?(_ a: Bitmap, _ b: Bitmap) {
    for index in a.pixels.indices where a.pixels[index] != b.pixels[index] {
      if count == 0 { first = (index % a.width, index / a.width) }
      count += 1
      greatest = max(greatest, Self.step(a.pixels[index], b.pixels[index]))
    }
    if count == 0 { return nil }
  }

  /// The greatest difference of a component, 0...255.
  private static func step(_ a: UInt32, _ b: UInt32) -> Int {
    [0, 8, 16, 24].map { abs(Int(a >> $0 & 255) - Int(b >> $0 & 255)) }.max()!
  }

  var description: String {
    "\(count) pixels, by up to \(greatest) of 255, the first at \(first.x), \(first.y)"
  }
}
