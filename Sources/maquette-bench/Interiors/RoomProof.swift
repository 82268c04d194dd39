import Canvas
import Color
import Composition
import Geometry
import Glibc
import ImageFiles
import Interiors
import Materials
import Parameters
import Raster
import Studio

extension Task {
  static let room = Task(
    name: "room", usage: "ROOM FILE.png [WIDTHxHEIGHT] [plan|two|SEED]...",
    summary: "draws a room (coastal, japandi, loft, study, lobby) in perspective, or its plan and elevation",
    run: { words in
      try RoomProof(words).draw()
      return 0
    })
}

/// A room on which a draughtsman looks at views and drawings.
private struct RoomProof {
  private let sample: SampleRoom
  private let file: String
  private let width: Int
  private let height: Int
  private let words: [String]

  init(_ words: [String]) throws {
    guard words.count >= 2, let sample = SampleRoom.all.first(where: { $0.name == words[0] }) else {
      throw Misuse("room takes one of \(SampleRoom.all.map(\.name).joined(separator: ", ")) and a file")
    }
    self.sample = sample
    file = words[1]
    self.words = Array(words.dropFirst(2))
    let size = self.words.compactMap { word -> (Int, Int)? in
      let sides = word.split(separator: "x").compactMap { Int($0) }
      return sides.count == 2 ? (sides[0], sides[1]) : nil
    }.first
    (width, height) = size ?? (1200, 750)
  }

  func draw() throws {
    let seed = words.compactMap { UInt64($0) }.first ?? 1
    let furnishing = try sample.room.furnished(
      with: sample.items(), stream: SeedStream(seed: seed, path: "room"))
    for remark in furnishing.remarks { print("  \(remark)") }
    let bitmap =
      try words.contains("plan") ? plan(furnishing) : view(furnishing)
    try writeFile(encodePNG(bitmap, PNGEncoding(jobs: Workshop.cores)), to: file, overwrite: true)
  }

  private func view(_ furnishing: Furnishing) throws -> Bitmap {
    let textures = TextureStore()
    let camera: RoomCamera = words.contains("two") ? .twoPoint(sample.far) : .onePoint(sample.far)
    let view = RoomView(furnishing, surfaces: sample.surfaces(), camera: camera, textures: textures)
    var first = Sample(), next = Sample()
    let bitmap = first.time { view.bitmap(width: width, height: height, jobs: Workshop.cores) }
    for _ in 0..<3 {
      _ = next.time { view.bitmap(width: width, height: height, jobs: Workshop.cores) }
    }
    let alone = processorTime { _ = view.bitmap(width: width, height: height, jobs: 1) }
    print(
      "\(sample.name) \(width) x \(height): first \(shown(first.median)) ms, then \(shown(next.median)) ms; one job, processor time \(shown(alone)) ms"
    )
    return bitmap
  }

  private func plan(_ furnishing: Furnishing) throws -> Bitmap {
    let typesetter = Typesetter()
    let plan = FloorPlan(furnishing, style: sample.style, typesetter: typesetter)
    let elevation = Elevation(furnishing, wall: sample.far, style: sample.style, typesetter: typesetter)
    let scale = 50.0
    let (a, b) = (plan.size(scale: scale), elevation.size(scale: scale))
    let size = Size(a.width + b.width + 30, max(a.height, b.height) + 20)
    let k = 10.0
    let canvas = try Canvas(width: Int(size.width * k), height: Int(size.height * k))
    canvas.transform(.scale(k, k))
    canvas.fill(.rect(Rect(0, 0, size.width, size.height)), .color(SRGB(hex: "#f4f1ea")!))
    for drawing in [
      plan.drawing(scale: scale, at: Point(10, 10)),
      elevation.drawing(scale: scale, at: Point(20 + a.width, 10)),
    ] {
      Composition(page: Page(size: size), layers: drawing.layers).draw(on: canvas, with: typesetter)
    }
    return try canvas.bitmap()
  }
}

/// Milliseconds of this process's own time: the machine may be busy with other things.
private func processorTime(_ body: () -> Void) -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
  let start = now()
  body()
  return now() - start
}
