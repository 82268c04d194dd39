import Canvas
import Composition
import Parameters
import Studio

/// A variant composed and seen at a small size: what a choice among many needs to know.
package struct Proxy: Sendable {
  package let variant: Variant
  /// Its layers, if they are fit for print.
  let composed: Composed?
  package let descriptor: Descriptor
  let likeness: Likeness
  /// How it looks, in the order of `Look.allCases`; what a taste may depend on.
  let looks: [Double]
  /// 0...1, see ``Quality``.
  package let quality: Float

  /// True if one takes them for the same at a glance.
  package func looksLike(_ other: Proxy) -> Bool { likeness.isNear(other.likeness, .atAGlance) }

  /// Composes a variant and draws its thumbnail; refuses what fails a gate that needs no larger picture.
  package static func make(
    _ variant: Variant, _ preset: Preset, _ typesetter: Typesetter
  ) -> Result<Proxy, Rejection> {
    Result { () throws(Rejection) in
      let composed = try Composed.make(variant, preset, sketching: true, typesetter)
      if let failure = Scores.failure(of: composed.composition, with: typesetter) {
        throw .gate(failure, variant)
      }
      do throws(CanvasError) {
        return Proxy(variant, composed, try Thumbnail(composed.composition, with: typesetter))
      } catch { throw .missingFont(error) }
    }
  }

  private init(_ variant: Variant, _ composed: Composed, _ thumbnail: Thumbnail) {
    self.variant = variant
    self.composed = composed.isSketch ? nil : composed
    descriptor = Descriptor(variant, composed.composition, thumbnail)
    likeness = Likeness(thumbnail)
    looks = Look.allCases.map { $0.measure(thumbnail) }
    quality = Quality.of(composed.composition, thumbnail)
  }
}
