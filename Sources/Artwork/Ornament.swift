import Canvas
import Color
import Composition
import Elementary
import Geometry
import Parameters

/// A motif repeated by one of the 17 wallpaper groups, and a great disc in which the inks change places.
public struct Ornament: ArtworkGenerator {
  public static let name = "ornament"
  public static let summary =
    "one leaf or wedge repeated by a wallpaper group, and a disc that turns the inks"

  var group = Group.p4g
  var motif = Motif.leaf
  var cells = 5
  var fullness = 0.8
  var dot = 0.5
  var turn = 0.3
  var disc = 0.32

  /// The wallpaper group, by its crystallographic name.
  enum Group: String, ParameterOption {
    case p1, p2, pm, pg, cm, pmm, pmg, pgg, cmm, p4, p4m, p4g, p3, p3m1, p31m, p6, p6m

    var symmetry: WallpaperGroup { WallpaperGroup(rawValue: rawValue)! }
  }
  /// What is repeated.
  enum Motif: String, ParameterOption { case leaf, comma, wedge, sprig }

  public static let parameters: [Parameter<Ornament>] = [
    .choice("group", \.group, "the wallpaper group that repeats the motif"),
    .choice("motif", \.motif, "what is repeated"),
    .integer("cells", \.cells, 3...9, "about how many motifs stand across the short side"),
    .real("fullness", \.fullness, 0.6...1.1, "length of the motif against the room that it has"),
    .real("dot", \.dot, 0.25...1, "size of the dots between motifs"),
    .real("turn", \.turn, 0...1, "direction of the motif, in turns"),
    .real("disc", \.disc, 0.18...0.44, "radius of the disc as a share of the short side"),
  ]

  public init() {}

  public func layers(in space: ArtSpace, stream: SeedStream) -> [Layer] {
    var stream = stream
    let stage = space.stage
    let scale = min(stage.size.shortSide, space.unit * 96)
    let radius = disc * scale
    let focus = space.settled(space.anchor(inset: 0.3), radius: radius * 1.05)
    let inks = space.contrastingInks
    let forms = forms(&stream)
    let images = images(over: stage, side: side(scale), focus, space)
    let sun = Path.circle(focus, radius: radius)
    let inner = [Papers(space).against(inks[1]), inks[0], space.accent]
    let bounds = stage == space.frame ? [] : [Path.rect(stage)]
    return [
      Layer(.artwork, clips: bounds, marks(forms, images, Array(inks.prefix(3)), space)),
      Layer(.artwork, clips: [sun], [.fill(sun, .color(inks[1]))] + marks(forms, images, inner, space)),
    ]
  }

  // MARK: The motif

  /// A motif in two halves and a dot, in a cell of side 1.
  private struct Forms {
    var front: Path
    var back: Path
    var dot: Path
  }

  /// The cell's side: higher groups hold more motifs in a cell, which must not be small for it.
  private func side(_ scale: Double) -> Double {
    let order = Double(group.symmetry.operations.count)
    return scale / Double(cells) * Exact.pow(order, 0.5) * 0.8
  }

  /// Placed where images are farthest from each other; the dot where there is most room left.
  private func forms(_ stream: inout SeedStream) -> Forms {
    let symmetry = group.symmetry
    let frame = symmetry.frame(proportion: 1.2)
    let place = roomiest(symmetry, frame, others: [], &stream)
    let long = place.room * 1.35 * fullness
    let way = Affine.rotation((turn + stream.uniform(in: -0.03...0.03)) * 2 * Double.pi)
    let at = frame.apply(place.cell)
    let move = way.then(.translation(at.x, at.y))
    let taken = [-0.8, -0.4, 0, 0.4, 0.8].map {
      Affine.translation(0, 0).then(move).apply(Point($0 * long * 0.55, 0))
    }
    let rest = roomiest(symmetry, frame, others: taken, &stream)
    let dot = Path.circle(frame.apply(rest.cell), radius: min(rest.room * 0.5, 0.2) * dot)
    let (front, back) = halves(long)
    return Forms(front: front.transformed(by: move), back: back.transformed(by: move), dot: dot)
  }

  /// Of many places in the cell the one whose images, and `others`' images, keep the largest distance.
  private func roomiest(
    _ group: WallpaperGroup, _ frame: Affine, others: [Point], _ stream: inout SeedStream
  ) -> (cell: Point, room: Double) {
    var best = (cell: Point(0.25, 0.25), room: 0.0)
    for _ in 0..<70 {
      let cell = Point(stream.unit(), stream.unit())
      let home = frame.apply(cell)
      var room = 1.0
      for (index, operation) in group.operations.enumerated() {
        let image = operation.affine.apply(cell)
        for shift in 0..<9 {
          let d = Point(Double(shift % 3 - 1), Double(shift / 3 - 1))
          let nearby = Point(image.x - (image.x).rounded(.down), image.y - image.y.rounded(.down)) + d
          // Its own place is no neighbour.
          if index == 0, shift == 4 { continue }
          let p = frame.apply(nearby)
          room = min(room, p.distance(to: home))
          for other in others { room = min(room, distance(home, other, operation, frame, d)) }
        }
      }
      if room > best.room { best = (cell, room) }
    }
    return best
  }

