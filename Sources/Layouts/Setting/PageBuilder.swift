import Canvas
import Color
import Composition
import Geometry

/// Collects the layers of a page while a layout places things on it.
///
/// Layouts think from left to right; for a language that runs the other way everything is mirrored as it is placed, but
/// for the artwork itself.
struct PageBuilder {
  let job: LayoutJob
  /// The margin on all sides in millimetres; the narrowest where sides differ.
  let margin: Double
  /// The em of running text in millimetres.
  let size: Double
  /// The page's grid, over the live area.
  let grid: PageGrid
  /// Grids of fields on the page.
  private var fields: [PageGrid] = []
  private(set) var layers: [Layer] = []

  /// An empty page in `ground`, or in the palette's background; the margin is a share of the short side.
  init(_ job: LayoutJob, margin share: Double, columns: Int = 12, ground: SRGB? = nil) {
    self.init(job, .even(share), columns: columns, ground: ground)
  }

  init(_ job: LayoutJob, _ margins: MarginRule, columns: Int = 12, ground: SRGB? = nil) {
    self.job = job
    let page = job.page.size
    let live = margins.live(on: page)
    margin = min(live.left, live.top, page.width - live.right, page.height - live.bottom)
    size = max(
      page.shortSide / 38 * job.type.textScale * job.content.voiceScale,
      millimetres(points: Self.smallestText))
    grid = PageGrid(
      area: live, columns: columns, rows: page.height >= page.width ? 8 : 6, gutter: size * 1.3,
      baseline: size * job.type.text.leading / 4, stepsPerGap: 4)
    fill(job.page.trim, ground ?? job.palette.background)
  }

  /// No text is set smaller in print, in points.
  static let smallestText = 6.0

  var page: Rect { job.page.trim }
  var live: Rect { grid.area }
  var palette: Palette { job.palette }
  var gutter: Double { grid.gutter }
  /// A line that is seen and not heard.
  var hairline: Double { size * 0.055 }
  /// A line of running text.
  var line: Double { grid.baseline * 4 }

  /// The groups of a brief's details, in its type.
  func groups(subtitle: Bool = true, without: Set<ContentRole> = []) -> [DetailGroup] {
    job.content.detailGroups(job.type, subtitle: subtitle, without: without)
  }

  /// Notes a grid that a part of the page is placed on.
  mutating func addField(_ grid: PageGrid) -> PageGrid {
    fields.append(grid)
    return grid
  }

  /// The layers, type on top whatever the order of placing.
  var composition: Composition {
    var composition = Composition(
      page: job.page, layers: layers.filter { $0.role != .type } + layers.filter { $0.role == .type })
    composition.grids = ([grid] + fields).map { isMirrored ? $0.mirrored(in: page.width) : $0 }
    return composition
  }

  /// A flat field; sides on the trim reach over the bleed.
  mutating func fill(_ rect: Rect, _ color: SRGB) { fill(.rect(job.page.bled(rect)), color) }

  mutating func fill(_ path: Path, _ color: SRGB) {
    layers.append(Layer(.ground, [.fill(placed(path), .color(color))]))
  }

  /// A hairline from edge to edge of `rect` at height `y`.
  mutating func rule(from left: Double, to right: Double, y: Double, _ color: SRGB, weight: Double = 1) {
    let path = Path.polyline([Point(left, y), Point(right, y)])
    layers.append(Layer(.furniture, [.stroke(placed(path), .color(color), Stroke(hairline * weight))]))
  }

  /// A line around `rect`, inside its edges.
  mutating func outline(_ rect: Rect, _ color: SRGB, radius: Double = 0, weight: Double = 1) {
    let stroke = Stroke(hairline * weight)
    let path = Path.rounded(rect.inset(by: stroke.width / 2), radius: radius)
    layers.append(Layer(.furniture, [.stroke(placed(path), .color(color), stroke)]))
  }

  mutating func append(_ layer: Layer) { layers.append(layer) }

  /// The brief's picture, or the variant's artwork on a ground of its own, in a rectangle or in `shape` inside it. A
  /// picture ends where the quiet part begins; artwork comes to rest there by itself.
  mutating func art(
    in frame: Rect, shape: Path? = nil, focus: Point, quiet: Rect? = nil, on ground: SRGB
  ) {
    let bled = placed(shape == nil ? job.page.bled(landed(frame)) : frame)
    if let picture, let photo = picture.photo {
      let place = landed(frame.without(quiet))
      return add(
        photo, in: shape == nil ? job.page.bled(place) : place, shape: shape, cropped: picture.mayCrop)
    }
    let space = ArtSpace(
      frame: bled, focus: placed(focus), quiet: quiet.map { placed(job.page.bled($0)) }, ground: ground,
      inks: inks(on: ground), accent: artAccent(on: ground))
    let field = Layer(.ground, [.fill(.rect(bled.inset(by: -1)), .color(ground))])
    layers += ([field] + job.art(space)).map { layer in
      var layer = layer
      layer.window = shape.map(placed) ?? .rect(bled)
      return layer
    }
  }

