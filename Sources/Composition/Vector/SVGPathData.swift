import Elementary
import Geometry

/// The `d` of a path: moves, lines, cubics, quadratics and elliptical arcs, absolute and relative.
struct SVGPathData {
  private var numbers: SVGNumbers
  private var result = Path()
  /// Where the pen stands.
  private var pen = Point.zero
  /// Where the present outline began.
  private var start = Point.zero
  /// The last control point, for the smooth commands, and what kind of curve it belongs to.
  private var control: (point: Point, isCubic: Bool)?
  /// A closed outline goes on from its start without a move.
  private var needsMove = true

  init(_ data: String) { numbers = SVGNumbers(data) }

  /// The path; nil if the data cannot be read to its end.
  mutating func path() -> Path? {
    while !numbers.isAtEnd {
      guard var command = numbers.letter() else { return nil }
      if result.isEmpty, command != "M", command != "m" { return nil }
      guard command != "Z", command != "z" else {
        close()
        continue
      }
      guard step(command) else { return nil }
      // More numbers repeat the command; after a move they are lines.
      if command == "M" { command = "L" } else if command == "m" { command = "l" }
      while !numbers.isAtEnd, isNumberNext { guard step(command) else { return nil } }
    }
    return result
  }

  /// True if a number comes next.
  private var isNumberNext: Bool {
    var ahead = numbers
    return ahead.number() != nil
  }

  private mutating func close() {
    guard !needsMove else { return }
    result.close()
    (pen, control, needsMove) = (start, nil, true)
  }

  private mutating func step(_ command: Character) -> Bool {
    let origin = command.isLowercase ? pen : .zero
    switch command.lowercased() {
    case "m": return point(origin).map { move($0) } != nil
    case "l": return point(origin).map { line($0) } != nil
    case "h": return numbers.number().map { line(Point(origin.x + $0, pen.y)) } != nil
    case "v": return numbers.number().map { line(Point(pen.x, origin.y + $0)) } != nil
    case "c": return cubic(origin, first: point(origin))
    case "s": return cubic(origin, first: mirrored(isCubic: true))
    case "q": return quadratic(origin, control: point(origin))
    case "t": return quadratic(origin, control: mirrored(isCubic: false))
    case "a": return arc(origin)
    default: return false
    }
  }

  private mutating func point(_ origin: Point) -> Point? {
    guard let x = numbers.number(), let y = numbers.number() else { return nil }
    return Point(origin.x + x, origin.y + y)
  }

  private mutating func move(_ p: Point) {
    result.move(to: p)
    (pen, start, control, needsMove) = (p, p, nil, false)
  }

  private mutating func begin() {
    if needsMove { result.move(to: pen) }
    needsMove = false
  }

  private mutating func line(_ p: Point) {
    begin()
    result.line(to: p)
    (pen, control) = (p, nil)
  }

  /// The last control point seen from the pen's other side; the pen itself after anything but a curve of that kind.
  private func mirrored(isCubic: Bool) -> Point {
    guard let control, control.isCubic == isCubic else { return pen }
    return Point(2 * pen.x - control.point.x, 2 * pen.y - control.point.y)
  }

  private mutating func cubic(_ origin: Point, first: Point?) -> Bool {
    guard let first, let second = point(origin), let end = point(origin) else { return false }
    begin()
    result.curve(first, second, to: end)
    (pen, control) = (end, (second, true))
    return true
  }

  private mutating func quadratic(_ origin: Point, control middle: Point?) -> Bool {
    guard let middle, let end = point(origin) else { return false }
    begin()
    // The cubic of a quadratic has its handles at two thirds of the way to the control point.
    result.curve(pen + (middle - pen) * (2.0 / 3), end + (middle - end) * (2.0 / 3), to: end)
    (pen, control) = (end, (middle, false))
    return true
  }

  private mutating func arc(_ origin: Point) -> Bool {
    guard let rx = numbers.number(), let ry = numbers.number(), let turn = numbers.number(),
      let isLarge = numbers.flag(), let isClockwise = numbers.flag(), let end = point(origin)
    else { return false }
    begin()
    let ellipse = SVGArc(
      from: pen, to: end, radii: (abs(rx), abs(ry)), turn: turn * Double.pi / 180, isLarge: isLarge,
      isClockwise: isClockwise)
    if let ellipse { result.appendConnected(ellipse.path) } else { result.line(to: end) }
    (pen, control) = (end, nil)
    return true
  }
}

/// An arc of an ellipse between two points, by its centre and angles (SVG 1.1, appendix F.6.5).
struct SVGArc {
  private let center: Point
  private let radii: (Double, Double)
  private let turn: Double
  private let first: Double
  private let sweep: Double

  /// Nil for an arc that is a straight line or no line at all.
  init?(
    from p: Point, to q: Point, radii given: (Double, Double), turn: Double, isLarge: Bool, isClockwise: Bool
  ) {
    guard given.0 > 0, given.1 > 0, p != q else { return nil }
    let back = Affine.rotation(-turn)
    let half = back.apply(Point((p.x - q.x) / 2, (p.y - q.y) / 2))
    // Radii that do not reach are made to.
    let reach = half.x * half.x / (given.0 * given.0) + half.y * half.y / (given.1 * given.1)
    let grow = reach > 1 ? reach.squareRoot() : 1
    let (rx, ry) = (given.0 * grow, given.1 * grow)
    let (u, v) = (half.x / rx, half.y / ry)
    let off = (max(0, 1 / (u * u + v * v) - 1)).squareRoot() * (isLarge == isClockwise ? -1 : 1)
    let middle = Point(off * rx * v, -off * ry * u)
    center = Affine.rotation(turn).apply(middle) + Point((p.x + q.x) / 2, (p.y + q.y) / 2)
    let a0 = Exact.atan2((half.y - middle.y) / ry, (half.x - middle.x) / rx)
    let a1 = Exact.atan2((-half.y - middle.y) / ry, (-half.x - middle.x) / rx)
    var angle = a1 - a0
    if isClockwise, angle < 0 { angle += 2 * Double.pi }
    if !isClockwise, angle > 0 { angle -= 2 * Double.pi }
    (radii, self.turn, first, sweep) = ((rx, ry), turn, a0, angle)
  }

  var path: Path {
    Path.arc(.zero, radius: 1, from: first, to: first + sweep).transformed(
      by: Affine.scale(radii.0, radii.1).then(.rotation(turn)).then(.translation(center.x, center.y)))
  }
}
