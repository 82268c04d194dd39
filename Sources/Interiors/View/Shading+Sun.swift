import Geometry
import Raster

extension Shading {
  /// Eight directions over the sun's disc, wider than the true one so that its edges are soft.
  private static let disc: [(Float, Float)] = [
    (0.35, 0.1), (-0.1, 0.4), (-0.4, -0.15), (0.15, -0.35), (0.85, 0.35), (-0.35, 0.85), (-0.85, -0.4),
    (0.4, -0.85),
  ]
  private static let spread: Float = 0.012

  /// The sun's light at a place, shadows of panes' bars and of pieces included.
  func sun(_ p: Triple, _ normal: Triple) -> Triple {
    guard let sun = daylight.sun else { return Triple() }
    let facing = dot(normal, sun)
    guard facing > 0.01, entry(p, sun, margin: 0.1) else { return Triple() }
    let side = made1(Triple(-sun.y, sun.x, 0))
    let up = Triple(
      sun.y * side.z - sun.z * side.y, sun.z * side.x - sun.x * side.z, sun.x * side.y - sun.y * side.x)
    var rays = RayLanes(from: p + normal * 0.004)
    var open: Float = 0
    for (lane, place) in Self.disc.enumerated() {
      let d = sun + side * (place.0 * Self.spread) + up * (place.1 * Self.spread)
      (rays.dx[lane], rays.dy[lane], rays.dz[lane]) = (d.x, d.y, d.z)
    }
    var index = SIMD8<Int32>(repeating: -1)
    _ = scene.nearest(&rays, far: Lanes(repeating: 50), skip: -1, index: &index)
    for lane in 0..<8 where index[lane] < 0 && entry(p, rays.direction(lane), margin: 0) { open += 1 }
    return Daylight.sunlight * (facing * open / 8)
  }

  /// True if a ray leaves through a pane; with a margin in metres, if it leaves near a window.
  private func entry(_ p: Triple, _ d: Triple, margin: Float) -> Bool {
    let (t, face) = scene.shell.exit(p, d)
    guard !scene.shell.openings[face].isEmpty else { return false }
    let (u, v) = scene.shell.place(p + d * t, on: face)
    for o in scene.shell.openings[face] where o.kind == .window {
      if margin > 0 {
        if u > Float(o.at) - margin, u < Float(o.at + o.width) + margin, v > Float(o.sill) - margin,
          v < Float(o.head) + margin
        {
          return true
        }
      } else if WindowSashes(o).lets(u - Float(o.at), Float(o.head) - v) {
        return true
      }
    }
    return false
  }
}

extension WindowSashes {
  /// True if a place, in metres from the window's top left corner, lies in a pane.
  func lets(_ x: Float, _ y: Float) -> Bool {
    panes.contains {
      Double(x) > $0.x && Double(x) < $0.x + $0.width && Double(y) > $0.y && Double(y) < $0.y + $0.height
    }
  }
}
