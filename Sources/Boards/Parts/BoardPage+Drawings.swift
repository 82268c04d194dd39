import Canvas
import Color
import Composition
import Geometry
import Interiors

/// Plan and elevation of one scale, headings included.
struct RoomDrawings {
  let plan: FloorPlan
  let elevation: Elevation
  let wall: Wall
  /// A heading's height and the space between two drawings, millimetres.
  let head: Double
  let gap: Double

  /// Scales that people draw rooms at.
  static let scales = [20.0, 25, 30, 40, 50, 60, 75, 100, 125, 150, 200, 250]

  /// What both take of the page, side by side or on top of each other.
  func size(scale: Double, isStacked: Bool) -> Size {
    let (a, b) = (plan.size(scale: scale), elevation.size(scale: scale))
    return isStacked
      ? Size(max(a.width, b.width), a.height + b.height + 2 * head + gap)
      : Size(a.width + b.width + gap, max(a.height, b.height) + head)
  }
}

extension BoardPage {
  /// The pens of all drawings of this board.
  var drawingStyle: DrawingStyle {
    let (ground, surfaces) = (ground, scheme.surfaces)
    // Drawings are tinted, not painted: lines and keys stay the darkest.
    @Sendable func tint(_ color: SRGB, _ part: Double) -> SRGB { color.mixed(with: ground, 1 - part) }
    var style = DrawingStyle(
      ink: ink, quiet: muted, wall: ink, paper: ground, font: job.type.text.font,
      textSize: text.size(.text) * 0.96,
      tint: { finish in surfaces.finishes[finish].map { tint($0.color, 0.75) } })
    style.floor = tint(surfaces.floor.color, 0.34)
    style.face = { wall in
      tint(surfaces.accent?.wall == wall ? surfaces.accent!.surface.color : surfaces.wall.color, 0.5)
    }
    return style
  }

  /// The room's plan and the elevation of its main wall.
  var roomDrawings: RoomDrawings {
    let furnishing = scheme.furnishing
    let style = drawingStyle
    return RoomDrawings(
      plan: FloorPlan(furnishing, style: style, typesetter: job.typesetter),
      elevation: Elevation(
        furnishing, wall: furnishing.mainWall, style: style, typesetter: job.typesetter),
      wall: furnishing.mainWall, head: headingHeight, gap: gap * 0.75)
  }

  /// Plan and elevation, side by side or on top of each other, whichever lets them be larger. Returns what they leave
  /// free below the elevation.
  @discardableResult
  mutating func drawings(in box: Rect) throws(LayoutFailure) -> Rect {
    let both = roomDrawings
    for scale in RoomDrawings.scales {
      for isStacked in [false, true] {
        let size = both.size(scale: scale, isStacked: isStacked)
        guard size.width <= box.width, size.height <= box.height else { continue }
        return try draw(both, scale, isStacked: isStacked, in: box)
      }
    }
    throw .cannotFit(element: "plan", smallest: points(millimetres: text.size(.text)))
  }

  /// Both drawings at a scale that fits the box; they keep together at its upper left. Returns what they leave free below
  /// the elevation.
  @discardableResult
  mutating func draw(
    _ both: RoomDrawings, _ scale: Double, isStacked: Bool, in box: Rect
  ) throws(LayoutFailure) -> Rect {
    let (a, b) = (both.plan.size(scale: scale), both.elevation.size(scale: scale))
    let corner = Point(box.left, box.top)
    let style = drawingStyle
    let title = "Plan 1:\(Int(scale))"
    try heading(title, at: corner, width: a.width)
    let free = a.width - text.width(title, .label) - 6 * unit
    if let bar = ScaleBar(scale: scale, width: free, style: style, typesetter: job.typesetter) {
      let marks = bar.marks(right: corner.x + a.width, baseline: corner.y + text.size(.label) * 0.74)
      add(marks, to: .furniture)
    }
    draw(both.plan.drawing(scale: scale, at: corner + Point(0, both.head)))
    let other =
      corner + (isStacked ? Point(0, a.height + both.head + both.gap) : Point(a.width + both.gap, 0))
    try heading("Elevation \(both.wall.rawValue) 1:\(Int(scale))", at: other, width: b.width)
    draw(both.elevation.drawing(scale: scale, at: other + Point(0, both.head)))
    let below = min(box.bottom, other.y + both.head + b.height + gap)
    return Rect(left: other.x, top: below, right: box.right, bottom: box.bottom)
  }

  /// A drawing's layers. Lettering goes above all else and is measured against what lies under it.
  mutating func draw(_ drawing: RoomDrawing) { draw(drawing.layers) }

  mutating func draw(_ layers: [Layer]) {
    for layer in layers {
      if layer.clips.isEmpty {
        add(layer.marks, to: layer.role == .type ? .furniture : layer.role)
      } else {
        self.layers.append(layer)
      }
    }
  }

  /// Marks of a drawing; what lies under its lettering is no lettering.
  private mutating func add(_ marks: [Mark], to role: LayerRole) {
    func isText(_ mark: Mark) -> Bool { if case .text = mark { true } else { false } }
    layers.append(Layer(role, marks.filter { !isText($0) }))
    layers.append(Layer(.type, marks.filter(isText)))
  }
}

extension BoardPage {
  /// Plan, elevation, furniture and the list of what is not drawn in one box, furniture beside or above the drawings:
  /// whichever way lets all of them be largest.
  mutating func roomAndFurniture(in box: Rect) throws(LayoutFailure) {
    let both = roomDrawings
    let line = furnitureLine
    guard line.isNeeded else {
      try drawings(in: box)
      return
    }
    var best: (scale: Double, isStacked: Bool, drawn: Rect, furniture: Rect, worth: Double)?
    for scale in RoomDrawings.scales {
      for isStacked in [false, true] {
        let size = both.size(scale: scale, isStacked: isStacked)
        guard size.width <= box.width, size.height <= box.height else { continue }
        for (drawn, rest) in [beside(size, box), below(size, box)] {
          guard let pieces = line.largestScale(in: rest.size) else { continue }
          // The plan is measured on; furniture need only be known again.
          let worth = -scale * scale * pieces
          if worth > best?.worth ?? -.infinity { best = (scale, isStacked, drawn, rest, worth) }
        }
      }
    }
    guard let best else { throw tooWide("drawings", .text) }
    try draw(both, best.scale, isStacked: best.isStacked, in: best.drawn)
    try furniture(in: best.furniture)
  }

  /// Drawings at the left, the rest at their right.
  private func beside(_ size: Size, _ box: Rect) -> (drawn: Rect, rest: Rect) {
    let left = box.left + size.width + gap
    return (box, Rect(left, box.top, max(0, box.right - left), box.height))
  }

  /// Drawings at the foot, the rest above them.
  private func below(_ size: Size, _ box: Rect) -> (drawn: Rect, rest: Rect) {
    let top = box.bottom - size.height
    return (
      Rect(box.left, top, box.width, size.height),
      Rect(box.left, box.top, box.width, max(0, top - gap - box.top))
    )
  }
}
