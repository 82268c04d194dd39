import Composition
import Elementary
import Geometry

extension ArtSpace {
  /// The largest part of the frame beside the quiet zone; the whole frame without one.
  var stage: Rect {
    guard let quiet = quiet.flatMap({ frame.intersection($0) }) else { return frame }
    let sides = [
      Rect(left: frame.left, top: frame.top, right: frame.right, bottom: quiet.top),
      Rect(left: frame.left, top: quiet.bottom, right: frame.right, bottom: frame.bottom),
      Rect(left: frame.left, top: frame.top, right: quiet.left, bottom: frame.bottom),
      Rect(left: quiet.right, top: frame.top, right: frame.right, bottom: frame.bottom),
    ]
    let largest = sides.map { max($0.width, 0) * max($0.height, 0) }
    // A quiet zone over the whole frame leaves no stage: then the art stands behind the type.
    guard let most = largest.max(), most > frame.area * 0.05 else { return frame }
    return sides[largest.firstIndex(of: most)!]
  }

  /// The focus, moved into the stage and off its edges by `share` of the stage.
  func anchor(inset share: Double) -> Point {
    let room = stage.inset(dx: stage.width * share, dy: stage.height * share)
    return Point(clamp(focus.x, room.left...room.right), clamp(focus.y, room.top...room.bottom))
  }

  /// Distance from the quiet zone, negative inside it; far away if there is none.
  func distanceToQuiet(_ p: Point) -> Double {
    guard let quiet else { return frame.width + frame.height }
    let dx = max(quiet.left - p.x, p.x - quiet.right)
    let dy = max(quiet.top - p.y, p.y - quiet.bottom)
    return dx > 0 && dy > 0 ? Point(dx, dy).length : max(dx, dy)
  }

  /// What 1 % of a typical frame's side is, in millimetres: the unit for line weights and margins.
  var unit: Double { frame.area.squareRoot() / 100 }
}
