/// A length unit that a person may write.
public enum LengthUnit: String, CaseIterable, Sendable {
  case millimetres = "mm"
  case centimetres = "cm"
  case inches = "in"
  case points = "pt"
  case pixels = "px"

  /// Millimetres in one unit; a pixel's size depends on the resolution.
  public func millimetres(dpi: Double) -> Double {
    switch self {
    case .millimetres: 1
    case .centimetres: 10
    case .inches: 25.4
    case .points: 25.4 / 72
    case .pixels: 25.4 / dpi
    }
  }
}

/// Points to millimetres (1 pt = 1/72 inch).
public func millimetres(points: Double) -> Double { points * 25.4 / 72 }

/// Millimetres to points.
public func points(millimetres: Double) -> Double { millimetres * 72 / 25.4 }
