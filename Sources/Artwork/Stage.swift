import Composition
import Elementary
import Geometry

/// The part of a space that art may fill, measured from the side that faces away from the type.
///
/// Art is composed in local millimetres: x runs along the base, y rises from it towards the quiet zone. Fans
/// and grids that start at the base therefore end in bare ground by themselves, wherever the type stands.
struct Stage {
  /// The side of the frame that the stage leans on.
  enum Base { case bottom, top, left, right }

  let rect: Rect
  private(set) var base: Base
  /// True if type stands beyond the far side.
  let isCut: Bool

  init(_ space: ArtSpace) {
    let frame = space.frame
    guard let quiet = space.quiet.flatMap({ frame.intersection($0) }) else {
      rect = frame
      base = space.focus.y >= frame.at(0, 0.4).y ? .bottom : .top
      isCut = false
      return
    }
    let sides: [(base: Base, rect: Rect)] = [
      (.top, Rect(left: frame.left, top: frame.top, right: frame.right, bottom: quiet.top)),
      (.bottom, Rect(left: frame.left, top: quiet.bottom, right: frame.right, bottom: frame.bottom)),
      (.left, Rect(left: frame.left, top: frame.top, right: quiet.left, bottom: frame.bottom)),
      (.right, Rect(left: quiet.right, top: frame.top, right: frame.right, bottom: frame.bottom)),
    ]
    let best = sides.reduce(sides[0]) { $1.rect.room > $0.rect.room ? $1 : $0 }
    // A quiet zone that covers the frame leaves nothing to compose in; a sliver keeps the arithmetic sound.
    rect = best.rect.room > 0 ? best.rect : Rect(frame.x, frame.y, frame.width, frame.height * 0.1)
    base = best.base
    isCut = true
  }

  /// Leaning on the left side, where no type settles the matter.
  var turned: Stage {
    var stage = self
    if !isCut { stage.base = .left }
    return stage
  }

  /// Leaning on its lower side wherever type stands: for what cannot grow sideways or hang.
  var standing: Stage {
    var stage = self
    stage.base = .bottom
    return stage
  }

  var isUpright: Bool { base == .bottom || base == .top }
  /// Along the base.
  var width: Double { isUpright ? rect.width : rect.height }
  /// From the base to the far side.
  var height: Double { isUpright ? rect.height : rect.width }
  var shortSide: Double { min(width, height) }

  /// From local millimetres to the page.
  var toPage: Affine {
    switch base {
    case .bottom: Affine(a: 1, b: 0, c: 0, d: -1, tx: rect.left, ty: rect.bottom)
    case .top: Affine(a: 1, b: 0, c: 0, d: 1, tx: rect.left, ty: rect.top)
    case .left: Affine(a: 0, b: 1, c: 1, d: 0, tx: rect.left, ty: rect.top)
    case .right: Affine(a: 0, b: 1, c: -1, d: 0, tx: rect.right, ty: rect.top)
    }
  }

  /// A page point in local millimetres, moved into the stage.
  func local(_ p: Point) -> Point {
    let q: Point
    switch base {
    case .bottom: q = Point(p.x - rect.left, rect.bottom - p.y)
    case .top: q = Point(p.x - rect.left, p.y - rect.top)
    case .left: q = Point(p.y - rect.top, p.x - rect.left)
    case .right: q = Point(p.y - rect.top, rect.right - p.x)
    }
    return Point(clamp(q.x, 0...width), clamp(q.y, 0...height))
  }
}

extension Rect {
  /// Area, 0 where a side is negative.
  fileprivate var room: Double { max(0, width) * max(0, height) }
}
