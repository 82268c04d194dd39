import CVector
import Raster

/// Eight places or colours side by side.
struct TripleLanes {
  var x, y, z: Lanes

  @inline(__always)
  subscript(lane: Int) -> Triple {
    get { Triple(x[lane], y[lane], z[lane]) }
    set { (x[lane], y[lane], z[lane]) = (newValue.x, newValue.y, newValue.z) }
  }

  @inline(__always)
  init(_ x: Lanes, _ y: Lanes, _ z: Lanes) { (self.x, self.y, self.z) = (x, y, z) }

  @inline(__always)
  init(_ all: Triple) {
    (x, y, z) = (Lanes(repeating: all.x), Lanes(repeating: all.y), Lanes(repeating: all.z))
  }

  /// `start + direction * t`.
  @inline(__always)
  static func along(_ start: Triple, _ direction: TripleLanes, _ t: Lanes) -> TripleLanes {
    TripleLanes(start.x + direction.x * t, start.y + direction.y * t, start.z + direction.z * t)
  }

  @inline(__always)
  func dot(_ n: Triple) -> Lanes { x * n.x + y * n.y + z * n.z }
}

/// Neighbouring pixels of one face: what ``Shading/color(_:_:_:)`` says of each, bit for bit, for eight at a time. A
/// pixel of a face takes twenty divisions and roots, which cost no more for eight.
extension Shading {
  /// The colours of the pixels from (`x`, `y`) on, all of which show a face of the room at `depths`.
  func row(of face: RoomShell.Face, x: Int, y: Int, depths: Lanes) -> TripleLanes {
    let xs = Lanes(0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5) + Float(x), y = Float(y) + 0.5
    let p = TripleLanes.along(view.eye, view.directions(xs, y), depths)
    let here = scene.shell.places(p, on: face)
    let albedo = albedo(face, p, here, xs, y)
    let (w, h) = scene.shell.extent(face)
    let (s, t) = (here.u / w, here.v / h)
    var light = TripleLanes(Triple())
    for lane in 0..<8 { light[lane] = map.light(face, s[lane], t[lane]) }
    addSun(to: &light, p, RoomShell.normal(face))
    let toned = toned(light)
    return TripleLanes(albedo.x * toned.x, albedo.y * toned.y, albedo.z * toned.z)
  }

  @inline(__always)
  private func addSun(to light: inout TripleLanes, _ p: TripleLanes, _ n: Triple) {
    guard let sunshine else { return }
    let facing = dot(n, sunshine.sun)
    guard facing > 0.01 else { return }
    let reached = sunshine.reached(p, scene.shell)
    for lane in 0..<8 where reached >> lane & 1 == 1 {
      light[lane] += sunshine.light(p[lane], n, facing, scene)
    }
  }

  @inline(__always)
  private func albedo(
    _ face: RoomShell.Face, _ p: TripleLanes, _ here: (u: Lanes, v: Lanes), _ xs: Lanes, _ y: Float
  ) -> TripleLanes {
    let all = faces.span
    let mean = all[face].mean
    guard !all[face].levels.isEmpty else { return TripleLanes(mean) }
    let n = RoomShell.normal(face)
    let level = TripleLanes(p.x - view.eye.x, p.y - view.eye.y, p.z - view.eye.z).dot(n)
    func place(_ xs: Lanes, _ y: Float) -> (u: Lanes, v: Lanes) {
      let d = view.directions(xs, y)
      return scene.shell.places(TripleLanes.along(view.eye, d, level / d.dot(n)), on: face)
    }
    func way(_ a: (u: Lanes, v: Lanes), _ b: (u: Lanes, v: Lanes)) -> (u: Lanes, v: Lanes, length: Lanes) {
      let (u, v) = (a.u - b.u, a.v - b.v)
      return (u, v, f32x8_sqrt(u * u + v * v))
    }
    let a = way(place(xs + 0.5, y), place(xs - 0.5, y)), b = way(place(xs, y + 0.5), place(xs, y - 0.5))
    let isLonger = f32x8_less(b.length, a.length)
    let seen = all[face].colors(
      here.u, 0 - here.v, long: (f32x8_select(isLonger, a.u, b.u), 0 - f32x8_select(isLonger, a.v, b.v)),
      short: f32x8_min(a.length, b.length))
    if face == RoomShell.floor { return seen }
    func calmed(_ seen: Lanes, _ mean: Float) -> Lanes { mean + (seen - mean) * Self.calm }
    return TripleLanes(calmed(seen.x, mean.x), calmed(seen.y, mean.y), calmed(seen.z, mean.z))
  }

