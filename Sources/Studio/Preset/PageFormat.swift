import Geometry

/// The size of a page and the resolution at which its pixels are counted.
public struct PageFormat: Hashable, Sendable {
  /// Trimmed size in millimetres.
  public let size: Size
  /// Extra on every side in millimetres.
  public var bleed: Double
  /// Dots per inch at which the page is rendered by default.
  public let dpi: Double
  /// As people name it: `A3`, `1080x1350px`.
  public let name: String

  /// Screens count pixels at CSS's 96 an inch; type then has the same proportions as on a page of that size.
  public static let screenDPI = 96.0
  /// What printers ask for.
  public static let printDPI = 300.0
  /// The smallest and largest side in millimetres.
  public static let sides = 10.0...3000.0
  /// The smallest and largest side in pixels.
  public static let pixelSides = 16...32_767

  /// Named sizes in millimetres, as they are usually held: ISO 216, American paper, and small print.
  public static let named: [(name: String, size: Size)] = [
    ("a0", Size(841, 1189)), ("a1", Size(594, 841)), ("a2", Size(420, 594)), ("a3", Size(297, 420)),
    ("a4", Size(210, 297)), ("a5", Size(148, 210)), ("a6", Size(105, 148)), ("a7", Size(74, 105)),
    ("a8", Size(52, 74)), ("b0", Size(1000, 1414)), ("b1", Size(707, 1000)), ("b2", Size(500, 707)),
    ("b3", Size(353, 500)), ("b4", Size(250, 353)), ("b5", Size(176, 250)), ("b6", Size(125, 176)),
    ("letter", Size(215.9, 279.4)), ("legal", Size(215.9, 355.6)), ("tabloid", Size(279.4, 431.8)),
    ("executive", Size(184.15, 266.7)), ("half-letter", Size(139.7, 215.9)), ("card", Size(85, 55)),
    ("us-card", Size(88.9, 50.8)), ("postcard", Size(148, 105)), ("dl", Size(99, 210)),
  ]

  /// Named sizes in pixels: feeds, links and screens.
  public static let screens: [(name: String, width: Int, height: Int)] = [
    ("square", 1080, 1080), ("feed", 1080, 1350), ("story", 1080, 1920), ("link", 1200, 630),
    ("banner", 1500, 500), ("hd", 1920, 1080), ("uhd", 3840, 2160),
  ]

  /// The names that are no series, in words.
  static let otherNames = (named.map(\.name).filter { $0.count > 2 || $0 == "dl" } + screens.map(\.name))
    .joined(separator: ", ")

  init(size: Size, bleed: Double = 0, dpi: Double, name: String) {
    self.size = size
    self.bleed = bleed
    self.dpi = dpi
    self.name = name
  }

  /// A named size, or `WIDTHxHEIGHT` with a unit (`11x14in`, `85x55mm`, `1080x1350px`); any case.
  ///
  /// Throws a `PageFormatError` that lists what is possible.
  public init(_ text: String, landscape: Bool? = nil) throws(PageFormatError) {
    let wanted = text.lowercased()
    let base: PageFormat
    if let known = Self.named.first(where: { $0.name == wanted }) {
      let isSeries = known.name.count == 2 && known.name.last!.isNumber
      base = PageFormat(
        size: known.size, dpi: Self.printDPI, name: isSeries ? text.uppercased() : text.capitalized)
    } else if let known = Self.screens.first(where: { $0.name == wanted }) {
      base = try Self.measured("\(known.width)x\(known.height)px", as: text)
    } else {
      base = try Self.measured(wanted, as: text)
    }
    let turned = landscape.map { $0 != (base.size.width > base.size.height) } ?? false
    size = turned ? Size(base.size.height, base.size.width) : base.size
    (bleed, dpi, name) = (0, base.dpi, base.name)
  }

  private static func measured(_ wanted: String, as text: String) throws(PageFormatError) -> PageFormat {
    guard let unit = LengthUnit.allCases.first(where: { wanted.hasSuffix($0.rawValue) }) else {
      throw .unknown(text)
    }
    let numbers = wanted.dropLast(unit.rawValue.count).split(separator: "x", omittingEmptySubsequences: false)
    guard numbers.count == 2, let width = Double(numbers[0].trimmed), let height = Double(numbers[1].trimmed),
      width.isFinite, height.isFinite
    else { throw .unknown(text) }
    let inPixels = unit == .pixels
    if inPixels {
      let range = Double(pixelSides.lowerBound)...Double(pixelSides.upperBound)
      guard range.contains(width), range.contains(height), width == width.rounded(),
        height == height.rounded()
      else { throw .pixels(text) }
    }
    let k = unit.millimetres(dpi: screenDPI)
    let size = Size(width * k, height * k)
    guard inPixels || (sides.contains(size.width) && sides.contains(size.height)) else { throw .length(text) }
    return PageFormat(size: size, dpi: inPixels ? screenDPI : printDPI, name: text)
  }
}

extension String {
  /// With its first letter large.
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}

extension Substring {
  /// Without spaces at both ends.
  fileprivate var trimmed: Substring {
    var rest = drop { $0 == " " }
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}

/// Why a page size cannot be used.
public enum PageFormatError: Error, Hashable, CustomStringConvertible {
  case unknown(String)
  case pixels(String)
  case length(String)

  public var description: String {
    switch self {
    case .unknown(let text):
      "'\(text)' is no page size; use a0...a8, b0...b6, \(PageFormat.otherNames), or a size such as 11x14in, 85x55mm, 1080x1350px"
    case .pixels(let text):
      "'\(text)' is out of range; each side must be a whole number of \(PageFormat.pixelSides.lowerBound)...\(PageFormat.pixelSides.upperBound) px"
    case .length(let text):
      "'\(text)' is out of range; each side must be \(Int(PageFormat.sides.lowerBound))...\(Int(PageFormat.sides.upperBound)) mm"
    }
  }
}

/// A length such as `3mm` or `0.125in` in millimetres; a bare number counts as millimetres. Nil if it is none.
func parseLength(_ text: String, dpi: Double) -> Double? {
  let wanted = text.lowercased()
  let unit = LengthUnit.allCases.first { wanted.hasSuffix($0.rawValue) }
  let digits = wanted.dropLast(unit?.rawValue.count ?? 0).filter { $0 != " " }
  guard let value = Double(digits), value.isFinite else { return nil }
  return value * (unit ?? .millimetres).millimetres(dpi: dpi)
}
