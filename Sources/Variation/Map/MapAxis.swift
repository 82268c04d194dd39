import Parameters
import Studio

/// One direction of a map: a score, and what its ends are called.
public struct MapAxis: Hashable, Sendable {
  /// The name of a score.
  public let score: String
  /// The end at which the map begins: left, or below.
  public let first: String
  public let last: String
  /// True if the score falls along the axis.
  let isFalling: Bool

  /// Axes with names of their own, and the scores that they show.
  public static let named: [(name: String, score: String)] = [
    ("calm-busy", "density"), ("muted-vivid", "colourfulness"), ("full-open", "whiteSpace"),
    ("uneven-balanced", "balance"), ("free-symmetric", "symmetry"), ("even-bold", "hierarchy"),
  ]

  /// Reads `calm-busy`, `busy-calm` or the name of a score.
  ///
  /// - Throws: a sentence that names what is possible.
  public init(_ text: String) throws(SweepError) {
    if Scores.names.contains(text) {
      (score, first, last, isFalling) = (text, "low \(text)", "high \(text)", false)
      return
    }
    let words = text.split(separator: "-").map(String.init)
    for (name, score) in Self.named {
      let ends = name.split(separator: "-").map(String.init)
      guard words == ends || words == ends.reversed() else { continue }
      (self.score, first, last, isFalling) = (score, words[0], words[1], words != ends)
      return
    }
    let known = Self.named.map(\.name) + Scores.names
    let hint = nearest(text, in: known).map { "; did you mean '\($0)'?" } ?? ""
    throw SweepError("--axes: '\(text)' is no axis\(hint) (axes: \(known.joined(separator: ", ")))")
  }

  /// Reads two axes joined by a comma.
  public static func pair(_ text: String) throws(SweepError) -> [MapAxis] {
    let words = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard words.count == 2, words[0] != words[1] else {
      throw SweepError("--axes \(text): must be two axes, as in calm-busy,muted-vivid")
    }
    return [try MapAxis(words[0]), try MapAxis(words[1])]
  }
}
