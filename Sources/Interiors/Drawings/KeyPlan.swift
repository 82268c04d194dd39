import Canvas
import Composition
import Geometry

/// The keys of a drawing's pieces: round marks that cover neither each other nor small pieces.
struct KeyPlan {
  let marks: [Mark]
  let places: [KeyMark]

  /// Keys on a plan.
  init(furnishing: Furnishing, lettering: Lettering, page: PageScale) {
    let wanted = furnishing.keyed.map { piece in
      (key: piece.item.key, box: page.affine.apply(piece.bounds), isFlat: piece.item.use == .rug)
    }
    let boxes = furnishing.pieces.filter { $0.item.use != .rug }.map { page.affine.apply($0.bounds) }
    self.init(wanted, avoiding: boxes, within: page.affine.apply(furnishing.room.floor), lettering)
  }

  /// - Parameters:
  ///   - wanted: each key, the box of its piece on the page, and whether others stand on it.
  ///   - pieces: the boxes of all pieces, keyed or not: a mark on one that is not its own would mislead.
  ///   - area: where marks may stand.
  ///   - lettering: how they are set.
  init(
    _ wanted: [(key: String, box: Rect, isFlat: Bool)], avoiding pieces: [Rect], within area: Rect,
    _ lettering: Lettering
  ) {
    let style = lettering.style
    let radius = style.textSize * 0.7
    var taken: [Rect] = []
    var marks: [Mark] = []
    var places: [KeyMark] = []
    for item in wanted {
      let text = lettering.mark(item.key, at: .zero, weight: 600)
      let size = Size(max(radius * 2, text.box.width + radius * 1.1), radius * 2)
      // What lies around the whole piece, such as its table, is no obstacle.
      let boxes = pieces.filter { $0 != item.box && !$0.contains(item.box, tolerance: 0.01) }
      let place = Self.candidates(item.box, isFlat: item.isFlat, size).map { center in
        (center, Rect(center.x - size.width / 2, center.y - size.height / 2, size.width, size.height))
      }.min { a, b in
        Self.cost(a.1, taken, boxes, area) < Self.cost(b.1, taken, boxes, area)
      }!
      taken.append(place.1.inset(by: -0.3))
      places.append(KeyMark(key: item.key, at: place.0))
      let pill = Path.pill(place.1)
      marks.append(.fill(pill, .color(style.paper)))
      marks.append(.stroke(pill, .color(style.ink), Stroke(style.line * 1.3)))
      marks.append(.text(lettering.mark(item.key, at: place.0, weight: 600)))
    }
    (self.marks, self.places) = (marks, places)
  }

  /// The middle first, then places around it; flat pieces near their corners, where nothing stands on them.
  private static func candidates(_ box: Rect, isFlat: Bool, _ size: Size) -> [Point] {
    let (w, h) = (size.width, size.height)
    let inner = box.inset(dx: w * 0.9, dy: h * 0.9)
    let corners = [(1.0, 1.0), (0.0, 1.0), (1.0, 0.0), (0.0, 0.0)].map { inner.at($0.0, $0.1) }
    if isFlat { return corners + [inner.at(0.5, 1), inner.at(0.5, 0)] }
    let middle = [
      (0.5, 0.5), (0.5, 0.3), (0.5, 0.7), (0.25, 0.5), (0.75, 0.5), (0.2, 0.25), (0.8, 0.25), (0.2, 0.75),
      (0.8, 0.75),
      (0.12, 0.5), (0.88, 0.5),
    ].map { box.at($0.0, $0.1) }
    let around = [
      Point(box.right + w * 0.6, box.center.y), Point(box.left - w * 0.6, box.center.y),
      Point(box.center.x, box.bottom + h * 0.65), Point(box.center.x, box.top - h * 0.65),
    ]
    // A mark larger than its piece stands beside it.
    return box.width > w * 1.25 && box.height > h * 1.25 ? middle + around : around + middle
  }

  /// Overlap with other marks counts most, then leaving the area, then covering smaller pieces.
  private static func cost(_ r: Rect, _ taken: [Rect], _ boxes: [Rect], _ area: Rect) -> Double {
    let clash = taken.reduce(0) { $0 + ($1.intersection(r)?.area ?? 0) }
    let covered = boxes.reduce(0) { $0 + ($1.intersection(r)?.area ?? 0) }
    let outside = area.contains(r) ? 0 : r.area
    return clash * 10 + outside * 5 + covered
  }
}

extension Path {
  /// A rectangle with half-round ends.
  static func pill(_ r: Rect) -> Path {
    let k = r.height / 2
    var path = Path.arc(Point(r.left + k, r.center.y), radius: k, from: Double.pi / 2, to: Double.pi * 1.5)
    path.appendConnected(
      .arc(Point(r.right - k, r.center.y), radius: k, from: -Double.pi / 2, to: Double.pi / 2))
    path.close()
    return path
  }
}
