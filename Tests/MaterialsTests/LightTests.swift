import Color
import Geometry
import Parameters
import Raster
import Testing

@testable import Materials

@Suite struct LightTests {
  /// One colour on a plane with a slope.
  private struct Plain: Surface {
    let tone: Tone
    let gloss: Float
    let slopeX: Float
    let slopeY: Float

    func texel(_ spot: Spot) -> Texel {
      var texel = Texel(tone, gloss: gloss)
      texel.height = spot.x * slopeX + spot.y * slopeY
      return texel
    }
  }

  private func lit(
    _ color: SRGB, gloss: Float = 0, slopeX: Float = 0, slopeY: Float = 0, isMetal: Bool = false
  ) -> UInt32 {
    var grid = MaterialGrid(tile: Size(40, 40), pixelsPerMillimetre: 1)
    grid.window = MaterialGrid.Window(x: 8, y: 8, width: 16, height: 16)
    let job = MaterialJob(grid: grid, stream: SeedStream(seed: 1, path: "light"))
    let plain = Plain(tone: Tone(color), gloss: gloss, slopeX: slopeX, slopeY: slopeY)
    let bitmap = MaterialLight().bitmap(MaterialSwatch(job, isMetal: isMetal, of: plain))
    return bitmap.pixels[8 * 16 + 8]
  }

  private func green(_ pixel: UInt32) -> Int { Int(pixel >> 8 & 255) }

  /// A palette's colour is what is seen of a flat finish, matt or polished.
  @Test func flatSurfacesKeepTheirColor() {
    for color in [SRGB(0.2, 0.5, 0.7), SRGB(0.9, 0.88, 0.8), SRGB(0.1, 0.1, 0.12)] {
      for gloss: Float in [0, 0.5, 0.95] {
        for shift in [16, 8, 0] {
          let wanted = Int(color.packed >> UInt32(shift) & 255)
          let seen = Int(lit(color, gloss: gloss) >> UInt32(shift) & 255)
          #expect(abs(wanted - seen) <= 1)
        }
      }
    }
  }

  /// Light comes from the upper left: what faces there (falls towards it) is brighter.
  @Test func lightComesFromTheUpperLeft() {
    let color = SRGB(0.5, 0.5, 0.5)
    for isMetal in [false, true] {
      let flat = green(lit(color, isMetal: isMetal))
      #expect(green(lit(color, slopeX: 0.2, slopeY: 0.2, isMetal: isMetal)) > flat + 5)
      #expect(green(lit(color, slopeX: -0.2, slopeY: -0.2, isMetal: isMetal)) < flat - 5)
      #expect(green(lit(color, slopeX: 0.2, isMetal: isMetal)) > flat)
      #expect(green(lit(color, slopeY: 0.2, isMetal: isMetal)) > flat)
    }
  }

  @Test func glossShowsHighlights() {
    let color = SRGB(0.3, 0.3, 0.3)
    let (matt, glossy) = (
      lit(color, slopeX: 0.3, slopeY: 0.37), lit(color, gloss: 0.9, slopeX: 0.3, slopeY: 0.37)
    )
    #expect(green(glossy) > green(matt) + 20)
  }

  @Test func averagesSamples() {
    var grid = MaterialGrid(tile: Size(12, 12), pixelsPerMillimetre: 1)
    grid.window = MaterialGrid.Window(x: 0, y: 0, width: 12, height: 12)
    let job = MaterialJob(grid: grid, stream: SeedStream(seed: 1, path: "light"))
    let plain = Plain(tone: Tone(SRGB(0.4, 0.6, 0.2)), gloss: 0, slopeX: 0, slopeY: 0)
    let bitmap = MaterialLight().bitmap(MaterialSwatch(job, of: plain), reducedBy: 3)
    #expect(bitmap.width == 4 && bitmap.height == 4)
    #expect(abs(green(bitmap.pixels[5]) - 153) <= 1)
  }
}
