import CVector
import Color
import Geometry
import Parameters
import Raster

/// Limewash: thin coats brushed crosswise, cloudy where they overlap.
public struct Limewash: Material {
  public static let name = "limewash"
  public static let summary =
    "limewash brushed crosswise in thin coats: chalky, cloudy, with traces of the bristles"
  public static let color = SRGB(hex: "#cdbfae")!
  public static let detail = 1.2
  public static let sampleSide = 700.0

  var stroke = 170.0
  var clouds = 0.6
  var bristles = 0.5

  public static let parameters: [Parameter<Limewash>] = [
    .real("stroke", \.stroke, 80...400, scale: .log, unit: "mm", "length of a stroke of the brush"),
    .real("clouds", \.clouds, 0...1, "how far coats differ in tone"),
    .real("bristles", \.bristles, 0...1, "how clearly bristles show"),
  ]

  public init() {}

  public var tile: Size { Size(stroke * 9, stroke * 9) }

  public func swatch(_ job: MaterialJob) -> MaterialSwatch {
    MaterialSwatch(job, of: LimewashSurface(self, job))
  }
}

private struct LimewashSurface: Surface {
  let ground: Tone
  let pale: Tone
  let deep: Tone
  let wash: Limewash
  let clouds: LatticeNoise
  let strokes: [Slant]
  let bristles: [Slant]

  init(_ wash: Limewash, _ job: MaterialJob) {
    self.wash = wash
    ground = Tone(job.color ?? Limewash.color)
    pale = ground.moved(0.075, chroma: 0.7)
    deep = ground.moved(-0.07, chroma: 1.15)
    clouds = LatticeNoise(columns: 4, rows: 4, seed: job.seed("clouds"))
    let ways = [(2, 1), (-1, 2), (1, 2), (2, -1)]
    let (side, length) = (wash.stroke * 9, wash.stroke)
    strokes = ways.enumerated().map { index, way in
      Slant(
        way.0, way.1, side: side, width: length * 0.5, length: length * 1.5, seed: job.seed("stroke\(index)")
      )
    }
    bristles = ways.enumerated().map { index, way in
      Slant(way.0, way.1, side: side, width: 3.2, length: length * 0.8, seed: job.seed("bristle\(index)"))
    }
  }

  @inline(__always)
  func texel(_ spot: Spot) -> Texel {
    let scale = 4 / Float(wash.stroke * 9)
    let (x, y) = (spot.x * scale, spot.y * scale)
    let cloud = clouds.fractal(x, y, octaves: 5, gain: 0.55)
    var texel = Texel(ground, gloss: 0.04)
    let strength = Float(wash.clouds), hairy = Float(wash.bristles)
    texel.lay(pale, unit(cloud * 1.1) * strength)
    texel.lay(deep, unit(cloud * -1.1) * strength)
    for way in 0..<4 {
      let at = strokes[way].cells(spot.x, spot.y)
      let hair = bristles[way].cells(spot.x, spot.y)
      let hairs = bristles[way].noise.fractal(hair.x, hair.y, octaves: 2, gain: 0.6)
      // The brush is flat: a stroke has straight sides, and frays where it is lifted.
      let found = strokes[way].noise.cells(at.x + cloud * 0.3, at.y + cloud * 0.2, jitter: 0.85)
      let edge = found.second - found.first
      let there = unit((number(found.id, 1) - 0.25) * 24)
      let cover = ramp(0.02, 0.34, edge + hairs * (0.10 + 0.25 * hairy)) * there
      let load = signed(found.id, 2) + hairs * 0.8 * hairy
      texel.lay(pale, unit(load) * cover * (0.25 + 0.5 * strength))
      texel.lay(deep, unit(0 - load) * cover * (0.15 + 0.4 * strength))
      texel.lightness += hairs * cover * 0.016 * hairy
      texel.height += hairs * cover * 0.12 * hairy
    }
    texel.height += cloud * 0.8
    return texel
  }
}
