import Color
import Foundation

/// What another implementation finds for 1,000 colours; the file's own head says how it was made.
struct OracleColor: Sendable {
  let hex: String
  let values: [String: Double]

  var srgb: SRGB { SRGB(hex: hex)! }
  subscript(_ name: String) -> Double { values[name] ?? .nan }

  static let all: [OracleColor] = {
    let url = Bundle.module.url(forResource: "Fixtures/coloraide", withExtension: "csv")
    let text = url.flatMap { try? String(contentsOf: $0, encoding: .utf8) } ?? ""
    var lines = text.split(separator: "\n").drop { $0.hasPrefix("#") }
    let names = (lines.popFirst() ?? "").split(separator: ",").dropFirst().map(String.init)
    return lines.map { line in
      let cells = line.split(separator: ",")
      let numbers = cells.dropFirst().map { (Double($0) ?? .nan) / 100_000 }
      return OracleColor(
        hex: "#" + cells[0], values: Dictionary(uniqueKeysWithValues: zip(names, numbers)))
    }
  }()
}

/// The largest difference between `found` and the oracle's values of these names; infinite for NaN.
func gap(_ found: [Double], _ names: [String], _ oracle: OracleColor) -> Double {
  zip(found, names).map { abs($0 - oracle[$1]) }.map { $0.isNaN ? .infinity : $0 }.max() ?? .infinity
}

/// The smaller angle between two hues in degrees.
func turn(_ a: Double, _ b: Double) -> Double {
  let d = abs(a - b).truncatingRemainder(dividingBy: 360)
  return min(d, 360 - d)
}
