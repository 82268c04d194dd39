import Canvas
import Color
import Composition
import Geometry
import Raster

/// A photo as it is seen in its frame, ready to be asked what lies under type.
struct PhotoSurvey {
  /// Long side of the copy that is looked at, in pixels.
  private static let side = 96

  private let photo: Photo
  private let crop: Rect
  private let frame: Rect
  private let width: Int
  private let colors: [SRGB]
  /// The pixels from dark to light.
  private let order: [Int]

  /// A photo of which `crop` (fractions) fills `frame`.
  init(_ photo: Photo, crop: Rect, frame: Rect) {
    (self.photo, self.crop, self.frame) = (photo, crop, frame)
    let bitmap = photo.preview(side: Self.side)
    width = bitmap.width
    colors = bitmap.pixels.map { p in
      SRGB(Double(p >> 16 & 255) / 255, Double(p >> 8 & 255) / 255, Double(p & 255) / 255)
    }
    let luminances = colors.map(\.luminance)
    order = luminances.indices.sorted { (luminances[$0], $0) < (luminances[$1], $1) }
  }

  /// What lies under `zone`, in the frame's unit.
  func ground(under zone: Rect) -> PhotoGround {
    func share(_ value: Double, _ start: Double, _ length: Double) -> Double {
      min(max((value - start) / length, 0), 1)
    }
    let first = crop.at(share(zone.left, frame.x, frame.width), share(zone.top, frame.y, frame.height))
    let last = crop.at(share(zone.right, frame.x, frame.width), share(zone.bottom, frame.y, frame.height))
    let height = colors.count / width
    let columns = Self.span(first.x, last.x, width), rows = Self.span(first.y, last.y, height)
    let inside = order.filter { columns.contains($0 % width) && rows.contains($0 / width) }
    let count = Double(inside.count)
    func mean(_ channel: (SRGB) -> Double) -> Double {
      inside.reduce(0) { $0 + channel(colors[$1]) } / count
    }
    return PhotoGround(
      mean: SRGB(mean(\.red), mean(\.green), mean(\.blue)), dark: colors[inside[inside.count / 50]],
      light: colors[inside[inside.count - 1 - inside.count / 50]],
      interest: interest(first, last))
  }

  private func interest(_ first: Point, _ last: Point) -> Double {
    let side = InterestMap.side
    let columns = Self.span(first.x, last.x, side), rows = Self.span(first.y, last.y, side)
    let sum = rows.reduce(0.0) { sum, y in
      columns.reduce(sum) { $0 + photo.interest.cells[y * side + $1] }
    }
    return sum / Double(columns.count * rows.count)
  }

  /// The whole cells of `count` that a span of fractions touches; at least one.
  private static func span(_ from: Double, _ to: Double, _ count: Int) -> Range<Int> {
    let start = min(max(Int(from * Double(count)), 0), count - 1)
    return start..<min(max(Int((to * Double(count)).rounded(.up)), start + 1), count)
  }
}

/// What a photo is like where type shall stand on it.
struct PhotoGround {
  /// The colour of the whole place.
  let mean: SRGB
  /// Darker than nearly all of it, and lighter.
  let dark: SRGB
  let light: SRGB
  /// How much it draws the eye, 0...1.
  let interest: Double
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
