import Canvas
import Color
import Composition

/// Colours of type on one ground.
struct Tones {
  let ground: SRGB
  let text: SRGB
  let muted: SRGB
  /// For words that lead; falls back to text where the accent does not read.
  let accent: SRGB
}

/// One element of the details: what it says and in which voice.
struct Detail {
  enum Tone { case text, muted, accent }

  let element: ContentElement
  var lines: [String]
  var voice: TypeSystem.Voice
  /// Relative to the text size.
  var scale: Double
  var tone: Tone

  /// Running text and small print break into lines as a matter of course; names, dates and places do not.
  /// True for a logo or swatches: what is shown, not said. The heading of swatches is said.
  var isObject: Bool {
    element.photo != nil || element.drawing != nil || !element.swatches.isEmpty && !isHeading
  }
  /// True for Arabic, whose letters stand higher and hang lower than Latin ones.
  var isTall: Bool {
    // Its first bytes in UTF-8 are 0xd8 and above; most text has none of those.
    lines.contains {
      $0.utf8.contains { $0 >= 0xd8 } && $0.unicodeScalars.contains { (0x600...0x8ff).contains($0.value) }
    }
  }
  /// True for a list whose items have cells, as prices and times have.
  var hasCells: Bool { element.role == .list && !isHeading && element.rows.contains { $0.count > 1 } }
  /// True for the words above a list or swatches.
  var isHeading = false

  var mayBreak: Bool { [.lead, .body, .quote, .small, .credits].contains(element.role) }
}

/// Details that belong together and are never parted by a column.
typealias DetailGroup = [Detail]

extension Content {
  /// The details of a brief in groups: what the writer keeps together, then when and where, who, what it says, what to
  /// do, small print.
  ///
  /// The title and whatever `without` names are the layout's own business.
  func detailGroups(
    _ type: TypeSystem, subtitle: Bool = true, without: Set<ContentRole> = []
  ) -> [DetailGroup] {
    var rest = elements.filter {
      ![.title, .image].contains($0.role) && !without.contains($0.role) && (subtitle || $0.role != .subtitle)
    }
    var groups: [DetailGroup] = []
    func take(_ belongs: (ContentElement) -> Bool) {
      let group = rest.filter(belongs)
      rest.removeAll(where: belongs)
      if !group.isEmpty { groups.append(group.flatMap { $0.details(type) }) }
    }
    take { $0.role == .subtitle && $0.keep == nil }
    var names: [String] = []
    for name in rest.compactMap(\.keep) where !names.contains(name) { names.append(name) }
    for name in names { take { $0.keep == name } }
    take { [.date, .place].contains($0.role) }
    // Every list has a heading or a meaning of its own.
    for list in rest.filter({ $0.role == .list }) { take { $0 == list } }
    for set in rest.filter({ $0.role == .swatches }) { take { $0 == set } }
    take { [.lead, .body, .quote].contains($0.role) }
    take { [.price, .action].contains($0.role) }
    take { [.credits, .small].contains($0.role) }
    // Who made a picture is said beside it, as its terms ask.
    let makers = images.compactMap(\.credit) + drawings.compactMap(\.credit)
    if !makers.isEmpty {
      let credit = ContentElement(role: .credits, items: [makers.unique.joined(separator: ", ")])
      if groups.last?.contains(where: { $0.mayBreak && $0.tone == .muted }) == true {
        groups[groups.count - 1] += credit.details(type)
      } else {
        groups.append(credit.details(type))
      }
    }
    take { $0.role == .logo }
    return groups
  }
}

extension Content {
  /// How much larger than usual running text may be set: few words can be read from further away.
  var voiceScale: Double {
    let words = elements.filter { $0.role != .title && !$0.role.isPicture }
    // A title as long as a sentence is read like one.
    let letters = words.reduce((first(.title)?.text.count ?? 0) - 40) {
      max(0, $0) + $1.text.count + ($1.heading?.count ?? 0)
    }
    // From a card's two lines to a poster's six.
    return 1 + 0.3 * max(0, min(1, Double(150 - letters) / 100))
  }
}

extension ContentElement {
  /// The element as details: its heading, if it has one, and what it says.
  func details(_ type: TypeSystem) -> [Detail] {
    let own = detail(type)
    guard let heading else { return [own] }
    var head = Detail(element: self, lines: [heading], voice: type.strong, scale: 1, tone: .accent)
    head.isHeading = true
    return [head, own]
  }

  /// The element's usual voice, raised or lowered by its importance: from 0.8 it leads, above 0.5 it is no small print,
  /// to 0.25 it is.
  func detail(_ type: TypeSystem) -> Detail {
    var detail = usualDetail(type)
    if importance >= 0.8 {
      (detail.voice, detail.scale, detail.tone) = (type.strong, max(type.larger, detail.scale), .accent)
    } else if importance <= 0.25 {
      (detail.voice, detail.scale, detail.tone) = (type.text, type.smaller, .muted)
    } else if importance > 0.5, detail.tone == .muted {
      // An author's name on a cover is no small print.
      (detail.voice, detail.scale, detail.tone) = (type.strong, 1, .text)
    }
    return detail
  }

  private func usualDetail(_ type: TypeSystem) -> Detail {
    let lines = rows.map { $0.joined(separator: " · ") }
    func detail(_ voice: TypeSystem.Voice, _ scale: Double, _ tone: Detail.Tone) -> Detail {
      Detail(element: self, lines: lines, voice: voice, scale: scale, tone: tone)
    }
    switch role {
    case .date, .action, .price: return detail(type.strong, 1, .accent)
    case .subtitle: return detail(type.strong, type.larger, .text)
    case .credits, .small: return detail(type.text, type.smaller, .muted)
    default: return detail(type.text, 1, .text)
    }
  }
}

extension [String] {
  /// Each text once, in order.
  fileprivate var unique: [String] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
