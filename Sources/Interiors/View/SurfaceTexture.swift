import Color
import Elementary
import Geometry
import Materials
import Parameters
import Raster
import Synchronization

/// A surface at true scale, with smaller and smaller copies of itself for what is far away (Williams 1983).
struct SurfaceTexture: Sendable {
  /// One size of the picture: linear red, green and blue.
  struct Level: Sendable {
    let columns: Int
    let rows: Int
    let texels: [SIMD4<Float>]
  }

  /// The largest first; none for an even coat.
  let levels: [Level]
  /// The repeat in metres.
  let width: Float
  let height: Float
  /// The mean colour.
  let mean: Triple
  /// Texels in a metre of the largest picture.
  let density: Float

  /// Made as fine as its nearest part is seen.
  init(_ surface: RoomSurface, pixelsPerMetre: Double, jobs: Int) {
    guard let material = surface.material else {
      let c = surface.color.linear
      mean = Triple(Float(c.red), Float(c.green), Float(c.blue))
      (levels, width, height, density) = ([], 1, 1, 1)
      return
    }
    let grid = Self.grid(material.tile, pixelsPerMetre / 1000)
    let bitmap = Self.bitmap(material, surface, grid, jobs: jobs)
    let all = Self.reduced(Self.decoded(bitmap, jobs: jobs), jobs: jobs)
    let last = all.last!.texels
    let sum = last.reduce(SIMD4<Float>(), +) * (1 / Float(last.count))
    mean = Triple(sum.x, sum.y, sum.z)
    (width, height) = (Float(material.tile.width / 1000), Float(material.tile.height / 1000))
    density = Float(grid.columns) / width
    levels = all
  }

  /// Whole multiples of 16 samples, so that four halvings keep the repeat; about 250,000 at most.
  static func grid(_ tile: Size, _ pixelsPerMillimetre: Double) -> MaterialGrid {
    let most = (250_000 / (tile.width * tile.height)).squareRoot()
    let scale = min(pixelsPerMillimetre, most)
    func count(_ side: Double) -> Int { max(16, Int((side * scale / 16).rounded()) * 16) }
    return MaterialGrid(tile: tile, columns: count(tile.width), rows: count(tile.height))
  }

  /// Lit as all samples are; where the grid is coarse, twice as many samples each way are averaged.
  private static func bitmap(
    _ material: any Material, _ surface: RoomSurface, _ grid: MaterialGrid, jobs: Int
  ) -> Bitmap {
    let factor = grid.pixelsPerMillimetre < type(of: material).detail * 0.7 ? 2 : 1
    let fine = MaterialGrid(
      tile: material.tile, columns: grid.columns * factor, rows: grid.rows * factor)
    let job = MaterialJob(grid: fine, color: surface.color, stream: surface.stream, jobs: jobs)
    return MaterialLight().bitmap(material.swatch(job), reducedBy: factor, jobs: jobs)
  }

  private static let decode: [Float] = (0..<256).map { Float(decodeSRGB(Double($0) / 255)) }

  private static func decoded(_ bitmap: Bitmap, jobs: Int) -> Level {
    let (table, width) = (decode, bitmap.width)
    var texels = [SIMD4<Float>](unwritten: width * bitmap.height)
    Bands.fill(&texels, rows: bitmap.height, rowLength: width, jobs: jobs) { band, out in
      let (table, pixels) = (table.span, bitmap.pixels.span)
      for n in out.indices {
        let p = pixels[band.lowerBound * width + n]
        out[n] = SIMD4(table[Int(p >> 16 & 255)], table[Int(p >> 8 & 255)], table[Int(p & 255)], 1)
      }
    }
    return Level(columns: width, rows: bitmap.height, texels: texels)
  }

  /// The level and its halves, while both sides are even.
  private static func reduced(_ level: Level, jobs: Int) -> [Level] {
    var levels = [level]
    while let last = levels.last, last.columns % 2 == 0, last.rows % 2 == 0, last.columns + last.rows > 4 {
      levels.append(last.halved(jobs: jobs))
    }
    return levels
  }

