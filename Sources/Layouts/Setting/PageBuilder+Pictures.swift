import Canvas
import Color
import Composition
import Geometry

/// Where a picture goes and how much of it is seen.
extension PageBuilder {
  /// The brief's leading picture; it takes the place that a layout gives to artwork.
  var picture: ContentElement? { job.content.elements.first { $0.role == .image && $0.photo != nil } }

  /// A photo that fills `frame`, cut as its content allows; where a cut would pass through a marked point, or cuts are
  /// not wanted, it stands whole in the middle of the frame.
  ///
  /// - Parameters:
  ///   - photo: the picture.
  ///   - frame: in millimetres.
  ///   - shape: the outline that it is seen through; nil for the frame itself.
  ///   - cropped: false keeps the whole picture.
  mutating func add(_ photo: Photo, in frame: Rect, shape: Path? = nil, cropped: Bool = true) {
    let crop = cropped ? photo.crop(aspect: frame.width / frame.height) : nil
    let seen = crop == nil ? Self.whole(photo, in: frame) : frame
    var layer = Layer(
      .artwork,
      [
        .picture(
          PictureMark(
            element: "image", source: photo, frame: placed(seen), crop: crop ?? Rect(0, 0, 1, 1)))
      ])
    layer.window = shape.map(placed) ?? .rect(placed(seen))
    append(layer)
  }

  /// The largest frame of the photo's own shape in the middle of `frame`.
  static func whole(_ photo: Photo, in frame: Rect) -> Rect {
    let width = min(frame.width, frame.height * photo.aspect)
    let height = width / photo.aspect
    return Rect(frame.center.x - width / 2, frame.center.y - height / 2, width, height)
  }

  /// A veil of `color` that lets type read on a picture: clear at `clear`, of strength `alpha` from `solid` on.
  mutating func veil(_ area: Rect, clear: Double, solid: Double, _ color: SRGB, alpha: Double) {
    let bled = placed(job.page.bled(area))
    append(
      Layer(
        .furniture,
        [
          .fill(
            .rect(bled),
            .linear(
              from: Point(0, clear), to: Point(0, solid),
              stops: Self.ease.map { GradientStop($0.at, color, alpha: alpha * $0.share) }))
        ]))
  }

  /// A smooth start and end, so that no line shows where a veil begins: 3t² - 2t³.
  private static let ease: [(at: Double, share: Double)] = (0...8).map {
    let t = Double($0) / 8
    return (t, t * t * (3 - 2 * t))
  }

  /// Compares what the foot and the head of a full page of art do to the eye: saliency and detail of the brief's picture
  /// as it will be cut, or of the artwork itself, drawn small.
  ///
  /// - Parameters:
  ///   - frame: what the art fills.
  ///   - strip: how much of its height the type takes.
  ///   - ground: what the artwork is drawn on.
  /// - Returns: true if the foot draws the eye less.
  func isCalmerBelow(_ frame: Rect, strip: Double, on ground: SRGB) -> Bool {
    guard let seen = glimpse(frame, on: ground) else { return true }
    let side = InterestMap.side
    let rows = max(1, Int(Double(side) * strip))
    let profile = seen.interest.profile(across: false)
    let first = Int(seen.crop.top * Double(side)), last = Int(seen.crop.bottom * Double(side))
    let (head, foot) = (profile[first..<min(first + rows, last)], profile[max(last - rows, first)..<last])
    return foot.reduce(0, +) <= head.reduce(0, +)
  }

  private func glimpse(_ frame: Rect, on ground: SRGB) -> (interest: InterestMap, crop: Rect)? {
    let whole = Rect(0, 0, 1, 1)
    if let photo = picture?.photo {
      return (photo.interest, photo.crop(aspect: frame.width / frame.height) ?? whole)
    }
    let side = InterestMap.side * 2
    guard let canvas = try? Canvas(width: side, height: side, isSketch: true) else { return nil }
    canvas.fill(.rect(Rect(0, 0, Double(side), Double(side))), .color(ground))
    var space = ArtSpace(
      frame: frame, focus: frame.center, ground: ground, inks: inks(on: ground), accent: artAccent(on: ground)
    )
    space.isSketch = true
    canvas.saved { canvas in
      canvas.transform(.scale(Double(side) / frame.width, Double(side) / frame.height))
      Composition(page: job.page, layers: job.art(space)).draw(on: canvas, with: job.typesetter)
    }
    return (try? canvas.bitmap()).map { (InterestMap($0), whole) }
  }
}
