import Color

/// One entry of a paint table.
public struct Paint: Hashable, Sendable {
  /// What the maker orders it by; unique in its table.
  public let code: String
  /// What people call it.
  public let name: String
  /// How it is shown, inside the gamut of sRGB.
  public let color: SRGB
  /// How it is compared: as measured (CIELAB under D50) if the table says so, else as shown.
  public let lab: CIELAB

  /// A paint that is known by its colour on a screen.
  public init(code: String, name: String, color: SRGB) {
    self.init(code: code, name: name, color: color, lab: CIELAB(color))
  }

  /// A paint that was measured.
  public init(code: String, name: String, color: SRGB, lab: CIELAB) {
    self.code = code
    self.name = name
    self.color = color
    self.lab = lab
  }
}

/// Paints of one maker or collection, at least one.
public struct PaintTable: Hashable, Sendable {
  /// What the table is called; every match repeats it.
  public let name: String
  /// The paints, in the table's order.
  public let paints: [Paint]
  /// What a reader had to change, one sentence each.
  public let notes: [String]

  /// No table may have more rows.
  public static let limit = 100_000

  /// A table of at least one paint.
  public init(name: String, paints: [Paint], notes: [String] = []) {
    precondition(!paints.isEmpty, "a paint table without paints")
    self.name = name
    self.paints = paints
    self.notes = notes
  }
}

/// A paint that stands in for a colour, and how far off it is. Not a promise: only a sample on the wall is.
public struct PaintMatch: Hashable, Sendable, CustomStringConvertible {
  /// The nearest paint.
  public let paint: Paint
  /// CIEDE2000 between the colour and the paint: below 1 hardly visible, above 5 plainly another colour.
  public let difference: Double
  /// The table that the paint comes from.
  public let table: String

  /// For example `Chalk Pit (MX-04) of Maquette example paints, ΔE00 1.3`.
  public var description: String {
    "\(printable(paint.name)) (\(printable(paint.code))) of \(printable(table)), ΔE00 \(oneDecimal(difference))"
  }
}

extension PaintTable {
  /// The paint with the least CIEDE2000 difference to a colour; the first of equals. O(paints).
  public func nearest(to color: SRGB) -> PaintMatch { nearest(to: CIELAB(color)) }

  /// The paint with the least CIEDE2000 difference to a measured colour (D50); the first of equals. O(paints).
  public func nearest(to lab: CIELAB) -> PaintMatch {
    var best = (paint: paints[0], difference: lab.difference2000(to: paints[0].lab))
    for paint in paints.dropFirst() {
      // The weight of lightness is at most 1.748, and the terms of chroma and hue together are never negative.
      if abs(paint.lab.lightness - lab.lightness) > 1.75 * best.difference { continue }
      let difference = lab.difference2000(to: paint.lab)
      if difference < best.difference { best = (paint, difference) }
    }
    return PaintMatch(paint: best.paint, difference: best.difference, table: name)
  }
}

private func oneDecimal(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
