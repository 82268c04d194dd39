/// A flat colour and how it meets what is there.
struct SketchInk {
  private let color: UInt32
  /// Of 256.
  private let alpha: UInt32
  private let blend: BlendMode

  /// `color` is packed and opaque; `alpha` 0...1.
  init(_ color: UInt32, alpha: Double, _ blend: BlendMode) {
    (self.color, self.alpha, self.blend) = (color, UInt32((alpha * 256).rounded()), blend)
  }

  /// The pixel with `share` of 256 of it inked.
  func over(_ pixel: UInt32, share: UInt32) -> UInt32 {
    let target: UInt32
    switch blend {
    case .normal: target = color
    case .multiply: target = channels(pixel) { ink, there in ink * there / 255 }
    case .screen: target = channels(pixel) { ink, there in ink + there - ink * there / 255 }
    }
    return Self.mix(pixel, target, (share * alpha) >> 8)
  }

  private func channels(_ pixel: UInt32, _ body: (UInt32, UInt32) -> UInt32) -> UInt32 {
    var result: UInt32 = 0
    for shift: UInt32 in [0, 8, 16, 24] {
      result |= body(color >> shift & 0xff, pixel >> shift & 0xff) << shift
    }
    return result
  }

  /// `share` of 256 of the way from one to the other, two channels at a time.
  private static func mix(_ from: UInt32, _ to: UInt32, _ share: UInt32) -> UInt32 {
    let rest = 256 - share
    let even = (from & 0xff_00ff) * rest + (to & 0xff_00ff) * share + 0x80_0080
    let odd = (from >> 8 & 0xff_00ff) * rest + (to >> 8 & 0xff_00ff) * share + 0x80_0080
    return even >> 8 & 0xff_00ff | odd & 0xff00_ff00
  }
}
