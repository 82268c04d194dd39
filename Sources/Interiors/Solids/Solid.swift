/// A slab with rounded corners and edges: the one form that all furniture is built of.
///
/// With corners as large as its half width it is a disc or a cylinder, with edges as large too a ball or a capsule;
/// it may narrow upwards (legs, lampshades) and thin out towards its sides (cushions). One form means one outline
/// for drawings and one distance function for the room view, so the two cannot differ.
public struct Solid: Hashable, Sendable {
  /// Metres.
  public var center: Vector3
  /// Half the size along its own axes, metres.
  public var half: Vector3
  /// Radius of the four corners seen from above.
  public var corner: Double
  /// Radius of the edges between sides and top or bottom.
  public var edge: Double
  /// How much thinner each face of the slab is at its sides than in its middle.
  public var crown: Double
  /// The width of the top over the width of the bottom; the mean keeps `half`.
  public var taper: Double
  public var frame: Frame3
  public var finish: Finish

  public init(
    center: Vector3, half: Vector3, corner: Double = 0.004, edge: Double = 0.004, crown: Double = 0,
    taper: Double = 1, frame: Frame3 = .identity, _ finish: Finish
  ) {
    let flat = min(half.x, half.y)
    self.center = center
    self.half = half
    self.corner = min(corner, flat)
    self.edge = min(edge, flat, half.z)
    self.crown = min(crown, half.z * 0.8)
    self.taper = taper
    self.frame = frame
    self.finish = finish
  }

  /// How wide it is at its own height `z`, over the width in the middle.
  func widening(at z: Double) -> Double {
    let slope = 2 * (taper - 1) / (taper + 1)
    return 1 + slope * z / (2 * half.z)
  }

  /// Moved and turned as a part of something larger.
  public func placed(_ frame: Frame3, at origin: Vector3) -> Solid {
    var copy = self
    copy.center = frame.apply(center) + origin
    copy.frame = self.frame.then(frame)
    return copy
  }

  /// The same in another material.
  func finished(_ finish: Finish) -> Solid {
    var copy = self
    copy.finish = finish
    return copy
  }
}

extension Solid {
  /// A block between three pairs of planes, in metres.
  static func block(
    _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, _ z: ClosedRange<Double>, _ finish: Finish,
    corner: Double = 0.006, edge: Double = 0.006, crown: Double = 0
  ) -> Solid {
    func middle(_ r: ClosedRange<Double>) -> Double { (r.lowerBound + r.upperBound) / 2 }
    func half(_ r: ClosedRange<Double>) -> Double { (r.upperBound - r.lowerBound) / 2 }
    return Solid(
      center: Vector3(middle(x), middle(y), middle(z)), half: Vector3(half(x), half(y), half(z)),
      corner: corner, edge: edge, crown: crown, finish)
  }

  /// An upright round of `radius` below and `top` above.
  static func round(
    x: Double = 0, y: Double = 0, _ z: ClosedRange<Double>, radius: Double, top: Double? = nil,
    edge: Double = 0.004, _ finish: Finish
  ) -> Solid {
    let mean = (radius + (top ?? radius)) / 2
    let half = (z.upperBound - z.lowerBound) / 2
    return Solid(
      center: Vector3(x, y, (z.lowerBound + z.upperBound) / 2), half: Vector3(mean, mean, half),
      corner: mean, edge: edge, taper: (top ?? radius) / radius, finish)
  }

  /// A round rod between two points, `radius` thick at `start` and `end` at the other.
  static func rod(
    _ start: Vector3, _ end: Vector3, radius: Double, end endRadius: Double? = nil, _ finish: Finish
  ) -> Solid {
    let mean = (radius + (endRadius ?? radius)) / 2
    let way = end - start
    return Solid(
      center: (start + end) * 0.5, half: Vector3(mean, mean, way.length / 2), corner: mean, edge: 0.002,
      taper: (endRadius ?? radius) / radius, frame: .along(way), finish)
  }

  /// A soft cushion: puffed in the middle, round at the rim; `size` is width, height, thickness before turning.
  static func cushion(
    center: Vector3, size: Vector3, frame: Frame3, _ finish: Finish
  ) -> Solid {
    Solid(
      center: center, half: size * 0.5, corner: min(size.x, size.y) * 0.16, edge: size.z * 0.42,
      crown: size.z * 0.26, frame: frame, finish)
  }

  /// A ball.
  static func ball(_ center: Vector3, radius: Double, _ finish: Finish) -> Solid {
    Solid(center: center, half: Vector3(radius, radius, radius), corner: radius, edge: radius, finish)
  }
}

extension Solid {
  /// With edges of a larger radius, as far as the form allows.
  func softened(_ radius: Double) -> Solid {
    var copy = self
    copy.edge = min(radius, half.x, half.y, half.z)
    return copy
  }
}