  /// ``toned(_:)`` of eight.
  @inline(__always)
  private func toned(_ light: TripleLanes) -> TripleLanes {
    let e = TripleLanes(light.x * exposure, light.y * exposure, light.z * exposure)
    let l = f32x8_max(e.dot(Triple(0.2126, 0.7152, 0.0722)), Lanes(repeating: 1e-5))
    let lifted = 0.03 + 0.67 * l + 0.30 * f32x8_sqrt(l)
    let over = lifted - Self.knee
    let held = f32x8_select(
      f32x8_less(lifted, Lanes(repeating: Self.knee)), lifted, Self.knee + 0.34 * over / (over + 0.42))
    let tint = 0.32 / l
    return TripleLanes((0.68 + e.x * tint) * held, (0.68 + e.y * tint) * held, (0.68 + e.z * tint) * held)
  }
}

extension Viewpoint {
  /// ``direction(_:_:)`` of eight places of a row.
  @inline(__always)
  func directions(_ xs: Lanes, _ y: Float) -> TripleLanes {
    let a = (xs - centerX) / focal, b = (centerY - y) / focal
    return TripleLanes(forward.x + right.x * a, forward.y + right.y * a, forward.z + right.z * a + b)
  }
}

extension RoomShell {
  /// ``place(_:on:)`` of eight.
  @inline(__always)
  func places(_ p: TripleLanes, on face: Face) -> (u: Lanes, v: Lanes) {
    switch face {
    case 2: (p.x, p.z)
    case 3: (p.y, p.z)
    case 4: (size.x - p.x, p.z)
    case 5: (size.y - p.y, p.z)
    default: (p.x, p.y)
    }
  }
}

extension SurfaceTexture {
  /// ``color(_:_:long:short:)`` of eight; there must be levels.
  @inline(__always)
  func colors(_ u: Lanes, _ v: Lanes, long: (x: Lanes, y: Lanes), short: Lanes) -> TripleLanes {
    let reach = f32x8_sqrt(long.x * long.x + long.y * long.y)
    let ratio = reach / f32x8_max(short, Lanes(repeating: 1e-6))
    let probes = f32x8_clamp(0 - f32x8_floor(0 - ratio), 1, 8)
    let size = f32x8_max(short, reach * 0.125) * density
    let all = levels.span
    var sums = [8 of SIMD4<Float>](repeating: SIMD4())
    for i in 0..<8 {
      let k = (Float(i) + 0.5) / probes - 0.5
      let (s, t) = ((u + long.x * k) / width, (v + long.y * k) / height)
      var isLast = true
      for lane in 0..<8 where Float(i) < probes[lane] {
        sums[lane] += all[level(size[lane])].color(s[lane], t[lane])
        isLast = isLast && probes[lane] <= Float(i + 1)
      }
      if isLast { break }
    }
    let share = 1 / probes
    var colors = TripleLanes(Triple())
    for lane in 0..<8 {
      let sum = sums[lane] * share[lane]
      colors[lane] = Triple(sum.x, sum.y, sum.z)
    }
    return colors
  }
}

extension Sunshine {
  /// ``mayReach(_:_:)`` of eight places: a bit for each.
  @inline(__always)
  func reached(_ p: TripleLanes, _ shell: RoomShell) -> Int {
    var (t, face) = (Lanes(repeating: .infinity), SIMD8<Int32>())
    func meet(_ d: Float, _ at: Lanes, _ size: Float, _ far: Int32, _ near: Int32) {
      guard abs(d) > 1e-9 else { return }
      let way = (d > 0 ? size - at : 0 - at) / d
      let isNearer = way .< t
      t.replace(with: way, where: isNearer)
      face.replace(with: SIMD8(repeating: d > 0 ? far : near), where: isNearer)
    }
    meet(sun.x, p.x, shell.size.x, 3, 5)
    meet(sun.y, p.y, shell.size.y, 4, 2)
    meet(sun.z, p.z, shell.size.z, 1, 0)
    let exit = TripleLanes(p.x + sun.x * t, p.y + sun.y * t, p.z + sun.z * t)
    var bits = 0
    for window in windows {
      let (u, v) = shell.places(exit, on: window.face)
      let (low, high) = (window.low - Self.margin, window.high + Self.margin)
      let isNear =
        (u .> low.x) .& (u .< high.x) .& (v .> low.y) .& (v .< high.y) .& (face .== Int32(window.face))
      for lane in 0..<8 where isNear[lane] { bits |= 1 << lane }
    }
    return bits
  }
}
