import CVector

extension Picture {
  /// Sharpened by what a Gaussian blur of OKLab's lightness takes away; hue and alpha stay.
  ///
  /// Lightness L becomes L + f(L - blurred L), where f leaves out `threshold`, multiplies by `amount` and bends
  /// over towards 0.15, so that hard edges get no halo. Colour follows by (L' / L)³ in linear light, which scales
  /// OKLab's a and b as much as its L.
  /// - Parameters:
  ///   - sigma: of the blur, in pixels, above 0; edges repeat beyond the border.
  ///   - amount: at least 0.
  ///   - threshold: in lightness, at least 0.
  ///   - jobs: how many threads may work; the pixels are the same for any number.
  /// - Returns: a picture as deep as this one.
  public func sharpened(sigma: Double, amount: Double, threshold: Double, jobs: Int = 1) -> Picture {
    precondition(sigma > 0 && amount >= 0 && threshold >= 0)
    let source = PictureRows(self, planes: isOpaque(jobs: jobs) ? 3 : 4)
    let mask = UnsharpMask(amount: Float(amount), threshold: Float(threshold))
    let sink = SharpeningSink(
      source: source, mask: mask, result: PictureSink(like: self, dithered: true, jobs: jobs))
    return GaussianBlur(sigma: sigma).run(LightnessRows(source), jobs: jobs, into: sink)
  }
}

/// How lightness is changed.
struct UnsharpMask: Sendable {
  let amount: Float
  let threshold: Float
  /// The largest change.
  static let limit: Float = 0.15

  /// Changed lightness over lightness.
  @inline(__always)
  func ratio(_ lightness: Lanes, blurred: Lanes) -> Lanes {
    let change = lightness - blurred
    let size = f32x8_max(f32x8_abs(change) - Lanes(repeating: threshold), Lanes()) * Lanes(repeating: amount)
    let bent = size / f32x8_fma(size, Lanes(repeating: 1 / Self.limit), Lanes(repeating: 1))
    let signed = f32x8_select(f32x8_less(change, Lanes()), Lanes() - bent, bent)
    let result = f32x8_max(lightness + signed, Lanes())
    return result / f32x8_max(lightness, Lanes(repeating: 1e-4))
  }
}

/// OKLab's lightness of a picture's rows, alpha divided out.
private struct LightnessRows<Source: RowSource>: RowSource {
  let shape: RowShape
  private var source: Source
  private var row: [Float]

  init(_ source: Source) {
    self.source = source
    shape = RowShape(width: source.shape.width, height: source.shape.height, planes: 1)
    row = [Float](repeating: 0, count: source.shape.length)
  }

  mutating func fetch(_ y: Int, into lightness: inout MutableSpan<Float>) {
    fetchRow(y, from: &source, into: &row)
    straightLightness(row.span, planes: source.shape.planes, into: &lightness)
  }
}

private func straightLightness(_ row: Span<Float>, planes: Int, into lightness: inout MutableSpan<Float>) {
  let stride = lightness.count
  OKLabRows.lightness(
    red: row.extracting(0..<stride), green: row.extracting(stride..<2 * stride),
    blue: row.extracting(2 * stride..<3 * stride), into: &lightness)
  guard planes == 4 else { return }
  // The lightness of a colour that is scaled by alpha is scaled by its cube root.
  for x in Swift.stride(from: 0, to: stride, by: 8) {
    let alpha = f32x8_max(row.lanes(at: x + 3 * stride), Lanes(repeating: 1e-4))
    lightness.setLanes(lightness.lanes(at: x) / f32x8_cbrt(alpha), at: x)
  }
}

private struct SharpeningSink: RowSink {
  let source: PictureRows
  let mask: UnsharpMask
  let result: PictureSink

  func take(_ rows: some RowSource) -> Picture {
    result.take(SharpenedRows(source: source, blurred: rows, mask: mask))
  }
}

private struct SharpenedRows<Blurred: RowSource>: RowSource {
  var shape: RowShape { source.shape }
  private var source: PictureRows
  private var blurred: Blurred
  private let mask: UnsharpMask
  private var soft: [Float]
  private var sharp: [Float]

  init(source: PictureRows, blurred: Blurred, mask: UnsharpMask) {
    (self.source, self.blurred, self.mask) = (source, blurred, mask)
    soft = [Float](repeating: 0, count: source.shape.stride)
    sharp = soft
  }

  mutating func fetch(_ y: Int, into row: inout MutableSpan<Float>) {
    source.fetch(y, into: &row)
    fetchRow(y, from: &blurred, into: &soft)
    sharpen(&row, planes: shape.planes, soft: soft, sharp: &sharp, mask)
  }
}

private func sharpen(
  _ row: inout MutableSpan<Float>, planes: Int, soft: [Float], sharp: inout [Float], _ mask: UnsharpMask
) {
  let (stride, blurred) = (soft.count, soft.span)
  var lightness = sharp.mutableSpan
  straightLightness(row.span, planes: planes, into: &lightness)
  for x in Swift.stride(from: 0, to: stride, by: 8) {
    let ratio = mask.ratio(lightness.lanes(at: x), blurred: blurred.lanes(at: x))
    let scale = ratio * ratio * ratio
    for plane in 0..<3 {
      row.setLanes(row.lanes(at: x + plane * stride) * scale, at: x + plane * stride)
    }
  }
}
