import Color
import Geometry

/// Why a file is no drawing that can be placed: one sentence.
public enum SVGProblem: Error, Hashable, CustomStringConvertible {
  /// It is not well formed.
  case broken(String)
  /// It holds an element beyond filled outlines.
  case element(String, line: Int)
  /// An element has an attribute beyond a plain fill.
  case attribute(String, value: String, element: String, line: Int, hint: String)
  /// Neither `viewBox` nor `width` and `height` say how large it is.
  case noSize
  case tooMuch(what: String, limit: Int)

  public var description: String {
    switch self {
    case .broken(let reason): "is no SVG file: \(reason)"
    case .element(let name, let line):
      "holds a <\(name)> on line \(line); a logo may hold svg, g, \(SVGReader.shapes) with plain fills:"
        + " convert everything else to outlines"
    case .attribute(let name, let value, let element, let line, let hint):
      "has \(name)=\"\(value.prefix(60))\" in the <\(element)> on line \(line): \(hint)"
    case .noSize: "has no viewBox and no width and height, so its proportions are not known"
    case .tooMuch(let what, let limit): "has more than \(limit) \(what)"
    }
  }
}

extension VectorPicture {
  /// The most bytes of an SVG file that is read.
  public static let largestFile = 2 << 20

  /// A drawing in the static, filled part of SVG 1.1: groups, transforms, paths and basic shapes.
  ///
  /// - Parameters:
  ///   - svg: the file's bytes.
  ///   - name: the file as the brief names it.
  ///   - digest: SHA-256 of the file, in hexadecimal.
  /// - Throws: the first thing that cannot be drawn as a filled outline.
  public init(svg: [UInt8], name: String, digest: String) throws(SVGProblem) {
    var reader = SVGReader(svg)
    let (size, shapes) = try reader.read()
    self.init(name: name, digest: digest, size: size, shapes: shapes)
  }

  /// True if a file's bytes begin as XML does.
  public static func isSVG(_ bytes: [UInt8]) -> Bool {
    let text = bytes.drop { $0 == 0xef || $0 == 0xbb || $0 == 0xbf || $0 <= 0x20 }
    return text.first == UInt8(ascii: "<")
  }
}

/// Walks through an SVG file and collects its outlines (W3C, "Scalable Vector Graphics 1.1", 2011).
struct SVGReader {
  static let shapes = "path, rect, circle, ellipse and polygon"
  private static let mostShapes = 4000
  private static let mostLevels = 64

  private var tags: XMLTags
  private var levels: [SVGStyle] = []
  private var result: [VectorPicture.Shape] = []
  private var size: Size?

  init(_ bytes: [UInt8]) { tags = XMLTags(bytes) }

  mutating func read() throws(SVGProblem) -> (Size, [VectorPicture.Shape]) {
    while let tag = try tags.next() {
      if tag.opens { try open(tag) }
      if tag.closes {
        guard levels.popLast() != nil else { throw .broken("line \(tag.line) closes what is not open") }
      }
    }
    guard let size else { throw .broken("it has no <svg> element") }
    guard levels.isEmpty else { throw .broken("an element is never closed") }
    guard !result.isEmpty else { throw .broken("it draws nothing") }
    return (size, result)
  }

  private mutating func open(_ tag: XMLTags.Tag) throws(SVGProblem) {
    guard levels.count < Self.mostLevels else {
      throw .tooMuch(what: "levels of groups", limit: Self.mostLevels)
    }
    guard let outer = levels.last else {
      guard tag.name == "svg", size == nil else { throw .broken("it does not begin with <svg>") }
      let view = try Self.viewBox(tag)
      size = view.size
      var style = SVGStyle()
      style.transform = .translation(-view.x, -view.y)
      levels.append(try style.inner(tag, takesTransform: false))
      return
    }
    guard outer.isShown else { return levels.append(outer) }
    if ["title", "desc", "metadata", "defs", "namedview"].contains(tag.name) {
      // What is defined is drawn only where it is used, and uses are refused.
      levels.append(outer.hidden)
      return
    }
    let style = try outer.inner(tag)
    levels.append(style)
    guard tag.name != "g", style.isShown else { return }
    guard let path = try Self.outline(tag) else { throw .element(tag.name, line: tag.line) }
    guard result.count < Self.mostShapes else { throw .tooMuch(what: "shapes", limit: Self.mostShapes) }
    guard let fill = style.fill, !path.isEmpty else { return }
    result.append(
      VectorPicture.Shape(
        path.transformed(by: style.transform), color: fill.color, alpha: style.alpha,
        isEvenOdd: style.isEvenOdd))
  }

  private static func viewBox(_ tag: XMLTags.Tag) throws(SVGProblem) -> Rect {
    if let text = tag["viewBox"] {
      let numbers = SVGNumbers.list(text)
      guard let numbers, numbers.count == 4, numbers[2] > 0, numbers[3] > 0 else {
        throw .attribute(
          "viewBox", value: text, element: "svg", line: tag.line,
          hint: "it must be four numbers, the last two above 0")
      }
      return Rect(numbers[0], numbers[1], numbers[2], numbers[3])
    }
    func length(_ name: String) -> Double? {
      tag[name].flatMap { text in
        let digits = text.prefix { "0123456789.".contains($0) }
        let unit = text.dropFirst(digits.count)
        return ["", "px", "mm", "pt", "cm", "in"].contains(String(unit)) ? Double(digits) : nil
      }
    }
    guard let width = length("width"), let height = length("height"), width > 0, height > 0 else {
      throw .noSize
    }
    return Rect(0, 0, width, height)
  }
}

extension SVGReader {
  /// The outline of a basic shape; nil if the element is none.
  private static func outline(_ tag: XMLTags.Tag) throws(SVGProblem) -> Path? {
    func number(_ name: String) throws(SVGProblem) -> Double {
      guard let text = tag[name] else { return 0 }
      guard let value = SVGNumbers.single(text) else {
        throw .attribute(
          name, value: text, element: tag.name, line: tag.line, hint: "it must be a number without a unit")
      }
      return value
    }
    switch tag.name {
    case "path":
      guard let data = tag["d"] else { return Path() }
      var reader = SVGPathData(data)
      guard let path = reader.path() else {
        throw .attribute(
          "d", value: data, element: tag.name, line: tag.line, hint: "its path data cannot be read")
      }
      return path
    case "polygon", "polyline":
      guard let text = tag["points"] else { return Path() }
      guard let numbers = SVGNumbers.list(text), numbers.count % 2 == 0 else {
        throw .attribute(
          "points", value: text, element: tag.name, line: tag.line, hint: "it must be pairs of numbers")
      }
      return .polygon(stride(from: 0, to: numbers.count, by: 2).map { Point(numbers[$0], numbers[$0 + 1]) })
    case "circle":
      let radius = try number("r")
      let center = Point(try number("cx"), try number("cy"))
      return radius > 0 ? .circle(center, radius: radius) : Path()
    case "ellipse":
      let (rx, ry) = (try number("rx"), try number("ry"))
      let (x, y) = (try number("cx"), try number("cy"))
      return rx > 0 && ry > 0 ? .ellipse(in: Rect(x - rx, y - ry, 2 * rx, 2 * ry)) : Path()
    case "rect":
      let rect = Rect(try number("x"), try number("y"), try number("width"), try number("height"))
      guard rect.width > 0, rect.height > 0 else { return Path() }
      let radius = (try number(tag["rx"] == nil ? "ry" : "rx"), try number(tag["ry"] == nil ? "rx" : "ry"))
      return .rounded(rect, radii: Size(radius.0, radius.1))
    default: return nil
    }
  }
}
