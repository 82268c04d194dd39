import CVector

/// How a source mixes with the backdrop that it lies on: the modes of W3C's "Compositing and Blending Level 1".
public enum PixelBlend: String, CaseIterable, Sendable {
  case normal, multiply, screen, overlay, darken, lighten
  case colorDodge = "color-dodge"
  case colorBurn = "color-burn"
  case hardLight = "hard-light"
  case softLight = "soft-light"
  case difference, exclusion, hue, saturation, color, luminosity
}

extension Bitmap {
  /// A source laid over this picture, source-over, in encoded sRGB as the standard has it. O(pixels).
  ///
  /// - Parameters:
  ///   - source: of this picture's size, premultiplied.
  ///   - mode: how colours mix where both cover.
  ///   - opacity: of the source, 0...1.
  ///   - jobs: how many threads may work; the pixels are the same for any number.
  /// - Returns: a picture of this size.
  public func blended(
    with source: Bitmap, _ mode: PixelBlend = .normal, opacity: Double = 1, jobs: Int = 1
  ) -> Bitmap {
    precondition(width == source.width && height == source.height && (0...1).contains(opacity))
    var result = self
    let width = width
    Bands.fill(&result.pixels, rows: height, rowLength: width, jobs: jobs) { band, pixels in
      mode.blend(
        source.pixels.span.extracting(band.lowerBound * width..<band.upperBound * width), opacity: opacity,
        into: &pixels)
    }
    return result
  }
}

extension PixelBlend {
  /// Lays a row of premultiplied pixels over another of the same length.
  public func blend(_ source: Span<UInt32>, opacity: Double = 1, into row: inout MutableSpan<UInt32>) {
    let opacity = Float(opacity)
    switch self {
    case .normal: over(source, opacity, &row) { _, s in s }
    case .multiply: over(source, opacity, &row) { b, s in b * s }
    case .screen: over(source, opacity, &row) { b, s in b + s - b * s }
    case .overlay: each(source, opacity, &row) { b, s in Lanes.hardLight(s, b) }
    case .darken: each(source, opacity, &row) { b, s in f32x8_min(b, s) }
    case .lighten: each(source, opacity, &row) { b, s in f32x8_max(b, s) }
    case .colorDodge: each(source, opacity, &row) { b, s in Lanes.dodge(b, s) }
    case .colorBurn:
      each(source, opacity, &row) { b, s in Lanes.one - Lanes.dodge(Lanes.one - b, Lanes.one - s) }
    case .hardLight: each(source, opacity, &row) { b, s in Lanes.hardLight(b, s) }
    case .softLight: each(source, opacity, &row) { b, s in Lanes.softLight(b, s) }
    case .difference: each(source, opacity, &row) { b, s in f32x8_abs(b - s) }
    case .exclusion: over(source, opacity, &row) { b, s in b + s - (b * s + b * s) }
    case .hue:
      over(source, opacity, &row) { b, s in s.withSaturation(b.saturation).withLuminosity(b.luminosity) }
    case .saturation:
      over(source, opacity, &row) { b, s in b.withSaturation(s.saturation).withLuminosity(b.luminosity) }
    case .color: over(source, opacity, &row) { b, s in s.withLuminosity(b.luminosity) }
    case .luminosity: over(source, opacity, &row) { b, s in b.withLuminosity(s.luminosity) }
    }
  }

  /// A mode that works on one channel at a time.
  @inline(__always)
  private func each(
    _ source: Span<UInt32>, _ opacity: Float, _ row: inout MutableSpan<UInt32>, _ mix: (Lanes, Lanes) -> Lanes
  ) {
    over(source, opacity, &row) { b, s in
      BlendColor(red: mix(b.red, s.red), green: mix(b.green, s.green), blue: mix(b.blue, s.blue))
    }
  }

  /// cs αs (1 - αb) + cb αb (1 - αs) + αs αb B(cb, cs): source-over, the backdrop mixed where both cover.
  @inline(__always)
  private func over(
    _ source: Span<UInt32>, _ opacity: Float, _ row: inout MutableSpan<UInt32>,
    _ mix: (BlendColor, BlendColor) -> BlendColor
  ) {
    precondition(source.count == row.count)
    @inline(__always) func blended(_ source: SIMD8<UInt32>, _ backdrop: SIMD8<UInt32>) -> SIMD8<UInt32> {
      let (s, b) = (BlendPixel(source, opacity), BlendPixel(backdrop, 1))
      let color = s.color * (Lanes.one - b.alpha) + b.color * (Lanes.one - s.alpha)
      return BlendPixel(
        color: color + mix(b.straight, s.straight) * (s.alpha * b.alpha),
        alpha: s.alpha + b.alpha - s.alpha * b.alpha
      ).packed
    }
    let whole = row.count & ~7
    for x in stride(from: 0, to: whole, by: 8) {
      row.setLanes(blended(source.lanes(at: x), row.span.lanes(at: x)), at: x)
    }
    guard whole < row.count else { return }
    var (s, b) = (SIMD8<UInt32>(), SIMD8<UInt32>())
    for x in whole..<row.count { (s[x - whole], b[x - whole]) = (source[x], row[x]) }
    let rest = blended(s, b)
    for x in whole..<row.count { row[x] = rest[x - whole] }
  }
}

extension Lanes {
  fileprivate static var one: Lanes { Lanes(repeating: 1) }

  fileprivate static func hardLight(_ b: Lanes, _ s: Lanes) -> Lanes {
    let t = s + s
    return f32x8_select(f32x8_less(one, t), b + (t - one) - b * (t - one), b * t)
  }

  /// b / (1 - s), where 0 stays 0 and all else goes up to 1.
  fileprivate static func dodge(_ b: Lanes, _ s: Lanes) -> Lanes {
    let bright = f32x8_min(one, b / f32x8_max(one - s, Lanes(repeating: 1e-6)))
    return f32x8_select(f32x8_less(Lanes(), b), bright, Lanes())
  }

  fileprivate static func softLight(_ b: Lanes, _ s: Lanes) -> Lanes {
    let dark = ((b * 16 - Lanes(repeating: 12)) * b + Lanes(repeating: 4)) * b
    let d = f32x8_select(f32x8_less(Lanes(repeating: 0.25), b), f32x8_sqrt(b), dark)
    let t = s + s - one
    return f32x8_select(f32x8_less(Lanes(), t), b + t * (d - b), b + t * b * (one - b))
  }
}
