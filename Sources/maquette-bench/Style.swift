import ImageFiles
import Raster

extension Task {
  static let style = Task(
    name: "style", usage: "OUT.png CONTENT... -- EXEMPLAR... [-- CREDIT]",
    summary:
      "style-transfer of every content after every exemplar, both cut to 512 x 512, against G'MIC's stylize",
    run: { words in
      let parts = words.dropFirst().split(separator: "--", omittingEmptySubsequences: false).map(Array.init)
      guard (2...3).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }) else {
        throw Misuse("style takes a file to write, contents, -- and exemplars, and perhaps -- and a credit")
      }
      let grid = try withScratchFolder { folder in
        let race = StyleRace(contents: parts[0], exemplars: parts[1], folder: folder)
        return try race.run(credit: parts.count > 2 ? parts[2].joined(separator: " ") : "")
      }
      try writeFile(try encodePNG(grid, PNGEncoding()), to: words[0], overwrite: true)
      return 0
    })
}

/// Two programs in turn on every pair of pictures; only our results are drawn.
private struct StyleRace {
  let contents: [String]
  let exemplars: [String]
  let folder: String

  /// Side of the pictures in pixels.
  private static let side = 512

  /// Prints a line a pair and gives the grid: contents down, exemplars across.
  func run(credit: String) throws -> Bitmap {
    var table = Table(
      "pair", "ours ms", "theirs", "share", "MB", "patches", "theirs", "colour", "theirs", "edges", "theirs")
    var tally = StyleTally()
    let references = try exemplars.map { try square($0) }
    let originals = try contents.map { try square($0) }
    var rows: [[StylePair]] = []
    for (content, original) in zip(contents, originals) {
      var row: [StylePair] = []
      for (exemplar, reference) in zip(exemplars, references) {
        let pair = try race(original, reference)
        tally.add(pair)
        table.add(
          "\(name(content)) after \(name(exemplar))", shown(pair.ours.milliseconds),
          shown(pair.theirs?.milliseconds ?? .nan), percent(pair.share),
          shown(Double(pair.ours.peakBytes) / 1e6), fine(pair.ourMarks.patches),
          fine(pair.theirMarks?.patches),
          fine(pair.ourMarks.colors), fine(pair.theirMarks?.colors), fine(pair.ourMarks.edges),
          fine(pair.theirMarks?.edges))
        row.append(pair)
      }
      rows.append(row)
    }
    print(table.text)
    print(tally.text)
    return try StyleGrid(
      contents: zip(originals, contents).map { ($0, title($1)) },
      exemplars: zip(references, exemplars).map { ($0, title($1)) }, results: rows.map { $0.map(\.picture) },
      hardest: hardest(rows), credit: credit
    ).bitmap()
  }

  private func hardest(_ rows: [[StylePair]]) -> (row: Int, column: Int) {
    let places = rows.indices.flatMap { row in rows[row].indices.map { (row: row, column: $0) } }
    return places.min { rows[$0.row][$0.column].ourMarks.edges < rows[$1.row][$1.column].ourMarks.edges }!
  }

  /// A file's name as words.
  private func title(_ path: String) -> String {
    let words = name(path).split { "-_".contains($0) }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private func race(_ content: Bitmap, _ exemplar: Bitmap) throws -> StylePair {
    let (a, b) = ("\(folder)/content.png", "\(folder)/exemplar.png")
    let (mine, other) = ("\(folder)/ours.png", "\(folder)/theirs.png")
    for (bitmap, path) in [(content, a), (exemplar, b)] {
      try writeFile(try encodePNG(bitmap, PNGEncoding()), to: path, overwrite: true)
    }
    let ours = try Child.mustRun([
      Child.beside("maquette"), "filter", "style-transfer", a, mine, "--exemplar", b, "--force", "--quiet",
    ])
    let picture = try read(mine)
    let (original, reference) = (LabPicture(content), LabPicture(exemplar))
    var pair = StylePair(
      picture: picture, ours: ours, ourMarks: StyleMarks(picture, original, reference))
    guard Child.isThere("gmic") else { return pair }
    pair.theirs = try Child.mustRun(["gmic", "v", "-", a, b, "stylize[0]", "[1]", "o[0]", other])
    pair.theirMarks = StyleMarks(try read(other), original, reference)
    return pair
  }

  /// The middle of a picture, at the size that is raced.
  private func square(_ path: String) throws -> Bitmap {
    let picture = try read(path)
    let side = min(picture.width, picture.height)
    let middle = picture.middle(width: side, height: side)
    return side == Self.side ? middle : middle.resized(width: Self.side, height: Self.side)
  }

  private func read(_ path: String) throws -> Bitmap {
    try decodePicture(readFile(path, limit: 512 << 20), pixelLimit: 200_000_000).bitmap()
  }

  private func name(_ path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    return String(file.split(separator: ".").first ?? file)
  }

  private func percent(_ share: Double?) -> String {
    share.map { "\(($0 * 1000).rounded() / 10) %" } ?? "-"
  }

  private func fine(_ value: Double?) -> String { value.map { "\(($0 * 1e4).rounded() / 1e4)" } ?? "-" }
}

/// How a result does by the three measures.
private struct StyleMarks {
  let patches: Double
  let colors: Double
  let edges: Double

  init(_ result: Bitmap, _ original: LabPicture, _ exemplar: LabPicture) {
    let picture = LabPicture(result)
    patches = StyleMeasures.patches(picture, exemplar)
    colors = StyleMeasures.colors(picture, exemplar)
    edges = StyleMeasures.edges(picture, original)
  }
}

/// What both programs made of one pair.
private struct StylePair {
  let picture: Bitmap
  let ours: Finished
  let ourMarks: StyleMarks
  var theirs: Finished?
  var theirMarks: StyleMarks?

  /// Our time over theirs.
  var share: Double? { theirs.map { ours.milliseconds / $0.milliseconds } }
}

/// In how many pairs ours does better.
private struct StyleTally {
  private var pairs = 0
  private var patches = 0
  private var colors = 0
  private var edges = 0
  private var shares: [Double] = []

  mutating func add(_ pair: StylePair) {
    guard let theirs = pair.theirMarks, let share = pair.share else { return }
    pairs += 1
    patches += pair.ourMarks.patches < theirs.patches ? 1 : 0
    colors += pair.ourMarks.colors < theirs.colors ? 1 : 0
    edges += pair.ourMarks.edges >= theirs.edges ? 1 : 0
    shares.append(share)
  }

  var text: String {
    guard let worst = shares.max() else { return "\nno gmic to race against" }
    let percent = shown(worst * 100)
    return
      "\nof \(pairs) pairs ours is nearer in patches in \(patches), in colour in \(colors), keeps edges in \(edges); at most \(percent) % of the time"
  }
}
