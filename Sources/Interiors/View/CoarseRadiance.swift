import Raster

/// What the faces of a room send out, in coarse patches.
struct CoarseRadiance: Sendable {
  /// `coarse * coarse` patches for each of six faces.
  var patches: [Triple]
  /// The light that falls on them, over pi.
  var incoming: [Triple]

  @inline(__always)
  private func index(_ p: Triple, _ face: RoomShell.Face, _ shell: RoomShell) -> Int {
    let n = LightGather.coarse
    let (u, v) = shell.place(p, on: face)
    let (w, h) = shell.extent(face)
    let i = max(0, min(n - 1, Int(u / w * Float(n)))), j = max(0, min(n - 1, Int(v / h * Float(n))))
    return (face * n + j) * n + i
  }

  /// What a ray sees of the shell; nothing through windows, whose light is counted apart.
  @inline(__always)
  func seen(from o: Triple, _ d: Triple, _ shell: RoomShell) -> Triple {
    let (t, face) = shell.exit(o, d)
    let p = o + d * t
    if !shell.openings[face].isEmpty {
      let (u, v) = shell.place(p, on: face)
      if let index = shell.opening(u, v, on: face), shell.openings[face][index].kind == .window {
        return Triple()
      }
    }
    return patches[index(p, face, shell)]
  }

  /// The light that falls on the floor below a place.
  @inline(__always)
  func onFloor(_ p: Triple, _ shell: RoomShell) -> Triple { incoming[index(p, 0, shell)] }
}

extension LightGather {
  /// Radiosity by repeated gathering (Goral and others 1984; Jacobi's iteration).
  func bounced(jobs: Int) -> CoarseRadiance {
    var layout = LightPatches()
    for face in 0..<6 {
      let (w, h) = scene.shell.extent(face)
      let (u, v) = RoomShell.axes(face)
      layout.add(
        corner: scene.shell.point(0, 0, on: face), u: u * w, v: v * h, normal: RoomShell.normal(face),
        solid: -1, columns: Self.coarse, rows: Self.coarse)
    }
    let all = layout.patches
    let direct = gathered(all, count: layout.count, jobs: jobs) { p, i, j in
      windows(p.point(i, j), p.normal, skip: -1, patterns.squares[RayPatterns.set(i, j)]) + sunlight(p, i, j)
    }
    let spread = spread(direct)
    var state = sent(spread)
    for _ in 0..<Self.bounces {
      let radiance = state
      let light = gathered(all, count: layout.count, jobs: jobs) { p, i, j in
        let first = spread[p.offset + j * p.columns + i]
        return Triple(first.x, first.y, first.z)
          + bounce(
            p.point(i, j), p.normal, made1(p.stepU), made1(p.stepV), skip: -1,

            patterns.hemispheres[RayPatterns.set(i, j)], radiance)
      }
      state = sent(light)
    }
    return state
  }

  /// A mean of neighbours: a sharp patch of sun would be met by too few rays, and its glow would be blotchy.
  private func spread(_ light: [SIMD4<Float>]) -> [SIMD4<Float>] {
    let n = Self.coarse
    return light.indices.map { at in
      let (face, rest) = at.quotientAndRemainder(dividingBy: n * n)
      let (j, i) = rest.quotientAndRemainder(dividingBy: n)
      var sum = SIMD4<Float>(), count: Float = 0
      for y in max(0, j - 2)...min(n - 1, j + 2) {
        for x in max(0, i - 2)...min(n - 1, i + 2) {
          sum += light[face * n * n + y * n + x]
          count += 1
        }
      }
      return sum * (1 / count)
    }
  }

  private func sent(_ light: [SIMD4<Float>]) -> CoarseRadiance {
    let per = Self.coarse * Self.coarse
    let incoming = light.map { Triple($0.x, $0.y, $0.z) }
    let patches = incoming.enumerated().map { n, e in
      let face = n / per
      return e * faceColors[face] + Triple(repeating: face == scene.shell.near ? Self.fill : 0)
    }
    return CoarseRadiance(patches: patches, incoming: incoming)
  }

  /// The sun on a patch, from four by four places of it.
  private func sunlight(_ p: LightPatch, _ i: Int, _ j: Int) -> Triple {
    guard let sun = daylight.sun else { return Triple() }
    let facing = dot(p.normal, sun)
    guard facing > 0 else { return Triple() }
    var hits = 0
    for a in 0..<4 {
      for b in 0..<4 {
        let place = p.point(i, j) + p.stepU * (Float(a) / 4 - 0.375) + p.stepV * (Float(b) / 4 - 0.375)
        let (t, face) = scene.shell.exit(place, sun)
        let (u, v) = scene.shell.place(place + sun * t, on: face)
        if let index = scene.shell.opening(u, v, on: face), scene.shell.openings[face][index].kind == .window
        {
          hits += 1
        }
      }
    }
    return Daylight.sunlight * (facing * Float(hits) / 16)
  }
}
