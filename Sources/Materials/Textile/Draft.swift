/// A weaving draft: which shaft lifts each end of the warp, which shafts each treadle lifts, and the order of treadles.
public struct Draft: Sendable, Equatable {
  /// The shaft of each end, from the left; the pattern then begins again.
  public let threading: [Int]
  /// `tieUp[treadle][shaft]`: true if the treadle lifts the shaft.
  public let tieUp: [[Bool]]
  /// The treadle of each pick, from the head down.
  public let treadling: [Int]

  /// All shafts and treadles must be in the tie-up.
  public init(threading: [Int], tieUp: [[Bool]], treadling: [Int]) {
    precondition(!threading.isEmpty && !treadling.isEmpty)
    precondition(treadling.allSatisfy(tieUp.indices.contains))
    precondition(tieUp.allSatisfy { row in threading.allSatisfy(row.indices.contains) })
    (self.threading, self.tieUp, self.treadling) = (threading, tieUp, treadling)
  }

  /// True where the end lies over the pick: the draw-down is treadling x tie-up x threading transposed.
  public func isWarpUp(end: Int, pick: Int) -> Bool {
    tieUp[treadling[pick % treadling.count]][threading[end % threading.count]]
  }

  /// Threads that the longest float passes over or under, on either face.
  public var longestFloat: Int {
    let across = treadling.indices.map { pick in
      Self.longestRun(threading.indices.map { isWarpUp(end: $0, pick: pick) })
    }
    let down = threading.indices.map { end in
      Self.longestRun(treadling.indices.map { isWarpUp(end: end, pick: $0) })
    }
    return max(across.max()!, down.max()!)
  }

  /// In a row that repeats.
  private static func longestRun(_ row: [Bool]) -> Int {
    guard row.contains(true), row.contains(false) else { return .max }
    var (longest, run) = (0, 0)
    var last: Bool?
    for value in row + row {
      run = value == last ? run + 1 : 1
      last = value
      longest = max(longest, run)
    }
    return longest
  }
}

extension Draft {
  /// Over one, under one.
  public static let plain = Draft(
    threading: [0, 1], tieUp: [[true, false], [false, true]], treadling: [0, 1])

  /// Over two, under two, one thread on from pick to pick.
  public static let twill = Draft(threading: [0, 1, 2, 3], tieUp: twillTieUp, treadling: [0, 1, 2, 3])

  /// The same twill turning back every `width` ends, with a break so that the points do not float.
  public static func herringbone(width: Int) -> Draft {
    let there = (0..<width).map { $0 % 4 }
    let back = (0..<width).map { (width + 1 - $0 + 4 * width) % 4 }
    return Draft(threading: there + back, tieUp: twillTieUp, treadling: [0, 1, 2, 3])
  }

  private static let twillTieUp = (0..<4).map { treadle in
    (0..<4).map { ($0 - treadle + 4) % 4 < 2 }
  }
}