  /// The colour at a place in metres; `along` and `across` are the longest and the shortest reach of a pixel.
  @inline(__always)
  func color(_ u: Float, _ v: Float, long: SIMD2<Float>, short: Float) -> Triple {
    guard !levels.isEmpty else { return mean }
    let reach = (long.x * long.x + long.y * long.y).squareRoot()
    let probes = max(1, min(8, Int((reach / max(short, 1e-6)).rounded(.up))))
    let size = max(short, reach / 8) * density
    let all = levels.span
    let level = level(size)
    var sum = SIMD4<Float>()
    for i in 0..<probes {
      let k = (Float(i) + 0.5) / Float(probes) - 0.5
      sum += all[level].color((u + long.x * k) / width, (v + long.y * k) / height)
    }
    sum *= 1 / Float(probes)
    return Triple(sum.x, sum.y, sum.z)
  }

  /// The level whose texels are about as large as `size` texels of the largest.
  @inline(__always)
  func level(_ size: Float) -> Int { min(levels.count - 1, max(0, Self.log2(size))) }

  /// The whole binary logarithm, rounded to the nearest; from the exponent of the number.
  @inline(__always)
  private static func log2(_ v: Float) -> Int {
    // 1.41: half way between two powers.
    v <= 0 ? 0 : Int((v * 1.4142135).exponent)
  }
}

extension SurfaceTexture.Level {
  func halved(jobs: Int) -> SurfaceTexture.Level {
    let (w, h) = (columns / 2, rows / 2)
    var half = [SIMD4<Float>](unwritten: w * h)
    Bands.fill(&half, rows: h, rowLength: w, jobs: jobs) { band, out in
      let texels = texels.span
      for y in band {
        let (a, b) = (2 * y * columns, (2 * y + 1) * columns), start = (y - band.lowerBound) * w
        for x in 0..<w {
          out[start + x] =
            (texels[a + 2 * x] + texels[a + 2 * x + 1] + texels[b + 2 * x] + texels[b + 2 * x + 1]) * 0.25
        }
      }
    }
    return SurfaceTexture.Level(columns: w, rows: h, texels: half)
  }

  /// Between the four nearest texels; `u` and `v` count repeats.
  @inline(__always)
  func color(_ u: Float, _ v: Float) -> SIMD4<Float> {
    let x = (u - u.rounded(.down)) * Float(columns) - 0.5
    let y = (v - v.rounded(.down)) * Float(rows) - 0.5
    let (fx, fy) = (x.rounded(.down), y.rounded(.down))
    let (s, t) = (x - fx, y - fy)
    let left = wrapped(Int(fx), columns), top = wrapped(Int(fy), rows)
    let right = left + 1 == columns ? 0 : left + 1
    let below = (top + 1 == rows ? 0 : top + 1) * columns, here = top * columns
    let p = texels.span
    let a = p[here + left] + (p[here + right] - p[here + left]) * s
    let b = p[below + left] + (p[below + right] - p[below + left]) * s
    return a + (b - a) * t
  }

  @inline(__always)
  private func wrapped(_ i: Int, _ count: Int) -> Int { i < 0 ? i + count : i >= count ? i - count : i }
}

/// Textures that have been made, for the views of one sheet: many show the same floor.
public final class TextureStore: Sendable {
  private struct Key: Hashable {
    let material: String
    let values: [ParameterValue]
    let color: String
    /// Texels of the repeat: large repeats are no finer near than far.
    let columns: Int
    let rows: Int
  }
  private struct Entry {
    let key: Key
    let stream: SeedStream
    let texture: SurfaceTexture
  }
  private let entries = Mutex<[Entry]>([])

  public init() {}

  /// The texture of a surface; made once for each fineness, which is rounded up to a power of two.
  func texture(_ surface: RoomSurface, pixelsPerMetre: Double, jobs: Int) -> SurfaceTexture {
    let fineness = Self.power(above: pixelsPerMetre)
    guard let material = surface.material else {
      return SurfaceTexture(surface, pixelsPerMetre: fineness, jobs: jobs)
    }
    let grid = SurfaceTexture.grid(material.tile, fineness / 1000)
    let key = Key(
      material: type(of: material).name, values: material.storedValues, color: surface.color.hex,
      columns: grid.columns, rows: grid.rows)
    if let known = entries.withLock({ $0.first { $0.key == key && $0.stream == surface.stream } }) {
      return known.texture
    }
    let made = SurfaceTexture(surface, pixelsPerMetre: fineness, jobs: jobs)
    entries.withLock { $0.append(Entry(key: key, stream: surface.stream, texture: made)) }
    return made
  }

  private static func power(above v: Double) -> Double {
    var power = 32.0
    while power < v * 0.8 { power *= 2 }
    return power
  }
}

extension Component {
  /// The values of all parameters, in order.
  fileprivate var storedValues: [ParameterValue] { Self.parameters.map { $0.get(self) } }
}
