import Color
import Composition
import Geometry
import Parameters

/// What a field on the page is painted with.
enum FieldTone: String {
  /// The palette's background: no field of its own.
  case ground
  /// The palette's surface; it and the background change places where their shares ask for it.
  case surface
  /// The leading ink.
  case ink
  case accent
}

/// A layout's choice among field tones; its options bear their names.
protocol FieldOption: ParameterOption {}

extension FieldOption {
  var tone: FieldTone { FieldTone(rawValue: rawValue)! }
}

extension Palette {
  /// The colours of a field that takes `share` of the page, and of the page around it, as the palette's shares of
  /// background and surface (60/30/10) allow.
  func colors(_ tone: FieldTone, share: Double) -> (field: SRGB, ground: SRGB) {
    switch tone {
    case .ground: return (background, background)
    case .ink: return (inks[0], background)
    case .accent: return (accent, background)
    case .surface:
      let fields = fields(share: share)
      return (fields.first, fields.second)
    }
  }
}

extension PageBuilder {
  /// `rect` with those horizontal edges moved to baselines that lie inside the live area.
  func landed(_ rect: Rect) -> Rect {
    func edge(_ y: Double) -> Double { y > live.top && y < live.bottom ? grid.snapped(y) : y }
    return Rect(left: rect.left, top: edge(rect.top), right: rect.right, bottom: edge(rect.bottom))
  }

  /// The left edge of the column nearest to `x`; type begins there.
  func columnStart(near x: Double) -> Double {
    (0..<grid.columns).map { grid.left($0) }.reduce(grid.area.left) { abs($1 - x) < abs($0 - x) ? $1 : $0 }
  }

  /// The right edge of the column nearest to `x`; type ends there.
  func columnEnd(near x: Double) -> Double {
    (0..<grid.columns).map { grid.left($0) + grid.columnWidth }
      .reduce(grid.area.right) { abs($1 - x) < abs($0 - x) ? $1 : $0 }
  }
}
