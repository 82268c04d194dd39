import Canvas
import Color
import Composition
import Geometry
import Interiors
import Raster

/// A client's picture of a piece: a cut-out, a product photo on a plain ground, or any other photo.
public struct FurniturePicture: Sendable {
  public let photo: Photo
  /// Width, depth and height of the piece in metres; nil if nobody says, and then it is at no scale.
  public let size: Vector3?
  /// True for a light, where no piece of the library stands for it.
  public let isLight: Bool
  /// What of the picture is the piece, in fractions.
  let content: Rect
  /// The even, light colour that it was photographed on; nil for a cut-out and for a photo with surroundings.
  let backdrop: SRGB?
  /// False for a photo with surroundings: that is shown as a print.
  let isCutOut: Bool

  /// Finds the piece in its picture.
  public init(_ photo: Photo, size: Vector3?, isLight: Bool = false) {
    (self.photo, self.size, self.isLight) = (photo, size, isLight)
    let preview = photo.preview(side: 512)
    backdrop = preview.isOpaque ? preview.backdrop : nil
    isCutOut = backdrop != nil || !preview.isOpaque
    content =
      isCutOut ? preview.withoutBackdrop(backdrop).bounds ?? Rect(0, 0, 1, 1) : Rect(0, 0, 1, 1)
  }

  /// Height over width of the piece in its picture.
  var aspect: Double { content.height / content.width / photo.aspect }

  /// What it takes of an elevation, metres, its floor at 0 and up negative: within its size, standing on the floor.
  var bounds: Rect {
    // At no scale it is as large as a chair, so that it can be seen.
    let most = size.map { Size($0.x, $0.z) } ?? Size(0.9, 0.75)
    let width = min(most.width, most.height / aspect)
    return Rect(-width / 2, -width * aspect, width, width * aspect)
  }

  /// Where the whole picture lies if the piece fills `frame`.
  func frame(_ frame: Rect) -> Rect {
    let (w, h) = (frame.width / content.width, frame.height / content.height)
    return Rect(frame.x - content.x * w, frame.y - content.y * h, w, h)
  }
}

extension FurniturePicture: PictureSource {
  public func bitmap(crop: Rect, width: Int, height: Int, pixelsPerMillimetre: Double) -> Bitmap {
    photo.bitmap(crop: crop, width: width, height: height, pixelsPerMillimetre: pixelsPerMillimetre)
      .withoutBackdrop(backdrop)
  }
}

extension Bitmap {
  /// The colour of a plain, light ground: what nearly the whole border has; nil if there is none.
  fileprivate var backdrop: SRGB? {
    let border = borderIndices.map { channels(pixels[$0]) }
    guard !border.isEmpty else { return nil }
    func median(_ part: (SIMD3<Float>) -> Float) -> Float { border.map(part).sorted()[border.count / 2] }
    let middle = SIMD3(median { $0.x }, median { $0.y }, median { $0.z })
    // A piece may touch the border with a foot or its shadow.
    let alike = border.count { Self.difference($0, middle) < 0.06 }
    guard alike * 100 >= border.count * 85, middle.min() > 0.72 else { return nil }
    return SRGB(Double(middle.x), Double(middle.y), Double(middle.z))
  }

  /// What can be reached from the border over colours near the ground becomes clear; a shadow that lies there stays as
  /// shadow (Smith and Blinn's matting of a constant backing colour, 1996, with the least alpha that explains a pixel).
  fileprivate func withoutBackdrop(_ color: SRGB?) -> Bitmap {
    guard let color else { return self }
    let ground = SIMD3(Float(color.red), Float(color.green), Float(color.blue))
    var result = self
    var seen = [Bool](repeating: false, count: pixels.count)
    var open: [Int] = []
    func visit(_ index: Int) {
      guard !seen[index], Self.difference(channels(pixels[index]), ground) < 0.24 else { return }
      seen[index] = true
      open.append(index)
    }
    borderIndices.forEach(visit)
    while let index = open.popLast() {
      result.pixels[index] = Self.cleared(channels(pixels[index]), ground)
      let x = index % width
      if x > 0 { visit(index - 1) }
      if x < width - 1 { visit(index + 1) }
      if index >= width { visit(index - width) }
      if index < pixels.count - width { visit(index + width) }
    }
    return result
  }

  private var borderIndices: [Int] {
    guard width > 1, height > 1 else { return [] }
    let rows = (0..<height).flatMap { [$0 * width, $0 * width + width - 1] }
    return (0..<width).flatMap { [$0, (height - 1) * width + $0] } + rows
  }

  private func channels(_ p: UInt32) -> SIMD3<Float> {
    SIMD3(Float(p >> 16 & 255), Float(p >> 8 & 255), Float(p & 255)) * (1 / 255)
  }

  private static func difference(_ a: SIMD3<Float>, _ b: SIMD3<Float>) -> Float {
    let d = a - b
    return max(abs(d.x), abs(d.y), abs(d.z))
  }

  /// A pixel over the ground as one over nothing, premultiplied.
  private static func cleared(_ c: SIMD3<Float>, _ ground: SIMD3<Float>) -> UInt32 {
    // Noise of the camera's: the ground itself is to vanish.
    let darker = (ground - c) / ground
    let alpha = min(1, max(0, (max(darker.x, darker.y, darker.z) - 0.03) / 0.97))
    let rest = c - ground * (1 - alpha)
    func byte(_ v: Float) -> UInt32 { UInt32((min(alpha, max(0, v)) * 255).rounded()) }
    return UInt32((alpha * 255).rounded()) << 24 | byte(rest.x) << 16 | byte(rest.y) << 8 | byte(rest.z)
  }

  /// The part that is more than a trace, in fractions; nil if all is clear.
  fileprivate var bounds: Rect? {
    var (left, top, right, bottom) = (width, height, -1, -1)
    for y in 0..<height {
      for x in 0..<width where pixels[y * width + x] >> 24 > 100 {
        (left, right) = (min(left, x), max(right, x))
        (top, bottom) = (min(top, y), max(bottom, y))
      }
    }
    guard right >= left else { return nil }
    let (w, h) = (Double(width), Double(height))
    return Rect(
      left: Double(left) / w, top: Double(top) / h, right: Double(right + 1) / w,
      bottom: Double(bottom + 1) / h)
  }
}
