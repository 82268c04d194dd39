import Geometry
import Sheets
import Studio

extension Task {
  static let montage = Task(
    name: "montage", usage: "[ROUNDS]",
    summary: "our sheet from the preset against ImageMagick's from 36 ready tiles (median of 5)",
    run: { words in
      let rounds = try rounds(words, default: 5)
      guard Child.isThere("montage") else {
        throw Trouble(
          "there is no montage to race against; install it: apt-get install imagemagick fonts-dejavu-core")
      }
      try withScratchFolder { try Race(in: $0).run(rounds) }
      return 0
    })
}

/// Two programs, in turn, on the same machine: A B A B. This process stays small (the tiles are drawn by another),
/// so that the peaks it reports are the children's own.
private struct Race {
  private let ours: [String]
  private let theirs: [String]

  init(in folder: String) throws {
    _ = try Child.mustRun([Child.beside("maquette-bench"), "tiles", folder])
    ours = [
      try Child.beside("maquette"), "sheet", DemoSheet.presetPath, "-o", folder + "/ours.png", "--force",
      "--quiet",
    ]
    let tiles = try names(in: folder).map { "\(folder)/\($0)" }
    theirs =
      ["montage", "-font", "DejaVu-Sans", "-label", "%f"] + tiles
      + ["-tile", "6x6", "-geometry", try Self.geometry(count: tiles.count), folder + "/theirs.png"]
  }

  func run(_ rounds: Int) throws {
    var a = Contestant("maquette sheet", ours), b = Contestant("montage", theirs)
    for _ in 0..<rounds {
      try a.run()
      try b.run()
    }
    var table = Table("36 tiles, A4 at 300 dpi", "median ms", "least", "worst", "peak MB")
    for one in [a, b] {
      table.add(
        one.name, shown(one.sample.median), shown(one.sample.least), shown(one.sample.worst),
        shown(Double(one.peak) / 1e6))
    }
    print(table.text)
    let ratio = shown(a.sample.median / b.sample.median)
    print("\nratio \(ratio) (ours over theirs; 1 or less is asked), \(rounds) rounds")
  }

  /// The tile's size and the sheet's gutter, half of it on each side.
  private static func geometry(count: Int) throws -> String {
    let request = try DemoSheet.request()
    let size = request.preset.format.size
    let plan = try SheetPlan(
      page: request.page, dpi: request.dpi, count: count, aspect: size.height / size.width, columns: nil)
    let (one, next) = (plan.boxes[0], plan.boxes[1])
    let gap = (next.x - one.x - one.width) / 2
    return "\(one.width)x\(one.height)+\(gap)+\(gap)"
  }
}

/// A program in the race.
private struct Contestant {
  let name: String
  private let words: [String]
  private(set) var sample = Sample()
  private(set) var peak = 0

  init(_ name: String, _ words: [String]) { (self.name, self.words) = (name, words) }

  mutating func run() throws {
    let finished = try Child.mustRun(words)
    sample.add(finished.milliseconds)
    peak = max(peak, finished.peakBytes)
  }
}
