import CVector
import Composition
import Parameters
import Raster

/// Light that falls off towards the corners, as behind a lens.
///
/// The fall follows cos⁴ of the angle to the axis, which for a thin lens is 1 / (1 + r²)², with r growing to the
/// format's own corners; it multiplies linear light, so hues and blacks stay. Warmth lets the blue fall faster than
/// the red, as old glass does.
public struct Vignette: Filter {
  public static let name = "vignette"
  public static let summary = "light falls off softly to the corners, as behind a lens"
  public static let reach = FilterReach.page

  var strength = 0.4
  var clear = 0.35
  var warmth = 0.25

  public static let parameters: [Parameter<Vignette>] = [
    .real("strength", \.strength, 0...1, "how dark the corners are; 1 loses about two stops"),
    .real("clear", \.clear, 0...1, "how far the middle stays untouched"),
    .real("warmth", \.warmth, 0...1, "how much redder the edges are"),
  ]

  public init() {}

  /// See `Filter`.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture {
    guard strength > 0, picture.width > 0, picture.height > 0 else { return picture }
    let kernel = VignetteKernel(self, width: picture.width, height: picture.height)
    return picture.mapLight(kernel, jobs: context.jobs)
  }
}

private struct VignetteKernel: LightKernel {
  private let columns: [Float]
  private let height: Int
  private let clear: Float
  /// r² of the fall in the corners, for red, green and blue.
  private let fall: SIMD3<Float>

  init(_ vignette: Vignette, width: Int, height: Int) {
    columns = (0..<Rows.padded(width)).map { Self.square($0, of: width) }
    self.height = height
    clear = Float(vignette.clear)
    let (strength, warmth) = (vignette.strength, vignette.warmth * 0.3)
    fall = SIMD3(Float(1 - warmth), 1, Float(1 + warmth)) * Float(strength)
  }

  /// The squared distance from the middle, 1/2 at the edge.
  private static func square(_ place: Int, of count: Int) -> Float {
    let t = (Float(place) + 0.5) / Float(count) * 2 - 1
    return t * t / 2
  }

  func apply(to light: inout LightRow, y: Int) {
    let across = columns.span
    let down = Lanes(repeating: Self.square(y, of: height))
    let one = Lanes(repeating: 1)
    light.update { x, source in
      let q = across.lanes(at: x) + down
      // Between r² and r⁶: the higher power stays clear of the middle for longer.
      let r = q * f32x8_fma(q * q - one, Lanes(repeating: clear), one)
      @inline(__always) func dimmed(_ light: Lanes, _ fall: Float) -> Lanes {
        let rise = f32x8_fma(r, Lanes(repeating: fall), one)
        return light / (rise * rise)
      }
      return LightLanes(dimmed(source.red, fall.x), dimmed(source.green, fall.y), dimmed(source.blue, fall.z))
    }
  }
}
