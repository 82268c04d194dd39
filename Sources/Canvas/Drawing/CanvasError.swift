/// Why a drawing could not be made.
public enum CanvasError: Error, Hashable, CustomStringConvertible {
  /// The canvas would be empty or larger than cairo can hold.
  case size(width: Int, height: Int)
  /// A cairo call failed; the text is cairo's.
  case drawing(String)
  /// The font family is not installed; Pango would replace it in silence.
  case missingFont(family: String, package: String?)

  public var description: String {
    switch self {
    case .size(let width, let height):
      "a canvas of \(width) x \(height) px cannot be made: each side must be 1 to \(Canvas.sideLimit) px"
    case .drawing(let reason):
      "drawing failed: \(reason)"
    case .missingFont(let family, let package):
      "the font '\(family)' is not installed"
        + (package.map { "; install it with: apt-get install \($0)" } ?? "")
    }
  }
}
