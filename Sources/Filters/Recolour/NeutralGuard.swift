import Elementary

/// Holds greys, whites and other colours of little chroma: people know what they look like, and see a cast at once.
struct NeutralGuard: Equatable, Sendable {
  /// 0 holds nothing, 1 holds a grey fully.
  let hold: Double

  /// How far a colour may follow, 0...1: fully from a chroma of 0.04 on.
  func freedom(_ lab: Lab) -> Double {
    let chroma = (lab.y * lab.y + lab.z * lab.z).squareRoot()
    return 1 - hold * (1 - smoothstep(0, 0.04, chroma))
  }

  /// The way from one colour to another, a and b only as far as they may follow.
  func callAsFunction(_ from: Lab, to: Lab) -> Lab {
    let freedom = freedom(from)
    return Lab(to.x, from.y + (to.y - from.y) * freedom, from.z + (to.z - from.z) * freedom)
  }
}
