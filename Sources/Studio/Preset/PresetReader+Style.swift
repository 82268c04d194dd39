import Color
import Composition
import Filters
import ImageFiles
import JSON5
import Palettes
import Parameters
import Styles

extension PresetReader {
  /// `style` as an object: a text is short for `{ profile: "my.style.json" }`.
  func styleObject(_ node: JSONNode?) -> JSONNode? {
    guard let node, node.string != nil else { return node }
    let member = JSONMember(key: "profile", keyPosition: node.position, value: node)
    return JSONNode(value: .object([member]), position: node.position)
  }

  /// `style.profile`: a file that `maquette style learn` wrote.
  mutating func styleFile(_ style: JSONNode?) -> StyleFile? {
    guard let style, style.object != nil, let node = style["profile"] else { return nil }
    let path = JSONPath().key("style").key("profile")
    guard let name = text(node, path, limit: 1000) else { return nil }
    guard let files else {
      problem(node.position, path, "a preset without a folder cannot name files")
      return nil
    }
    do { return try files.style(name) } catch {
      problem(node.position, path, error.text)
      return nil
    }
  }

  /// Lets words and a profile say what is still open. Words come before a profile where both speak of the palette.
  func steer(_ space: inout Space, _ words: WordProfile?, _ profile: StyleProfile?, fixed: JSONNode?) {
    func isOpen(_ family: Family) -> Bool { fixed?[family.selector] == nil }
    if let palette = words ?? profile.map({ WordProfile($0) }) {
      space.narrow(to: palette, rulesAreOpen: isOpen(.palette))
    }
    if let profile { space.finish(after: profile, isOpen: isOpen(.filter)) }
  }
}

extension PresetFiles {
  /// The largest profile that is read, in bytes.
  private static let largestProfile = 4 << 20

  /// The profile in the file that the preset calls `name`.
  func style(_ name: String) throws(PresetFileError) -> StyleFile {
    let bytes = try bytes(name, limit: Self.largestProfile)
    // Where files are not at hand, a style of one grey stands in, as a small picture does for photos.
    guard access != nil else { return StyleFile(name: name, digest: sha256(bytes), profile: .grey) }
    do {
      return StyleFile(
        name: name, digest: sha256(bytes), profile: try StyleProfile(bytes: bytes, file: "'\(name)'"))
    } catch { throw PresetFileError(text: "\(error)") }
  }
}

extension StyleProfile {
  /// One grey, nothing else.
  fileprivate static var grey: StyleProfile {
    let directions = [Double](repeating: 1 / Double(directionCount), count: directionCount)
    return StyleProfile(
      name: "grey", palette: [Swatch(.black, share: 1)],
      color: ColorSpread(mean: SIMD3(0.5, 0, 0), variances: SIMD3(), covariances: SIMD3()),
      values: [Double](repeating: 1 / Double(valueCount), count: valueCount),
      edges: Edges(density: 0, directions: directions),
      detail: [Double](repeating: 0, count: detailSizes.count), grain: 0,
      layout: Layout(density: 0, thirds: [Double](repeating: 0, count: 9)), sources: [])
  }
}

extension Space {
  /// Grain below this deviation is that of a clean file.
  private static let leastGrain = 0.008

  /// Finishes that suit a style: its look on ground and artwork more often than not, and grain as strong as its own.
  mutating func finish(after profile: StyleProfile, isOpen: Bool) {
    guard let group = groups.firstIndex(where: { $0.family == .filter }) else { return }
    let hasGrain = profile.grain >= Self.leastGrain
    if isOpen,
      let known = AliasTable(
        weights: groups[group].components.map {
          Self.weight(of: $0.entry.name, hasGrain: hasGrain)
        })
    {
      groups[group].weights = known
    }
    guard hasGrain else { return }
    let strength = min(1, profile.grain / FilmGrain.deviation)
    narrow(FilmGrain.name, "strength", to: max(0, strength - 0.08)...min(1, strength + 0.08), in: group)
  }

  private static func weight(of filter: String, hasGrain: Bool) -> Double {
    [StyleStatistics.name: 3, None.name: 2, Press.name: 1, FilmGrain.name: hasGrain ? 2 : 0][filter] ?? 0
  }

  /// Narrows a parameter that is still open as it was declared.
  private mutating func narrow(
    _ component: String, _ parameter: String, to range: ClosedRange<Double>, in group: Int
  ) {
    guard let c = groups[group].components.firstIndex(where: { $0.entry.name == component }),
      let s = groups[group].components[c].slots.firstIndex(where: { $0.declaration.name == parameter }),
      case .open(let domain) = groups[group].components[c].slots[s].opening,
      domain == groups[group].components[c].slots[s].declaration.domain, case .real(_, let scale) = domain
    else { return }
    groups[group].components[c].slots[s].opening = .open(.real(range, scale))
  }
}
