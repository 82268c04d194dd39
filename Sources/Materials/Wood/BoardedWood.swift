import CVector
import Raster

/// Boards in a layout, each with its own cut of the wood, its own tone and a bevel.
struct BoardedWood<Layout: BoardLayout>: Surface {
  let layout: Layout
  let grain: WoodGrain
  /// How far boards differ in lightness.
  let variation: Float
  /// Width of the bevel in millimetres.
  let bevel: Float
  let noise: LatticeNoise

  @inline(__always)
  func texel(_ spot: Spot) -> Texel {
    let place = layout.place(spot.x, spot.y, noise)
    // Every board is sawn elsewhere from its trunk.
    let along = place.v + signed(place.bits, 21) * 400
    var texel = grain.texel(place.u, along, board: place.bits, pixel: spot.pixel)
    texel.lightness += signed(place.bits, 22) * variation
    texel.a += signed(place.bits, 23) * variation * 0.10
    texel.b += signed(place.bits, 24) * variation * 0.22
    joint(&texel, place.edge, spot.pixel)
    return texel
  }

  @inline(__always)
  private func joint(_ texel: inout Texel, _ edge: Lanes, _ pixel: Float) {
    let slope = unit(1 - edge * (1 / bevel))
    texel.height -= slope * slope * bevel * 0.55
    let gap = 1 - cover(edge - bevel * 0.16, pixel)
    texel.lightness -= (slope * 0.03 + gap * 0.22) * (texel.lightness + 0.1)
    texel.gloss -= gap * 0.25
  }
}
