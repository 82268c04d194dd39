import Parameters
import Studio

/// One option of the command line: declared once, for parsing and for help.
struct Option: Sendable {
  let name: String
  let short: Character?
  /// Nil for a flag.
  let value: String?
  let summary: String

  static let output = Option("output", "o", "FILE|DIR", "where to write; - is standard output")
  static let count = Option("count", "n", "N", "number of tiles (default 36, of boards 12)")
  static let seed = Option("seed", nil, "N", "seed of the plan (default 1); render also takes A..B")
  static let jobs = Option("jobs", nil, "N", "threads (default: all cores); never changes a pixel")
  static let set = Option("set", nil, "P=V", "fix a parameter, as in art.kind=contours; may be repeated")
  static let plan = Option("plan", nil, "NAME", "diverse (default), sobol, random, grid or map")
  static let variety = Option(
    "variety", nil, "0..100", "of a diverse sheet: 0 best laid out, 100 most different (default 70)")
  static let weights = Option(
    "weights", nil, "A=W,...",
    "which differences count, as in layout=2,palette=1 (structure, colour), art (texture), type, finish")
  static let vary = Option(
    "vary", nil, "P=SWEEP",
    "step through values: P=A,B or A..B or A..B..STEP or A..B[N] or *; may be repeated")
  static let condition = Option(
    "where", nil, "EXPR", "only variants for which this holds, as in 'textContrast>=7 && layout.columns<=4'")
  static let lockGroups = Option(
    "lock", nil, "P,...", "what must not move: groups such as palette,type or parameters such as art.density")
  static let only = Option("only", nil, "WHICH", "of a sheet: picked, rejected, starred or rated tiles")
  static let sort = Option("sort", nil, "BY", "of a sheet: stars, number, or a score such as balance")
  static let pick = Option("pick", nil, "K,...", "the tiles to start from: 7,12 or 3..6")
  static let spread = Option("spread", nil, "0..1", "how far children may go (default 0.3)")
  static let manner = Option("plan", nil, "NAME", "around (default) the picks, or between two of them")
  static let from = Option("from", nil, "FILE", "take decisions over from a text file")
  static let listPicks = Option("list", nil, nil, "show the decisions")
  static let allow = Option(
    "allow", nil, "DIR", "a folder besides the preset's own that its files may come from; may be repeated")
  static let page = Option("page", nil, "SIZE", "the sheet's page: A4 (default), Letter, 1600x2000px, ...")
  static let landscape = Option("landscape", nil, nil, "turn the sheet's page")
  static let columns = Option("columns", nil, "N", "columns of the sheet (default: what makes tiles largest)")
  static let dpi = Option("dpi", nil, "N", "resolution (default 300 for print sizes, 96 for pixel sizes)")
  static let tile = Option("tile", nil, "K,...", "tiles of a sheet: 7,12 or 3..6 or all")
  static let boardTile = Option("tile", nil, "K", "the board of that number at full size, with its schedule")
  static let boardCount = Option("count", "n", "N", "number of boards on the sheet (default 12)")
  static let format = Option("format", nil, "NAME", "png (default), pdf or svg")
  static let metadata = Option("metadata", nil, "NAME", "full (default), minimal or none")
  static let words = Option("words", nil, "WORDS", "moods and styles, as in 'calm, botanical'")
  static let lock = Option(
    "lock", nil, "COLORS|FILE", "colours that must be in every palette: '#0b1d3a,#f2b134' or a palette file")
  static let vocabulary = Option("vocabulary", nil, "FILE", "more words, in JSON; see README")
  static let colors = Option("colors", nil, "N", "how many colours to take from a photo (default 6)")
  static let paints = Option(
    "paints", nil, "FILE", "a paint table (CSV), or example: --json names the nearest paints")
  static let paletteFormat = Option(
    "format", nil, "NAME", "png (default), json, css, gpl, ase, aco or tokens")
  static let palette = Option(
    "palette", nil, "COLORS|FILE",
    "colours to paint with, the ground first: '#0b1d3a,#f2b134' or a palette file")
  static let exemplar = Option(
    "exemplar", nil, "FILE", "a picture whose manner is taken over; may be repeated, see exemplar=N")
  static let credit = Option("credit", nil, "TEXT", "who made the exemplar; once for each, in their order")
  static let style = Option(
    "style", nil, "FILE",
    "a style profile to work after (see 'maquette help style'); its number follows the exemplars'")
  static let styleCredit = Option(
    "credit", nil, "TEXT", "who made the pictures; FILE=TEXT for one of them; may be repeated")
  static let styleName = Option("name", nil, "TEXT", "what the style is called (default: the folder's name)")
  static let cardDPI = Option("dpi", nil, "N", "resolution of the card, an A5 page (default 300)")
  static let mask = Option(
    "mask", nil, "FILE",
    "where style-transfer works: white fully, black not at all; stretched over the picture")
  static let filterSeed = Option("seed", nil, "N", "seed of the filter's randomness (default 1)")
  static let setFilter = Option(
    "set", nil, "P=V", "a parameter of the filter; lengths: 8 (pixels), 2mm or 1% (of the short side)")
  static let printDPI = Option(
    "dpi", nil, "N", "resolution of the picture (default: what makes its long side 150 mm)")
  static let size = Option(
    "size", nil, "SIZE",
    "of a material: 1024x1024px (whole repeats, seamless), 200x200mm (true scale); of a generator: any")
  static let color = Option("color", nil, "HEX", "leading colour of a material: '#8fa3a2'")
  static let catalogue = Option(
    "sheet", nil, nil, "draw the catalogue as a picture (generators, filters or materials)")
  static let photo = Option(
    "photo", nil, "FILE",
    "list --sheet: the picture that the filters are shown on; render material/photo: what to repeat")
  static let maxPixels = Option(
    "max-pixels", nil, "N", "refuse larger pictures; in millions of pixels (default 200)")
  static let axes = Option(
    "axes", nil, "A,B", "of a map: across and up, as in calm-busy,muted-vivid (default), or two scores")
  static let effects = Option(
    "effects", nil, nil, "measure how much each group of parameters changes the picture")
  static let profile = Option(
    "profile", nil, "FILE", "what you like, learned from picks and kept in a file of yours (JSON)")
  static let forget = Option(
    "forget", nil, "all|K,...", "with --profile: rounds to take out of it, by number")
  static let dryRun = Option(
    "dry-run", nil, nil, "print the space, what is open and the time; with --json every variant, a line each")
  static let force = Option("force", nil, nil, "overwrite files")
  static let json = Option("json", nil, nil, "print the result as JSON on standard output")
  static let timings = Option("timings", nil, "FILE", "write the time of each stage as JSON")
  static let quiet = Option("quiet", "q", nil, "print errors only")

