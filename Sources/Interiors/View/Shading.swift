import CVector
import Geometry
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

  init(
    scene: RoomScene, view: Viewpoint, daylight: Daylight, map: LightMap, faces: [SurfaceTexture],
    finishes: [SurfaceTexture]
  ) {
    (self.scene, self.view, self.daylight, self.map) = (scene, view, daylight, map)
    (self.faces, self.finishes) = (faces, finishes)
    exposure = Self.exposure(map, near: scene.shell.near)
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

  /// Light as a factor on a colour: shadows lifted, highlights held below paper white.
  func toned(_ light: Triple) -> Triple {
    let e = light * exposure
    let l = max(1e-5, Self.luminance(e))
    // Between the root and the plain value: l^0.72 by two roots.
    let root = l.squareRoot()
    let lifted = 0.03 + 0.67 * l + 0.30 * root
    let knee: Float = 0.82
    let held = lifted < knee ? lifted : knee + 0.34 * (lifted - knee) / (lifted - knee + 0.42)
    // The light's own tint is felt, not seen.
    return (Triple(repeating: 0.68) + e * (0.32 / l)) * held
  }
}

// MARK: the shell

extension Shading {
  /// Walls and cloth at a room's distance keep this much of their samples' contrast: the eye sees them whole.
  private static let calm: Float = 0.55

