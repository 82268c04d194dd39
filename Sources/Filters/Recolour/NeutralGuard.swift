import Elementary

/// Holds greys, whites and other colours of little chroma: people know what they look like, and see a cast at once.
struct NeutralGuard: Equatable, Sendable {
  /// 0 holds nothing, 1 holds a grey fully.
  let hold: Double

  /// How far a colour may follow, 0...1: fully from a chroma of 0.04 in the dark and of 0.07 in the light on, where
  /// cream and ivory still pass for white.
  func freedom(_ lab: Lab) -> Double {
    1 - hold * (1 - smoothstep(0, 0.03 + 0.05 * max(0, min(1, lab.x)), chroma(lab)))
  }

  /// The way from one colour to another, a and b only as far as they may follow.
  func callAsFunction(_ from: Lab, to: Lab) -> Lab {
    let freedom = freedom(from)
    return Lab(to.x, from.y + (to.y - from.y) * freedom, from.z + (to.z - from.z) * freedom)
  }
}

/// The distance from grey.
func chroma(_ lab: Lab) -> Double { (lab.y * lab.y + lab.z * lab.z).squareRoot() }
