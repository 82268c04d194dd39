import Composition
import Parameters
import Raster

/// Puts a picture into the manner of an exemplar: its colours, strokes, grain and texture, the motif still readable.
///
/// The exemplar's colours are spread over the picture (``SlicedTransfer``), then the picture is put together from
/// pieces of the exemplar, coarse to fine (``StyleSynthesis``), at up to 1024 pixels, its forms are kept readable
/// (``StyleRelief``), and what the original has of finer detail is put on at full size. Everything is measured by the
/// picture's size, so a thumbnail previews a print. A mask in the context says where: white all, black nothing.
public struct StyleTransfer: ExemplarFilter {
  public static let name = "style-transfer"
  public static let summary = "the manner of an exemplar: its colours, strokes, grain and texture"
  public static let reach = FilterReach.artwork
  public static let takesMask = true

  public var exemplar = 1
  var strength = 1.0
  var scale = 1.0
  var fidelity = 0.6
  var keepColors = 0.0
  var turned = true

  public static let parameters: [Parameter<StyleTransfer>] = [
    choosing(\.exemplar),
    .real("strength", \.strength, 0...1, "how much of the result is mixed into the picture"),
    .real(
      "scale", \.scale, 0.4...2.5, scale: .log,
      "how large the exemplar's texture appears: at 1 as if both had one size"),
    .real(
      "fidelity", \.fidelity, 0...1, "how near forms stay to the picture; from 0.6 on faces are readable"),
    .real(
      "keep-colors", \.keepColors, 0...1,
      "how far the picture's own colours stay: 0 not at all, 1 its own mood"),
    .flag("turned", \.turned, "pieces of the exemplar may be turned by a quarter to follow the forms"),
  ]

  /// All of the manner, faces readable.
  public init() {}

  /// The longest side at which the picture is put together.
  private static let workSide = 1024
  /// The shortest side of an exemplar; smaller ones are mirrored at their edges.
  private static let leastSide = 48

  /// See `Filter`. A picture with nothing visible stays as it is.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture {
    let jobs = context.jobs
    guard picture.width > 0, picture.height > 0, let photo = exemplar(in: context) else { return picture }
    let work = picture.shrunk(toSide: Self.workSide, jobs: jobs)
    let original = LabPlanes(work, jobs: jobs)
    guard
      let (recoloured, manner) = try? colors(
        original, work, sized(photo, long: max(work.width, work.height)), jobs)
    else { return picture }
    let content = ContentWeights.plane(work, original, jobs: jobs)
    let synthesis = StyleSynthesis(fidelity: fidelity, turned: turned, jobs: jobs)
    let styled = synthesis(recoloured, content: content, after: LabPlanes(manner, jobs: jobs))
    let relief = StyleRelief(least: Float(fidelity * 0.95))
    let finish = StyleFinish(
      styled: relief.apply(to: styled, original: original.lightness, content: content, jobs: jobs),
      original: original, strength: Float(strength), detail: Float(min(1, fidelity * 1.4)),
      mask: context.mask?.brightness(width: picture.width, height: picture.height, jobs: jobs))
    return finish.apply(to: picture, jobs: jobs)
  }

  /// The picture in the exemplar's colours, its local contrast raised before, so that what stands out still does; and
  /// the exemplar, moved towards the picture's colours if they are to be kept.
  private func colors(
    _ original: LabPlanes, _ work: Bitmap, _ exemplar: Bitmap, _ jobs: Int
  ) throws(RecolouringError) -> (LabPlanes, Bitmap) {
    let manner =
      keepColors > 0
      ? try exemplar.transferringColors(linearlyFrom: work, strength: keepColors, jobs: jobs) : exemplar
    let source = clarified(original, jobs).bitmap(jobs: jobs)
    let smooth = manner.resized(
      width: (manner.width + 1) / 2, height: (manner.height + 1) / 2, .area, jobs: jobs)
    let transfer = SlicedTransfer(rotations: 16, cleanUp: 0)
    let cube = try transfer.cube(from: source, to: smooth, jobs: jobs)
    return (LabPlanes(cube.apply(to: source, jobs: jobs), jobs: jobs), manner)
  }

  /// The picture with its local contrast raised at two sizes: an exemplar of few tones would swallow eyes and mouths.
  private func clarified(_ original: LabPlanes, _ jobs: Int) -> LabPlanes {
    var clear = original
    for (part, gain) in [(16.0, 0.6), (56.0, 1.6)] {
      let sigma = Double(max(original.width, original.height)) / part
      let base = original.lightness.blurred(sigma: sigma, jobs: jobs)
      let detail = original.lightness.minus(base, jobs: jobs)
      let gain = Float(gain * fidelity)
      clear.lightness = clear.lightness.combined(with: detail, jobs: jobs) { $0 + $1 * gain }
    }
    return clear
  }

  /// The exemplar such that its texture appears at the wanted size in a picture with this long side.
  private func sized(_ photo: Photo, long side: Int) -> Bitmap {
    let wanted = max(1, Int((Double(side) * scale).rounded()))
    let preview = photo.preview(side: 2048)
    let ratio = Double(wanted) / Double(max(preview.width, preview.height))
    func scaled(_ length: Int) -> Int { max(1, Int((Double(length) * ratio).rounded())) }
    return preview.resized(width: scaled(preview.width), height: scaled(preview.height), .area)
      .mirrored(toSide: Self.leastSide)
  }
}

extension Bitmap {
  /// The same picture, mirrored at its right and lower edges until no side is shorter than `side` pixels.
  fileprivate func mirrored(toSide side: Int) -> Bitmap {
    guard width < side || height < side else { return self }
    func place(_ index: Int, _ length: Int) -> Int {
      let turn = index % (2 * length)
      return turn < length ? turn : 2 * length - 1 - turn
    }
    var result = Bitmap(width: max(width, side), height: max(height, side))
    for y in 0..<result.height {
      for x in 0..<result.width {
        result.pixels[y * result.width + x] = pixels[place(y, height) * width + place(x, width)]
      }
    }
    return result
  }
}

extension Photo {
  /// How light each pixel of the picture is at another size, 0...1 in steps of its encoded channels, over black.
  fileprivate func brightness(width: Int, height: Int, jobs: Int) -> Plane {
    let small = preview(side: 2048)
    var plane = Plane(width: small.width, height: small.height)
    for y in 0..<small.height {
      for x in 0..<small.width {
        let pixel = small.pixels[y * small.width + x]
        let sum = 3 * (pixel >> 16 & 255) + 6 * (pixel >> 8 & 255) + (pixel & 255)
        plane.samples[y * plane.stride + x] = Float(sum) / 2550
      }
    }
    return plane.resized(width: width, height: height, .triangle, jobs: jobs)
  }
}
