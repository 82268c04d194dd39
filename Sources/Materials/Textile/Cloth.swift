import CVector
import Raster

/// A draft in coloured yarns, worked out for every crossing of a repeat.
struct Cloth: Sendable {
  let ends: Int
  let picks: Int
  /// For each crossing: 1 where the warp is up; 1 where the visible yarn goes on over the crossing before and after.
  private var up: [Float] = []
  private var before: [Float] = []
  private var after: [Float] = []
  private var lightness: [Float] = []
  private var a: [Float] = []
  private var b: [Float] = []

  /// What is seen at eight crossings.
  struct Crossing {
    let up: SIMD8<Int32>
    let before: Lanes
    let after: Lanes
    let tone: (lightness: Lanes, a: Lanes, b: Lanes)
  }

  /// Colours repeat along the warp and the weft; `ends` and `picks` must be whole repeats of the draft and of them.
  init(_ draft: Draft, warp: [Tone], weft: [Tone], ends: Int, picks: Int) {
    precondition(ends % draft.threading.count == 0 && picks % draft.treadling.count == 0)
    precondition(ends % warp.count == 0 && picks % weft.count == 0)
    (self.ends, self.picks) = (ends, picks)
    for pick in 0..<picks {
      for end in 0..<ends {
        let isUp = draft.isWarpUp(end: end, pick: pick)
        let tone = isUp ? warp[end % warp.count] : weft[pick % weft.count]
        up.append(isUp ? 1 : 0)
        func goesOn(_ step: Int) -> Float {
          let (i, j) = isUp ? (end, pick + step + picks) : (end + step + ends, pick)
          return draft.isWarpUp(end: i % ends, pick: j % picks) == isUp ? 1 : 0
        }
        before.append(goesOn(-1))
        after.append(goesOn(1))
        lightness.append(tone.lightness)
        a.append(tone.a)
        b.append(tone.b)
      }
    }
  }

  /// The crossings of whole wrapped numbers of ends and picks.
  @inline(__always)
  func crossing(end: Lanes, pick: Lanes) -> Crossing {
    let index = f32x8_to_i32(pick * Float(ends) + end)
    func pickUp(_ table: [Float]) -> Lanes {
      // Sound: ends and picks are wrapped to the table's size by the caller.
      table.withUnsafeBufferPointer { f32x8_pick($0.baseAddress!, index) }
    }
    return Crossing(
      up: f32x8_less(lanes(0.5), pickUp(up)), before: pickUp(before), after: pickUp(after),
      tone: (pickUp(lightness), pickUp(a), pickUp(b)))
  }
}
