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

  /// Named sizes in millimetres, portrait.
  public static let named: [(name: String, size: Size)] = [
    ("a0", Size(841, 1189)), ("a1", Size(594, 841)), ("a2", Size(420, 594)), ("a3", Size(297, 420)),
    ("a4", Size(210, 297)), ("a5", Size(148, 210)), ("a6", Size(105, 148)), ("b1", Size(707, 1000)),
    ("b2", Size(500, 707)), ("b3", Size(353, 500)), ("b4", Size(250, 353)), ("b5", Size(176, 250)),
    ("letter", Size(215.9, 279.4)), ("legal", Size(215.9, 355.6)), ("tabloid", Size(279.4, 431.8)),
  ]

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
      base = PageFormat(size: known.size, dpi: Self.printDPI, name: text.uppercased())
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
      "'\(text)' is no page size; use a0...a6, b1...b5, letter, legal, tabloid, or a size such as 11x14in, 85x55mm, 1080x1350px"
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
