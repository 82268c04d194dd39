import Composition
import Geometry
import Parameters
import Studio

/// What a picture looks like, as a list of numbers: similar pictures have similar lists.
///
/// One block for each ``Aspect``, scaled so that the squared distance of two pictures of one brief is about 1 in the
/// mean, however long the block is (constants measured over the presets that come with the engine). Fifteen parts of it
/// are seen in the picture, one says which component was chosen: enough to prefer another layout to the same one
/// elsewhere, too little to make up for pictures that look alike. Type and finish, which a small picture does not
/// show, are choices alone.
package struct Descriptor: Hashable, Sendable {
  /// The blocks one after the other, then zeros up to a whole number of lanes.
  package let values: [Float]

  init(_ variant: Variant, _ composition: Composition, _ thumbnail: Thumbnail) {
    var values: [Float] = []
    for aspect in Aspect.allCases {
      values += Self.seen(aspect, composition, thumbnail)
      values += Self.chosen(aspect, variant)
    }
    self.values = values + [Float](repeating: 0, count: Self.count - values.count)
  }

  private init(_ values: [Float]) { self.values = values }

  /// What is seen alone, whatever was chosen to make it.
  init(seenIn thumbnail: Thumbnail, _ composition: Composition) {
    var values = [Float](repeating: 0, count: Self.count)
    for (aspect, span) in zip(Aspect.allCases, Self.spans) {
      let seen = Self.seen(aspect, composition, thumbnail)
      values.replaceSubrange(span.lowerBound..<span.lowerBound + seen.count, with: seen)
    }
    self.init(values)
  }

  /// The mean squared distance of what is seen of two pictures of one brief: fifteen sixteenths of structure and texture,
  /// all of colour.
  static let seenSquares = 1 + 30.0 / 16

  private static func seen(
    _ aspect: Aspect, _ composition: Composition, _ thumbnail: Thumbnail
  ) -> [Float] {
    switch aspect {
    case .layout: scaled(occupancy(composition), 0.397)
    case .palette: scaled(thumbnail.histogram, 1.1) + scaled(thumbnail.arrangement, 0.55)
    case .art: scaled(thumbnail.gradients, 0.78)
    case .type, .finish: []
    }
  }

  private static func scaled(_ block: [Float], _ factor: Float) -> [Float] { block.map { $0 * factor } }

  /// A 1 at the place of the component's name among its family's, scaled; palettes are seen, not chosen.
  private static func chosen(_ aspect: Aspect, _ variant: Variant) -> [Float] {
    guard aspect != .palette else { return [] }
    let height: Float = seenCount(aspect) > 0 ? 0.177 : 0.707
    let name = variant.component(aspect.family)
    return names[aspect]!.map { $0 == name ? height : 0 }
  }

  /// Of the components to choose from, in the catalogue's order.
  private static let names: [Aspect: [String]] = Dictionary(
    uniqueKeysWithValues: Aspect.allCases.map { ($0, Catalog.entries(of: $0.family).map(\.name)) })
}

extension Descriptor {
  /// Cells a side of the map of type.
  private static let occupancySide = 8

  /// How much of each of 8 x 8 cells is covered by the ink boxes of the title, then of all other type: 0...1.
  private static func occupancy(_ composition: Composition) -> [Float] {
    let side = occupancySide
    let (width, height) = (composition.page.size.width, composition.page.size.height)
    var cells = [Float](repeating: 0, count: 2 * side * side)
    for mark in composition.textMarks {
      let start = mark.element == "title" ? 0 : side * side
      let x = shares(mark.box.left / width, mark.box.right / width)
      for (row, share) in shares(mark.box.top / height, mark.box.bottom / height).enumerated() where share > 0
      {
        for column in 0..<side { cells[start + row * side + column] += x[column] * share }
      }
    }
    return cells.map { min(1, $0) }
  }

  /// How much of each of the cells of 0...1 lies between two places.
  private static func shares(_ from: Double, _ to: Double) -> [Float] {
    (0..<occupancySide).map { cell in
      let (low, high) = (Double(cell), Double(cell + 1))
      return Float(max(0, min(high, to * Double(occupancySide)) - max(low, from * Double(occupancySide))))
    }
  }
}

extension Descriptor {
  private static func seenCount(_ aspect: Aspect) -> Int {
    switch aspect {
    case .layout: 2 * occupancySide * occupancySide
    case .palette: Thumbnail.histogramCount + Thumbnail.arrangementCount
    case .art: Thumbnail.gradientCount
    case .type, .finish: 0
    }
  }

  /// Where each aspect's block lies, in the order of `Aspect.allCases`.
  package static let spans: [Range<Int>] = {
    var start = 0
    return Aspect.allCases.map { aspect in
      let chosen = aspect == .palette ? 0 : Catalog.entries(of: aspect.family).count
      let span = start..<start + seenCount(aspect) + chosen
      start = span.upperBound
      return span
    }
  }()

  /// How many numbers there are: a whole number of lanes.
  package static let count = (spans.last!.upperBound + 7) / 8 * 8
}
