import Color
import JSON5
import Palettes
import Parameters
import Testing

/// Bytes from hexadecimal digits; spaces and line ends between them do not matter.
func hexBytes(_ text: String) -> [UInt8] {
  let digits = text.utf8.filter { $0 > 0x20 }.map { UInt8(String(Unicode.Scalar($0)), radix: 16)! }
  return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}

func swatch(_ hex: String, _ name: String? = nil, share: Double? = nil) -> Swatch {
  Swatch(name: name, color: SRGB(hex: hex)!, share: share)
}

/// The sentence with which a file is refused; empty, and a failed test, if it is not.
func refusal(_ format: PaletteFormat, _ bytes: [UInt8], file: String = "f") -> String {
  do {
    let list = try format.read(bytes, file: file)
    Issue.record("\(format) accepts \(bytes.count) bytes as \(list.swatches.map(\.color.hex))")
    return ""
  } catch {
    return "\(error)"
  }
}

func refusal(_ format: PaletteFormat, _ text: String) -> String { refusal(format, Array(text.utf8)) }

func hexes(_ list: SwatchList) -> [String] { list.swatches.map(\.color.hex) }

/// Names that make trouble in one format or another, colours all over the cube and at its corners.
let awkward = SwatchList(
  name: "Kühn & Söhne */ {a.b}",
  swatches: [
    swatch("#000000", "Ink"), swatch("#ffffff", "Ink"), swatch("#ff8000", "a.b {c}", share: 0.25),
    swatch("#010203", "$root"), swatch("#fefdfc", "🎨 Zoë", share: 0), swatch("#7f8081", "5 blue, or so"),
    swatch("#0b1d3a", "Name: x"), swatch("#c0ffee", "</style>*/"), swatch("#123456", "\"quoted\" \\"),
    swatch("#654321"),
  ])

/// As many random colours as asked, with and without names.
func randomList(_ count: Int, seed: UInt64) -> SwatchList {
  var stream = SeedStream(seed: seed, path: "swatches")
  return SwatchList(
    name: "Random",
    swatches: (0..<count).map { index in
      let color = SRGB(stream.unit(), stream.unit(), stream.unit()).quantized
      return Swatch(name: stream.chance(0.8) ? "colour \(index)" : nil, color: color)
    })
}
