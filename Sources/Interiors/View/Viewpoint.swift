import Elementary
import Geometry
import Raster

/// Three floats of the room view: metres, x east, y south, z up.
typealias Triple = SIMD3<Float>

@inline(__always) func dot(_ a: Triple, _ b: Triple) -> Float { a.x * b.x + a.y * b.y + a.z * b.z }
@inline(__always) func made1(_ a: Triple) -> Triple { a * (1 / dot(a, a).squareRoot()) }

extension Triple {
  init(_ v: Vector3) { self.init(Float(v.x), Float(v.y), Float(v.z)) }
}

/// A camera in its place, with its picture plane in pixels.
struct Viewpoint {
  let eye: Triple
  let right: Triple
  /// Level: uprights stay upright.
  let forward: Triple
  /// Pixels per unit of slope.
  let focal: Float
  /// Where the eye's level and axis meet the picture, in pixels.
  let centerX: Float
  let centerY: Float
  let width: Int
  let height: Int

  /// The direction through a place of the picture; its forward part is 1, so that distances are depths.
  @inline(__always)
  func direction(_ x: Float, _ y: Float) -> Triple {
    forward + right * ((x - centerX) / focal) + Triple(0, 0, (centerY - y) / focal)
  }

  /// Picture and depth of a place in the room.
  func project(_ p: Triple) -> (x: Float, y: Float, depth: Float) {
    let v = p - eye
    let depth = dot(v, forward)
    return (centerX + focal * dot(v, right) / depth, centerY - focal * v.z / depth, depth)
  }
}

extension RoomCamera {
  /// The wall through which the room is seen: it is left out.
  var nearWall: Wall {
    switch self {
    case .onePoint(let wall), .twoPoint(let wall): wall.opposite
    }
  }

  /// All walls that the camera stands behind: what hangs and stands on them would float before it.
  func nearWalls(_ room: Room) -> [Wall] {
    let eye = viewpoint(room, width: 160, height: 100).eye
    return Wall.allCases.filter { room.place(of: Point(Double(eye.x), Double(eye.y)), on: $0).off < 0 }
  }

  /// Where the camera stands for a room and a picture.
  func viewpoint(_ room: Room, width: Int, height: Int) -> Viewpoint {
    switch self {
    case .onePoint(let wall): Self.straight(room, wall, width, height)
    case .twoPoint(let wall): Self.oblique(room, wall, width, height)
    }
  }

  private static let eyeHeight = 1.32

  /// The far wall takes a little more than half of the width; more floor is seen than ceiling.
  private static func straight(_ room: Room, _ wall: Wall, _ width: Int, _ height: Int) -> Viewpoint {
    let span = room.length(of: wall)
    let depth = wall == .north || wall == .south ? room.depth : room.width
    let back = max(1.3, depth * 0.42)
    let share = min(0.76, 0.40 + 0.12 * span / depth + max(0, span - 5) * 0.05)
    // In a wide picture the height decides how much of the far wall fits.
    let byWidth = share * Double(width) / span * (depth + back)
    let byHeight = 0.56 * Double(height) / room.height * (depth + back)
    let focal = min(byWidth, byHeight)
    let towards = Projection.towards(wall)
    let middle = room.point(on: wall, along: span / 2, off: depth + back)
    let eye = Vector3(middle.x, middle.y, eyeHeight * min(1.25, room.height / 2.7))
    // The far wall's middle stands a little above the picture's.
    let offset = focal * (room.height / 2 - eye.z) / (depth + back)
    return Viewpoint(
      eye: Triple(eye), right: Triple(towards.right), forward: Triple(towards.viewer * -1),
      focal: Float(focal), centerX: Float(width) / 2, centerY: Float(Double(height) * 0.47 + offset),
      width: width, height: height)
  }

  /// Turned by 35 degrees to the left of the wall's normal, from beyond the opposite corner.
  private static func oblique(_ room: Room, _ wall: Wall, _ width: Int, _ height: Int) -> Viewpoint {
    let towards = Projection.towards(wall)
    let (s, c) = Exact.sincos(35 * Double.pi / 180)
    let normal = towards.viewer * -1
    let forward = normal * c - towards.right * s
    let right = towards.right * c + normal * s
    let diagonal = (room.width * room.width + room.depth * room.depth).squareRoot()
    let middle = Vector3(room.width / 2, room.depth / 2, 0)
    let away = diagonal * 0.5 + 1.5
    let eye = middle - forward * away + Vector3(0, 0, eyeHeight * min(1.25, room.height / 2.7))
    let focal =
      min(Double(width) * 1.06, Double(height) * 1.5 * 2.7 / room.height) * away / (diagonal * 0.5 + 2.2)
    let level = Viewpoint(
      eye: Triple(eye), right: Triple(right), forward: Triple(forward), focal: Float(focal),
      centerX: Float(width) / 2, centerY: Float(Double(height) * 0.45), width: width, height: height)
    return level.shifted(past: wall, of: room)
  }
}

extension Viewpoint {
  /// The picture plane shifted to the side until the right end of the wall lies at the picture's edge: what comes after
  /// it is seen so steeply that it is no more than a stripe. Nearer by as much as keeps the left wall from ending
  /// within the picture.
  fileprivate func shifted(past wall: Wall, of room: Room) -> Viewpoint {
    func across(_ along: Double, _ off: Double) -> Float {
      let p = room.point(on: wall, along: along, off: off)
      return project(Triple(Float(p.x), Float(p.y), 0)).x - centerX
    }
    let depth = wall == .north || wall == .south ? room.depth : room.width
    let (left, right) = (across(0, depth), across(room.length(of: wall), 0))
    let wanted = Float(width) * 1.008
    let nearer = max(1, min(1.5, wanted / (right - left)))
    let shift = max(wanted * 0.996 - right * nearer - centerX, 0)
    return Viewpoint(
      eye: eye, right: self.right, forward: forward, focal: focal * nearer, centerX: centerX + shift,
      centerY: centerY, width: width, height: height)
  }
}