  /// From a place to an image of another one.
  private func distance(
    _ home: Point, _ other: Point, _ operation: CellOperation, _ frame: Affine, _ shift: Point
  ) -> Double {
    let cell = frame.inverse.apply(other)
    let image = operation.affine.apply(cell)
    let nearby = Point(image.x - image.x.rounded(.down), image.y - image.y.rounded(.down)) + shift
    return frame.apply(nearby).distance(to: home) * 1.4
  }

  /// The motif along x about the origin, `long` from end to end: two parts in two inks.
  private func halves(_ long: Double) -> (front: Path, back: Path) {
    let (a, b) = (Point(-long / 2, 0), Point(long / 2, 0))
    switch motif {
    case .leaf:
      return (Self.blade(a, b, long * 0.3), Self.blade(a, b, -long * 0.26))
    case .comma:
      var body = Path.circle(Point(-long * 0.2, 0), radius: long * 0.28)
      body.append(
        CutForms.lens(
          from: Point(-long * 0.3, -long * 0.2), to: b, bulge: long * 0.12, bend: long * 0.16, tip: 0.6))
      return (body, .circle(Point(-long * 0.2, 0), radius: long * 0.13))
    case .wedge:
      let top = Point(long * 0.1, long * 0.42)
      return (.polygon([a, b, top]), .polygon([a, Point(long * 0.1, -long * 0.3), b]))
    case .sprig:
      var leaves = CutForms.lens(from: a, to: b, bulge: long * 0.035, bend: 0, tip: 0.7)
      for (index, t) in [0.1, 0.38, 0.66].enumerated() {
        let root = a.mixed(with: b, t)
        let size = long * (0.44 - 0.08 * Double(index))
        leaves.append(
          CutForms.lens(
            from: root, to: root + Point(size * 0.72, size * 0.66), bulge: size * 0.2, bend: 0, tip: 0.6))
      }
      var others = Path()
      for (index, t) in [0.22, 0.5].enumerated() {
        let root = a.mixed(with: b, t)
        let size = long * (0.4 - 0.08 * Double(index))
        others.append(
          CutForms.lens(
            from: root, to: root + Point(size * 0.72, -size * 0.66), bulge: size * 0.2, bend: 0, tip: 0.6))
      }
      return (leaves, others)
    }
  }

  /// Half a leaf on one side of its vein.
  private static func blade(_ a: Point, _ b: Point, _ bulge: Double) -> Path {
    var path = Path()
    path.move(to: a)
    path.curve(
      a.mixed(with: b, 0.25) + Point(0, bulge * 1.35), a.mixed(with: b, 0.7) + Point(0, bulge * 1.2), to: b)
    path.close()
    return path
  }

  // MARK: Repeating

  /// The maps from the cell to every image that touches the stage; a point of sixfold or fourfold order is the focus.
  private func images(over stage: Rect, side: Double, _ focus: Point, _ space: ArtSpace) -> [Affine] {
    let symmetry = group.symmetry
    let frame = symmetry.frame(proportion: 1.2)
    let place = frame.then(.scale(side, side)).then(.translation(focus.x, focus.y))
    let reach = Int((Point(stage.width, stage.height).length / side).rounded(.up)) + 2
    let room = stage.inset(by: -side)
    let back = frame.inverse
    return (-reach...reach).flatMap { row in
      (-reach...reach).flatMap { column -> [Affine] in
        let shift = Affine.translation(Double(column), Double(row))
        let corner = shift.then(place).apply(Point(0.5, 0.5))
        guard room.contains(corner) else { return [] }
        return symmetry.operations.map { back.then($0.affine).then(shift).then(place) }
      }
    }
  }

  /// All images of each part that keep clear of the type. Every image is a mark of its own: mirrored outlines run the
  /// other way round and would cut holes where they meet.
  private func marks(
    _ forms: Forms, _ images: [Affine], _ colors: [SRGB], _ space: ArtSpace
  ) -> [Mark] {
    images.flatMap { image -> [Mark] in
      let (front, back) = (forms.front.transformed(by: image), forms.back.transformed(by: image))
      let dot = forms.dot.transformed(by: image)
      let motif: [Mark] =
        space.isClear(front) && space.isClear(back)
        ? [.fill(front, .color(colors[0])), .fill(back, .color(colors[1]))] : []
      return motif + (space.isClear(dot) ? [.fill(dot, .color(colors[2]))] : [])
    }
  }
}
