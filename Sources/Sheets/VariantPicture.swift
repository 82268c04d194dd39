import Canvas
import Composition
import Geometry
import Raster
import Studio
import Variation

/// A single variant at full size, bleed included.
public struct VariantPicture: Sendable {
  let candidate: Candidate
  let preset: Preset
  /// Dots per inch.
  public let resolution: Double

  /// A candidate at a resolution: `dpi`, or the format's own (300 for print sizes, 96 for pixel sizes).
  public init(candidate: Candidate, preset: Preset, dpi: Double? = nil) {
    self.candidate = candidate
    self.preset = preset
    resolution = dpi ?? preset.format.dpi
  }

  /// Millimetres with bleed.
  private var size: Size {
    let format = preset.format
    return Size(format.size.width + 2 * format.bleed, format.size.height + 2 * format.bleed)
  }

  private var pixels: (width: Int, height: Int) {
    let k = resolution / 25.4
    return (max(1, Int((size.width * k).rounded())), max(1, Int((size.height * k).rounded())))
  }

  /// The record that the file carries.
  public func manifest(seed: UInt64, plan: String) -> SheetManifest {
    let (width, height) = pixels
    let tile = SheetManifest.Tile(
      number: 1, box: SheetPlan.Box(x: 0, y: 0, width: width, height: height), variant: candidate.variant,
      scores: candidate.scores.named)
    return SheetManifest(
      kind: "tile", preset: preset, sources: preset.sources, presetName: preset.name,
      plan: plan, seed: seed, width: width,
      height: height,
      skipped: [], tiles: [tile])
  }

  /// Drawn and finished. Sides over 32767 px are refused by the canvas.
  public func bitmap(_ workshop: Workshop) throws(CanvasError) -> Bitmap {
    let (width, height) = pixels
    return try Helpers.working(workshop.jobs) {
      () throws(CanvasError) in
      try Renderer.bitmap(
        candidate.composition, candidate.design, pixelsPerMillimetre: resolution / 25.4, width: width,
        height: height, includesBleed: true, jobs: workshop.jobs, with: workshop.typesetter)
    }
  }

  /// A PDF or SVG page with bleed; vectors only, so without the finish (a press adds its own).
  public func document(_ kind: DocumentKind, _ typesetter: Typesetter) throws(CanvasError) -> [UInt8] {
    try Renderer.document(candidate.composition, kind, with: typesetter)
  }
}
