import CVector
import Raster

/// A room ready for rays: all solids as forms, grouped by piece.
struct RoomScene: Sendable {
  let room: Room
  let solids: [Solid]
  let finishes: [Finish]
  /// Of each solid the number of its piece in the furnishing; nil for parts of the room.
  let owners: [Int?]
  let forms: [solid_form]
  let groups: [solid_group]
  /// A factor on each solid's colour, so that parts of one piece are told apart.
  let tints: [Float]
  let shell: RoomShell

  /// Pieces that stand against a wall through which the room is seen are left out: the viewer stands there.
  init(_ furnishing: Furnishing, camera: RoomCamera) {
    room = furnishing.room
    shell = RoomShell(room: room, near: camera.nearWall)
    let near = camera.nearWalls(room)
    let shown = furnishing.pieces.enumerated().filter { piece in
      !near.contains { piece.element.blocks($0, of: furnishing.room) }
    }
    let trim = RoomTrim(room: room, without: near).solids
    let lists = shown.map(\.element.solids) + [trim]
    let solids = lists.flatMap { $0 }
    owners =
      zip(shown.map(\.offset), lists).flatMap { index, list in list.map { _ in index } }
      + trim.map { _ in nil }
    self.solids = solids
    finishes = solids.map(\.finish)
    forms = solids.map(\.form)
    tints = solids.indices.map { 1 + Float($0 * 7 % 11 - 5) * 0.004 }
    var start = 0
    groups = lists.dropLast().flatMap { list -> [solid_group] in
      let run = start..<start + list.count
      start = run.upperBound
      return Self.groups(solids, run)
    }
  }

  /// Runs of a few neighbours: a ray passes most of a large piece by.
  private static func groups(_ solids: [Solid], _ run: Range<Int>) -> [solid_group] {
    stride(from: run.lowerBound, to: run.upperBound, by: 6).map {
      group(solids, $0..<min(run.upperBound, $0 + 6))
    }
  }

  private static func group(_ solids: [Solid], _ run: Range<Int>) -> solid_group {
    let boxes = run.map { solids[$0].box }
    func bound(_ pick: (Double, Double) -> Double, _ side: (Solid.Box) -> Vector3) -> (Float, Float, Float) {
      let all = boxes.map(side)
      let best = all.dropFirst().reduce(all[0]) {
        Vector3(pick($0.x, $1.x), pick($0.y, $1.y), pick($0.z, $1.z))
      }
      return (Float(best.x), Float(best.y), Float(best.z))
    }
    return solid_group(
      low: bound(min) { $0.low }, high: bound(max) { $0.high }, first: Int32(run.lowerBound),
      end: Int32(run.upperBound))
  }

  /// What eight rays meet of all there is, by true surfaces.
  func met(_ rays: inout RayLanes, pixel: Float) -> (ids: SIMD8<Int32>, depths: Lanes) {
    met(&rays, candidates: forms.indices.map(Int32.init), pixel: pixel)
  }

  /// The same of the solids that may be in the way.
  @inline(__always)
  func met(
    _ rays: inout RayLanes, candidates: [Int32], pixel: Float
  ) -> (ids: SIMD8<Int32>, depths: Lanes) {
    var ids = SIMD8<Int32>()
    var depths = Lanes()
    for lane in 0..<8 { (depths[lane], ids[lane]) = shell.sight(rays.origin(lane), rays.direction(lane)) }
    forms.withUnsafeBufferPointer { forms in
      for index in candidates {
        // Sound: candidates are indices of `forms`.
        let t = solid_trace(forms.baseAddress! + Int(index), &rays, depths, pixel)
        ids.replace(with: SIMD8(repeating: index), where: t .< depths)
        depths = t
      }
    }
    return (ids, depths)
  }

  /// The nearest opaque solid that eight rays meet before `far`, by boxes: for light, not for the eye.
  @inline(__always)
  func nearest(_ rays: inout RayLanes, far: Lanes, skip: Int, index: inout SIMD8<Int32>) -> Lanes {
    forms.withUnsafeBufferPointer { forms in
      groups.withUnsafeBufferPointer { groups in
        // Sound: the kernel reads `groups.count` groups, whose runs lie within `forms`.
        solids_nearest(
          forms.baseAddress, groups.baseAddress, Int32(groups.count), &rays, far, Int32(skip), &index)
      }
    }
  }
}

/// Eight rays, as the kernels read them: origins and directions.
struct RayLanes {
  var ox = Lanes(), oy = Lanes(), oz = Lanes()
  var dx = Lanes(), dy = Lanes(), dz = Lanes()

  /// Rays from one place.
  init(from o: Triple) {
    (ox, oy, oz) = (Lanes(repeating: o.x), Lanes(repeating: o.y), Lanes(repeating: o.z))
  }

  @inline(__always)
  func origin(_ lane: Int) -> Triple { Triple(ox[lane], oy[lane], oz[lane]) }
  @inline(__always)
  func direction(_ lane: Int) -> Triple { Triple(dx[lane], dy[lane], dz[lane]) }
}

extension PlacedPiece {
  /// True if it stands or hangs at the wall through which the room is seen.
  fileprivate func blocks(_ wall: Wall, of room: Room) -> Bool {
    guard item.use != .rug, item.use.stance != .ceiling else { return false }
    let far = corners.map { room.place(of: $0, on: wall).off }.max()!
    return far < max(0.75, item.piece.size.y + 0.12) && item.piece.size.z + elevation > 0.5
  }
}

extension Solid {
  struct Box {
    var low, high: Vector3
  }

  /// The box of the room's axes around it.
  var box: Box {
    func reach(_ part: (Vector3) -> Double) -> Double {
      let grown = max(1, widening(at: half.z), widening(at: -half.z))
      return abs(part(frame.x)) * half.x * grown + abs(part(frame.y)) * half.y * grown
        + abs(part(frame.z)) * half.z
    }
    let r = Vector3(reach { $0.x }, reach { $0.y }, reach { $0.z })
    return Box(low: center - r, high: center + r)
  }

  /// The form that the kernels read.
  var form: solid_form {
    func triple(_ v: Vector3) -> (Float, Float, Float) { (Float(v.x), Float(v.y), Float(v.z)) }
    let (x, y, z) = (triple(frame.x), triple(frame.y), triple(frame.z))
    let slope = (taper - 1) / (taper + 1) / half.z
    let flat = min(half.x, half.y)
    // Neither a slanting side nor a puffed face is as far as it seems.
    let lean = abs(slope) * max(half.x, half.y) + 2.2 * crown / flat
    return solid_form(
      center: triple(center), axes: (x.0, x.1, x.2, y.0, y.1, y.2, z.0, z.1, z.2), half: triple(half),
      corner: Float(corner), edge: Float(edge), crown: Float(crown), slope: Float(slope),
      step: Float(1 / (1 + lean * lean).squareRoot()),
      is_round: corner > 0.92 * max(half.x, half.y) ? 1 : 0,
      is_opaque: finish == .glass || half.length < 0.03 ? 0 : 1)
  }
}
