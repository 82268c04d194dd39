import Canvas
import Color
import Composition
import Geometry
import Interiors
import Materials
import Parameters

extension BoardPage {
  /// The key image: the room's view, and the client's pictures beside it if there are any.
  ///
  /// - Parameters:
  ///   - frame: for all of them.
  ///   - bleeds: true if the frame reaches the page's edges and nothing may lie around the view.
  /// - Throws: the caption that does not fit.
  mutating func keyImage(in frame: Rect, bleeds: Bool = false) throws(LayoutFailure) {
    guard !brief.photos.isEmpty else { return view(in: frame, bleeds: bleeds) }
    let strip = min(frame.width * 0.3, frame.height * 0.62)
    view(in: Rect(frame.x, frame.y, frame.width - strip - gutter, frame.height), bleeds: bleeds)
    let captioned = text.leading(.text) * 2.4
    let count = min(brief.photos.count, 3)
    let each = (frame.height - captioned * Double(count) - gutter * Double(count - 1)) / Double(count)
    guard each > 12 * unit, brief.photos.count <= 3 else { throw .missing(element: "place for I4") }
    for (index, photo) in brief.photos.enumerated() {
      let y = frame.top + (each + captioned + gutter) * Double(index)
      let box = Rect(frame.right - strip, y, strip, each)
      shadow(box, lift: 0.5)
      picture(
        job.treated(photo), box, crop: photo.cover(box.width / box.height), element: "photo \(photo.name)")
      try caption(
        "I\(index + 1)", photo.credit.map { "Photo: \($0)" } ?? "Photo without credit", [],
        at: Point(box.left, box.bottom + 1.6 * unit), width: strip)
    }
  }

  /// The room's view alone, with the keys of what it shows.
  mutating func view(in frame: Rect, bleeds: Bool = false, angle: Double = 0) {
    if !bleeds { shadow(frame, lift: 0.55, angle: angle) }
    let whole = bleeds ? job.page.bled(frame) : frame
    picture(job.view(camera), whole, angle: angle, element: "view")
    viewKeys(whole, within: frame.inset(by: 3 * unit), angle: angle)
  }

  /// The keys of the pieces and finishes that the view shows.
  private mutating func viewKeys(_ picture: Rect, within area: Rect, angle: Double) {
    func key(_ place: MaterialPlace) -> String? { scheme.samples.first { $0.item.place == place }?.key }
    let accent = scheme.surfaces.accent.flatMap { accent in key(.feature).map { (accent.wall, $0) } }
    let glimpse = RoomGlimpse(scheme.furnishing, camera: camera, aspect: picture.width / picture.height)
    let c = picture.center
    let turn = Affine.translation(-c.x, -c.y).then(.rotation(angle)).then(.translation(c.x, c.y))
    let wanted = glimpse.places(
      floor: key(.floor), wall: key(.wall), accent: accent, ceiling: key(.ceiling)
    ).map { key, box in
      let size = Size(box.width * picture.width, box.height * picture.height)
      let middle = turn.apply(picture.at(box.center.x, box.center.y))
      return (
        key: key,
        box: Rect(middle.x - size.width / 2, middle.y - size.height / 2, size.width, size.height)
      )
    }
    let keys = ViewKeys(wanted, within: area, style: drawingStyle, typesetter: job.typesetter)
    draw(keys.layers)
  }

  /// A sample with its shadow.
  mutating func sample(_ sample: Scheme.Sample, face: Rect, angle: Double = 0) {
    let picture = SamplePicture(
      material: sample.option.material, color: sample.color, stream: sample.stream,
      scale: scale(of: sample, face),
      face: face.size, edge: edge(of: sample))
    self.picture(picture, SamplePicture.frame(face), angle: angle, element: "sample \(sample.key)")
  }

