import Color
import Composition
import Parameters

extension Vocabulary {
  /// A palette for words: `palette(words: ["calm", "botanical"], locked: [], seed: 7)`.
  ///
  /// Locked colours stand in it exactly, the first leads. Same words, locks and seed, same palette.
  public func palette(words: [String], locked: [SRGB] = [], seed: UInt64) throws(WordPaletteFailure)
    -> Palette
  {
    let profile: WordProfile
    do { profile = try self.profile(words) } catch { throw .unknown(error) }
    let stream = SeedStream(seed: seed, path: "words")
    do { return try profile.palette(locked: locked, stream: stream) } catch { throw .palette(error) }
  }
}

/// Why words give no palette.
public enum WordPaletteFailure: Error, CustomStringConvertible {
  case unknown(UnknownWords)
  case palette(PaletteFailure)

  public var description: String {
    switch self {
    case .unknown(let error): error.description
    case .palette(let error): error.description
    }
  }
}

extension WordProfile {
  /// A palette of these words.
  ///
  /// - Parameters:
  ///   - locked: colours that stand in it exactly.
  ///   - side: the ground; by default drawn from what the words prefer.
  ///   - vividness: factor on chroma.
  ///   - stream: where the draws come from.
  /// - Returns: a palette whose contrast rules hold.
  /// - Throws: `PaletteFailure` if locked colours make that impossible.
  public func palette(
    locked: [SRGB], side: Ground? = nil, vividness: Double = 1, stream: SeedStream
  ) throws(PaletteFailure) -> Palette {
    var stream = stream
    var draw = WordDraw(self, stream: stream.child("draw"))
    let side = side ?? draw.side(stream.unit())
    let picks = draw.picks(side, anchor: locked.first.map { OKLCH($0) })
    var slots = picks.slots(strength: strength * vividness)
    let rest = Seats.seat(locked, in: &slots)
    let free = slots.map { Double(($0.chroma.lowerBound + $0.chroma.upperBound) / 2) }
    var goals = Goals(chroma: Float(free.reduce(0, +) / Double(free.count)))
    goals.distance = 0.105  // what the builder asks of inks
    var annealer = Annealer(slots, goals, stream: stream)
    let colors = annealer.run()
    var builder = RoleBuilder(
      background: colors[0], accent: colors[4], inks: rest + [colors[1], colors[4], colors[2], colors[3]],
      text: picks.text)
    builder.surface = picks.surface(beside: colors[0], strength: strength)
    builder.lead(with: locked)
    return try builder.palette()
  }
}
