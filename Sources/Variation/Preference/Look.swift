/// What one says of a picture at a glance, measured on its thumbnail.
enum Look: String, CaseIterable, Sendable {
  case busy, vivid, light, warm, contrasty, open, upright

  /// The other end.
  var opposite: String {
    switch self {
    case .busy: "calm"
    case .vivid: "muted"
    case .light: "dark"
    case .warm: "cool"
    case .contrasty: "soft"
    case .open: "full"
    case .upright: "level"
    }
  }

  /// Larger for more of it; comparable between pictures of any size.
  func measure(_ thumbnail: Thumbnail) -> Double {
    let colors = thumbnail.colors
    func mean(_ value: (SIMD3<Float>) -> Float) -> Float {
      colors.reduce(0) { $0 + value($1) } / Float(colors.count)
    }
    switch self {
    case .busy: return Double(thumbnail.gradients.reduce(0) { $0 + $1 * $1 })
    case .vivid: return Double(mean { ($0.y * $0.y + $0.z * $0.z).squareRoot() })
    case .light: return Double(mean { $0.x })
    case .warm: return Double(mean { $0.y + $0.z })
    case .contrasty:
      let middle = mean { $0.x }
      return Double(mean { ($0.x - middle) * ($0.x - middle) }.squareRoot())
    case .open:
      // Pixels that look like the one to the right.
      return Double(zip(colors, colors.dropFirst()).reduce(0) { $1.0 == $1.1 ? $0 + 1 : $0 })
        / Double(colors.count)
    case .upright:
      // Gradients across come from upright edges.
      let gradients = thumbnail.gradients
      let cells = stride(from: 0, to: gradients.count, by: 8)
      return cells.reduce(0) { $0 + Double(gradients[$1] - gradients[$1 + 4]) }
    }
  }
}
