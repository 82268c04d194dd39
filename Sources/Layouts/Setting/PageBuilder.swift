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

  /// - Parameter margin: as a share of the page's short side.
  init(_ job: LayoutJob, margin share: Double) {
    self.job = job
    let short = job.page.size.shortSide
    margin = short * share
    size = max(short / 41 * job.type.textScale, millimetres(points: Self.smallestText))
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

  var composition: Composition { Composition(page: job.page, layers: layers) }

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

  /// The variant's artwork in a rectangle, or in `shape` inside it, on ground of a known colour.
  mutating func art(
    in frame: Rect, shape: Path? = nil, focus: Point, quiet: Rect? = nil, on ground: SRGB
  ) {
    let bled = shape == nil ? job.page.bled(frame) : frame
    let space = ArtSpace(
      frame: bled, focus: focus, quiet: quiet.map(job.page.bled), ground: ground, inks: inks(on: ground),
      accent: artAccent(on: ground))
    let clip = shape ?? .rect(bled)
    layers += job.art(space).map { layer in
      var layer = layer
      layer.clips.insert(clip, at: 0)
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
    let text = [palette.text, palette.background, palette.onAccent].first { contrastRatio($0, ground) >= 7 }
      ?? reading(strongest(on: ground), 4.7)
    let accent = contrastRatio(palette.accent, ground) >= 4.7 ? palette.accent : text
    let muted = contrastRatio(palette.muted, ground) >= 4.7 ? palette.muted : reading(text.mixed(with: ground, 0.25), 4.7)
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

  /// Details no taller than `height`: droppable elements go first, then the size shrinks to 80 %, then it fails.
  ///
  /// The result is at the origin; its height is what it needs.
  func fitted(
    _ groups: [DetailGroup], width: Double, height: Double, columns: Int, with setter: DetailSetter
  ) throws(LayoutFailure) -> SetText {
    let kept = groups.map { $0.filter { !$0.element.mayDrop } }.filter { !$0.isEmpty }
    for candidate in [groups, kept] {
      for scale in [1.0, 0.9, 0.8] {
        let smaller = setter.scaled(by: scale)
        guard smaller.size >= millimetres(points: Self.smallestText) || scale == 1 else { continue }
        let text = smaller.set(candidate, at: .zero, width: width, columns: columns)
        let column = smaller.columnWidth(candidate, width: width, columns: columns)
        if text.box.height <= height, text.marks.allSatisfy({ $0.box.width <= column * 1.002 }) { return text }
      }
    }
    let longest = kept.joined().max { $0.element.text.count < $1.element.text.count }
    throw .cannotFit(
      element: longest?.element.role.rawValue ?? "details", smallest: points(millimetres: setter.size * 0.8))
  }
}

extension SetText {
  /// The same text moved by `d`.
  func offset(by d: Point) -> SetText {
    SetText(marks: marks.map { $0.offset(by: d) }, box: box.offset(by: d))
  }

  /// Moved so that its box starts at (x, y).
  func placed(x: Double, y: Double) -> SetText { offset(by: Point(x - box.x, y - box.y)) }

  /// Moved so that its box ends at `bottom`.
  func placed(x: Double, bottom: Double) -> SetText { placed(x: x, y: bottom - box.height) }
}
