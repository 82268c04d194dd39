import Raster

/// The colour of what is seen: the surface's own at true scale, times the light that falls on it.
struct Shading: Sendable {
  let scene: RoomScene
  let view: Viewpoint
  let daylight: Daylight
  let map: LightMap
  /// By face of the room.
  let faces: [SurfaceTexture]
  /// By the finish's place among all.
  let finishes: [SurfaceTexture]
  let exposure: Float
  /// Of each solid.
  let looks: [SolidLook]
  /// Nil where the sun does not come in.
  let sunshine: Sunshine?

  init(
    scene: RoomScene, view: Viewpoint, daylight: Daylight, map: LightMap, faces: [SurfaceTexture],
    finishes: [SurfaceTexture]
  ) {
    (self.scene, self.view, self.daylight, self.map) = (scene, view, daylight, map)
    (self.faces, self.finishes) = (faces, finishes)
    exposure = Self.exposure(map, near: scene.shell.near)
    looks = scene.solids.indices.map { SolidLook($0, of: scene, finishes) }
    sunshine = daylight.sun.map { Sunshine($0, scene.shell) }
  }

  /// What the eye meets at (x, y) of the picture; linear light for the screen.
  func color(_ x: Float, _ y: Float, _ sight: Sight) -> Triple {
    let d = view.direction(x, y)
    return sight.id >= 0
      ? solid(Int(sight.id), view.eye, d, sight.depth, depth: sight.depth, reflects: true)
      : shell(sight.id, view.eye, d, sight.depth, pixel: (x, y))
  }

  /// The mean brightness of walls and floor becomes a light room.
  private static func exposure(_ map: LightMap, near: Int) -> Float {
    var sum: Float = 0, count: Float = 0
    for face in 0..<6 where face != near {
      let p = map.patches[face]
      // Every face counts alike, however finely it is sampled.
      let total = map.samples[p.offset..<p.offset + p.count].reduce(SIMD4<Float>(), +)
      sum += luminance(Triple(total.x, total.y, total.z)) / Float(p.count)
      count += 1
    }
    return 0.80 / max(1e-4, sum / count)
  }

  static func luminance(_ c: Triple) -> Float { dot(c, Triple(0.2126, 0.7152, 0.0722)) }

  /// From here on light is held back.
  static let knee: Float = 0.82

  /// Light as a factor on a colour: shadows lifted, highlights held below paper white.
  func toned(_ light: Triple) -> Triple {
    let e = light * exposure
    let l = max(1e-5, Self.luminance(e))
    // Between the root and the plain value: l^0.72 by two roots.
    let root = l.squareRoot()
    let lifted = 0.03 + 0.67 * l + 0.30 * root
    let knee = Self.knee
    let held = lifted < knee ? lifted : knee + 0.34 * (lifted - knee) / (lifted - knee + 0.42)
    // The light's own tint is felt, not seen.
    return (Triple(repeating: 0.68) + e * (0.32 / l)) * held
  }
}

extension Shading {
  /// Walls and cloth at a room's distance keep this much of their samples' contrast: the eye sees them whole.
  static let calm: Float = 0.45

  func shell(
    _ id: Int32, _ o: Triple, _ d: Triple, _ t: Float, pixel: (x: Float, y: Float)?
  ) -> Triple {
    let face = Sight.face(id)
    let part = Sight.part(id)
    let p = o + d * t
    if part == .wall {
      let albedo = pixel.map { faceColor(face, p, o, $0.x, $0.y) } ?? faces.span[face].mean
      return albedo * toned(light(on: face, p) + sun(p, RoomShell.normal(face)))
    }
    return within(face, part, scene.shell.openings[face][Sight.opening(id)], p, d)
  }

  @inline(__always)
  private func light(on face: RoomShell.Face, _ p: Triple) -> Triple {
    let (u, v) = scene.shell.place(p, on: face)
    let (w, h) = scene.shell.extent(face)
    return map.light(face, u / w, v / h)
  }

  /// The texture of a face with the pixel's own footprint: neighbours' rays meet the same plane.
  @inline(__always)
  private func faceColor(_ face: RoomShell.Face, _ p: Triple, _ o: Triple, _ x: Float, _ y: Float) -> Triple {
    let all = faces.span
    let mean = all[face].mean
    guard !all[face].levels.isEmpty else { return mean }
    let n = RoomShell.normal(face)
    let level = dot(p - o, n)
    func place(_ x: Float, _ y: Float) -> SIMD2<Float> {
      let d = view.direction(x, y)
      let (u, v) = scene.shell.place(o + d * (level / dot(d, n)), on: face)
      return SIMD2(u, v)
    }
    let here = scene.shell.place(p, on: face)
    let a = place(x + 0.5, y) - place(x - 0.5, y), b = place(x, y + 0.5) - place(x, y - 0.5)
    let (la, lb) = ((a.x * a.x + a.y * a.y).squareRoot(), (b.x * b.x + b.y * b.y).squareRoot())
    // Boards run away from the viewer on floors seen along y, and across on those seen along x.
    let seen = all[face].color(here.u, -here.v, long: (la > lb ? a : b) * SIMD2(1, -1), short: min(la, lb))
    return face == RoomShell.floor ? seen : mean + (seen - mean) * Self.calm
  }

  /// Reveals, frames, glass, leaves and what lies beyond.
  private func within(
    _ face: RoomShell.Face, _ part: OpeningPart, _ o: Opening, _ p: Triple, _ d: Triple
  ) -> Triple {
    let trim = finishes[Finish.trim.index].mean
    let wall = toned(light(on: face, p))
    switch part {
    case .beyond where o.kind == .window: return Daylight.outside(d)
    case .beyond:
      let rise = max(0, min(1, p.z / scene.shell.size.z))
      return faces[face].mean * (0.62 + 0.2 * rise)
    case .leaf: return trim * wall * panel(o, scene.shell.place(p, on: face))
    case .frame: return trim * (Self.luminance(wall) * 0.25 + 0.62)
    default:
      let shade: Float = part == .head ? 0.80 : part == .sill ? 1.0 : 0.92
      return faces[face].mean * (o.kind == .window ? shade : 0.8 * Self.luminance(wall))
    }
  }

  /// The shadow lines of a door's two panels.
  private func panel(_ o: Opening, _ place: (u: Float, v: Float)) -> Float {
    let x = place.u - Float(o.at), y = place.v - Float(o.sill)
    let (w, h) = (Float(o.width), Float(o.height))
    for (low, high) in [(0.2, h * 0.42), (h * 0.42 + 0.12, h - 0.12)] as [(Float, Float)] {
      let inside = min(min(x - 0.12, w - 0.12 - x), min(y - low, high - y))
      if inside > 0, inside < 0.012 { return 0.86 }
      if inside >= 0.012, inside < 0.03 { return 0.95 }
    }
    return 1
  }
}
