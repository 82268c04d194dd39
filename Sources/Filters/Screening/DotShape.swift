import CVector
import Parameters
import Raster

/// What a screen's dots look like as they grow.
enum DotShape: String, ParameterOption {
  /// Round in the lights, a checkerboard at half tone, round holes in the shadows.
  case round
  /// Dots that join to chains before they close.
  case ellipse
  case line
  case diamond
  case square
  /// Four-pointed stars.
  case cross

  var form: DotForm {
    switch self {
    case .round: .waves(second: 1)
    case .ellipse: .waves(second: 0.62)
    case .line: .waves(second: 0)
    case .diamond: .facets(far: 1, near: 1)
    case .square: .facets(far: 1, near: 0)
    case .cross: .facets(far: 1, near: 3)
    }
  }
}

/// A spot function: ink lies where it is below a threshold. Its slope is known in closed form, so that the
/// share of a pixel that ink covers is, too.
enum DotForm: Equatable, Sendable {
  /// -(cos 2πu + second · cos 2πv), the cosine spot of round and elliptic dots and of lines.
  case waves(second: Float)
  /// far · max + near · min of the distances to the middle along both axes.
  case facets(far: Float, near: Float)
}

/// Eight values of a spot function and how far it moves over the width of a pixel.
struct SpotLanes {
  let value: Lanes
  let width: Lanes
}

extension DotForm {
  /// Places along the screen's axes and the width of a pixel are in cells.
  @inline(__always)
  static func waves(_ u: Lanes, _ v: Lanes, second: Float, span: Float) -> SpotLanes {
    let (a, b) = (f32x8_cos_turns(u), f32x8_cos_turns(v) * second)
    let turn = 2 * Float.pi * span
    // Where the slope is 0 the curvature takes over: half a pixel from an extreme.
    let rest = Lanes(repeating: turn * turn * (1 + second * second) + turn * turn * turn * turn * 0.06)
    let squares = f32x8_fma(a, a, b * b)
    return SpotLanes(
      value: -a - b, width: f32x8_sqrt(f32x8_fma(squares, Lanes(repeating: -turn * turn), rest)))
  }

  @inline(__always)
  static func facets(_ u: Lanes, _ v: Lanes, far: Float, near: Float, span: Float) -> SpotLanes {
    let (p, q) = (f32x8_from_whole(u), f32x8_from_whole(v))
    let value = f32x8_fma(f32x8_min(p, q), Lanes(repeating: near), f32x8_max(p, q) * far)
    // Along its diagonal a pixel is 1.4 wide; a mean of both keeps straight edges from beating with the
    // pixels.
    let slope = (far * far + near * near).squareRoot()
    return SpotLanes(value: value, width: Lanes(repeating: span * slope * 1.25))
  }

  /// One spot function for eight places.
  func spot(_ u: Lanes, _ v: Lanes, span: Float) -> SpotLanes {
    switch self {
    case .waves(let second): Self.waves(u, v, second: second, span: span)
    case .facets(let far, let near): Self.facets(u, v, far: far, near: near, span: span)
    }
  }
}
