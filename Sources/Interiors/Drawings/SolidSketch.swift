import Canvas
import Color
import Composition
import Geometry

/// Solids as a line drawing: what is nearer covers what lies behind, outer edges are drawn stronger than inner ones.
struct SolidSketch {
  let projection: Projection
  let style: DrawingStyle
  let page: PageScale

  /// The marks of one piece.
  func marks(_ solids: [Solid], _ symbols: [Path] = []) -> [Mark] {
    let shapes = solids.map { (solid: $0, reach: $0.reach(projection)) }.enumerated()
      .sorted { ($0.element.reach, $0.offset) < ($1.element.reach, $1.offset) }
      .map { (finish: $0.element.solid.finish, path: path($0.element.solid)) }
    let silhouette = Stroke(style.outline * 2 - style.line, join: .round)
    let inner = Stroke(style.line, join: .round)
    let outer = shapes.map { Mark.stroke($0.path, .color(style.ink), silhouette) }
    let faces = shapes.flatMap { shape -> [Mark] in
      let fill = style.tint(shape.finish) ?? style.paper
      return [.fill(shape.path, .color(fill)), .stroke(shape.path, .color(style.ink), inner)]
    }
    return outer + faces
      + symbols.map { .stroke($0.transformed(by: page.affine), .color(style.ink), inner) }
  }

  private func path(_ solid: Solid) -> Path {
    .polygon(solid.outline(projection).map(page.apply))
  }
}