  /// Text in its place, the last baseline on the grid; turned text and what a layout places freely stays.
  mutating func add(_ text: SetText, onGrid: Bool = true) {
    let landed = onGrid ? text.landed(on: grid) : text
    layers.append(Layer(.type, landed.marks.map { .text(placed($0, isDisplay: text.isDisplay)) }))
    for object in landed.objects {
      layers.append(
        Layer(.furniture, object.placed(in: placed(object.frame)).marks(hairline: hairline * 1.5)))
    }
  }

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
    return Array(Self.heard(kept, on: ground).prefix(max(3, min(5, palette.inks.count))))
  }

  /// How far an ink must stand from the ground to be heard across a room, as a contrast ratio.
  private static let loud = 2.2

  /// The inks with at least two loud ones among the first three, one of them leading: all quiet, a picture on a dark
  /// ground would sink into it.
  private static func heard(_ inks: [SRGB], on ground: SRGB) -> [SRGB] {
    var inks = inks
    func isLoud(_ ink: SRGB) -> Bool { contrastRatio(ink, ground) >= loud }
    for place in 0..<2 where inks.prefix(3).count(where: isLoud) < 2 || place == 0 && !isLoud(inks[0]) {
      guard let index = inks.indices.dropFirst(place).first(where: { isLoud(inks[$0]) }) else { break }
      inks.insert(inks.remove(at: index), at: place)
    }
    return inks
  }

  func artAccent(on ground: SRGB) -> SRGB {
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
    return Tones(ground: ground, text: text, muted: muted, accent: accent)
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
      type: job.type, tones: tones(on: ground), typesetter: job.typesetter, size: size * scale,
      baseline: grid.baseline, align: align, gutter: gutter, unit: grid.columnWidth + grid.gutter)
  }

}

extension PageBuilder {
  /// The title, or the reason it cannot be set.
  func headline(
    in room: Size, lines: ClosedRange<Int> = 1...4, largest: Double = .infinity,
    voice: TypeSystem.Voice? = nil
  ) throws(LayoutFailure) -> Headline {
    guard let title = job.content.first(.title) else { throw .missing(element: "title") }
    let smallest = max(size * Self.leastTitle(title.text), millimetres(points: title.minimumSize ?? 0))
    // A title as long as a sentence takes the lines that it needs.
    let most = lines.upperBound == 1 ? 1 : max(lines.upperBound, title.text.count / 22)
    let fitted = Headline(
      title.text, voice: voice ?? job.type.display, in: room, lines: lines.lowerBound...most,
      sizes: smallest...max(smallest, largest), baseline: grid.baseline, with: job.typesetter)
    guard var fitted else { throw .cannotFit(element: "title", smallest: points(millimetres: smallest)) }
    fitted.hangLimit = margin * 0.5
    return fitted
  }

  /// The smallest size of a title relative to running text: titles as long as a paragraph, and words as long as a line,
  /// must be set smaller.
  private static func leastTitle(_ text: String) -> Double {
    let longest = text.split { $0 == " " || $0 == "\u{ad}" }.map(\.count).max() ?? 0
    let excess = max(Double(text.count - 80) / 160, Double(longest - 20) / 25)
    return 1.8 - 0.75 * max(0, min(1, excess))
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
      for trial in Self.trials(columns, setter) where trial.cost < best?.cost ?? .infinity {
        let text = trial.setter.set(candidate, at: .zero, width: width, columns: trial.columns)
        let column = trial.setter.columnWidth(candidate, width: width, columns: trial.columns)
        guard text.box.height <= height + 1e-6, text.marks.allSatisfy({ $0.box.width <= column * 1.002 })
        else { continue }
        let cost = Double(text.breaks) + trial.cost
        if cost < best?.cost ?? .infinity { best = (text, cost) }
      }
      if let best { return best.text }
    }
    let longest = candidates[candidates.count - 1].joined().max {
      $0.element.text.count < $1.element.text.count
    }
    throw .cannotFit(
      element: longest?.element.role.rawValue ?? "details", smallest: points(millimetres: setter.size * 0.8))
  }

  /// Ways to set details and what each costs, in broken lines: a column less, a size down, groups closer together.
  private static func trials(
    _ columns: Int, _ setter: DetailSetter
  ) -> [(setter: DetailSetter, columns: Int, cost: Double)] {
    var trials: [(setter: DetailSetter, columns: Int, cost: Double)] = []
    for count in Set([columns, max(1, columns - 1)]).sorted(by: >) {
      for scale in [1.0, 0.93, 0.86, 0.8] {
        var smaller = setter.scaled(by: scale)
        guard smaller.size >= millimetres(points: smallestText) || scale == 1 else { continue }
        for gap in Set([setter.gap, min(setter.gap, 2)]).sorted(by: >) {
          smaller.gap = gap
          trials.append(
            (smaller, count, (1 - scale) * 8 + (count == columns ? 0 : 0.7) + (gap == setter.gap ? 0 : 0.4)))
        }
      }
    }
    return trials
  }
}

extension Rect {
  /// What is left above, below or beside a strip that lies along one of its sides.
  fileprivate func without(_ strip: Rect?) -> Rect {
    guard let strip, let common = intersection(strip) else { return self }
    if common.top <= top + 1e-6 { return Rect(left: left, top: common.bottom, right: right, bottom: bottom) }
    return Rect(left: left, top: top, right: right, bottom: common.top)
  }
}