  private func shell(
    _ id: Int32, _ o: Triple, _ d: Triple, _ t: Float, pixel: (x: Float, y: Float)?
  ) -> Triple {
    let face = Sight.face(id)
    let part = Sight.part(id)
    let p = o + d * t
    if part == .wall {
      let albedo = pixel.map { faceColor(face, p, o, $0.x, $0.y) } ?? faces[face].mean
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
  private func faceColor(_ face: RoomShell.Face, _ p: Triple, _ o: Triple, _ x: Float, _ y: Float) -> Triple {
    let texture = faces[face]
    guard !texture.levels.isEmpty else { return texture.mean }
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
    let seen = texture.color(here.u, -here.v, long: (la > lb ? a : b) * SIMD2(1, -1), short: min(la, lb))
    return face == RoomShell.floor ? seen : texture.mean + (seen - texture.mean) * Self.calm
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
      let shades: [OpeningPart: Float] = [.head: 0.80, .sill: 1.0, .jambLeft: 0.92, .jambRight: 0.92]
      return faces[face].mean * (o.kind == .window ? shades[part]! : 0.8 * Self.luminance(wall))
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

// MARK: the sun

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

// MARK: solids

extension Shading {
  private func solid(
    _ index: Int, _ o: Triple, _ d: Triple, _ t: Float, depth: Float, reflects: Bool
  ) -> Triple {
    let p = o + d * t
    let (local, own) = surface(index, p)
    let solid = scene.solids[index]
    let n = world(solid.frame, own)
    let finish = scene.finishes[index]
    let facing = max(0, -dot(n, made1(d)))
    if finish == .shade { return finishes[finish.index].mean * (0.80 + 0.26 * facing) }
    let e = light(on: index, solid, local, own) + sun(p, n)
    let albedo = color(index, solid, local, own, reach: depth / view.focal / max(0.3, facing))
    let diffuse = albedo * toned(e)
    let gloss = finish.gloss
    guard gloss.mirrored > 0 || gloss.coat > 0 else { return diffuse }
    let mirrored = d - n * (2 * dot(d, n))
    let beyond = reflects && finish == .mirror ? seen(p + n * 0.004, mirrored, depth) : room(p, mirrored)
    if gloss.mirrored > 0 {
      return diffuse * (1 - gloss.mirrored) + albedo * beyond * (gloss.mirrored * 1.05)
    }
    let grazing = 1 - facing
    let fresnel = 0.04 + 0.96 * grazing * grazing * grazing * grazing * grazing
    let share = gloss.coat * fresnel
    return diffuse * (1 - share) + beyond * share
  }

  /// Own coordinates of a place on a solid and the direction away from it: the gradient of the distance.
  private func surface(_ index: Int, _ p: Triple) -> (local: Triple, normal: Triple) {
    let solid = scene.solids[index]
    let off = p - Triple(solid.center)
    let local = Triple(
      dot(off, Triple(solid.frame.x)), dot(off, Triple(solid.frame.y)), dot(off, Triple(solid.frame.z)))
    let h: Float = 0.0008
    var (x, y, z) = (Lanes(repeating: local.x), Lanes(repeating: local.y), Lanes(repeating: local.z))
    x[0] += h
    x[1] -= h
    y[2] += h
    y[3] -= h
    z[4] += h
    z[5] -= h
    let g = scene.forms.withUnsafeBufferPointer { solid_distance($0.baseAddress! + index, x, y, z) }
    return (local, made1(Triple(g[0] - g[1], g[2] - g[3], g[4] - g[5] + 1e-9)))
  }

  private func world(_ frame: Frame3, _ v: Triple) -> Triple {
    Triple(frame.x) * v.x + Triple(frame.y) * v.y + Triple(frame.z) * v.z
  }

  /// The light of the three box faces that a normal leans to, by the squares of its parts (they sum to 1).
  @inline(__always)
  private func light(on index: Int, _ solid: Solid, _ local: Triple, _ n: Triple) -> Triple {
    var sum = Triple()
    let half = Triple(solid.half)
    for axis in 0..<3 {
      let weight = n[axis] * n[axis]
      guard weight > 0.002 else { continue }
      let (a, b) = ((axis + 1) % 3, (axis + 2) % 3)
      let face = 6 + index * 6 + axis * 2 + (n[axis] > 0 ? 0 : 1)
      sum += map.light(face, local[a] / (2 * half[a]) + 0.5, local[b] / (2 * half[b]) + 0.5) * weight
    }
    return sum
  }

  /// The texture on the plane that the normal leans to most, its length along the solid's.
  @inline(__always)
  private func color(_ index: Int, _ solid: Solid, _ local: Triple, _ n: Triple, reach: Float) -> Triple {
    let texture = finishes[scene.finishes[index].index]
    guard !texture.levels.isEmpty else { return texture.mean * scene.tints[index] }
    let (x, y, z) = (abs(n.x), abs(n.y), abs(n.z))
    let axis = x > y ? (x > z ? 0 : 2) : (y > z ? 1 : 2)
    var (a, b) = ((axis + 1) % 3, (axis + 2) % 3)
    let half = Triple(solid.half)
    if half[a] > half[b] { swap(&a, &b) }
    // Each solid is cut from another place.
    let shift = Float(index % 17) * 0.37
    let seen = texture.color(
      local[a] + shift, local[b] + shift * 1.7, long: SIMD2(reach, 0), short: reach * 1.4)
    return (texture.mean + (seen - texture.mean) * Self.calm) * scene.tints[index]
  }

  /// The room as a ray from a surface meets it, without its pieces.
  private func room(_ p: Triple, _ d: Triple) -> Triple {
    let (t, id) = scene.shell.sight(p, d)
    return shell(id, p, d, t, pixel: nil)
  }

  /// What a mirror shows: pieces too.
  private func seen(_ p: Triple, _ d: Triple, _ depth: Float) -> Triple {
    var rays = RayLanes(from: p)
    (rays.dx, rays.dy, rays.dz) = (Lanes(repeating: d.x), Lanes(repeating: d.y), Lanes(repeating: d.z))
    let found = scene.met(&rays, pixel: 0.5 / view.focal)
    let (t, id) = (found.depths[0], found.ids[0])
    return id >= 0
      ? solid(Int(id), p, d, t, depth: depth + t, reflects: false) : shell(id, p, d, t, pixel: nil)
  }
}

extension Finish {
  /// Its place among all finishes.
  var index: Int { Self.places[self]! }
  private static let places: [Finish: Int] = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

  /// How much it mirrors as bare metal does, and how strong its clear coat is.
  var gloss: (mirrored: Float, coat: Float) {
    switch self {
    case .mirror: (0.94, 0)
    case .metal: (0.55, 0)
    case .steel: (0.5, 0)
    case .darkMetal: (0.2, 0)
    case .glass: (0.35, 0)
    case .ceramic, .lacquer: (0, 0.5)
    case .black: (0, 1.2)
    case .stone: (0, 0.7)
    case .timber, .darkTimber: (0, 0.35)
    case .leather: (0, 0.4)
    default: (0, 0)
    }
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
