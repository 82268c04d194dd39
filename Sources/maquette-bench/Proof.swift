import Canvas
import Color
import Composition
import Geometry
import ImageFiles
import Parameters
import Studio

extension Task {
  static let proof = Task(
    name: "proof", usage: "GENERATOR FILE.png [poster|wide|square] [SEED] [beside]",
    summary: "draws 15 settings of a generator: five schemes across; no, low and high room for type down",
    run: { words in
      try Proof(words).draw()
      return 0
    })
}

/// A page on which an artist looks at a generator.
private struct Proof {
  private let type: any ArtworkGenerator.Type
  private let file: String
  private let size: Size
  private let seed: UInt64
  /// The room for type lies beside the art instead of below and above it.
  private let isBeside: Bool

  private static let sizes = ["poster": Size(100, 140), "wide": Size(140, 70), "square": Size(100, 100)]
  private static let pixelsPerMillimetre = 3.4

  init(_ words: [String]) throws {
    guard words.count >= 2, let type = Catalog.generators.first(where: { $0.name == words[0] }) else {
      throw Misuse(
        "proof takes a generator (\(Catalog.generators.map { $0.name }.joined(separator: ", "))) and a file")
    }
    let rest = words.dropFirst(2)
    self.type = type
    file = words[1]
    size = rest.compactMap { Self.sizes[$0] }.first ?? Size(100, 140)
    seed = rest.compactMap { UInt64($0) }.first ?? 7
    isBeside = rest.contains("beside")
  }

  func draw() throws {
    let k = Self.pixelsPerMillimetre
    let (w, h) = (Int(size.width * k), Int(size.height * k))
    let canvas = try Canvas(width: 5 * w + 60, height: 3 * h + 40)
    canvas.fill(.rect(Rect(0, 0, Double(5 * w + 60), Double(3 * h + 40))), .color(SRGB(hex: "#d9d7d2")!))
    var stream = SeedStream(seed: seed, path: "proof")
    var sample = Sample()
    for index in 0..<15 {
      let corner = Point(Double(10 + index % 5 * (w + 10)), Double(10 + index / 5 * (h + 10)))
      let values = settings(type.declarations, &stream)
      sample.time { place(type.make { values[$0] }, index, at: corner, on: canvas) }
    }
    try writeFile(encodePNG(canvas.bitmap(), PNGEncoding(jobs: Workshop.cores)), to: file, overwrite: true)
    print("\(file): \(type.name), median \(shown(sample.median)) ms, worst \(shown(sample.worst)) ms")
  }

  private func place(
    _ art: any ArtworkGenerator, _ index: Int, at corner: Point, on canvas: borrowing Canvas
  ) {
    let space = space(index)
    let layers = art.layers(in: space, stream: SeedStream(seed: seed &* 100 &+ UInt64(index), path: "art"))
    canvas.saved { canvas in
      canvas.transform(.translation(corner.x, corner.y))
      canvas.transform(.scale(Self.pixelsPerMillimetre, Self.pixelsPerMillimetre))
      canvas.clip(to: .rect(space.frame))
      canvas.fill(.rect(space.frame), .color(space.ground))
      Composition(page: Page(size: size), layers: layers).draw(on: canvas, with: Typesetter())
    }
  }

  private func space(_ index: Int) -> ArtSpace {
    let frame = Rect(0, 0, size.width, size.height), row = index / 5
    let scheme = Scheme.all[index % 5]
    func part(_ x: Double, _ y: Double, _ w: Double, _ h: Double) -> Rect {
      Rect(size.width * x, size.height * y, size.width * w, size.height * h)
    }
    if isBeside {
      let quiet = [part(0, 0, 0.42, 1), part(0.6, 0, 0.4, 1), part(0.08, 0.62, 0.84, 0.3)][row]
      return scheme.space(
        frame, focus: [frame.at(0.7, 0.45), frame.at(0.3, 0.4), frame.at(0.5, 0.3)][row], quiet: quiet)
    }
    let quiet: Rect? = [nil, part(0, 0.66, 1, 0.34), part(0, 0, 1, 0.3)][row]
    return scheme.space(
      frame, focus: [frame.at(0.5, 0.45), frame.at(0.6, 0.33), frame.at(0.4, 0.65)][row], quiet: quiet)
  }
}
