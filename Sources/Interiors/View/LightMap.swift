import Raster

/// A flat patch of samples on a face of the room or of a solid's box: where light is worked out.
struct LightPatch: Sendable {
  /// The middle of the first sample.
  let origin: Triple
  /// From one sample to the next.
  let stepU: Triple
  let stepV: Triple
  let normal: Triple
  /// The solid that it belongs to, or -1 for the room.
  let solid: Int
  let columns: Int
  let rows: Int
  /// Where its samples begin among all.
  let offset: Int

  var count: Int { columns * rows }

  @inline(__always)
  func point(_ i: Int, _ j: Int) -> Triple { origin + stepU * Float(i) + stepV * Float(j) }
}

/// All patches of a room and the light on them: irradiance over pi, so that 1 is a sky all around.
struct LightMap: Sendable {
  var patches: [LightPatch]
  var samples: [SIMD4<Float>]

  /// Between the samples of a patch; `u` and `v` are 0...1 across it.
  @inline(__always)
  func light(_ index: Int, _ u: Float, _ v: Float) -> Triple {
    let (patches, q) = (patches.span, samples.span)
    let (columns, rows) = (patches[index].columns, patches[index].rows)
    let x = max(0, min(Float(columns - 1), u * Float(columns) - 0.5))
    let y = max(0, min(Float(rows - 1), v * Float(rows) - 0.5))
    let (i, j) = (Int(x), Int(y))
    let (s, t) = (x - Float(i), y - Float(j))
    let right = i + 1 < columns ? 1 : 0, down = j + 1 < rows ? columns : 0
    let at = patches[index].offset + j * columns + i
    let a = q[at] + (q[at + right] - q[at]) * s
    let b = q[at + down] + (q[at + down + right] - q[at + down]) * s
    let c = a + (b - a) * t
    return Triple(c.x, c.y, c.z)
  }

  /// A 1-2-1 mean both ways within each patch: equal weight for the four sets of rays that take turns. The first
  /// `shell` patches but the floor get three more, for what falls on walls changes slowly.
  func smoothed(shell: Int) -> LightMap {
    var copy = self
    for (index, p) in patches.enumerated() {
      for _ in 0..<(index > 0 && index < shell ? 4 : 1) { copy.smooth(p) }
    }
    return copy
  }

  private mutating func smooth(_ p: LightPatch) {
    let old = Array(samples[p.offset..<p.offset + p.count])
    for j in 0..<p.rows {
      let above = max(0, j - 1) * p.columns, here = j * p.columns, below = min(p.rows - 1, j + 1) * p.columns
      func column(_ i: Int) -> SIMD4<Float> { old[above + i] + 2 * old[here + i] + old[below + i] }
      for i in 0..<p.columns {
        let sum = column(max(0, i - 1)) + 2 * column(i) + column(min(p.columns - 1, i + 1))
        samples[p.offset + here + i] = sum * (1 / 16)
      }
    }
  }
}

/// Lays out the patches.
struct LightPatches {
  private(set) var patches: [LightPatch] = []
  private(set) var count = 0

  mutating func add(
    corner: Triple, u: Triple, v: Triple, normal: Triple, solid: Int, columns: Int, rows: Int
  ) {
    let (stepU, stepV) = (u * (1 / Float(columns)), v * (1 / Float(rows)))
    patches.append(
      LightPatch(
        origin: corner + stepU * 0.5 + stepV * 0.5 + normal * 0.003, stepU: stepU, stepV: stepV,
        normal: normal, solid: solid, columns: columns, rows: rows, offset: count))
    count += columns * rows
  }

  /// The six faces of the room, samples at most `step` metres apart.
  mutating func add(_ shell: RoomShell, step: (RoomShell.Face) -> Float) {
    for face in 0..<6 {
      let (w, h) = shell.extent(face)
      let (u, v) = RoomShell.axes(face)
      let step = step(face)
      add(
        corner: shell.point(0, 0, on: face), u: u * w, v: v * h, normal: RoomShell.normal(face), solid: -1,
        columns: max(4, Int((w / step).rounded(.up))), rows: max(4, Int((h / step).rounded(.up))))
    }
  }

  /// The six faces of a solid's box in the order +x -x +y -y +z -z of its own axes.
  mutating func add(_ solid: Solid, index: Int, step: Float) {
    let axes = [Triple(solid.frame.x), Triple(solid.frame.y), Triple(solid.frame.z)]
    let half = Triple(solid.half)
    for face in 0..<6 {
      let axis = face / 2, sign: Float = face % 2 == 0 ? 1 : -1
      let (a, b) = ((axis + 1) % 3, (axis + 2) % 3)
      let (u, v) = (axes[a] * (2 * half[a]), axes[b] * (2 * half[b]))
      let normal = axes[axis] * sign
      let corner = Triple(solid.center) + normal * half[axis] - u * 0.5 - v * 0.5
      func samples(_ side: Float) -> Int { max(1, min(40, Int((2 * side / step).rounded(.up)))) }
      add(
        corner: corner, u: u, v: v, normal: normal, solid: index, columns: samples(half[a]),
        rows: samples(half[b]))
    }
  }
}
