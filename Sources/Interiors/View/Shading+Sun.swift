import CVector
import Geometry
import Raster

extension Shading {
  /// The sun's light at a place, shadows of panes' bars and of pieces included.
  @inline(__always)
  func sun(_ p: Triple, _ normal: Triple) -> Triple {
    guard let sunshine else { return Triple() }
    let facing = dot(normal, sunshine.sun)
    guard facing > 0.01, sunshine.mayReach(p, scene.shell) else { return Triple() }
    return sunshine.light(p, normal, facing, scene)
  }
}

/// The sun as every pixel asks for it: its rays and the panes that let them in, worked out once.
struct Sunshine: Sendable {
  /// A window that the sun may shine through.
  struct Window: Sendable {
    let face: RoomShell.Face
    /// Left and foot, right and head of the window on its face, in metres.
    let low: SIMD2<Float>
    let high: SIMD2<Float>
    /// The panes of the window among all.
    let panes: Range<Int>
  }

  /// Towards the sun's middle.
  let sun: Triple
  /// Towards eight places of its disc, from nowhere yet.
  private let disc: RayLanes
  let windows: [Window]
  /// Left, head, right and foot of each pane, in metres from its window's top left corner.
  private let panes: [SIMD4<Double>]

  /// Eight directions over the sun's disc, wider than the true one so that its edges are soft.
  private static let places: [(Float, Float)] = [
    (0.35, 0.1), (-0.1, 0.4), (-0.4, -0.15), (0.15, -0.35), (0.85, 0.35), (-0.35, 0.85), (-0.85, -0.4),
    (0.4, -0.85),
  ]
  private static let spread: Float = 0.012
  /// How near a window the sun's middle must leave the room for any of its rays to be looked at, in metres.
  static let margin: Float = 0.1

  init(_ sun: Triple, _ shell: RoomShell) {
    self.sun = sun
    let side = made1(Triple(-sun.y, sun.x, 0))
    let up = Triple(
      sun.y * side.z - sun.z * side.y, sun.z * side.x - sun.x * side.z, sun.x * side.y - sun.y * side.x)
    var disc = RayLanes(from: Triple())
    for (lane, place) in Self.places.enumerated() {
      let d = sun + side * (place.0 * Self.spread) + up * (place.1 * Self.spread)
      (disc.dx[lane], disc.dy[lane], disc.dz[lane]) = (d.x, d.y, d.z)
    }
    self.disc = disc
    var panes: [SIMD4<Double>] = []
    windows = shell.openings.indices.flatMap { face in
      shell.openings[face].filter { $0.kind == .window }.map { o in
        let first = panes.count
        panes += WindowSashes(o).panes.map { SIMD4($0.x, $0.y, $0.x + $0.width, $0.y + $0.height) }
        return Window(
          face: face, low: SIMD2(Float(o.at), Float(o.sill)),
          high: SIMD2(Float(o.at + o.width), Float(o.head)), panes: first..<panes.count)
      }
    }
    self.panes = panes
  }

  /// True if the sun's middle is seen from a place through a window or next to one.
  @inline(__always)
  func mayReach(_ p: Triple, _ shell: RoomShell) -> Bool {
    let (t, face) = shell.exit(p, sun)
    let all = windows.span
    for index in all.indices where all[index].face == face {
      let (low, high) = (all[index].low, all[index].high)
      let (u, v) = shell.place(p + sun * t, on: face)
      let isNear =
        u > low.x - Self.margin && u < high.x + Self.margin && v > low.y - Self.margin
        && v < high.y + Self.margin
      if isNear { return true }
    }
    return false
  }

  /// The light of the rays that come in by a pane and meet no piece.
  func light(_ p: Triple, _ normal: Triple, _ facing: Float, _ scene: RoomScene) -> Triple {
    // A bit for each ray.
    var entering = 0
    for lane in 0..<8 where enters(p, disc.direction(lane), scene.shell) { entering |= 1 << lane }
    guard entering != 0 else { return Triple() }
    var rays = RayLanes(from: p + normal * 0.004)
    (rays.dx, rays.dy, rays.dz) = (disc.dx, disc.dy, disc.dz)
    var index = SIMD8<Int32>(repeating: -1)
    _ = scene.nearest(&rays, far: Lanes(repeating: 50), skip: -1, index: &index)
    var open: Float = 0
    for lane in 0..<8 where index[lane] < 0 && entering >> lane & 1 == 1 { open += 1 }
    return Daylight.sunlight * (facing * open / 8)
  }

  /// True if a ray leaves through a pane.
  @inline(__always)
  private func enters(_ p: Triple, _ d: Triple, _ shell: RoomShell) -> Bool {
    let (t, face) = shell.exit(p, d)
    let (all, panes) = (windows.span, panes.span)
    for index in all.indices where all[index].face == face {
      let (u, v) = shell.place(p + d * t, on: face)
      let (x, y) = (Double(u - all[index].low.x), Double(all[index].high.y - v))
      for pane in all[index].panes {
        let box = panes[pane]
        if x > box.x, x < box.z, y > box.y, y < box.w { return true }
      }
    }
    return false
  }
}
