import CVector
import Composition
import Parameters
import Raster

/// Light that crept in at an edge, as through the back of a camera that does not close.
///
/// A few large soft shapes grow from one edge and fade long before the middle. Leaking light reaches the red layer of
/// a film first and the blue one last, each by its own saturating curve 1 - exp(-exposure): so the glow runs from
/// deep red over orange to pale yellow where it is strongest. It is added to linear light like a second exposure
/// (a screen), which never clips.
public struct LightLeak: Filter {
  public static let name = "light-leak"
  public static let summary = "a warm glow creeping in from an edge, as on old film"
  public static let reach = FilterReach.page

  var strength = 0.5
  var size = 0.5
  var warmth = 0.5

  public static let parameters: [Parameter<LightLeak>] = [
    .real("strength", \.strength, 0...1, "how much light gets in"),
    .real("size", \.size, 0...1, "how far it reaches into the picture"),
    .real("warmth", \.warmth, 0...1, "from pale gold to deep red"),
  ]

  public init() {}

  /// See `Filter`.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture {
    guard strength > 0, picture.width > 0, picture.height > 0 else { return picture }
    let field = LeakField(self, width: picture.width, height: picture.height, stream: context.stream)
    return picture.mapLight(LeakKernel(field, width: picture.width), jobs: context.jobs)
  }
}

/// Adds the light of a field to rows.
private struct LeakKernel: LightKernel {
  private let field: LeakField
  private let columns: StretchColumns
  private var red: [Float]
  private var green: [Float]
  private var blue: [Float]

  init(_ field: LeakField, width: Int) {
    self.field = field
    columns = StretchColumns(from: field.red.width, to: width, step: field.step)
    red = [Float](repeating: 0, count: Rows.padded(width))
    (green, blue) = (red, red)
  }

  mutating func apply(to light: inout LightRow, y: Int) {
    field.red.stretchRow(y, columns, into: &red)
    field.green.stretchRow(y, columns, into: &green)
    field.blue.stretchRow(y, columns, into: &blue)
    let (red, green, blue) = (red, green, blue)
    light.update { x, source in
      @inline(__always) func screen(_ light: Lanes, _ leak: [Float]) -> Lanes {
        f32x8_fma(Lanes(repeating: 1) - light, leak.span.lanes(at: x), light)
      }
      return LightLanes(screen(source.red, red), screen(source.green, green), screen(source.blue, blue))
    }
  }
}
