import Elementary
import Parameters
import Raster

extension Press {
  /// How far the plates of red, green and blue light (cyan, magenta and yellow ink) are off, in that order.
  ///
  /// They go apart in three directions, a third of a turn between them give or take, so that the picture as a
  /// whole stays where it is. The plate of green light carries most of what the eye reads as form: it moves least.
  func plates(scale: Double, stream: SeedStream) -> [RowShift] {
    var stream = stream.child("plates")
    let start = stream.unit()
    let reach = Self.reach(misregistration, scale: scale)
    return [0.85, 0.3, 1].enumerated().map { index, share in
      let turn = start + (Double(index) + stream.uniform(in: -0.2...0.2)) / 3
      let far = reach * share * stream.uniform(in: 0.7...1)
      let (sin, cos) = Exact.sincos(turn * 2 * Double.pi)
      return RowShift(x: far * cos, y: far * sin)
    }
  }

  /// The largest shift in pixels. Half a pixel off smears small type over two pixels, so at the scale of a
  /// tile, up to 1.5 px/mm, a third of a pixel is the most; from 2.5 px/mm on nothing is held back.
  static func reach(_ millimetres: Double, scale: Double) -> Double {
    min(millimetres * scale, 0.34 + max(0, scale - 1.5))
  }
}
