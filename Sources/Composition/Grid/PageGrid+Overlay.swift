import Canvas
import Color
import Geometry

extension PageGrid {
  /// The grid as it is shown over a page: columns tinted, rows and the area outlined, every baseline a thread.
  public var overlay: Layer {
    let (field, thread) = (SRGB(hex: "#00a3d9")!, SRGB(hex: "#e0218a")!)
    let weight = baseline * 0.06
    var marks: [Mark] = (0..<columns).map { column in
      .fill(
        .rect(Rect(left(column), area.top, columnWidth, area.height)), .solid(field, alpha: 0.12))
    }
    marks += (0...Int((area.height / baseline).rounded())).map { step in
      let y = area.top + baseline * Double(step)
      return .stroke(
        .polyline([Point(area.left, y), Point(area.right, y)]), .solid(thread, alpha: 0.55), Stroke(weight))
    }
    marks += (0..<rows).map { row in
      .stroke(
        .rect(module(column: 0, row: row, across: columns)), .solid(field, alpha: 0.8), Stroke(weight * 2))
    }
    return Layer(.furniture, marks)
  }
}
