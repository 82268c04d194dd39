import Color
import Elementary
import Geometry
import Raster

/// How much each part of a picture draws the eye: `side` x `side` cells, row by row, 0...1.
public struct InterestMap: Hashable, Sendable {
  public static let side = SpectralResidual.side
  public let cells: [Double]

  /// Spectral residual saliency with shares of detail and of saturation, as crops of photographs need; nothing in it
  /// knows faces or skin.
  public init(_ bitmap: Bitmap) {
    let side = Self.side
    let small = bitmap.resized(width: side, height: side, .area)
    let colors = small.pixels.map { p in
      SRGB(Double(p >> 16 & 255) / 255, Double(p >> 8 & 255) / 255, Double(p & 255) / 255)
    }
    let lightness = colors.map { $0.luminance.squareRoot() }
    let saliency = SpectralResidual.map(lightness)
    cells = (0..<side * side).map { i in
      let dx = i % side + 1 < side ? abs(lightness[i + 1] - lightness[i]) : 0
      let dy = i / side + 1 < side ? abs(lightness[i + side] - lightness[i]) : 0
      let c = colors[i]
      let saturation = max(c.red, c.green, c.blue) - min(c.red, c.green, c.blue)
      return 0.6 * saliency[i] + 0.25 * min(1, (dx + dy) * 4) + 0.15 * saturation
    }
  }

  /// Sums of the columns, or of the rows.
  public func profile(across: Bool) -> [Double] {
    let side = Self.side
    return (0..<side).map { i in
      (0..<side).reduce(0) { $0 + cells[across ? $1 * side + i : i * side + $1] }
    }
  }
}

extension Photo {
  /// How much of a picture's side must remain beyond a marked point.
  static let focusRoom = 0.04

  /// The largest part of the picture of the given shape that keeps what matters.
  ///
  /// It slides along the side that is too long to where most interest lies, with a bias that puts the interest's centre,
  /// or the marked points, on a third.
  ///
  /// - Parameter wanted: width over height of the frame, above 0.
  /// - Returns: fractions of the picture; nil if no such part holds all marked points.
  public func crop(aspect wanted: Double) -> Rect? {
    let isWide = aspect > wanted
    let length = isWide ? wanted / aspect : aspect / wanted
    let marks = focus.map { isWide ? $0.x : $0.y }
    let room = min(Self.focusRoom, length / 4)
    let low = max(0, (marks.max() ?? 0) + room - length)
    let high = min(1 - length, (marks.min() ?? 1) - room)
    // A mark at the very edge of the picture has no room beyond it.
    let first = min(max(low, 0), 1 - length), last = max(min(high, 1 - length), 0)
    let lowest = max(first, (marks.max() ?? 0) - length), highest = min(last, marks.min() ?? 1)
    guard marks.isEmpty || lowest <= highest + 1e-9 else { return nil }
    let start = bestStart(in: lowest...max(lowest, highest), length, marks, across: isWide)
    return isWide ? Rect(start, 0, length, 1) : Rect(0, start, 1, length)
  }

  private func bestStart(
    in range: ClosedRange<Double>, _ length: Double, _ marks: [Double], across: Bool
  ) -> Double {
    let profile = interest.profile(across: across)
    let total = profile.reduce(0, +) + 1e-12
    func within(_ from: Double, _ to: Double) -> (mass: Double, center: Double) {
      var (mass, moment) = (0.0, 0.0)
      for (i, value) in profile.enumerated() {
        let x = (Double(i) + 0.5) / Double(profile.count)
        if x >= from, x < to { (mass, moment) = (mass + value, moment + value * x) }
      }
      return (mass, mass > 0 ? moment / mass : (from + to) / 2)
    }
    func worth(_ start: Double) -> Double {
      let inside = within(start, start + length)
      let center = marks.isEmpty ? inside.center : marks.reduce(0, +) / Double(marks.count)
      let u = (center - start) / length
      return inside.mass / total - 0.5 * min(abs(u - 1.0 / 3), abs(u - 2.0 / 3))
    }
    let steps = 32
    let starts = (0...steps).map {
      range.lowerBound + (range.upperBound - range.lowerBound) * Double($0) / Double(steps)
    }
    return starts.reduce(starts[0]) { worth($1) > worth($0) + 1e-9 ? $1 : $0 }
  }
}
