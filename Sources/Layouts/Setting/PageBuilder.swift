import Canvas
import Color
import Composition
import Geometry

/// Collects the layers of a page while a layout places things on it.
struct PageBuilder {
  let job: LayoutJob
  /// The margin on all sides in millimetres.
  let margin: Double
  /// The em of running text in millimetres.
  let size: Double
  private(set) var layers: [Layer] = []

  /// An empty page; the margin is a share of its short side.
  init(_ job: LayoutJob, margin share: Double) {
    self.job = job
    let short = job.page.size.shortSide
    margin = short * share
    size = max(short / 38 * job.type.textScale, millimetres(points: Self.smallestText))
    fill(job.page.trim, job.palette.background)
  }

  /// No text is set smaller in print, in points.
  static let smallestText = 6.0

  var page: Rect { job.page.trim }
  var live: Rect { page.inset(by: margin) }
  var palette: Palette { job.palette }
  var gutter: Double { size * 1.3 }
  /// A line that is seen and not heard.
  var hairline: Double { size * 0.055 }

  /// The layers, type on top whatever the order of placing.
  var composition: Composition {
    Composition(
      page: job.page, layers: layers.filter { $0.role != .type } + layers.filter { $0.role == .type })
  }

  /// A flat field; sides on the trim reach over the bleed.
  mutating func fill(_ rect: Rect, _ color: SRGB) { fill(.rect(job.page.bled(rect)), color) }

  mutating func fill(_ path: Path, _ color: SRGB) {
    layers.append(Layer(.ground, [.fill(path, .color(color))]))
  }

  /// A hairline from edge to edge of `rect` at height `y`.
  mutating func rule(from left: Double, to right: Double, y: Double, _ color: SRGB, weight: Double = 1) {
    let path = Path.polyline([Point(left, y), Point(right, y)])
    layers.append(Layer(.furniture, [.stroke(path, .color(color), Stroke(hairline * weight))]))
  }

  /// The variant's artwork on a ground of its own in a rectangle, or in `shape` inside it.
  mutating func art(
    in frame: Rect, shape: Path? = nil, focus: Point, quiet: Rect? = nil, on ground: SRGB
  ) {
    let bled = shape == nil ? job.page.bled(frame) : frame
    let space = ArtSpace(
      frame: bled, focus: focus, quiet: quiet.map(job.page.bled), ground: ground, inks: inks(on: ground),
      accent: artAccent(on: ground))
    let field = Layer(.ground, [.fill(.rect(bled.inset(by: -1)), .color(ground))])
    layers += ([field] + job.art(space)).map { layer in
      var layer = layer
      layer.window = shape ?? .rect(bled)
      return layer
    }
  }

  mutating func add(_ text: SetText) { layers.append(Layer(.type, text.marks.map { .text($0) })) }

  /// The palette's inks that show on `ground`, at least three.
  func inks(on ground: SRGB) -> [SRGB] {
    let base = OKLab(ground)
    let candidates = palette.inks + [palette.text, palette.background, palette.surface, palette.muted]
    var kept: [SRGB] = []
    for ink in candidates {
      let lab = OKLab(ink)
      let shows = lab.distance(to: base) >= 0.12 && kept.allSatisfy { lab.distance(to: OKLab($0)) >= 0.06 }
      if shows { kept.append(ink) }
    }
    for fallback in [SRGB.white, .black] where kept.count < 3 { kept.append(fallback) }
    return Array(kept.prefix(max(3, min(5, palette.inks.count))))
  }

  private func artAccent(on ground: SRGB) -> SRGB {
    let base = OKLab(ground)
    if OKLab(palette.accent).distance(to: base) >= 0.16 { return palette.accent }
    return inks(on: ground).max { OKLab($0).distance(to: base) < OKLab($1).distance(to: base) }!
  }

  /// Type colours that read on `ground`: the palette's where they do, else moved in lightness until they do.
  func tones(on ground: SRGB) -> Tones {
    func reading(_ color: SRGB, _ ratio: Double) -> SRGB {
      color.reaching(ratio, against: ground)
        ?? (contrastRatio(.white, ground) > contrastRatio(.black, ground) ? .white : .black)
    }
    // Text from the palette that stands far from this ground; a colour that was merely moved until it reads looks
    // faint beside one that belongs.
    let text =
      [palette.text, palette.background, palette.onAccent].first { contrastRatio($0, ground) >= 7 }
      ?? reading(strongest(on: ground), 4.7)
    let accent = contrastRatio(palette.accent, ground) >= 4.7 ? palette.accent : text
    let muted =
      contrastRatio(palette.muted, ground) >= 4.7
      ? palette.muted : reading(text.mixed(with: ground, 0.25), 4.7)
    return Tones(text: text, muted: muted, accent: accent)
  }

