import Canvas
import Color
import Composition
import Elementary
import Geometry
import Parameters

/// A few very large cut forms that overlap and print through each other, and one small accent against them.
public struct Discs: ArtworkGenerator {
  public static let name = "discs"
  public static let summary = "a few huge overlapping cut forms and one small counterpoint"

  var scheme = Scheme.eclipse
  var count = 3
  var overlap = 0.35
  var taper = 0.85
  var tilt = 20.0
  var size = 0.92
  var point = 0.08

  /// What the forms are and how they stand to each other.
  enum Scheme: String, ParameterOption { case eclipse, chain, halves, pills, rings }

  public static let parameters: [Parameter<Discs>] = [
    .choice("scheme", \.scheme, "what the forms are and how they stand to each other"),
    .integer("count", \.count, 2...4, "how many large forms"),
    .real("overlap", \.overlap, 0.25...0.5, "how deep neighbours overlap"),
    .real("taper", \.taper, 0.72...1, "size of each form against the one before"),
    .real("tilt", \.tilt, 10...40, unit: "degrees", "how far the group leans from the stage's long axis"),
    .real("size", \.size, 0.84...1, "size of the whole against its stage"),
    .real("point", \.point, 0.055...0.1, "radius of the counterpoint as a share of the short side"),
  ]

  public init() {}

  public func layers(in space: ArtSpace, stream: SeedStream) -> [Layer] {
    let stage = Stage(space)
    var stream = stream
    let placed = fitted(group(&stream), on: stage, focus: stage.local(space.focus), &stream)
    var inks = space.printingInks
    // Where one ink covers the other, the covering one must be on the pills, or the disc would hide them.
    if scheme == .pills, space.crossing([inks[0], inks[1]]) == inks[0] { inks.swapAt(0, 1) }
    let forms = placed.enumerated().map { index, form in
      InkedForm(form.path, inks[ink(index)]).transformed(by: stage.toPage)
    }
    let radius = point * space.frame.size.shortSide
    let spot = Path.circle(counterpoint(placed, radius, on: stage), radius: radius)
    return space.printed(forms)
      + [Layer(.artwork, [.fill(spot.transformed(by: stage.toPage), .color(space.accent))])]
  }

  /// Two inks alternate in rows of many; a third only joins where three forms meet.
  private func ink(_ index: Int) -> Int {
    switch scheme {
    case .chain, .halves: index % 2
    case .pills: index == 0 ? 0 : 1
    case .eclipse, .rings: index % 3
    }
  }

  // MARK: The group

  /// A form of the group and round samples of its area, from which distances are measured.
  private struct Form {
    var path: Path
    var discs: [(center: Point, radius: Double)]

    func transformed(by m: Affine, scale: Double) -> Form {
      Form(path: path.transformed(by: m), discs: discs.map { (m.apply($0.center), $0.radius * scale) })
    }
  }

  /// Forms about the origin in radii of the first; the group runs along x.
  private func group(_ stream: inout SeedStream) -> [Form] {
    switch scheme {
    case .eclipse: row(min(count, 3), taper: taper, depth: overlap + 0.15) { disc($0, $1) }
    // Equal discs make the chain; a tail of ever smaller ones would crawl.
    case .chain:
      row(max(count, 3), taper: taper.squareRoot(), depth: overlap * 0.8) { disc($0, $1) }
    case .halves: halves(min(count, 3))
    case .pills: [disc(.zero, 1)] + pills(count, &stream)
    case .rings:
      row(min(count, 3), taper: taper, depth: overlap) { $0 == .zero ? disc($0, $1) : ring($0, $1) }
    }
  }

  /// Forms in a row, each `taper` times the one before and `depth` of its diameter deep in it.
  private func row(
    _ count: Int, taper: Double, depth: Double, _ form: (Point, Double) -> Form
  ) -> [Form] {
    var (forms, x, radius) = ([form(.zero, 1)], 0.0, 1.0)
    while forms.count < count {
      let next = radius * taper
      x += radius + next - 2 * next * depth
      radius = next
      forms.append(form(Point(x, 0), radius))
    }
    return forms
  }