  private func edge(of sample: Scheme.Sample) -> SamplePicture.Edge {
    switch sample.item.place {
    case .leather: return .soft(thickness: 0.8 * unit)
    case .rug: return .soft(thickness: 1.5 * unit)
    case .curtain, .textile, .accent: return .pinked
    default: break
    }
    let name = type(of: sample.option.material).name
    if ["paint", "limewash", "wallpaper"].contains(name) { return .card }
    let isThin =
      ["plaster", "brushed-brass", "blackened-steel", "reeded-glass", "cork", "cane"].contains(name)
      || sample.option.photo != nil && [.ceiling, .wall, .feature].contains(sample.item.place)
    return .hard(thickness: (isThin ? 0.8 : 1.7) * unit)
  }

  /// Millimetres of the material to one of the page: a scale from the list at which a face shows what it is.
  func scale(of sample: Scheme.Sample, _ face: Rect) -> Double {
    let wanted = sample.option.sampleSide * 0.85 / face.size.longSide
    // A client's photo may show a whole wall.
    let scales = [1.0, 2, 5, 10] + (sample.option.photo == nil ? [] : [20, 50])
    return scales.first { $0 >= wanted } ?? scales.last!
  }

  /// What stands below a sample: its name, where it goes, at which scale, how much of it.
  ///
  /// - Parameters:
  ///   - sample: what is shown.
  ///   - face: below which the caption stands.
  ///   - shown: the face as it is drawn, if that is another.
  ///   - width: no line is longer; the face's own if nil.
  /// - Throws: what does not fit.
  mutating func caption(
    of sample: Scheme.Sample, face: Rect, scaled shown: Rect? = nil, width: Double? = nil
  ) throws(LayoutFailure) {
    try caption(
      sample.key, sample.option.title, details(of: sample, shown ?? face),
      at: Point(face.left, face.bottom + 3.7 * unit), width: width ?? face.width)
  }

  /// Where a sample goes, at which scale it is shown, and how much of it there is.
  func details(of sample: Scheme.Sample, _ face: Rect) -> [String] {
    let scale = scale(of: sample, face)
    var facts = scale == 1 ? "full size" : "1:\(Int(scale))"
    if let area = sample.area { facts += ", \((area * 10).rounded() / 10) m²" }
    return [sample.item.note ?? sample.item.place.words, facts]
  }

  /// Faces in rows that fill a box, with the room below them that their captions need.
  ///
  /// - Parameters:
  ///   - box: captions included.
  ///   - gap: between neighbours.
  ///   - narrowest: the width that captions should get.
  ///   - inset: by how much captions are narrower than their faces.
  ///   - slack: further room below each sample.
  /// - Returns: one face a sample, in their order.
  /// - Throws: if the box is too small for them.
  func sampleRows(
    in box: Rect, gap: Double, narrowest: Double, inset: Double = 0, slack: Double = 0
  ) throws(LayoutFailure) -> [Rect] {
    let samples = scheme.samples
    var needed = text.leading(.strong) + text.leading(.text) * 2
    for _ in 0..<3 {
      let caption = needed + 7.2 * unit + slack
      let rows = SampleRows(
        samples.map(\.item.share), in: Rect(box.x, box.y, box.width, box.height + 3.4 * unit),
        SampleRows.Spacing(gap: gap, caption: caption, narrowest: narrowest))
      guard let rows else { break }
      let tallest = zip(samples, rows.faces).map { sample, face in
        captionHeight(sample.key, sample.option.title, details(of: sample, face), width: face.width - inset)
      }.max()!
      if tallest <= needed + 1e-9 { return rows.faces }
      needed = tallest
    }
    throw .cannotFit(element: "samples", smallest: points(millimetres: text.size(.text)))
  }

  /// All samples in rows that fill a box, areas in proportion to their shares.
  mutating func samples(in box: Rect, gap: Double? = nil) throws(LayoutFailure) {
    guard !scheme.samples.isEmpty else { return }
    let faces = try sampleRows(in: box, gap: gap ?? gutter, narrowest: 26 * unit)
    for (sample, face) in zip(scheme.samples, faces) {
      self.sample(sample, face: face)
      try self.caption(of: sample, face: face)
    }
  }
}
