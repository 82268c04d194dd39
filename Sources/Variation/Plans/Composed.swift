import Canvas
import Composition
import Parameters
import Studio

/// A variant with its layers, not yet drawn.
package struct Composed: Sendable {
  let design: Design
  let composition: Composition

  /// True if its artwork is a sketch: good enough to choose by, not to print.
  let isSketch: Bool

  /// Composes a variant, its artwork as a sketch if asked; refuses what fails the part of the preset's condition that
  /// needs no picture.
  static func make(
    _ variant: Variant, _ preset: Preset, sketching: Bool = false, _ typesetter: Typesetter
  ) throws(Rejection) -> Composed {
    if let shortfall = preset.condition?.onParameters?.missed({ variant[$0] }) {
      throw .unsatisfied(shortfall)
    }
    do {
      let design = try Design(variant)
      let isSketch = sketching && design.sketches
      let composition = try design.compose(preset, art: isSketch ? .sketch : .print, with: typesetter)
      return Composed(design: design, composition: composition, isSketch: isSketch)
    } catch ComposeError.canvas(let error) {
      throw .missingFont(error)
    } catch ComposeError.furnishing(let failure) {
      // The room does not take its furniture, whatever the layout.
      throw .rejected("\(failure)")
    } catch {
      throw .gate("\(error)", variant)
    }
  }
}
