import CVector
import Geometry
import Raster

/// What a ray from the eye meets first.
struct Sight {
  /// A solid, or -1 less a code of the shell's part.
  var id: Int32
  /// Depth in metres.
  var depth: Float

  /// Codes of a face: more openings than any wall holds, eight parts each.
  private static let perFace = 1 << 20

  /// A part of the shell: the face, and within an opening its number and part.
  static func shell(_ face: RoomShell.Face, opening: Int = -1, part: OpeningPart = .wall) -> Int32 {
    -1 - Int32(face * perFace + (opening + 1) * 8 + part.rawValue)
  }
  static func face(_ id: Int32) -> RoomShell.Face { Int(-1 - id) / perFace }
  static func opening(_ id: Int32) -> Int { Int(-1 - id) % perFace / 8 - 1 }
  /// The face, if what is seen is neither a solid nor in an opening.
  static func plainFace(_ id: Int32) -> RoomShell.Face? {
    id < 0 && Int(-1 - id) % perFace == 0 ? face(id) : nil
  }
  static func part(_ id: Int32) -> OpeningPart { OpeningPart(rawValue: Int(-1 - id) % 8)! }
}

/// What is seen within an opening.
enum OpeningPart: Int { case wall, jambLeft, jambRight, head, sill, frame, beyond, leaf }

/// Finds what eight rays from the eye meet: the solids by their true surfaces, the shell by its planes.
struct Visibility: Sendable {
  let scene: RoomScene
  let view: Viewpoint
  private let bins: [[Int32]]
  private let across: Int
  /// Pixels of a bin each way.
  static let side = 32

  init(_ scene: RoomScene, _ view: Viewpoint) {
    (self.scene, self.view) = (scene, view)
    across = (view.width + Self.side - 1) / Self.side
    let down = (view.height + Self.side - 1) / Self.side
    var bins = [[Int32]](repeating: [], count: across * down)
    let found = scene.solids.indices.compactMap { i in
      Self.rectangle(scene.solids[i], view).map { (index: i, box: $0, depth: $0.depth) }
    }
    for (index, box, _) in found.sorted(by: { ($0.depth, $0.index) < ($1.depth, $1.index) }) {
      for y in box.top / Self.side...box.bottom / Self.side {
        for x in box.left / Self.side...box.right / Self.side { bins[y * across + x].append(Int32(index)) }
      }
    }
    self.bins = bins
  }

  /// The pixels that a solid may cover; nil if it is out of the picture or behind the eye.
  private static func rectangle(
    _ solid: Solid, _ view: Viewpoint
  ) -> (left: Int, top: Int, right: Int, bottom: Int, depth: Float)? {
    let box = solid.box
    var (left, top, right, bottom) = (Float.infinity, Float.infinity, -Float.infinity, -Float.infinity)
    var nearest = Float.infinity
    for corner in 0..<8 {
      let p = Triple(
        Float(corner & 1 == 0 ? box.low.x : box.high.x), Float(corner & 2 == 0 ? box.low.y : box.high.y),
        Float(corner & 4 == 0 ? box.low.z : box.high.z))
      var place = view.project(p)
      nearest = min(nearest, place.depth)
      // Corners behind the eye: as far out as anything.
      if place.depth < 0.05 { place = (place.x > view.centerX ? -1e6 : 1e6, 1e6, 0) }
      (left, right) = (min(left, place.x), max(right, place.x))
      (top, bottom) = (min(top, place.y), max(bottom, place.y))
    }
    let far = view.project(Triple(solid.center)).depth
    guard far > 0.05, right >= -1, bottom >= -1, left <= Float(view.width), top <= Float(view.height) else {
      return nil
    }
    func limit(_ v: Float, _ most: Int) -> Int { Int(max(0, min(Float(most - 1), v))) }
    return (
      limit(left - 1, view.width), limit(top - 1, view.height), limit(right + 1, view.width),
      limit(bottom + 1, view.height), nearest
    )
  }

  /// What rays through eight places of the picture meet; all must lie in the bin of (x, y).
  @inline(__always)
  func sights(_ xs: Lanes, _ ys: Lanes, near x: Int, _ y: Int) -> (ids: SIMD8<Int32>, depths: Lanes) {
    var rays = RayLanes(from: view.eye)
    let a = (xs - view.centerX) * (1 / view.focal), b = (view.centerY - ys) * (1 / view.focal)
    rays.dx = a * view.right.x + view.forward.x
    rays.dy = a * view.right.y + view.forward.y
    rays.dz = b
    return scene.met(
      &rays, candidates: bins[y / Self.side * across + x / Self.side], pixel: 0.25 / view.focal)
  }
}

extension RoomShell {
  /// Where a ray from the eye leaves the room and what it shows there.
  @inline(__always)
  func sight(_ o: Triple, _ d: Triple) -> (t: Float, id: Int32) {
    let (t, face) = exit(o, d)
    if openings[face].isEmpty { return (t, Sight.shell(face)) }
    return sight(o, d, t, face)
  }

  private func sight(_ o: Triple, _ d: Triple, _ t: Float, _ face: Face) -> (t: Float, id: Int32) {
    let p = o + d * t
    let (u, v) = place(p, on: face)
    guard let index = opening(u, v, on: face) else { return (t, Sight.shell(face)) }
    let opening = openings[face][index]
    let (along, up) = Self.axes(face)
    let (du, dv, dq) = (dot(d, along), dot(d, up), -dot(d, Self.normal(face)))
    let depth: Float =
      switch opening.kind {
      case .window: 0.13
      case .door: 0.03
      case .opening: 0.22
      }
    // From the wall's plane on, how far to each side of the reveal and to its back.
    var best = (t: depth / dq, part: OpeningPart.beyond)
    func meet(_ far: Float, _ part: OpeningPart) { if far < best.t { best = (far, part) } }
    if du < 0 { meet((Float(opening.at) - u) / du, .jambLeft) }
    if du > 0 { meet((Float(opening.span.upperBound) - u) / du, .jambRight) }
    if dv > 0 { meet((Float(opening.head) - v) / dv, .head) }
    if dv < 0 { meet((Float(opening.sill) - v) / dv, .sill) }
    if best.part == .beyond {
      best.part = part(
        face, index, u + du * best.t - Float(opening.at), Float(opening.head) - v - dv * best.t)
    }
    return (t + best.t, Sight.shell(face, opening: index, part: best.part))
  }

  /// What stands at the back of an opening, by metres from its top left corner.
  private func part(_ face: Face, _ index: Int, _ x: Float, _ y: Float) -> OpeningPart {
    switch openings[face][index].kind {
    case .opening: return .beyond
    case .door: return .leaf
    case .window:
      return sashes[face][index].lets(x, y) ? .beyond : .frame
    }
  }
}

extension WindowSashes {
  /// True if a place, in metres from the window's top left corner, lies in a pane.
  fileprivate func lets(_ x: Float, _ y: Float) -> Bool {
    panes.contains {
      Double(x) > $0.x && Double(x) < $0.x + $0.width && Double(y) > $0.y && Double(y) < $0.y + $0.height
    }
  }
}
