import Elementary
import Geometry
import Parameters

/// Forms as scissors leave them: few long curves, round tips, corners that are almost sharp.
enum CutForms {
  /// A round stone of seven to nine turns of the scissors, `squash` times as high as it is wide before turning.
  ///
  /// `angularity` 0 is soft, 1 shows the single cuts.
  static func stone(
    _ center: Point, radius: Double, squash: Double = 1, turn: Double = 0, angularity: Double,
    _ stream: inout SeedStream
  ) -> Path {
    let count = stream.integer(in: 7...9)
    let phase = stream.uniform(in: 0...6.283)
    let (egg, waist) = (stream.uniform(in: 0.04...0.1), stream.uniform(in: 0.03...0.09))
    let points = (0..<count).map { i in
      let a = 2 * Double.pi * (Double(i) + stream.uniform(in: -0.16...0.16)) / Double(count)
      let r = 1 + egg * Exact.cos(a + phase) + waist * Exact.cos(2 * a + phase * 2)
      return Point(Exact.cos(a) * r, Exact.sin(a) * r * squash) * radius
    }
    let place = Affine.rotation(turn).then(.translation(center.x, center.y))
    return Path.smoothClosed(points, tension: angularity * 0.45).transformed(by: place)
  }

  /// A seaweed: a swaying stem with round fingers on both sides, longest in the middle.
  static func weed(_ spine: Spine, width: Double, fingers: Int, _ stream: inout SeedStream) -> Path {
    let stem = spine.length * 0.035
    let left = side(spine, 1, width: width, fingers: fingers, shift: 0.3, stem: stem, &stream)
    let right = side(spine, -1, width: width, fingers: fingers, shift: 0.62, stem: stem, &stream)
    let head = spine.length * 0.36 / (Double(fingers) + 0.6)
    let top = [spine.at(0.985, head * 0.62), spine.at(1.04, 0), spine.at(0.985, -head * 0.62)]
    let foot = [spine.at(0, -stem), spine.at(-0.015, 0), spine.at(0, stem)]
    return .smoothClosed(left + top + right.reversed() + foot, tension: 0.04)
  }

  /// The outline of the fingers on one side, from the root up.
  private static func side(
    _ spine: Spine, _ sign: Double, width: Double, fingers: Int, shift: Double, stem: Double,
    _ stream: inout SeedStream
  ) -> [Point] {
    let step = 0.9 / (Double(fingers) + 0.6)
    let half = step * spine.length * 0.33
    var points: [Point] = []
    for finger in 0..<fingers {
      let t = 0.07 + (Double(finger) + shift) * step
      let long = width * Exact.sin(Double.pi * mix(0.24, 0.8, t)) * stream.uniform(in: 0.9...1.08)
      // Fingers reach forwards, the upper ones more.
      let root = spine.at(t, 0)
      let out = (spine.at(t, sign) - root + spine.tangent(t) * mix(0.45, 0.95, t)).normalized
      let across = (spine.tangent(t) - out * spine.tangent(t).dot(out)).normalized
      func at(_ along: Double, _ aside: Double) -> Point { root + out * along + across * aside }
      points += [
        spine.at(t - step * 0.46, sign * stem), at(long * 0.55, -half * 0.82), at(long - half * 0.45, -half),
        at(long + half * 0.4, 0), at(long - half * 0.45, half), at(long * 0.55, half * 0.82),
      ]
    }
    return points + [spine.at(0.07 + (Double(fingers - 1) + shift + 0.54) * step, sign * stem)]
  }

  /// A pointed leaf with side ribs cut out of it.
  static func leaf(_ spine: Spine, width: Double, ribs: Int) -> Path {
    let way = spine.tip - spine.root
    let side = way.normalized.perpendicular
    func at(_ t: Double, _ away: Double) -> Point {
      spine.root + way * t + side * (4 * t * (1 - t) * spine.sag + away)
    }
    var path = lens(from: spine.root, to: spine.tip, bulge: width, bend: spine.sag, tip: 0.62)
    for sign in [-1.0, 1.0] {
      for rib in 0..<ribs {
        let t = mix(0.16, 0.66, (Double(rib) + (sign > 0 ? 0 : 0.35)) / (Double(ribs) - 0.65))
        let reach = 0.7 * width * 4 * (t + 0.12) * (0.88 - t)
        let cut = lens(
          from: at(t, sign * width * 0.06), to: at(t + 0.11, sign * reach),
          bulge: spine.length * mix(0.026, 0.014, Double(ribs - 3) / 3), bend: 0, tip: 0.72)
        path.append(cut.reversedWinding())
      }
    }
    return path
  }

