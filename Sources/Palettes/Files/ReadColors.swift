import Color

/// Turns the numbers of a file into colours, with a note where something was changed.
struct ColorIntake {
  /// Where the colour stands, and what messages call it, for example "colour 3 ('Ink')".
  let place: PaletteFileError.Place
  let what: String
  /// What was changed, if anything was.
  var notes: [String] = []

  init(_ place: PaletteFileError.Place, _ what: String) {
    self.place = place
    self.what = what
  }

  /// Encoded sRGB; also a little outside the cube, as wide-gamut programs write it.
  mutating func rgb(_ parts: [Double]) throws(PaletteFileProblem) -> SRGB {
    try check(parts, ["red", "green", "blue"], -1...2)
    let color = SRGB(parts[0], parts[1], parts[2])
    // Decoding and encoding would cost the last bit.
    if parts.allSatisfy({ (0...1).contains($0) }) { return color }
    return mapped(color.linear, "sRGB \(listed(parts))")
  }

  /// Linear-light sRGB; also a little outside the cube.
  mutating func linear(_ parts: [Double]) throws(PaletteFileProblem) -> SRGB {
    try check(parts, ["red", "green", "blue"], -1...2)
    return mapped(LinearRGB(parts[0], parts[1], parts[2]), "linear sRGB \(listed(parts))")
  }

  /// CIELAB under D50, L* 0...100.
  mutating func lab(_ parts: [Double]) throws(PaletteFileProblem) -> SRGB {
    try check([parts[0]], ["L*"], 0...100)
    try check(Array(parts[1...]), ["a*", "b*"], -128...128)
    return mapped(CIELAB(parts[0], parts[1], parts[2]).linear, "Lab \(listed(parts))")
  }

  /// OKLab, or OKLCH with the hue in degrees.
  mutating func oklab(_ parts: [Double], isPolar: Bool) throws(PaletteFileProblem) -> SRGB {
    try check([parts[0]], ["lightness"], 0...1)
    if isPolar {
      try check([parts[1]], ["chroma"], 0...1)
      try check([parts[2]], ["hue"], -36000...36000)
      return mapped(OKLCH(parts[0], parts[1], parts[2]).lab.linear, "oklch \(listed(parts))")
    }
    try check(Array(parts[1...]), ["a", "b"], -1...1)
    return mapped(OKLab(parts[0], parts[1], parts[2]).linear, "oklab \(listed(parts))")
  }

  /// Light from 0 (black) to 1 (white), encoded as sRGB.
  mutating func gray(_ light: Double) throws(PaletteFileProblem) -> SRGB {
    try check([light], ["grey"], 0...1)
    return SRGB(light, light, light)
  }

  /// Inks from 0 (none) to 1 (full), by the naive product: each light is what its ink and black let through.
  mutating func cmyk(_ inks: [Double]) throws(PaletteFileProblem) -> SRGB {
    try check(inks, ["cyan", "magenta", "yellow", "black"], 0...1)
    notes.append("CMYK was converted without a press profile, as (1 - ink)(1 - black): proof it on the press")
    let light = inks[..<3].map { (1 - $0) * (1 - inks[3]) }
    return SRGB(light[0], light[1], light[2])
  }

  /// Hue, saturation and brightness (Smith's hexcone, 1978), each 0...1; hue 1 is red again.
  mutating func hsb(_ parts: [Double]) throws(PaletteFileProblem) -> SRGB {
    try check(parts, ["hue", "saturation", "brightness"], 0...1)
    func channel(_ turn: Double) -> Double {
      let sector = (turn + parts[0] * 6).truncatingRemainder(dividingBy: 6)
      return parts[2] * (1 - parts[1] * max(0, min(1, min(sector, 4 - sector))))
    }
    return SRGB(channel(5), channel(3), channel(1))
  }

  private func check(
    _ values: [Double], _ names: [String], _ range: ClosedRange<Double>
  ) throws(PaletteFileProblem) {
    for (value, name) in zip(values, names) where !range.contains(value) {
      let bounds = "\(shortNumber(range.lowerBound))...\(shortNumber(range.upperBound))"
      throw PaletteFileProblem(
        place, .outOfRange(what: "\(name) of \(what)", value: shortNumber(value), range: bounds))
    }
  }

  /// The colour itself, or of its hue and lightness in OKLab the one with as much chroma as sRGB holds.
  private mutating func mapped(_ color: LinearRGB, _ source: String) -> SRGB {
    let encoded = SRGB(color)
    let parts = [encoded.red, encoded.green, encoded.blue]
    // Half a step of 8 bits is the rounding of the file, not a colour beyond the gamut.
    if parts.allSatisfy({ (-0.002...1.002).contains($0) }) {
      let held = parts.map { max(0, min(1, $0)) }
      return SRGB(held[0], held[1], held[2])
    }
    let wide = OKLCH(OKLab(color))
    let result = OKLCH(max(0, min(1, wide.lightness)), wide.chroma, wide.hue).srgb
    notes.append("\(what), \(source), lies outside sRGB; its chroma was lowered to \(result.hex)")
    return result
  }

  private func listed(_ parts: [Double]) -> String { parts.map(shortNumber).joined(separator: " ") }
}

/// A number without a needless `.0`, at most four decimals.
func shortNumber(_ value: Double) -> String {
  guard value.isFinite, abs(value) < 1e9 else { return "\(value)" }
  let rounded = (value * 10_000).rounded() / 10_000
  return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
}
