import Canvas
import Color
import Composition
import Elementary
import Geometry

/// Dots of one ink and of one size within a fiftieth, for vector files.
struct DotGroup {
  let ink: SRGB
  let diameter: Double
  private(set) var path = Path()

  /// The groups of dots by ink and size, in the order in which they first come; `scale` is millimetres a pixel.
  static func groups(_ dots: [Dot], scale: Double) -> [DotGroup] {
    var groups: [DotGroup] = []
    var places: [Key: Int] = [:]
    for dot in dots {
      let step = Int((Exact.log(max(1e-6, dot.radius)) * 25).rounded())
      let key = Key(ink: SRGB(dot.ink).packed, step: step)
      let place = places[key] ?? groups.count
      if place == groups.count {
        places[key] = place
        let size = 2 * scale * Exact.exp(Double(step) / 25)
        groups.append(DotGroup(ink: SRGB(dot.ink).quantized, diameter: size))
      }
      let center = dot.center * scale
      groups[place].path.move(to: center)
      groups[place].path.line(to: center)
    }
    return groups
  }

  private struct Key: Hashable {
    let ink: UInt32
    let step: Int
  }

  var mark: Mark { .stroke(path, .color(ink), Stroke(diameter, cap: .round)) }
}
