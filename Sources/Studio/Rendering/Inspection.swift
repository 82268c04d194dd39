import Canvas
import Color
import Composition
import Elementary
import Geometry
import Raster

/// What was measured on a composition and a small picture of it.
public struct Scores: Hashable, Sendable {
  /// Shared area of text boxes of different lines, as a mean share of their areas; 0 is required.
  public var overlap: Double
  /// How far text reaches outside the safe area, in millimetres; 0 is required.
  public var clipped: Double
  /// The least contrast of running text on the pixels under it (WCAG ratio); 4.5 is required.
  public var textContrast: Double
  /// The same for display type (24 pt and above); 3 is required.
  public var displayContrast: Double
  /// Mean over text elements of -log(1 - d), d being the least distance (share of the page) to an edge or centre of
  /// another element on one of six axes (after LayoutGAN++, Kikuchi 2021); 0 is perfect.
  public var alignment: Double
  /// Mean gradient of the picture under the text, 0...1; lower reads better.
  public var readability: Double

  /// Names and values, in the order of manifests.
  public var named: [(name: String, value: Double)] {
    [
      ("overlap", overlap), ("alignment", alignment), ("textContrast", textContrast),
      ("displayContrast", displayContrast), ("readability", readability), ("clipped", clipped),
    ]
  }

  /// An element with a character that no installed font has, or nil.
  public var unreadable: String?

  /// The first gate that fails, in words, or nil.
  public var failure: String? {
    if let unreadable { return "no installed font has every character of the \(unreadable)" }
    if overlap > 1e-6 { return "text overlaps text" }
    if clipped > 1e-6 { return "text leaves the safe area" }
    if textContrast < 4.5 { return "text contrast is below 4.5:1" }
    if displayContrast < 3 { return "display contrast is below 3:1" }
    return nil
  }
}

extension Scores {
  /// Long side of the picture that contrast is measured on: fixed, so that scores do not depend on the output size.
  static let proxySide = 360.0

  /// Draws everything but the type at a fixed small size and measures the type against it.
  ///
  /// With a design whose filter repaints the artwork, the type is measured against the repainted one. Filters of the
  /// whole page treat type and ground alike and are left out.
  public static func measure(
    _ composition: Composition, _ design: Design? = nil, with typesetter: Typesetter
  ) throws(CanvasError) -> Scores {
    let page = composition.page
    let scale = proxySide / page.size.longSide
    let width = max(1, Int(page.size.width * scale)), height = max(1, Int(page.size.height * scale))
    let ground = try Renderer.ground(
      composition, design, View(scale: scale, width: width, height: height), with: typesetter)
    let marks = composition.textMarks
    let under = marks.map { GroundUnderText($0, ground, scale: scale) }
    let contrasts = zip(marks, under).map { ($0.isDisplay, $1.contrast) }
    return Scores(
      overlap: overlap(marks), clipped: clipped(marks, page),
      textContrast: contrasts.filter { !$0.0 }.map(\.1).min() ?? 21,
      displayContrast: contrasts.filter(\.0).map(\.1).min() ?? 21, alignment: alignment(marks, page),
      readability: under.isEmpty ? 0 : under.map(\.gradient).reduce(0, +) / Double(under.count),
      unreadable: marks.first { $0.unknownGlyphs > 0 }?.element)
  }

  private static func overlap(_ marks: [TextMark]) -> Double {
    var sum = 0.0
    for (i, a) in marks.enumerated() {
      for (j, b) in marks.enumerated() where i != j && !sameHeadline(a, b) {
        if let shared = a.box.intersection(b.box) { sum += shared.area / max(a.box.area, 1e-9) }
      }
    }
    return marks.isEmpty ? 0 : sum / Double(marks.count)
  }

  /// Tightly set lines of one headline may share a box: an ascender reaches between the letters above it.
  private static func sameHeadline(_ a: TextMark, _ b: TextMark) -> Bool {
    a.element == b.element && a.line.size == b.line.size
  }

  private static func clipped(_ marks: [TextMark], _ page: Page) -> Double {
    let safe = page.trim.inset(by: page.size.shortSide / 50)
    return marks.map { mark in
      let box = mark.box
      return max(
        safe.left - box.left, box.right - safe.right, safe.top - box.top, box.bottom - safe.bottom, 0)
    }.max() ?? 0
  }

  private static func alignment(_ marks: [TextMark], _ page: Page) -> Double {
    let boxes = marks.map(\.box)
    guard boxes.count > 1 else { return 0 }
    let lines = boxes.map { box -> [Double] in
      let (w, h) = (page.size.width, page.size.height)
      return [
        box.left / w, box.center.x / w, box.right / w, box.top / h, box.center.y / h, box.bottom / h,
      ]
    }
    let costs = lines.indices.map { i -> Double in
      var least = 1.0
      for j in lines.indices where j != i {
        for axis in 0..<6 { least = min(least, abs(lines[i][axis] - lines[j][axis])) }
      }
      return -Exact.log(1 - min(least, 0.999))
    }
    return costs.reduce(0, +) / Double(costs.count)
  }
}

/// The pixels under one line of text.
private struct GroundUnderText {
  /// The 4th percentile of the contrast between the text's colour and the pixels of its box: strict, but blind to a
  /// stray edge pixel.
  let contrast: Double
  /// Mean absolute difference of encoded luminance between neighbours, 0...1.
  let gradient: Double

  /// Relative luminance of every 8-bit component value.
  private static let linear: [Double] = (0..<256).map { decodeSRGB(Double($0) / 255) }

  init(_ mark: TextMark, _ bitmap: Bitmap, scale: Double) {
    let box = mark.box
    let x0 = max(0, Int(box.left * scale)), y0 = max(0, Int(box.top * scale))
    let x1 = min(bitmap.width, Int((box.right * scale).rounded(.up)))
    let y1 = min(bitmap.height, Int((box.bottom * scale).rounded(.up)))
    guard x0 < x1, y0 < y1 else {
      (contrast, gradient) = (0, 1)
      return
    }
    let text = mark.color.quantized.luminance
    var ratios: [Double] = []
    var steps = 0.0
    for y in y0..<y1 {
      var left = -1.0
      for x in x0..<x1 {
        let luminance = Self.luminance(bitmap.pixels[y * bitmap.width + x])
        ratios.append(contrastRatio(luminances: luminance, text))
        let encoded = luminance.squareRoot()
        if left >= 0 { steps += abs(encoded - left) }
        left = encoded
      }
    }
    ratios.sort()
    contrast = ratios[ratios.count * 4 / 100]
    gradient = steps / Double(ratios.count)
  }

  private static func luminance(_ p: UInt32) -> Double {
    0.2126 * linear[Int(p >> 16 & 255)] + 0.7152 * linear[Int(p >> 8 & 255)] + 0.0722 * linear[Int(p & 255)]
  }
}
