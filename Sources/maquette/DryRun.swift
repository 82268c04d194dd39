import JSON5
import Parameters
import Sheets
import Studio
import Variation

/// What a sheet would be made from and how long it would take, without making it.
struct DryRun {
  let request: SheetRequest
  let count: Int
  let workshop: Workshop

  /// More than this nobody looks at.
  static let countLimit = 10_000_000

  private var locks: Locks { request.source.locks }

  /// The planner that would draw; a grid's beginnings are drawn as `sobol` draws.
  private var planner: Planner {
    guard case .plan(let plan, let locks, let sweeps, let variety) = request.source else {
      return Planner(request.preset, seed: request.seed, plan: .sobol)
    }
    return Planner(
      request.preset, seed: request.seed, plan: plan, locks: locks, sweeps: sweeps, variety: variety)
  }

  /// The space for people: its size, what is open in each group, and the time.
  func printText() throws {
    let space = planner.space
    var lines = [
      "\(request.preset.name): \(count) variants by plan \(request.source.name), seed \(request.seed)",
      "from \(Self.shown(space.size(locks))), each with randomness of its own",
    ]
    for group in space.groups { lines += [""] + Self.lines(group, locks) }
    if let condition = request.preset.condition { lines += ["", "where \(condition.text)"] }
    let time = try SheetEstimate(request, count: count, in: workshop)
    lines += ["", "about \(Self.seconds(time.seconds)) on \(workshop.jobs) threads"]
    try Console.print(lines.joined(separator: "\n"))
  }

  private static func lines(_ group: GroupSpace, _ locks: Locks) -> [String] {
    let group = group.drawn
    let names = group.components.map(\.entry.name)
    let lock = locks.holds(group.family) ? " (locked: as the first draw has it)" : ""
    var lines = ["\(group.family.selector): \(names.joined(separator: ", "))\(lock)"]
    for slot in group.components.flatMap(\.slots) {
      let name = "\(group.family.group).\(slot.declaration.name)"
      let line = "  \(Help.pad(name, 24))\(slot.opening.isOpen ? "" : "= ")\(slot.opening.text)"
      if !lines.contains(line) { lines.append(line) }
    }
    return lines
  }

  private static func shown(_ size: Double) -> String {
    guard size >= 1e6 else { return size == 1 ? "one variant" : "\(Int(size)) variants" }
    var (power, rest) = (0, size)
    while rest >= 10 { (power, rest) = (power + 1, rest / 10) }
    return "about 10^\(power) variants"
  }

  private static func seconds(_ value: Double) -> String {
    if value < 10 { return "\((value * 10).rounded() / 10) s" }
    return value < 600 ? "\(Int(value.rounded())) s" : "\(Int((value / 60).rounded())) min"
  }

  /// One JSON object, a line for each variant, written as it is made. A plan that chooses by looking lists what it
  /// would choose from.
  func printJSON() throws {
    let time = try SheetEstimate(request, count: count, in: workshop)
    let head = JSONTree.members([
      ("kind", "plan"), ("name", .string(request.preset.name)), ("plan", .string(request.source.name)),
      ("seed", .integer(request.seed)), ("count", .integer(count)),
      ("size", .number(planner.space.size(locks))),
      ("open", .array(planner.space.groups.map { Self.json($0, locks) })),
      ("seconds", .number((time.seconds * 1000).rounded() / 1000)), ("threads", .integer(workshop.jobs)),
    ])
    var text = JSONText.compact(head)
    text.removeLast()
    try Console.send(Array((text + ",\"variants\":[").utf8))
    var separator = Array("\n".utf8)
    try planner.stream(count: count, in: workshop, Self.line) { lines in
      var bytes: [UInt8] = []
      for line in lines {
        bytes += separator
        bytes += line
        separator = Array(",\n".utf8)
      }
      try Console.send(bytes)
    }
    try Console.send(Array("\n]}\n".utf8))
  }

  private static func json(_ group: GroupSpace, _ locks: Locks) -> JSONTree {
    let group = group.drawn
    var parameters: [JSONTree.Member] = []
    for slot in group.components.flatMap(\.slots) where slot.opening.isOpen {
      let name = "\(group.family.group).\(slot.declaration.name)"
      guard !parameters.contains(where: { $0.key == name }) else { continue }
      parameters.append(.init(name, .string(slot.opening.text)))
    }
    return .members([
      ("group", .string(group.family.group)), ("locked", .bool(locks.holds(group.family))),
      ("components", .array(group.components.map { .string($0.entry.name) })),
      ("parameters", .object(parameters)),
    ])
  }

  /// A variant as JSON, without a tree in between: names are declared, so they need no escapes.
  @Sendable private static func line(_ index: Int, _ variant: Variant) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1024)
    func add(_ text: String) { bytes.append(contentsOf: text.utf8) }
    add("{\"index\":")
    add(index.description)
    add(",\"id\":\"")
    add(variant.id)
    add("\",\"parameters\":{")
    for (i, named) in variant.values.enumerated() {
      add(i == 0 ? "\"" : ",\"")
      add(named.name)
      add("\":")
      // A brief's paints and photos are named as people name them.
      if case .choice(let text) = named.value {
        add(JSONText.compact(.string(text)))
      } else {
        add(named.value.description)
      }
    }
    add("},\"seeds\":{")
    for (i, named) in variant.seeds.enumerated() {
      add(i == 0 ? "\"" : ",\"")
      add(named.group)
      add("\":")
      add(named.seed.description)
    }
    add("}}")
    return bytes
  }
}

extension GroupSpace {
  /// The group without components that no draw gets.
  fileprivate var drawn: GroupSpace {
    var group = self
    group.components = zip(components, weights.shares).filter { $0.1 > 1e-9 }.map(\.0)
    return group
  }
}
