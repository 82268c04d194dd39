import Elementary

/// A place or direction in a room or a piece: metres, x to the right, y to the front (south), z up.
public struct Vector3: Hashable, Sendable {
  public var x, y, z: Double

  public init(_ x: Double, _ y: Double, _ z: Double) { (self.x, self.y, self.z) = (x, y, z) }

  public static let zero = Vector3(0, 0, 0)

  public static func + (a: Vector3, b: Vector3) -> Vector3 { Vector3(a.x + b.x, a.y + b.y, a.z + b.z) }
  public static func - (a: Vector3, b: Vector3) -> Vector3 { Vector3(a.x - b.x, a.y - b.y, a.z - b.z) }
  public static func * (a: Vector3, k: Double) -> Vector3 { Vector3(a.x * k, a.y * k, a.z * k) }

  public func dot(_ b: Vector3) -> Double { x * b.x + y * b.y + z * b.z }
  public var length: Double { dot(self).squareRoot() }

  public func cross(_ b: Vector3) -> Vector3 {
    Vector3(y * b.z - z * b.y, z * b.x - x * b.z, x * b.y - y * b.x)
  }

  /// The same direction with length 1; must not be zero.
  public var normalized: Vector3 { self * (1 / length) }
}

/// Where a solid's own axes point, as seen by what holds it; each is 1 long and at right angles to the others.
public struct Frame3: Hashable, Sendable {
  public var x, y, z: Vector3

  public init(x: Vector3, y: Vector3, z: Vector3) { (self.x, self.y, self.z) = (x, y, z) }

  public static let identity = Frame3(x: Vector3(1, 0, 0), y: Vector3(0, 1, 0), z: Vector3(0, 0, 1))

  /// From own coordinates to the holder's.
  public func apply(_ v: Vector3) -> Vector3 { x * v.x + y * v.y + z * v.z }

  /// First this, then `next`.
  public func then(_ next: Frame3) -> Frame3 {
    Frame3(x: next.apply(x), y: next.apply(y), z: next.apply(z))
  }

  /// Clockwise on the plan by `degrees`.
  public static func yaw(_ degrees: Double) -> Frame3 {
    let (s, c) = Self.sincos(degrees)
    return Frame3(x: Vector3(c, s, 0), y: Vector3(-s, c, 0), z: Vector3(0, 0, 1))
  }

  /// About the x axis: the head leans to the back by `degrees`.
  public static func lean(_ degrees: Double) -> Frame3 {
    let (s, c) = Self.sincos(degrees)
    return Frame3(x: Vector3(1, 0, 0), y: Vector3(0, c, s), z: Vector3(0, -s, c))
  }

  /// About the y axis: the head leans to the right by `degrees`.
  public static func roll(_ degrees: Double) -> Frame3 {
    let (s, c) = Self.sincos(degrees)
    return Frame3(x: Vector3(c, 0, -s), y: Vector3(0, 1, 0), z: Vector3(s, 0, c))
  }

  /// The z axis along `direction`, which must not be zero.
  public static func along(_ direction: Vector3) -> Frame3 {
    let z = direction.normalized
    let helper = abs(z.z) > 0.999 ? Vector3(0, 1, 0) : Vector3(0, 0, 1)
    let x = helper.cross(z).normalized
    return Frame3(x: x, y: z.cross(x), z: z)
  }

  /// Quarter turns come out exact.
  private static func sincos(_ degrees: Double) -> (Double, Double) {
    let turn = degrees - 360 * (degrees / 360).rounded(.down)
    switch turn {
    case 0: return (0, 1)
    case 90: return (1, 0)
    case 180: return (0, -1)
    case 270: return (-1, 0)
    default:
      let (s, c) = Exact.sincos(turn * Double.pi / 180)
      return (s, c)
    }
  }
}
