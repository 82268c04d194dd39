import Parameters
import Raster

/// A seamless swatch from a photo of a material.
///
/// Structure finer than the patch is kept as it is; everything coarser (a stain, the camera's own shading) is spread
/// over the swatch or lost. The photo is taken as it stands: flat, square on, evenly lit.
public struct PhotoTiling: Component {
  public static let name = "photo"
  public static let summary = "a seamless swatch from a material's photo: --photo FILE"

  public var manner = Manner.stochastic
  public var patch = 0.35

  /// What kind of material the photo shows.
  public enum Manner: String, ParameterOption {
    /// Without order, as linen, stone and plaster: patches blended everywhere.
    case stochastic
    /// With edges that must meet, as brick and tile: patches joined along their least visible seam.
    case structured
  }

  public static let parameters: [Parameter<PhotoTiling>] = [
    .choice(
      "manner", \.manner, "without order (linen, stone, plaster) or with edges that must meet (brick, tile)"),
    .real("patch", \.patch, 0.15...0.45, "side of a patch as a share of the photo's short side"),
  ]

  public init() {}

  /// The smallest patch in pixels: smaller ones hold nothing of a material.
  public static let leastPatch = 24

  /// The side of a patch in a photo of that size, in pixels.
  public func side(width: Int, height: Int) -> Int { Int((Double(min(width, height)) * patch).rounded()) }

  /// A bitmap whose opposite edges meet, at the photo's own scale.
  ///
  /// Transparent photos are taken on white. Throws if the photo or the swatch is smaller than a patch.
  public func seamless(
    _ photo: Picture, width: Int, height: Int, stream: SeedStream
  ) throws(PhotoTilingError) -> Bitmap {
    let side = side(width: photo.width, height: photo.height)
    guard side >= Self.leastPatch else {
      let needed = Int((Double(Self.leastPatch) / patch).rounded(.up))
      throw .smallPhoto(width: photo.width, height: photo.height, needed: needed)
    }
    guard width >= 2 * side, height >= 2 * side else {
      throw .smallSwatch(width: width, height: height, needed: 2 * side)
    }
    switch manner {
    case .stochastic:
      return BlendedTiling(Channels(photo.bitmap()), patch: side, width: width, height: height, stream)
        .bitmap()
    case .structured:
      let fitted = Self.fitted(photo, width: width, height: height)
      return QuiltedTiling(Channels(fitted.bitmap()), patch: side, width: width, height: height, stream)
        .bitmap()
    }
  }

  /// The photo a little larger or smaller, so that a whole number of its periods fills the swatch each way: courses
  /// of brick then meet over its border. What has no period stays as it is.
  static func fitted(_ photo: Picture, width: Int, height: Int) -> Picture {
    let period = Period(photo)
    func scaled(_ length: Int, _ period: Double?, _ swatch: Int) -> Int {
      guard let period, period < Double(swatch) else { return length }
      let number = (Double(swatch) / period).rounded()
      return Int((Double(length) * Double(swatch) / (number * period)).rounded())
    }
    let (w, h) = (
      scaled(photo.width, period.across, width), scaled(photo.height, period.down, height)
    )
    return w == photo.width && h == photo.height ? photo : photo.resized(width: w, height: h)
  }
}

/// Why no swatch can be made of a photo.
public enum PhotoTilingError: Error, Hashable, CustomStringConvertible {
  /// Sides in pixels; the short side must be `needed` at least.
  case smallPhoto(width: Int, height: Int, needed: Int)
  /// Sides in pixels; each must be `needed` at least.
  case smallSwatch(width: Int, height: Int, needed: Int)

  public var description: String {
    switch self {
    case .smallPhoto(let width, let height, let needed):
      "a photo of \(width) x \(height) pixels is smaller than a patch: its short side must be \(needed) at least"
    case .smallSwatch(let width, let height, let needed):
      "a swatch of \(width) x \(height) pixels holds no two patches: each side must be \(needed) at least"
    }
  }
}

/// Three planes of numbers in row order: encoded red, green and blue, 0...1, or turns of them.
struct Channels {
  let width: Int
  let height: Int
  var planes: [[Float]]

  init(width: Int, height: Int, planes: [[Float]]) {
    (self.width, self.height, self.planes) = (width, height, planes)
  }

  /// Transparent places show white.
  init(_ bitmap: Bitmap) {
    func plane(_ shift: UInt32) -> [Float] {
      bitmap.pixels.map { pixel in Float((pixel >> shift & 255) + 255 - (pixel >> 24)) * (1 / 255) }
    }
    self.init(width: bitmap.width, height: bitmap.height, planes: [plane(16), plane(8), plane(0)])
  }

  func bitmap() -> Bitmap {
    func byte(_ v: Float) -> UInt32 { UInt32(max(0, min(255, (v * 255).rounded()))) }
    let pixels = (0..<width * height).map { index in
      0xff00_0000 | byte(planes[0][index]) << 16 | byte(planes[1][index]) << 8 | byte(planes[2][index])
    }
    return Bitmap(width: width, height: height, pixels: pixels)
  }
}
