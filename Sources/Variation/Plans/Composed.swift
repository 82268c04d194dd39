import Canvas
import Composition
import Parameters
import Studio

/// A variant with its layers, not yet drawn.
package struct Composed: Sendable {
  let design: Design
  let composition: Composition

  /// Composes a variant; refuses what fails the part of the preset's condition that needs no picture.
  static func make(
    _ variant: Variant, _ preset: Preset, _ typesetter: Typesetter
  ) throws(Rejection) -> Composed {
    if let shortfall = preset.condition?.onParameters?.missed({ variant[$0] }) {
      throw .unsatisfied(shortfall)
    }
    do {
      let design = try Design(variant)
      return Composed(design: design, composition: try design.compose(preset, with: typesetter))
    } catch ComposeError.canvas(let error) {
      throw .missingFont(error)
    } catch {
      throw .gate("\(error)", variant)
    }
  }
}
