import Composition
import Glibc
import ImageFiles
import JSON5
import Raster
import Sheets
import Studio
import Styles

extension Verb {
  static let style = Verb(
    name: "style", usage: "maquette style learn FOLDER | maquette style show FILE",
    summary: "learns the style of a folder of pictures into a profile, and draws a profile as a card",
    options: [
      .output, .styleName, .styleCredit, .cardDPI, .maxPixels, .jobs, .force, .json, .quiet,
    ],
    examples: [
      "maquette style learn prints -o mill-road.style.json --credit 'Mill Road Weavers'",
      "maquette style show mill-road.style.json -o card.png",
      "maquette filter style-statistics photo.jpg like.png --style mill-road.style.json",
    ],
    run: { arguments in
      guard arguments.operands.count == 2 else {
        throw Failure(.usage, "style takes a deed and a path: style learn FOLDER or style show FILE")
      }
      let path = arguments.operands[1]
      switch arguments.operands[0] {
      case "learn": try StyleLearning(arguments, folder: path).run()
      case "show": try showStyle(path, arguments)
      case let word: throw Failure(.usage, "style \(Console.shown(word)): must be learn or show")
      }
    })

  private static func showStyle(_ path: String, _ arguments: Arguments) throws {
    for option in [Option.styleName, .styleCredit] where arguments.has(option) {
      throw Failure(.usage, "--\(option.name) goes with style learn")
    }
    let style = try Inputs.style(path)
    if arguments.has(.json) { return try Console.print(style.profile.json) }
    let dpi = Double(try arguments.integer(.cardDPI, in: 40...1200) ?? 300)
    let usual = "\(slug(style.profile.name))-style.png"
    let target = Target(arguments.text(.output) ?? usual, force: arguments.has(.force))
    try target.check(inputs: [path])
    let workshop = try Workshop(jobs: jobs(arguments))
    let card = try StyleCard(style).bitmap(dpi: dpi, in: workshop)
    let dots = Int((dpi / 0.0254).rounded())
    try target.write(encodePNG(card, PNGEncoding(dotsPerMetre: dots, texts: [], jobs: workshop.jobs)))
    if !arguments.has(.quiet) {
      Console.note("\(Console.shown(target.path)): \(card.width) x \(card.height) pixels")
    }
  }
}

/// One run of `style learn`.
private struct StyleLearning {
  private let arguments: Arguments
  private let folder: String
  private let name: String
  private let target: Target
  private let credits: StyleCredits

  init(_ arguments: Arguments, folder: String) throws {
    (self.arguments, self.folder) = (arguments, folder)
    guard !arguments.has(.cardDPI) else { throw Failure(.usage, "--dpi goes with style show") }
    let last = folder.split(separator: "/").last.map(String.init) ?? ""
    name = Console.shown(arguments.text(.styleName) ?? ([".", "..", ""].contains(last) ? "style" : last))
    guard (1...200).contains(name.count) else { throw Failure(.usage, "--name must have 1...200 characters") }
    target = Target(arguments.text(.output) ?? "\(slug(name)).style.json", force: arguments.has(.force))
    credits = StyleCredits(arguments.all(.styleCredit))
  }

  func run() throws {
    let names = try pictures()
    try credits.check(names)
    try target.check(inputs: names.map { "\(folder)/\($0)" })
    var learner = StyleLearner()
    for name in names { try learn(name, &learner) }
    let profile = try learner.profile(name: name, jobs: jobs(arguments))
    if arguments.has(.json) { try Console.print(profile.json) }
    if !arguments.has(.json) || arguments.has(.output) {
      try target.write(Array(JSONText.pretty(profile.json).utf8))
      if !arguments.has(.quiet) {
        Console.note("\(Console.shown(target.path)): learned from \(names.count) pictures")
      }
    }
  }

  private func pictures() throws -> [String] {
    var status = stat()
    if stat(folder, &status) == 0, status.st_mode & S_IFMT != S_IFDIR {
      throw Failure(.usage, "\(Console.shown(folder)) is no folder; style learn takes a folder of pictures")
    }
    let names = try pictureNames(in: folder)
    guard !names.isEmpty else {
      throw Failure(.badData, "\(Console.shown(folder)) holds no pictures (.png, .jpg, .jpeg)")
    }
    guard names.count <= StyleLearner.pictureLimit else {
      throw Failure(
        .badData,
        "\(Console.shown(folder)) holds \(names.count) pictures; the limit is \(StyleLearner.pictureLimit)")
    }
    return names
  }

  private func learn(_ name: String, _ learner: inout StyleLearner) throws {
    let path = "\(folder)/\(name)"
    let bytes = try readFile(path, limit: 2 << 30)
    let (limit, jobs) = (try Inputs.pixelLimit(arguments), try jobs(arguments))
    let bitmap = try Inputs.naming(path) { try decodePicture(bytes, pixelLimit: limit, jobs: jobs).bitmap() }
    let source = StyleProfile.Picture(
      file: Console.shown(name), digest: sha256(bytes), credit: credits.credit(of: name))
    try learner.add(bitmap, from: source, jobs: jobs)
  }
}

/// Who made which picture: `TEXT` for all, `FILE=TEXT` for one.
private struct StyleCredits {
  private var all: String?
  private var single: [(file: String, text: String)] = []

  init(_ words: [String]) {
    for word in words {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      // A credit may itself hold an equals sign; only the name of a picture before it makes it one picture's.
      if parts.count == 2,
        ["png", "jpg", "jpeg"].contains(where: { parts[0].lowercased().hasSuffix(".\($0)") })
      {
        single.append((parts[0], Console.shown(parts[1])))
      } else {
        all = Console.shown(word)
      }
    }
  }

  func check(_ names: [String]) throws {
    for credit in single where !names.contains(credit.file) {
      throw Failure(
        .usage, "--credit \(Console.shown(credit.file))=...: there is no such picture in the folder")
    }
  }

  func credit(of name: String) -> String? { single.last { $0.file == name }?.text ?? all }
}
