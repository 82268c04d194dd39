import Canvas
import Color
import Composition
import Geometry
import Materials
import Parameters
import Raster

/// A physical sample on the board: its face at a stated scale, its edge, and the shadow that it casts.
struct SamplePicture: PictureSource {
  /// How a sample ends.
  enum Edge: Sendable {
    /// Sawn or cast; the front shows its thickness in millimetres of the page.
    case hard(thickness: Double)
    /// Cut with pinking shears.
    case pinked
    /// A printed card.
    case card
  }

  let body: MaterialOption.Body
  let color: SRGB
  let stream: SeedStream
  /// Millimetres of the material to a millimetre of the page.
  let scale: Double
  /// The face on the page, millimetres.
  let face: Size
  let edge: Edge

  /// How far the picture reaches around the face, for the shadow; millimetres.
  static let reach = 7.0

  /// The picture's frame around a face.
  static func frame(_ face: Rect) -> Rect { face.inset(by: -reach) }

  func bitmap(crop: Rect, width: Int, height: Int, pixelsPerMillimetre: Double) -> Bitmap {
    let whole = Size(face.width + 2 * Self.reach, face.height + 2 * Self.reach)
    let step = Point(crop.width * whole.width / Double(width), crop.height * whole.height / Double(height))
    let origin = Point(crop.x * whole.width - Self.reach, crop.y * whole.height - Self.reach)
    let texture = texture(pixels: 1 / step.x)
    let jobs = Helpers.count
    var bitmap = Bitmap(width: width, height: height)
    Bands.fill(&bitmap.pixels, rows: height, rowLength: width, jobs: jobs) { band, rows in
      for y in band {
        for x in 0..<width {
          let p = Point(origin.x + (Double(x) + 0.5) * step.x, origin.y + (Double(y) + 0.5) * step.y)
          rows[(y - band.lowerBound) * width + x] = pixel(p, step.x, texture)
        }
      }
    }
    return bitmap
  }

  /// The face in pixels of `pixels` to a millimetre of the page.
  private func texture(pixels: Double) -> Bitmap {
    let (w, h) = (
      max(1, Int((face.width * pixels).rounded(.up))), max(1, Int((face.height * pixels).rounded(.up)))
    )
    switch body {
    case .photo(let photo):
      return photo.bitmap(
        crop: photo.cover(face.width / face.height), width: w, height: h, pixelsPerMillimetre: pixels)
    case .drawn(let material):
      var place = stream.child("sample")
      let fine = pixels / scale
      let grid = material.grid(
        pixelsPerMillimetre: fine, x: Int(place.unit() * material.tile.width * fine),
        y: Int(place.unit() * material.tile.height * fine), width: w, height: h)
      return material.bitmap(MaterialJob(grid: grid, color: color, stream: stream, jobs: Helpers.count))
    }
  }

  private func pixel(_ p: Point, _ step: Double, _ texture: Bitmap) -> UInt32 {
    let distance = distance(p)
    let cover = min(1, max(0, 0.5 - distance / step))
    let front = front(p, step)
    if cover <= 0, front <= 0 { return shade(shadow(p)) }
    let sample = cover > 0 || front > 0 ? lit(p, distance, texture, step, isFront: cover < front) : SIMD3()
    let solid = max(cover, front)
    let alpha = solid + shadow(p) * (1 - solid)
    return packed(sample * solid, alpha)
  }

  /// Signed distance to the face's outline, negative inside; millimetres.
  private func distance(_ p: Point) -> Double {
    let dx = max(-p.x, p.x - face.width), dy = max(-p.y, p.y - face.height)
    guard case .pinked = edge else { return max(dx, dy) }
    // Teeth of two millimetres, half a millimetre deep, along every side.
    func tooth(_ t: Double) -> Double {
      let phase = t / 1.8 - (t / 1.8).rounded(.down)
      return abs(phase - 0.5) * 1.1
    }
    return dx > dy ? dx + tooth(p.y) : dy + tooth(p.x)
  }

  /// How much of the front edge covers a point below the face.
  private func front(_ p: Point, _ step: Double) -> Double {
    guard case .hard(let thickness) = edge else { return 0 }
    func inside(_ v: Double, _ low: Double, _ high: Double) -> Double {
      min(1, max(0, 0.5 + min(v - low, high - v) / step))
    }
    return inside(p.x, 0, face.width) * inside(p.y, face.height - step, face.height + thickness)
  }

  /// The face's colour at a point, brighter along the edges that face the light, darker on the front.
  private func lit(
    _ p: Point, _ distance: Double, _ texture: Bitmap, _ step: Double, isFront: Bool
  ) -> SIMD3<Double> {
    func cell(_ v: Double, _ count: Int) -> Int { min(max(Int(v / step), 0), count - 1) }
    let color = texture.pixels[cell(p.y, texture.height) * texture.width + cell(p.x, texture.width)]
    let c = SIMD3(Double(color >> 16 & 255), Double(color >> 8 & 255), Double(color & 255)) / 255
    if isFront { return c * 0.62 }
    switch edge {
    case .card: return c
    case .pinked: return c * (1 - 0.05 * max(0, 1 + distance / 1.2))
    case .hard:
      let near = max(0, 1 - min(p.x, p.y) / 0.45),
        far = max(0, 1 - min(face.width - p.x, face.height - p.y) / 0.4)
      return c + (SIMD3(repeating: 1) - c) * (0.26 * near) - c * (0.13 * far * (1 - near))
    }
  }

  /// How dark the board is at a point outside: a tight shadow where sample and board meet, and a wide, faint one away
  /// from the light.
  private func shadow(_ p: Point) -> Double {
    let lift: Double
    switch edge {
    case .hard(let thickness): lift = 0.6 + thickness * 0.55
    case .pinked: lift = 0.5
    case .card: lift = 0.42
    }
    func soft(_ dx: Double, _ dy: Double, _ blur: Double) -> Double {
      let x = p.x - dx, y = p.y - dy
      let d = max(max(-x, x - face.width), max(-y, y - face.height))
      let t = min(1, max(0, 0.5 - d / (2 * blur)))
      return t * t * (3 - 2 * t)
    }
    let contact = soft(lift * 0.35, lift * 0.5, 0.7) * 0.34
    let wide = soft(lift * 1.5, lift * 2, 1.6 + lift * 2.4) * 0.20
    return contact + wide * (1 - contact)
  }

  private func shade(_ alpha: Double) -> UInt32 {
    packed(SIMD3(), min(1, alpha))
  }

  private func packed(_ color: SIMD3<Double>, _ alpha: Double) -> UInt32 {
    let a = min(255, max(0, (alpha * 255).rounded()))
    let b = (color * 255).rounded(.toNearestOrEven).clamped(
      lowerBound: SIMD3(repeating: 0), upperBound: SIMD3(repeating: a))
    return UInt32(a) << 24 | UInt32(b.x) << 16 | UInt32(b.y) << 8 | UInt32(b.z)
  }
}
