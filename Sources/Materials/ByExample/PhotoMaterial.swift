import CVector
import Color
import Geometry
import Parameters
import Raster
import Synchronization

/// A client's own finish: its photo spread over a seamless tile, at the scale that the photo has.
///
/// The tile is made when it is first asked for and then kept, so that all boards of a sheet show the same one. Light is
/// in the photo already: the surface is flat and matt. Even grey until it has a photo.
public struct PhotoMaterial: Material {
  public static let name = "photo"
  public static let summary = "a material by its photo, spread without seams"
  public static let color = SRGB(hex: "#b9b5ad")!
  // The tile is reduced beforehand: no finer samples are needed to smooth it.
  public static let detail = 0.01
  public static let sampleSide = 400.0

  /// Millimetres that the photo shows from side to side.
  public var width = 500.0
  private var tileOfPhoto: PhotoTile?

  public static let parameters: [Parameter<PhotoMaterial>] = [
    .real("width", \.width, 20...5000, scale: .log, unit: "mm", "what the photo shows from side to side")
  ]

  public init() {}

  /// Gives it its photo.
  ///
  /// - Parameters:
  ///   - width: of the photo in pixels.
  ///   - height: of the photo in pixels.
  ///   - tiling: how the photo is spread.
  ///   - photo: the photo at a size in pixels, asked for once.
  public mutating func show(
    width: Int, height: Int, tiling: PhotoTiling, _ photo: @escaping @Sendable (Int, Int) -> Picture
  ) {
    tileOfPhoto = PhotoTile(width: width, height: height, tiling: tiling, photo)
  }

  public var tile: Size {
    let side = width * Double(PhotoTile.repeats)
    return Size(side, side * (tileOfPhoto?.aspect ?? 1))
  }

  public func swatch(_ job: MaterialJob) -> MaterialSwatch {
    MaterialSwatch(job, of: PhotoSurface(levels: tileOfPhoto?.levels ?? [], tile: tile))
  }
}

/// The seamless tile of one photo, made once.
private final class PhotoTile: Sendable {
  /// Photos from side to side of the tile: what repeats, repeats seldom enough.
  static let repeats = 2

  /// Height over width.
  let aspect: Double
  private let size: (width: Int, height: Int)
  private let tiling: PhotoTiling
  private let photo: @Sendable (Int, Int) -> Picture
  private let made = Mutex<[PhotoLevel]?>(nil)

  init(
    width: Int, height: Int, tiling: PhotoTiling, _ photo: @escaping @Sendable (Int, Int) -> Picture
  ) {
    size = PhotoTiling.workingSize(width: width, height: height)
    aspect = Double(size.height) / Double(size.width)
    (self.tiling, self.photo) = (tiling, photo)
  }

  /// The largest first; none if the photo is too small to be spread.
  var levels: [PhotoLevel] {
    made.withLock { made in
      if let made { return made }
      let levels = make()
      made = levels
      return levels
    }
  }

  private func make() -> [PhotoLevel] {
    let (width, height) = size
    // The same photo gives the same tile in every variant: it is one material.
    let stream = SeedStream(seed: 1, path: "photo")
    guard
      let tile = try? tiling.seamless(
        photo(width, height), width: width * Self.repeats, height: height * Self.repeats, stream: stream)
    else { return [] }
    var levels = [PhotoLevel(tile)]
    while let last = levels.last, min(last.width, last.height) >= 2 { levels.append(last.halved) }
    return levels
  }
}

extension PhotoTiling {
  /// The long side that photos are reduced to before they are spread: a sample on a page shows no more.
  private static let longSide = 720

  /// The size at which a photo is spread.
  static func workingSize(width: Int, height: Int) -> (width: Int, height: Int) {
    let long = max(width, height)
    guard long > longSide else { return (width, height) }
    func scaled(_ side: Int) -> Int { max(1, (side * longSide + long / 2) / long) }
    return (scaled(width), scaled(height))
  }

  /// Throws if a photo of that size is too small to be spread as a material.
  public func check(width: Int, height: Int) throws(PhotoTilingError) {
    let size = Self.workingSize(width: width, height: height)
    guard side(width: size.width, height: size.height) < Self.leastPatch else { return }
    // Reduced photos of one shape are all alike: a larger one of it would not do either.
    let needed = Int((Double(Self.leastPatch) / patch).rounded(.up))
    throw .smallPhoto(width: size.width, height: size.height, needed: needed)
  }
}

/// One size of the tile: lightness, a and b of OKLab.
private struct PhotoLevel: Sendable {
  let width: Int
  let height: Int
  let texels: [SIMD3<Float>]

  init(width: Int, height: Int, texels: [SIMD3<Float>]) {
    (self.width, self.height, self.texels) = (width, height, texels)
  }

  init(_ bitmap: Bitmap) {
    let texels = bitmap.pixels.map { p -> SIMD3<Float> in
      let lab = OKLab(
        SRGB(Double(p >> 16 & 255) / 255, Double(p >> 8 & 255) / 255, Double(p & 255) / 255))
      return SIMD3(Float(lab.lightness), Float(lab.a), Float(lab.b))
    }
    self.init(width: bitmap.width, height: bitmap.height, texels: texels)
  }

  /// Half as large; of an odd side the last row or column is left out.
  var halved: PhotoLevel {
    let (w, h) = (width / 2, height / 2)
    let half = (0..<w * h).map { index -> SIMD3<Float> in
      let at = index / w * 2 * width + index % w * 2
      return (texels[at] + texels[at + 1] + texels[at + width] + texels[at + width + 1]) * 0.25
    }
    return PhotoLevel(width: w, height: h, texels: half)
  }

  /// Between the four nearest texels; `u` and `v` count repeats.
  @inline(__always)
  func color(_ u: Float, _ v: Float) -> SIMD3<Float> {
    let (x, y) = (u * Float(width) - 0.5, v * Float(height) - 0.5)
    let (fx, fy) = (x.rounded(.down), y.rounded(.down))
    let (left, top) = (wrapped(Int(fx), width), wrapped(Int(fy), height) * width)
    let (right, below) = (wrapped(Int(fx) + 1, width), wrapped(Int(fy) + 1, height) * width)
    let a = texels[top + left] + (texels[top + right] - texels[top + left]) * (x - fx)
    let b = texels[below + left] + (texels[below + right] - texels[below + left]) * (x - fx)
    return a + (b - a) * (y - fy)
  }

  @inline(__always)
  private func wrapped(_ i: Int, _ count: Int) -> Int { i < 0 ? i + count : i >= count ? i - count : i }
}

/// The tile in smaller and smaller copies (Williams 1983).
private struct PhotoSurface: Surface {
  let levels: [PhotoLevel]
  let tile: Size

  func texel(_ spot: Spot) -> Texel {
    var texel = Texel(Tone(PhotoMaterial.color))
    guard !levels.isEmpty else { return texel }
    let level = level(spot.pixel)
    let (across, down) = (1 / Float(tile.width), 1 / Float(tile.height))
    for lane in 0..<8 {
      let color = level.color(spot.x[lane] * across, spot.y[lane] * down)
      (texel.lightness[lane], texel.a[lane], texel.b[lane]) = (color.x, color.y, color.z)
    }
    return texel
  }

  /// The level whose texels are about as large as the pixels asked for.
  private func level(_ pixel: Float) -> PhotoLevel {
    let texels = pixel * Float(levels[0].width) / Float(tile.width)
    // 1.41: half way between two powers.
    let power = texels <= 1 ? 0 : Int((texels * 1.4142135).exponent)
    return levels[min(power, levels.count - 1)]
  }
}