  private func strongest(on ground: SRGB) -> SRGB {
    [palette.text, palette.background, palette.onAccent, .white, .black].max {
      contrastRatio($0, ground) < contrastRatio($1, ground)
    }!
  }

  /// The accent where it reads as display type on `ground`, else the text colour.
  func displayAccent(on ground: SRGB) -> SRGB {
    contrastRatio(palette.accent, ground) >= 3.2 ? palette.accent : tones(on: ground).text
  }

  func details(on ground: SRGB, align: Anchor = .start, scale: Double = 1) -> DetailSetter {
    DetailSetter(
      type: job.type, tones: tones(on: ground), typesetter: job.typesetter, size: size * scale, align: align,
      gutter: gutter)
  }

  /// The x of a column's left edge in a grid of `columns` over the live area.
  func column(_ index: Int, of columns: Int) -> Double {
    live.left + (live.width + gutter) * Double(index) / Double(columns)
  }
}

extension PageBuilder {
  /// The title, or the reason it cannot be set.
  func headline(
    in room: Size, lines: ClosedRange<Int> = 1...4, largest: Double = .infinity,
    voice: TypeSystem.Voice? = nil
  ) throws(LayoutFailure) -> Headline {
    guard let title = job.content.first(.title) else { throw .missing(element: "title") }
    let smallest = max(size * 1.8, millimetres(points: title.minimumSize ?? 0))
    let fitted = Headline(
      title.text, voice: voice ?? job.type.display, in: room, lines: lines,
      sizes: smallest...max(smallest, largest), with: job.typesetter)
    guard let fitted else { throw .cannotFit(element: "title", smallest: points(millimetres: smallest)) }
    return fitted
  }

  /// All groups, then without the least important droppable element, and so on.
  private static func droppingOneByOne(_ groups: [DetailGroup]) -> [[DetailGroup]] {
    var lists = [groups]
    let droppable = groups.joined().map(\.element).filter(\.mayDrop).sorted { $0.importance < $1.importance }
    for element in droppable {
      lists.append(lists[lists.count - 1].map { $0.filter { $0.element != element } }.filter { !$0.isEmpty })
    }
    return lists
  }

  /// Details no taller than `height`, at the origin.
  ///
  /// Tries a column less and sizes down to 80 %, and takes what breaks the fewest lines at the largest size. If nothing
  /// fits, elements that may be dropped go; if still nothing fits, it throws.
  func fitted(
    _ groups: [DetailGroup], width: Double, height: Double, columns: Int, with setter: DetailSetter
  ) throws(LayoutFailure) -> SetText {
    let candidates = Self.droppingOneByOne(groups)
    for candidate in candidates {
      var best: (text: SetText, cost: Double)?
      for count in Set([columns, max(1, columns - 1)]).sorted(by: >) {
        for scale in [1.0, 0.93, 0.86, 0.8] {
          let smaller = setter.scaled(by: scale)
          guard smaller.size >= millimetres(points: Self.smallestText) || scale == 1 else { continue }
          let text = smaller.set(candidate, at: .zero, width: width, columns: count)
          let column = smaller.columnWidth(candidate, width: width, columns: count)
          guard text.box.height <= height, text.marks.allSatisfy({ $0.box.width <= column * 1.002 }) else {
            continue
          }
          let cost = Double(text.breaks) + (1 - scale) * 8 + (count == columns ? 0 : 0.7)
          if cost < best?.cost ?? .infinity { best = (text, cost) }
        }
      }
      if let best { return best.text }
    }
    let longest = candidates[candidates.count - 1].joined().max {
      $0.element.text.count < $1.element.text.count
    }
    throw .cannotFit(
      element: longest?.element.role.rawValue ?? "details", smallest: points(millimetres: setter.size * 0.8))
  }
}

extension SetText {
  /// The same text moved by `d`.
  func offset(by d: Point) -> SetText {
    SetText(marks: marks.map { $0.offset(by: d) }, box: box.offset(by: d), breaks: breaks)
  }

  /// Moved so that its box starts at (x, y).
  func placed(x: Double, y: Double) -> SetText { offset(by: Point(x - box.x, y - box.y)) }

  /// Moved so that its box ends at `bottom`.
  func placed(x: Double, bottom: Double) -> SetText { placed(x: x, y: bottom - box.height) }
}
