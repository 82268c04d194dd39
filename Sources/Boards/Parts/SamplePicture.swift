import Canvas
import Color
import Composition
import Geometry
import Materials
import Parameters
import Raster

/// A physical sample on the board: its face at a stated scale, its edge, and the shadow that it casts. The light comes
/// from the upper left, as on every part of a board.
struct SamplePicture: PictureSource {
  /// How a sample ends; millimetres of the page.
  enum Edge: Sendable {
    /// Sawn or cast: the front shows its thickness.
    case hard(thickness: Double)
    /// Cut from a hide or a pile, with a soft, round edge.
    case soft(thickness: Double)
    /// Cut with pinking shears.
    case pinked
    /// A printed card.
    case card

    var thickness: Double {
      switch self {
      case .hard(let thickness), .soft(let thickness): thickness
      case .pinked: 0.25
      case .card: 0.15
      }
    }

    /// Of the corners.
    var radius: Double {
      switch self {
      case .hard: 0.35
      case .soft: 1.5
      case .pinked, .card: 0.1
      }
    }

    /// How far the light along the edges reaches into the face.
    var bevel: Double {
      switch self {
      case .hard: 0.45
      case .soft(let thickness): thickness * 1.3
      case .pinked: 0.5
      case .card: 0.15
      }
    }
  }

  let material: any Material
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
    var bitmap = Bitmap(width: width, height: height, pixels: [UInt32](unwritten: width * height))
    Bands.fill(&bitmap.pixels, rows: height, rowLength: width, jobs: Helpers.count, height: 16) {
      band, rows in
      for y in band {
        let v = origin.y + (Double(y) + 0.5) * step.y
        for x in 0..<width {
          let p = Point(origin.x + (Double(x) + 0.5) * step.x, v)
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
    var place = stream.child("sample")
    let fine = pixels / scale
    let grid = material.grid(
      pixelsPerMillimetre: fine, x: Int(place.unit() * material.tile.width * fine),
      y: Int(place.unit() * material.tile.height * fine), width: w, height: h)
    return material.bitmap(MaterialJob(grid: grid, color: color, stream: stream, jobs: Helpers.count))
  }

  private func pixel(_ p: Point, _ step: Double, _ texture: Bitmap) -> UInt32 {
    // Most of the face lies away from its edges and needs no more than its texture.
    let inner = 2.5
    if p.x > inner, p.y > inner, p.x < face.width - inner, p.y < face.height - inner {
      return texture.pixels[cell(p.y, step, texture.height) * texture.width + cell(p.x, step, texture.width)]
    }
    let distance = distance(p)
    let cover = coverage(distance, step)
    let solid = max(cover, front(p, step))
    let dark = solid < 1 ? shadow(p) : 0
    guard solid > 0 else { return packed(SIMD3(), dark) }
    let color = lit(p, distance, texture, step, face: solid > 0 ? cover / solid : 0)
    return packed(color * solid, solid + dark * (1 - solid))
  }

  private func coverage(_ distance: Double, _ step: Double) -> Double {
    min(1, max(0, 0.5 - distance / step))
  }

  private func cell(_ v: Double, _ step: Double, _ count: Int) -> Int {
    min(max(Int(v / step), 0), count - 1)
  }

  /// Signed distance to a rectangle with round corners, negative inside; millimetres.
  private func distance(_ p: Point, height: Double, radius: Double) -> Double {
    let x = abs(p.x - face.width / 2) - face.width / 2 + radius
    let y = abs(p.y - height / 2) - height / 2 + radius
    return min(max(x, y), 0) + Point(max(x, 0), max(y, 0)).length - radius
  }

  /// Signed distance to the face's outline, negative inside; millimetres.
  private func distance(_ p: Point) -> Double {
    let plain = distance(p, height: face.height, radius: edge.radius)
    guard case .pinked = edge else { return plain }
    // Teeth of two millimetres, half a millimetre deep, along every side.
    func tooth(_ t: Double) -> Double {
      let phase = t / 1.8 - (t / 1.8).rounded(.down)
      return abs(phase - 0.5) * 1.1
    }
    let isAcross = max(-p.x, p.x - face.width) > max(-p.y, p.y - face.height)
    return plain + tooth(isAcross ? p.y : p.x)
  }

  /// How much of a point the whole body covers, the front edge below the face included.
  private func front(_ p: Point, _ step: Double) -> Double {
    switch edge {
    case .hard(let thickness), .soft(let thickness):
      guard p.y > face.height / 2 else { return 0 }
      return coverage(distance(p, height: face.height + thickness, radius: edge.radius), step)
    case .pinked, .card: return 0
    }
  }

  /// The colour at a point of the body: the face, brighter along the edges that face the light, and below it the front
  /// in its own shade.
  private func lit(
    _ p: Point, _ distance: Double, _ texture: Bitmap, _ step: Double, face part: Double
  ) -> SIMD3<Double> {
    // The front continues the face's pattern around the edge.
    let below = p.y - face.height
    let y = below > 0 ? face.height - below : p.y
    let color = texture.pixels[
      cell(y, step, texture.height) * texture.width + cell(p.x, step, texture.width)]
    let c = SIMD3(Double(color >> 16 & 255), Double(color >> 8 & 255), Double(color & 255)) / 255
    let depth = max(0, below) / max(edge.thickness, 1e-6)
    let front = c * (0.70 - 0.20 * min(1, depth))
    guard part > 0 else { return front }
    let bevel = edge.bevel
    let near = max(0, 1 - min(p.x, p.y) / bevel)
    let far = max(0, 1 - min(face.width - p.x, face.height - p.y) / bevel)
    let (gleam, shade) = strengths
    let lit = c + (SIMD3(repeating: 1) - c) * (gleam * near) - c * (shade * far * (1 - near))
    return lit * part + front * (1 - part)
  }

  /// How strongly the edges towards the light gleam, and those away from it fall off.
  private var strengths: (gleam: Double, shade: Double) {
    switch edge {
    case .hard: (0.34, 0.16)
    case .soft: (0.12, 0.26)
    case .pinked: (0.08, 0.12)
    case .card: (0.2, 0.1)
    }
  }

  /// How dark the board is at a point outside: a tight shadow where sample and board meet, and a wide, faint one away
  /// from the light.
  private func shadow(_ p: Point) -> Double {
    let lift = 0.36 + edge.thickness * 0.62
    let height = face.height + edge.thickness * 0.6
    func soft(_ shift: Double, _ blur: Double) -> Double {
      let q = Point(p.x - shift * 0.8, p.y - shift)
      let d = distance(q, height: height, radius: min(blur * 1.2, min(face.width, height) / 2))
      let t = min(1, max(0, 0.5 - d / (2 * blur)))
      return t * t * (3 - 2 * t)
    }
    let contact = soft(lift * 0.5, 0.6) * 0.36
    let wide = soft(lift * 1.9, 1.4 + lift * 2.0) * 0.24
    return contact + wide * (1 - contact)
  }

  private func packed(_ color: SIMD3<Double>, _ alpha: Double) -> UInt32 {
    let a = min(255, max(0, (alpha * 255).rounded()))
    let b = (color * 255).rounded(.toNearestOrEven).clamped(
      lowerBound: SIMD3(repeating: 0), upperBound: SIMD3(repeating: a))
    return UInt32(a) << 24 | UInt32(b.x) << 16 | UInt32(b.y) << 8 | UInt32(b.z)
  }
}