  private init(_ name: String, _ short: Character?, _ value: String?, _ summary: String) {
    (self.name, self.short, self.value, self.summary) = (name, short, value, summary)
  }
}

/// A command line, read against a verb's options.
struct Arguments {
  private(set) var operands: [String] = []
  private var values: [(name: String, value: String)] = []

  /// Reads `--name value`, `--name=value`, `-nvalue`, `-n value`; `--` ends the options.
  init(_ words: [String], for verb: Verb) throws(Failure) {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        return
      }
      guard word.hasPrefix("-"), word != "-", Double(word) == nil else {
        operands.append(word)
        continue
      }
      try read(word, &rest, verb)
    }
  }

  private mutating func read(_ word: String, _ rest: inout ArraySlice<String>, _ verb: Verb) throws(Failure) {
    let isLong = word.hasPrefix("--")
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let name = isLong ? String(parts[0].dropFirst(2)) : String(word.dropFirst().prefix(1))
    guard let option = verb.options.first(where: { isLong ? $0.name == name : $0.short == name.first }) else {
      throw Self.unknown(isLong ? parts[0] : "-\(name)", verb)
    }
    guard option.value != nil else {
      guard isLong ? parts.count == 1 : word.count == 2 else {
        throw Failure(.usage, "--\(option.name) takes no value")
      }
      values.append((option.name, "true"))
      return
    }
    let attached =
      isLong ? (parts.count == 2 ? parts[1] : nil) : (word.count > 2 ? String(word.dropFirst(2)) : nil)
    guard let value = attached ?? rest.popFirst() else {
      throw Failure(.usage, "--\(option.name) needs a value (\(option.value!))")
    }
    values.append((option.name, value))
  }

  /// Options of the contract that this version does not have yet.
  private static let later = [
    "--images", "--shard",
  ]

  private static func unknown(_ word: String, _ verb: Verb) -> Failure {
    if later.contains(word) { return Failure(.usage, "\(word) is not supported by this version of Maquette") }
    let names = verb.options.map { "--\($0.name)" }
    let hint = nearest(word, in: names).map { "; did you mean \($0)?" } ?? ""
    return Failure(.usage, "\(verb.name) has no option \(word)\(hint) (see 'maquette help \(verb.name)')")
  }

  func has(_ option: Option) -> Bool { values.contains { $0.name == option.name } }
  /// The last value given.
  func text(_ option: Option) -> String? { values.last { $0.name == option.name }?.value }
  func all(_ option: Option) -> [String] { values.filter { $0.name == option.name }.map(\.value) }

  /// A whole number in a range.
  func integer(_ option: Option, in range: ClosedRange<Int>) throws(Failure) -> Int? {
    guard let text = text(option) else { return nil }
    guard let value = Int(text), range.contains(value) else {
      throw Failure(
        .usage,
        "--\(option.name) \(text): must be a whole number of \(range.lowerBound)...\(range.upperBound)")
    }
    return value
  }

  /// A number in a range.
  func number(_ option: Option, in range: ClosedRange<Double>) throws(Failure) -> Double? {
    guard let text = text(option) else { return nil }
    guard let value = Double(text), range.contains(value) else {
      throw Failure(
        .usage,
        "--\(option.name) \(text): must be a number of \(ParameterValue.number(range.lowerBound))...\(ParameterValue.number(range.upperBound))"
      )
    }
    return value
  }

  /// Names joined by commas, of all uses of an option.
  func names(_ option: Option) -> [String] {
    all(option).flatMap { $0.split(separator: ",").map { String($0.filter { $0 != " " }) } }
  }

  /// One of some names.
  func choice(_ option: Option, of names: [String]) throws(Failure) -> String? {
    guard let text = text(option) else { return nil }
    guard names.contains(text) else {
      let hint = nearest(text, in: names).map { "; did you mean '\($0)'?" } ?? ""
      throw Failure(
        .usage, "--\(option.name) \(text): must be one of \(names.joined(separator: ", "))\(hint)")
    }
    return text
  }

  /// Numbers such as `7,12` and inclusive ranges such as `3..6`, in the order given.
  func numbers(_ option: Option, in range: ClosedRange<Int>) throws(Failure) -> [Int]? {
    guard let text = text(option) else { return nil }
    var list: [Int] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false).compactMap {
        Int($0)
      }
      guard let low = ends.first, let high = ends.last,
        ends.count == part.split(separator: "..", omittingEmptySubsequences: false).count,
        low <= high, range.contains(low), range.contains(high)
      else {
        throw Failure(
          .usage,
          "--\(option.name) \(text): must be numbers of \(range.lowerBound)...\(range.upperBound), such as 7,12 or 1..20"
        )
      }
      guard high - low < 1_000_000, list.count + high - low < 1_000_000 else {
        throw Failure(.usage, "--\(option.name) \(text): more than a million numbers")
      }
      list += Array(low...high)
    }
    return list
  }
}
