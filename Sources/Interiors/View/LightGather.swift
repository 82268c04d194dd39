import CVector
import Raster

/// Works out the light in a room: radiosity of coarse patches for what bounces, then one gathering of it at every
/// sample of the light map. Nothing is random, so nothing is noisy.
struct LightGather: Sendable {
  let scene: RoomScene
  let daylight: Daylight
  /// Mean colours of the six faces and of the solids.
  let faceColors: [Triple]
  let solidColors: [Triple]
  let patterns: RayPatterns
  /// More rays, for walls and ceiling: their light changes slowly, so they have few samples, but the eye is strict.
  let broad: RayPatterns
  /// What faces away from here is not worked out.
  let eye: Triple

  /// Coarse patches along each side of a face.
  static let coarse = 12
  /// Bounces between the faces of the room.
  static let bounces = 3
  /// Radiance of the wall through which the room is seen.
  static let fill: Float = 0.10

  /// The light map of a room; `step` is the distance of samples on the faces and on solids, in metres.
  func lightMap(step: Float, jobs: Int) -> (map: LightMap, radiance: CoarseRadiance) {
    let radiance = bounced(jobs: jobs)
    var patches = LightPatches()
    patches.add(scene.shell) { face in
      face == scene.shell.near ? 4 : face == 0 ? step : face == 1 ? step * 4.5 : step * 2.6
    }
    for (index, solid) in scene.solids.enumerated() {
      patches.add(solid, index: index, step: step * (solid.finish == .trim ? 6 : 1.7))
    }
    let all = patches.patches
    let samples = gathered(all, count: patches.count, jobs: jobs) { patch, i, j in
      isSeen(patch) ? sample(patch, i, j, radiance) : Triple()
    }
    var map = LightMap(patches: all, samples: samples)
    for solid in scene.solids.indices { fill(&map, 6 + solid * 6..<12 + solid * 6) }
    return (map.smoothed(shell: 6), radiance)
  }

  private func isSeen(_ patch: LightPatch) -> Bool {
    patch.solid < 0 || dot(patch.normal, eye - patch.point(patch.columns / 2, patch.rows / 2)) > 0
  }

  /// Faces that are turned away get the mean of the others: a little of it shows where round forms turn away.
  private func fill(_ map: inout LightMap, _ faces: Range<Int>) {
    let (seen, hidden) = (faces.filter { isSeen(map.patches[$0]) }, faces.filter { !isSeen(map.patches[$0]) })
    let total = seen.reduce(SIMD4<Float>()) { sum, face in
      let p = map.patches[face]
      return sum + map.samples[p.offset..<p.offset + p.count].reduce(SIMD4(), +) * (1 / Float(p.count))
    }
    let mean = total * (0.8 / Float(max(1, seen.count)))
    for face in hidden {
      let p = map.patches[face]
      for n in p.offset..<p.offset + p.count { map.samples[n] = mean }
    }
  }

  /// A value for each sample of the patches.
  func gathered(
    _ patches: [LightPatch], count: Int, jobs: Int,
    _ value: @Sendable (LightPatch, Int, Int) -> Triple
  ) -> [SIMD4<Float>] {
    var samples = [SIMD4<Float>](repeating: SIMD4(), count: count)
    Bands.fill(&samples, rows: count, rowLength: 1, jobs: jobs, height: 256) { band, out in
      var index = Self.patch(of: band.lowerBound, patches)
      for n in band {
        while n >= patches[index].offset + patches[index].count { index += 1 }
        let p = patches[index]
        let (j, i) = (n - p.offset).quotientAndRemainder(dividingBy: p.columns)
        let light = value(p, i, j)
        out[n - band.lowerBound] = SIMD4(light.x, light.y, light.z, 0)
      }
    }
    return samples
  }

  private static func patch(of sample: Int, _ patches: [LightPatch]) -> Int {
    var (low, high) = (0, patches.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if patches[middle].offset <= sample { low = middle } else { high = middle - 1 }
    }
    return low
  }

  private func sample(_ p: LightPatch, _ i: Int, _ j: Int, _ radiance: CoarseRadiance) -> Triple {
    let set = RayPatterns.set(i, j)
    let rays = p.solid < 0 && p.normal.z < 0.5 ? broad : patterns
    let point = p.point(i, j)
    return windows(point, p.normal, skip: p.solid, rays.squares[set])
      + bounce(
        point, p.normal, made1(p.stepU), made1(p.stepV), skip: p.solid, rays.hemispheres[set], radiance)
  }

  /// Light of the sky straight through the windows: Lambert's law over the window's area.
  func windows(
    _ point: Triple, _ normal: Triple, skip: Int, _ places: [(u: Lanes, v: Lanes)]
  ) -> Triple {
    var sum: Float = 0
    for window in daylight.windows {
      let outwards = dot(window.corner - point, window.normal)
      guard outwards < -0.001 else { continue }
      var total = Lanes()
      for place in places {
        var rays = RayLanes(from: point)
        rays.dx = window.u.x * place.u + window.v.x * place.v + (window.corner.x - point.x)
        rays.dy = window.u.y * place.u + window.v.y * place.v + (window.corner.y - point.y)
        rays.dz = window.u.z * place.u + window.v.z * place.v + (window.corner.z - point.z)
        let facing = f32x8_max(rays.dx * normal.x + rays.dy * normal.y + rays.dz * normal.z, Lanes())
        let square = rays.dx * rays.dx + rays.dy * rays.dy + rays.dz * rays.dz
        // A patch beside the window must not blow up.
        let form = facing * -outwards / (square * square + Lanes(repeating: 0.02))
        guard f32x8_sum(form) > 0 else { continue }
        var index = SIMD8<Int32>(repeating: -1)
        let one = Lanes(repeating: 1)
        let t = scene.nearest(&rays, far: one, skip: skip, index: &index)
        total += f32x8_select(f32x8_less(t, one), Lanes(), form)
      }
      sum += f32x8_sum(total) * window.area / (Float(places.count * 8) * Float.pi)
    }
    return Daylight.sky * sum
  }

  /// The mean radiance over a hemisphere, weighted by the cosine.
  func bounce(
    _ point: Triple, _ normal: Triple, _ u: Triple, _ v: Triple, skip: Int,
    _ packets: [(x: Lanes, y: Lanes, z: Lanes)], _ radiance: CoarseRadiance
  ) -> Triple {
    var sum = Triple()
    for d in packets {
      var rays = RayLanes(from: point)
      rays.dx = u.x * d.x + v.x * d.y + normal.x * d.z
      rays.dy = u.y * d.x + v.y * d.y + normal.y * d.z
      rays.dz = u.z * d.x + v.z * d.y + normal.z * d.z
      var index = SIMD8<Int32>(repeating: -1)
      let far = Lanes(repeating: 100)
      let t = scene.nearest(&rays, far: far, skip: skip, index: &index)
      for lane in 0..<8 {
        let direction = rays.direction(lane)
        if index[lane] >= 0 {
          sum += hit(Int(index[lane]), point + direction * t[lane], radiance)
        } else {
          sum += radiance.seen(from: point, direction, scene.shell)
        }
      }
    }
    return sum * (1 / Float(packets.count * 8))
  }

  /// What a solid sends back: its colour in about the light of the floor below.
  @inline(__always)
  private func hit(_ solid: Int, _ p: Triple, _ radiance: CoarseRadiance) -> Triple {
    if scene.finishes[solid] == .shade { return Daylight.lamp }
    return solidColors[solid] * (radiance.onFloor(p, scene.shell) * 0.62)
  }
}
