import Canvas
import Color
import Composition
import Geometry
import Raster

/// A small picture of a page without its type, on which the type is measured.
struct PageGround {
  let view: View
  let ground: Bitmap

  init(
    _ composition: Composition, _ design: Design?, with typesetter: Typesetter
  ) throws(CanvasError) {
    let size = composition.page.size
    let scale = design?.isBoard == true ? Scores.boardScale : Scores.proxySide / size.longSide
    view = View(
      scale: scale, width: max(1, Int(size.width * scale)), height: max(1, Int(size.height * scale)))
    ground = try Renderer.ground(composition, design, view, with: typesetter)
  }
}

extension Scores {
  /// Measures a composition after mending what can be mended: type that does not stand out from the pixels under it takes
  /// the colour of the palette, or black or white, that does so most.
  ///
  /// - Parameters:
  ///   - composition: its type may change colour; nothing moves.
  ///   - design: where it came from.
  ///   - typesetter: outlines the type.
  /// - Throws: `CanvasError` if the small picture cannot be drawn.
  /// - Returns: the scores, and how many lines were mended; failures that no colour mends stay in the scores.
  public static func measure(
    mending composition: inout Composition, _ design: Design? = nil, with typesetter: Typesetter
  ) throws(CanvasError) -> (scores: Scores, mended: Int) {
    let small = try PageGround(composition, design, with: typesetter)
    let mended = composition.mendContrast(on: small)
    return (try measure(composition, on: small, with: typesetter), mended)
  }
}

extension Composition {
  /// Recolours lines whose contrast falls short where another colour would do; returns how many.
  fileprivate mutating func mendContrast(on small: PageGround) -> Int {
    var mended = 0
    let candidates = colors + [.black, .white]
    for layer in layers.indices where layers[layer].role == .type {
      for index in layers[layer].marks.indices {
        guard case .text(var mark) = layers[layer].marks[index] else { continue }
        let needed = mark.isDisplay ? 3.0 : 4.5
        func contrast(_ color: SRGB) -> Double {
          var tried = mark
          tried.color = color
          return GroundUnderText(tried, small.ground, scale: small.view.scale).contrast
        }
        guard contrast(mark.color) < needed else { continue }
        let ratios = candidates.map(contrast)
        // The palette's own colours first: black and white only where none of them reads.
        guard let best = ratios.firstIndex(where: { $0 >= needed }) else { continue }
        mark.color = candidates[best]
        layers[layer].marks[index] = .text(mark)
        mended += 1
      }
    }
    return mended
  }
}
