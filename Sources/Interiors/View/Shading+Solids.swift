import CVector
import Raster

extension Shading {
  func solid(
    _ index: Int, _ o: Triple, _ d: Triple, _ t: Float, depth: Float, reflects: Bool
  ) -> Triple {
    let p = o + d * t
    let look = looks.span[index]
    let (local, own) = surface(index, look, p)
    let n = look.world(own)
    let facing = max(0, -dot(n, made1(d)))
    if look.finish == .shade { return look.mean * (0.80 + 0.26 * facing) }
    let e = light(on: index, look, local, own) + sun(p, n)
    let albedo = color(look, local, own, reach: depth / view.focal / max(0.3, facing))
    let diffuse = albedo * toned(e)
    let gloss = look.gloss
    guard gloss.mirrored > 0 || gloss.coat > 0 else { return diffuse }
    let mirrored = d - n * (2 * dot(d, n))
    let beyond =
      reflects && look.finish == .mirror ? seen(p + n * 0.004, mirrored, depth) : room(p, mirrored)
    if gloss.mirrored > 0 {
      return diffuse * (1 - gloss.mirrored) + albedo * beyond * (gloss.mirrored * 1.05)
    }
    let grazing = 1 - facing
    let fresnel = 0.04 + 0.96 * grazing * grazing * grazing * grazing * grazing
    let share = gloss.coat * fresnel
    return diffuse * (1 - share) + beyond * share
  }

  /// Own coordinates of a place on a solid and the direction away from it: the gradient of the distance.
  @inline(__always)
  private func surface(_ index: Int, _ look: SolidLook, _ p: Triple) -> (local: Triple, normal: Triple) {
    let local = look.local(p)
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

  /// The light of the three box faces that a normal leans to, by the squares of its parts (they sum to 1).
  @inline(__always)
  private func light(on index: Int, _ look: SolidLook, _ local: Triple, _ n: Triple) -> Triple {
    var sum = Triple()
    let half = look.half
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
  private func color(_ look: SolidLook, _ local: Triple, _ n: Triple, reach: Float) -> Triple {
    guard look.isTextured else { return look.mean * look.tint }
    let (x, y, z) = (abs(n.x), abs(n.y), abs(n.z))
    let axis = x > y ? (x > z ? 0 : 2) : (y > z ? 1 : 2)
    var (a, b) = ((axis + 1) % 3, (axis + 2) % 3)
    if look.half[a] > look.half[b] { swap(&a, &b) }
    let seen = finishes.span[look.texture].color(
      local[a] + look.shift, local[b] + look.shift * 1.7, long: SIMD2(reach, 0), short: reach * 1.7)
    return (look.mean + (seen - look.mean) * look.share) * look.tint
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

  var isCloth: Bool { [.textile, .accent, .linen, .curtain, .rug, .rugBorder].contains(self) }

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
