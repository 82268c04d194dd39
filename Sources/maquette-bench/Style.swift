import ImageFiles
import Raster

extension Task {
  static let style = Task(
    name: "style", usage: "OUT.png CONTENT... -- EXEMPLAR...",
    summary: "style-transfer of every content after every exemplar, against G'MIC's stylize; draws the grid",
    run: { words in
      let parts = words.dropFirst().split(separator: "--", omittingEmptySubsequences: false).map(Array.init)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw Misuse("style takes a file to write, contents, -- and exemplars")
      }
      let grid = try withScratchFolder { folder in
        try StyleRace(contents: parts[0], exemplars: parts[1], folder: folder).run()
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

  /// Side of a cell of the grid in pixels.
  private static let cell = 320

  /// Prints a line a pair and gives the grid: contents down, exemplars across.
  func run() throws -> Bitmap {
    let isRace = Child.isThere("gmic")
    var table = Table("pair", "ours ms", "stylize ms", "share", "our peak MB")
    var rows = [[Bitmap(width: Self.cell, height: Self.cell, fill: 0xffff_ffff)] + (try exemplars.map(small))]
    for content in contents {
      var row = [try small(content)]
      for exemplar in exemplars {
        let output = "\(folder)/ours.png"
        let ours = try Child.mustRun([
          Child.beside("maquette"), "filter", "style-transfer", content, output, "--exemplar", exemplar,
          "--force", "--quiet",
        ])
        let theirs = isRace ? try stylize(content, exemplar).milliseconds : .nan
        table.add(
          "\(name(content)) after \(name(exemplar))", shown(ours.milliseconds), shown(theirs),
          shown(ours.milliseconds / theirs), shown(Double(ours.peakBytes) / 1e6))
        row.append(try small(output))
      }
      rows.append(row)
    }
    print(table.text)
    return joined(rows)
  }

  private func stylize(_ content: String, _ exemplar: String) throws -> Finished {
    try Child.mustRun([
      "gmic", "v", "-", content, exemplar, "stylize[0]", "[1]", "o[0]", "\(folder)/theirs.png",
    ])
  }

  private func name(_ path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    return String(file.split(separator: ".").first ?? file)
  }

  private func small(_ path: String) throws -> Bitmap {
    try decodePicture(readFile(path, limit: 512 << 20), pixelLimit: 200_000_000).bitmap()
      .resized(width: Self.cell, height: Self.cell)
  }

  private func joined(_ rows: [[Bitmap]]) -> Bitmap {
    let side = Self.cell
    var grid = Bitmap(width: side * (exemplars.count + 1), height: side * rows.count)
    for (down, row) in rows.enumerated() {
      for (across, picture) in row.enumerated() {
        for y in 0..<side {
          for x in 0..<side {
            grid.pixels[(down * side + y) * grid.width + across * side + x] = picture.pixels[y * side + x]
          }
        }
      }
    }
    return grid
  }
}
