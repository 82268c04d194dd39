import Canvas
import Color
import Composition
import Elementary
import Geometry
import Raster

/// What was measured on a composition and a small picture of it.
public struct Scores: Hashable, Sendable {
  /// Shared area of text boxes of different lines, as a mean share of their areas; 0 is required.
  public var overlap: Double
  /// How far text reaches outside the safe area, in millimetres; 0 is required.
  public var clipped: Double
  /// The least contrast of running text on the pixels under it (WCAG ratio); 4.5 is required.
  public var textContrast: Double
  /// The same for display type (24 pt and above); 3 is required.
  public var displayContrast: Double
  /// Mean over text elements of -log(1 - d), d being the least distance (share of the page) to an edge or centre of
  /// another element on one of six axes (after LayoutGAN++, Kikuchi 2021); 0 is perfect.
  public var alignment: Double
  /// Mean gradient of the picture under the text, 0...1; lower reads better.
  public var readability: Double
  /// How nearly the weights about the page's middle cancel, 0...1 (after Ngo, 2003).
  public var balance: Double
  /// How alike the edges of the left and the right half are, 0...1.
  public var symmetry: Double
  /// The share of the page on which nothing stands out, 0...1.
  public var whiteSpace: Double
  /// The share of the page with edges, 0...1: calm pages have few.
  public var density: Double
  /// Hasler and Süsstrunk's measure: 0 is grey, 33 moderate, 59 strong.
  public var colourfulness: Double
  /// Mean saliency of what lies under the text, 0...1: how much of the artwork's interest the type hides.
  public var occlusion: Double
  /// How clearly one line leads: 1 - second largest element / largest element, by type size, 0...1.
  public var hierarchy: Double

  /// Names and values, in the order of manifests.
  public var named: [(name: String, value: Double)] {
    Self.measures.map { ($0.name, self[keyPath: $0.path]) }
  }

  /// The names of all scores.
  public static let names = measures.map(\.name)

  private static let measures: [(name: String, path: any KeyPath<Scores, Double> & Sendable)] = [
    ("overlap", \.overlap), ("alignment", \.alignment), ("textContrast", \.textContrast),
    ("displayContrast", \.displayContrast), ("readability", \.readability), ("clipped", \.clipped),
    ("balance", \.balance), ("symmetry", \.symmetry), ("whiteSpace", \.whiteSpace), ("density", \.density),
    ("colourfulness", \.colourfulness), ("occlusion", \.occlusion), ("hierarchy", \.hierarchy),
  ]

  /// Text that the faces cannot set, or nil.
  public var unreadable: Unreadable?

  /// An element and its characters that neither its face nor the face's companions have.
  public struct Unreadable: Hashable, Sendable {
    public let element: String
    public let characters: [Character]

    /// Each character with its code, as `‘😀’ (U+1F600)`.
    var named: String {
      characters.prefix(8).map { character in
        let codes = character.unicodeScalars.map {
          "U+" + String(repeating: "0", count: max(0, 4 - String($0.value, radix: 16).count))
            + String($0.value, radix: 16, uppercase: true)
        }
        return "‘\(character)’ (\(codes.joined(separator: " ")))"
      }.joined(separator: ", ")
    }
  }

  /// The first gate that fails, in words, or nil.
  public var failure: String? {
    if let failure = Self.failure(unreadable: unreadable, overlap: overlap, clipped: clipped) {
      return failure
    }
    if textContrast < 4.5 { return "text contrast is below 4.5:1" }
    if displayContrast < 3 { return "display contrast is below 3:1" }
    return nil
  }

  /// The first gate that fails of those that need no picture, in words, or nil.
  package static func failure(of composition: Composition, with typesetter: Typesetter) -> String? {
    let marks = composition.textMarks
    return failure(
      unreadable: unreadable(marks, typesetter), overlap: overlap(marks),
      clipped: clipped(marks, composition.page))
  }

  private static func failure(unreadable: Unreadable?, overlap: Double, clipped: Double) -> String? {
    if let unreadable { return "no font has \(unreadable.named) of the \(unreadable.element)" }
    if overlap > 1e-6 { return "text overlaps text" }
    return clipped > 1e-6 ? "text leaves the safe area" : nil
  }
}

extension Scores {
  /// Long side of the picture that contrast is measured on: fixed, so that scores do not depend on the output size.
  static let proxySide = 360.0
  /// Pixels per millimetre of a board: its captions are small and stand close to shadows and drawings.
  static let boardScale = 2.0

  /// Draws everything but the type at a fixed small size and measures the type against it.
  ///
  /// With a design whose filter repaints the artwork, the type is measured against the repainted one. Filters of the
  /// whole page treat type and ground alike and are left out.
  public static func measure(
    _ composition: Composition, _ design: Design? = nil, with typesetter: Typesetter
  ) throws(CanvasError) -> Scores {
    let proxy = try Proxy(composition, design, with: typesetter)
    return try measure(composition, on: proxy, with: typesetter)
  }