  /// Half discs on either side of one line, each a step further along it.
  private func halves(_ count: Int) -> [Form] {
    (0..<count).map { index in
      let center = Point(Double(index) * (1.5 - overlap), index % 2 == 0 ? -0.2 : 0.2)
      let start = index % 2 == 0 ? 0 : Double.pi
      let path = Path.sector(center, inner: 0, outer: 1, from: start, to: start + Double.pi)
      return Form(path: path, discs: [(center, 1)])
    }
  }

  private func disc(_ c: Point, _ radius: Double) -> Form {
    Form(path: .circle(c, radius: radius), discs: [(c, radius)])
  }

  private func ring(_ c: Point, _ radius: Double) -> Form {
    let path = Path.sector(c, inner: radius * 0.56, outer: radius, from: 0, to: 2 * Double.pi)
    return Form(path: path, discs: [(c, radius)])
  }

  /// Long parallel forms with round ends that start within the disc and leave it.
  private func pills(_ count: Int, _ stream: inout SeedStream) -> [Form] {
    let radius = 0.72 / Double(count + 1)
    let starts = stream.shuffled([-0.35, 0.05, -0.15, 0.3])
    let lengths = stream.shuffled([1.3, 1.75, 1.5, 1.1])
    return (0..<count).map { index in
      let y = (Double(index) - Double(count - 1) / 2) * radius * 2.7
      let (a, b) = (Point(starts[index], y), Point(starts[index] + lengths[index], y))
      var path = Path.arc(b, radius: radius, from: -Double.pi / 2, to: Double.pi / 2)
      path.appendConnected(.arc(a, radius: radius, from: Double.pi / 2, to: 3 * Double.pi / 2))
      path.close()
      return Form(path: path, discs: (0...12).map { (a.mixed(with: b, Double($0) / 12), radius) })
    }
  }

  // MARK: Placing

  /// The group along the stage's long axis, as large as it may be and as near to the focus as it can.
  private func fitted(
    _ group: [Form], on stage: Stage, focus: Point, _ stream: inout SeedStream
  ) -> [Form] {
    let isWide = stage.isCut || stage.width > stage.height
    // A long stage asks for a flatter group, or the group would have to be small.
    let slack = clamp(1.25 * (isWide ? stage.height / stage.width : stage.width / stage.height), 0.3...1)
    let lean = tilt * slack * Double.pi / 180 * (stream.chance(0.5) ? 1 : -1)
    let turn = Affine.rotation((isWide ? 0 : Double.pi / 2) + lean + (stream.chance(0.5) ? Double.pi : 0))
    let box = bounds(group.map { $0.transformed(by: turn, scale: 1) })
    let room = self.room(on: stage)
    let scale = min(room.width / box.width, room.height / box.height) * size
    let half = Point(box.width * scale / 2, box.height * scale / 2)
    let middle = Point(
      clamp(focus.x, (room.left + half.x)...(room.right - half.x)),
      clamp(focus.y, (room.top + half.y)...(room.bottom - half.y)))
    let shift = Affine.translation(middle.x - box.center.x * scale, middle.y - box.center.y * scale)
    let place = turn.then(.scale(scale, scale)).then(shift)
    return group.map { $0.transformed(by: place, scale: scale) }
  }

  /// Forms may run over the sides and the base, never towards the type.
  private func room(on stage: Stage) -> Rect {
    let over = (scheme == .chain ? 0.34 : 0.24) * stage.shortSide
    return Rect(
      left: -over, top: stage.isCut ? -over : 0.04 * stage.height, right: stage.width + over,
      bottom: stage.height * 0.96)
  }

  private func bounds(_ forms: [Form]) -> Rect {
    let boxes = forms.compactMap(\.path.controlBounds)
    return boxes.dropFirst().reduce(boxes[0]) { $0.union($1) }
  }

  /// Where the small disc has air around it and still belongs to the group.
  private func counterpoint(_ forms: [Form], _ radius: Double, on stage: Stage) -> Point {
    let room = Rect(0, 0, stage.width, stage.height).inset(by: radius * 1.8)
    var best = (place: room.center, score: -Double.infinity)
    for row in 0...12 {
      for column in 0...12 {
        let place = room.at(Double(column) / 12, Double(row) / 12)
        let air = forms.flatMap(\.discs).map { place.distance(to: $0.center) - $0.radius }
        let score = -abs(air.reduce(Double.infinity, min) - radius * 1.6)
        if score > best.score { best = (place, score) }
      }
    }
    return best.place
  }
}
