import Raster

/// What strokes are guided by.
struct HatchScene: Sendable {
  /// Cover that the strokes are to give, 0...1, `toneStep` pixels a sample.
  let tone: Plane
  let toneStep: Int
  let field: FlowField
  let pressures: HatchTone

  /// A cos 2θ and A sin 2θ of the form at the nearest sample.
  @inline(__always)
  func doubleAngle(_ place: SIMD2<Float>) -> SIMD2<Float> {
    let index = Self.index(place, field.cosine, step: field.step)
    return SIMD2(field.cosine.samples[index], field.sine.samples[index])
  }

  /// How hard a layer's strokes press at a place.
  @inline(__always)
  func pressure(_ place: SIMD2<Float>, layer: Int) -> Float {
    pressures.pressure(tone.samples[Self.index(place, tone, step: toneStep)], layer: layer)
  }

  /// The sample that a place in pixels lies in, or the nearest in the plane.
  @inline(__always)
  private static func index(_ place: SIMD2<Float>, _ plane: Plane, step: Int) -> Int {
    let column = min(max(Int(place.x / Float(step)), 0), plane.width - 1)
    let row = min(max(Int(place.y / Float(step)), 0), plane.height - 1)
    return row * plane.stride + column
  }
}