  /// Leaflets spread from the root like a fan, the middle ones longest.
  static func palm(_ spine: Spine, leaflets: Int, spread: Double) -> Path {
    var path = Path()
    let (root, way) = (spine.root, spine.tip - spine.root)
    for index in 0..<leaflets {
      let u = Double(index) / Double(leaflets - 1) * 2 - 1
      let long = 1 - 0.38 * u * u
      let arm = Affine.rotation(u * spread).apply(way)
      path.append(
        lens(
          from: root + arm * 0.03, to: root + arm * long,
          bulge: way.length * min(spread / Double(leaflets - 1) * 0.5, 0.1), bend: -way.length * 0.07 * u,
          tip: 0.74))
    }
    // The heart joins the leaflets.
    path.append(.circle(root + way * 0.1, radius: way.length * 0.085))
    return path
  }

  /// A pointed oval between two points, `bulge` wide on each side and bent aside by `bend`; clockwise.
  static func lens(from a: Point, to b: Point, bulge: Double, bend: Double, tip: Double) -> Path {
    let side = (b - a).normalized.perpendicular
    let (low, high) = (0.28, tip)
    func control(_ t: Double, _ away: Double) -> Point { a.mixed(with: b, t) + side * away }
    var path = Path()
    path.move(to: a)
    path.curve(control(low, bend + bulge * 1.33), control(high, bend + bulge * 1.33), to: b)
    path.curve(control(high, bend - bulge * 1.33), control(low, bend - bulge * 1.33), to: a)
    path.close()
    return path
  }
}

/// A gently bent line from a root to a tip that forms grow along.
struct Spine {
  let root: Point
  let tip: Point
  /// How far the middle stands aside.
  let sag: Double

  var length: Double { root.distance(to: tip) }

  /// The point at `t` along (0 root, 1 tip) and `away` to the left of it.
  func at(_ t: Double, _ away: Double) -> Point {
    let side = (tip - root).normalized.perpendicular
    // An S: the sway changes sides towards the tip.
    let sway = Exact.sin(Double.pi * t) * sag - Exact.sin(2 * Double.pi * t) * sag * 0.35
    return root.mixed(with: tip, t) + side * (sway + away)
  }
}

extension Spine {
  /// The direction of growth at `t`.
  func tangent(_ t: Double) -> Point { (at(t + 0.01, 0) - at(t - 0.01, 0)).normalized }
}

extension Path {
  /// This path scaled and moved so that it stands in the middle of `rect` and touches two of its sides.
  func fitted(in rect: Rect) -> Path {
    guard let bounds = controlBounds, bounds.width > 0, bounds.height > 0 else { return self }
    let scale = min(rect.width / bounds.width, rect.height / bounds.height)
    let (from, to) = (bounds.center, rect.center)
    return transformed(
      by: Affine.translation(-from.x, -from.y).then(.scale(scale, scale)).then(.translation(to.x, to.y)))
  }

  /// The same outline drawn the other way round, so that it cuts a hole; single closed curves only.
  fileprivate func reversedWinding() -> Path {
    var path = Path()
    var (start, back): (Point, [(Point, Point, Point)]) = (.zero, [])
    var last = Point.zero
    for element in elements {
      switch element {
      case .move(let p): (start, last) = (p, p)
      case .line(let p):
        back.append((p, last, last))
        last = p
      case .curve(let c, let d, let p):
        back.append((d, c, last))
        last = p
      case .close: break
      }
    }
    path.move(to: start)
    for (c, d, p) in back.reversed() { path.curve(c, d, to: p) }
    path.close()
    return path
  }
}