  static func measure(
    _ composition: Composition, on proxy: Proxy, with typesetter: Typesetter
  ) throws(CanvasError) -> Scores {
    let page = composition.page
    let ground = proxy.ground
    let whole = try Renderer.draw(
      composition, proxy.view, roles: [.type], over: ground, with: typesetter)
    let marks = composition.textMarks
    let under = marks.map { GroundUnderText($0, ground, scale: proxy.view.scale) }
    let contrasts = zip(marks, under).map { ($0.isDisplay, $1.contrast) }
    let glance = Glance(whole)
    let (weights, edges) = (glance.weights, glance.edges)
    return Scores(
      overlap: overlap(marks), clipped: clipped(marks, page),
      textContrast: contrasts.filter { !$0.0 }.map(\.1).min() ?? 21,
      displayContrast: contrasts.filter(\.0).map(\.1).min() ?? 21, alignment: alignment(marks, page),
      readability: under.isEmpty ? 0 : under.map(\.gradient).reduce(0, +) / Double(under.count),
      balance: glance.balance(weights), symmetry: glance.symmetry(edges),
      whiteSpace: glance.whiteSpace(weights), density: glance.density(edges),
      colourfulness: glance.colourfulness, occlusion: occlusion(marks, Glance(ground).saliency, page),
      hierarchy: hierarchy(marks),
      unreadable: unreadable(marks, typesetter))
  }

  private static func unreadable(_ marks: [TextMark], _ typesetter: Typesetter) -> Unreadable? {
    marks.first { $0.unknownGlyphs > 0 }.map { mark in
      let missing = typesetter.unknownCharacters(of: mark.line.text, in: mark.line.font)
      return Unreadable(element: mark.element, characters: missing)
    }
  }

  static func overlap(_ marks: [TextMark]) -> Double {
    var sum = 0.0
    for (i, a) in marks.enumerated() {
      for (j, b) in marks.enumerated() where i != j && !sameHeadline(a, b) {
        if let shared = a.box.intersection(b.box) { sum += shared.area / max(a.box.area, 1e-9) }
      }
    }
    return marks.isEmpty ? 0 : sum / Double(marks.count)
  }

  /// Tightly set lines of one headline may share a box: an ascender reaches between the letters above it.
  private static func sameHeadline(_ a: TextMark, _ b: TextMark) -> Bool {
    a.element == b.element && a.line.size == b.line.size
  }

  static func clipped(_ marks: [TextMark], _ page: Page) -> Double {
    let safe = page.trim.inset(by: page.size.shortSide / 50)
    return marks.map { mark in
      let box = mark.box
      return max(
        safe.left - box.left, box.right - safe.right, safe.top - box.top, box.bottom - safe.bottom, 0)
    }.max() ?? 0
  }

  package static func alignment(_ marks: [TextMark], _ page: Page) -> Double {
    let boxes = marks.map(\.box)
    guard boxes.count > 1 else { return 0 }
    let lines = boxes.map { box -> [Double] in
      let (w, h) = (page.size.width, page.size.height)
      return [
        box.left / w, box.center.x / w, box.right / w, box.top / h, box.center.y / h, box.bottom / h,
      ]
    }
    let costs = lines.indices.map { i -> Double in
      var least = 1.0
      for j in lines.indices where j != i {
        for axis in 0..<6 { least = min(least, abs(lines[i][axis] - lines[j][axis])) }
      }
      return -Exact.log(1 - min(least, 0.999))
    }
    return costs.reduce(0, +) / Double(costs.count)
  }

  /// The mean over the cells that the text boxes touch, each counted once.
  static func occlusion(_ marks: [TextMark], _ saliency: [Double], _ page: Page) -> Double {
    let side = SpectralResidual.side
    var isUnder = [Bool](repeating: false, count: side * side)
    for mark in marks {
      let box = mark.box
      func cells(_ low: Double, _ high: Double, _ length: Double) -> Range<Int> {
        let first = max(0, min(side - 1, Int((low / length * Double(side)).rounded(.down))))
        let last = max(first + 1, min(side, Int((high / length * Double(side)).rounded(.up))))
        return first..<last
      }
      for y in cells(box.top, box.bottom, page.size.height) {
        for x in cells(box.left, box.right, page.size.width) { isUnder[y * side + x] = true }
      }
    }
    let values = zip(saliency, isUnder).filter(\.1).map(\.0)
    return values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  package static func hierarchy(_ marks: [TextMark]) -> Double {
    var sizes: [(element: String, size: Double)] = []
    for mark in marks {
      if let i = sizes.firstIndex(where: { $0.element == mark.element }) {
        sizes[i].size = max(sizes[i].size, mark.line.size)
      } else {
        sizes.append((mark.element, mark.line.size))
      }
    }
    let sorted = sizes.map(\.size).sorted(by: >)
    return sorted.count > 1 ? 1 - sorted[1] / sorted[0] : 1
  }
}
