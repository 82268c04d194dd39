import Canvas
import Color
import Composition
import Geometry
import Raster

/// What a photo is like where type shall stand on it.
struct PhotoGround {
  /// The colour of the whole place.
  let mean: SRGB
  /// Darker than nearly all of it, and lighter.
  let dark: SRGB
  let light: SRGB
  /// How much it draws the eye, 0...1.
  let interest: Double

  /// The place `zone` of a photo of which `crop` fills `frame`.
  init(_ photo: Photo, crop: Rect, frame: Rect, zone: Rect) {
    func share(_ value: Double, _ start: Double, _ length: Double) -> Double {
      min(max((value - start) / length, 0), 1)
    }
    let (left, right) = (share(zone.left, frame.x, frame.width), share(zone.right, frame.x, frame.width))
    let (top, bottom) = (share(zone.top, frame.y, frame.height), share(zone.bottom, frame.y, frame.height))
    let (first, last) = (crop.at(left, top), crop.at(right, bottom))
    let seen = Rect(left: first.x, top: first.y, right: last.x, bottom: last.y)
    let colors = Self.colors(photo.preview(side: 160), seen)
    let sorted = colors.sorted { $0.luminance < $1.luminance }
    let count = Double(colors.count)
    mean = SRGB(
      colors.reduce(0) { $0 + $1.red } / count, colors.reduce(0) { $0 + $1.green } / count,
      colors.reduce(0) { $0 + $1.blue } / count)
    dark = sorted[sorted.count / 50]
    light = sorted[sorted.count - 1 - sorted.count / 50]
    interest = Self.interest(photo.interest, seen)
  }

  private static func colors(_ bitmap: Bitmap, _ part: Rect) -> [SRGB] {
    let columns = span(part.left, part.right, bitmap.width), rows = span(part.top, part.bottom, bitmap.height)
    return rows.flatMap { y in
      columns.map { x in
        let p = bitmap.pixels[y * bitmap.width + x]
        return SRGB(Double(p >> 16 & 255) / 255, Double(p >> 8 & 255) / 255, Double(p & 255) / 255)
      }
    }
  }

  private static func interest(_ map: InterestMap, _ part: Rect) -> Double {
    let side = InterestMap.side
    let columns = span(part.left, part.right, side), rows = span(part.top, part.bottom, side)
    let cells = rows.flatMap { y in columns.map { map.cells[y * side + $0] } }
    return cells.reduce(0, +) / Double(cells.count)
  }

  /// The whole cells of `count` that a span of fractions touches; at least one.
  private static func span(_ from: Double, _ to: Double, _ count: Int) -> Range<Int> {
    let start = min(max(Int(from * Double(count)), 0), count - 1)
    return start..<min(max(Int((to * Double(count)).rounded(.up)), start + 1), count)
  }
}

extension PhotoGround {
  /// How type is made to read: its colour, and a veil in the photo's own hue, no denser than it must be.
  struct Remedy {
    let text: SRGB
    let veil: SRGB
    /// 0 for none.
    let alpha: Double
  }

  /// What text must reach; a little more than the rule asks, for pixels that the small copy does not show.
  private static let contrast = 5.2

  /// The remedy with the thinnest veil among the palette's colours for text, and white and black.
  func remedy(_ palette: Palette) -> Remedy {
    let own = [palette.background, palette.text, palette.onAccent]
    let remedies = (own + [.white, .black]).enumerated().map { index, text -> (Remedy, Double) in
      let remedy = remedy(text)
      // A colour of the palette is worth a little more veil.
      return (remedy, remedy.alpha + (index < own.count ? 0 : 0.08))
    }
    return remedies.reduce(remedies[0]) { $1.1 < $0.1 - 1e-9 ? $1 : $0 }.0
  }

  private func remedy(_ text: SRGB) -> Remedy {
    let isLight = text.luminance > 0.18
    let lab = OKLab(mean)
    let veil = OKLCH(OKLab(isLight ? 0.16 : 0.96, lab.a * 0.5, lab.b * 0.5)).srgb
    func reads(_ alpha: Double) -> Bool {
      [dark, light].allSatisfy { contrastRatio(text, $0.under(veil, alpha)) >= Self.contrast }
    }
    guard !reads(0) else { return Remedy(text: text, veil: veil, alpha: 0) }
    guard reads(0.97) else { return Remedy(text: text, veil: veil, alpha: 2) }
    var (low, high) = (0.0, 0.97)
    for _ in 0..<12 {
      let middle = (low + high) / 2
      if reads(middle) { high = middle } else { low = middle }
    }
    return Remedy(text: text, veil: veil, alpha: high)
  }
}

extension SRGB {
  /// Covered with `veil` as a canvas does it, on encoded values.
  fileprivate func under(_ veil: SRGB, _ alpha: Double) -> SRGB {
    func mixed(_ a: Double, _ b: Double) -> Double { a + (b - a) * alpha }
    return SRGB(mixed(red, veil.red), mixed(green, veil.green), mixed(blue, veil.blue))
  }
}
