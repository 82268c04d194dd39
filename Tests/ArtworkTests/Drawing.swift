import Canvas
import Color
import Composition
import Geometry
import Parameters
import Raster

@testable import Studio

/// Every generator of the catalogue.
let generators = Catalog.generators

/// A generator with every parameter drawn from its whole domain.
func drawn(_ type: any ArtworkGenerator.Type, _ index: Int) -> any ArtworkGenerator {
  func make<Art: ArtworkGenerator>(_ type: Art.Type) -> any ArtworkGenerator {
    var stream = SeedStream(seed: 11, path: "test/\(Art.name)", variant: UInt64(index))
    var values: [String: ParameterValue] = [:]
    for declaration in Art.declarations {
      values[declaration.name] = declaration.domain.value(at: stream.unit())
    }
    return Art.make { values[$0] }
  }
  return make(type)
}

func stream(_ index: Int) -> SeedStream { SeedStream(seed: UInt64(index), path: "art") }

/// Three frames (a whole page, a strip, an inset square), each with and without a quiet zone, on two grounds.
func spaces(_ index: Int) -> [ArtSpace] {
  let frames = [Rect(-3, -3, 303, 426), Rect(0, 230, 297, 150), Rect(40, 60, 120, 120)]
  let isDark = index % 2 == 0
  let ground = SRGB(hex: isDark ? "#0b1d3a" : "#f4efe2")!
  let inks = (isDark ? ["#f3ecd8", "#3f6fae", "#e0a33a"] : ["#1d3a6b", "#d9482b", "#8fae5d", "#22252e"])
    .map { SRGB(hex: $0)! }
  return frames.flatMap { frame -> [ArtSpace] in
    let quiets = [
      Rect(left: frame.left, top: frame.at(0, 0.6).y, right: frame.right, bottom: frame.bottom),
      Rect(left: frame.left, top: frame.top, right: frame.right, bottom: frame.at(0, 0.42).y),
      Rect(left: frame.left, top: frame.top, right: frame.at(0.45, 0).x, bottom: frame.bottom),
    ]
    return [nil, quiets[index % 3]].map { quiet in
      ArtSpace(
        frame: frame, focus: frame.at(0.55, quiet == nil ? 0.5 : index % 3 == 0 ? 0.3 : 0.7), quiet: quiet,
        ground: ground, inks: inks, accent: inks[isDark ? 2 : 1])
    }
  }
}

/// The layers on their ground, clipped to the frame; the frame's long side has 96 pixels.
func picture(_ layers: [Layer], in space: ArtSpace) throws -> (bitmap: Bitmap, scale: Double) {
  let frame = space.frame
  let scale = 96 / frame.size.longSide
  let canvas = try Canvas(width: Int(frame.width * scale), height: Int(frame.height * scale))
  let typesetter = noText
  canvas.saved { canvas in
    canvas.transform(.scale(scale, scale))
    canvas.transform(.translation(-frame.left, -frame.top))
    canvas.fill(.rect(frame.inset(by: -5)), .color(space.ground))
    canvas.clip(to: .rect(frame))
    Composition(page: Page(size: Size(frame.right, frame.bottom)), layers: layers).draw(
      on: canvas, with: typesetter)
  }
  return (try canvas.bitmap(), scale)
}

private let noText = Typesetter()

/// Every number that decides what a layer looks like, for comparing and for finding what is not finite.
func numbers(_ layers: [Layer]) -> [Double] {
  var list: [Double] = []
  func add(_ path: Path) {
    for element in path.elements {
      switch element {
      case .move(let p), .line(let p): list += [p.x, p.y]
      case .curve(let p, let q, let r): list += [p.x, p.y, q.x, q.y, r.x, r.y]
      case .close: list.append(-1)
      }
    }
  }
  func add(_ color: SRGB, _ alpha: Double) { list += [color.red, color.green, color.blue, alpha] }
  func add(_ paint: Paint) {
    switch paint {
    case .solid(let color, let alpha): add(color, alpha)
    case .linear(let p, let q, let stops):
      list += [p.x, p.y, q.x, q.y] + stops.map(\.offset)
      for stop in stops { add(stop.color, stop.alpha) }
    case .radial(let p, let radius, let stops):
      list += [p.x, p.y, radius] + stops.map(\.offset)
      for stop in stops { add(stop.color, stop.alpha) }
    }
  }
  for layer in layers {
    layer.clips.forEach(add)
    for mark in layer.marks {
      switch mark {
      case .fill(let path, let paint):
        add(path)
        add(paint)
      case .stroke(let path, let paint, let stroke):
        add(path)
        add(paint)
        list += [stroke.width] + stroke.dashes
      case .text, .picture, .drawing: list.append(.nan)
      }
    }
  }
  return list
}
