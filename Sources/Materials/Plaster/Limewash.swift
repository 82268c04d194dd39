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
        way.0, way.1, side: side, width: length * 0.42, length: length * 1.1, seed: job.seed("stroke\(index)")
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
    var (tone, lines) = (cloud * 1.1, Lanes())
    for way in 0..<4 {
      let at = strokes[way].cells(spot.x, spot.y)
      let coat = strokes[way].noise.fractal(at.x, at.y, octaves: 2)
      let hair = bristles[way].cells(spot.x, spot.y)
      let hairs = bristles[way].noise.fractal(hair.x, hair.y, octaves: 2, gain: 0.6)
      let wet = ramp(-0.05, 0.4, coat)
      tone += coat * 0.8 + hairs * wet * 0.30 * Float(wash.bristles)
      lines += hairs * wet
    }
    var texel = Texel(ground, gloss: 0.05)
    texel.lay(pale, unit(tone * 0.75) * Float(wash.clouds))
    texel.lay(deep, unit(tone * -0.75) * Float(wash.clouds))
    texel.lightness += lines * 0.018 * Float(wash.bristles)
    texel.height = lines * 0.13 * Float(wash.bristles) + cloud * 0.8
    return texel
  }
}
