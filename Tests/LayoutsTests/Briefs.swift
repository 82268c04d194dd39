import Canvas
import Color
import Composition
import Foundation
import Geometry
import ImageFiles
import Parameters
import Variation

@testable import Studio

let layouts = Catalog.layouts

/// Three presets for hard tests.
let presets: [Preset] = ["posters/blue-hour", "posters/form-and-light", "social/summer-market"].map(preset)

/// A preset that comes with the engine.
func preset(_ name: String) -> Preset {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let file = root.appending(path: "Presets/\(name).json")
  return try! Preset(
    bytes: Array(Data(contentsOf: file)), file: file.path(),
    files: PresetFiles(FolderAccess(besides: file.path())))
}

/// All presets of four folders, and how their language runs.
let allPresets = [
  "posters/white-night", "posters/flohmarkt", "posters/film-week", "social/breathe", "social/feathers",
  "social/poetry-evening", "cards/potter", "cards/vernissage", "cards/bar-minerva", "editorial/slow-bread",
  "editorial/gezeiten", "editorial/winter-programme", "editorial/material-library", "editorial/oak-story",
]

let typesetter = Typesetter()

/// Composes number `index` of a layout's random settings, without artwork: the type is what is tested.
func compose(
  _ layout: any Layout.Type, _ index: Int, for preset: Preset, content: Content? = nil, page: Page? = nil,
  with typesetter: Typesetter = typesetter
) throws -> Composition {
  var space = preset.space
  let group = space.groups.firstIndex { $0.family == .layout }!
  space.groups[group].components = Space.whole.group(.layout).components.filter {
    $0.entry.name == layout.name
  }
  space.groups[group].weights = AliasTable(weights: [1])!
  let design = try Design(Sampler(space, seed: 5, plan: .random).variant(at: UInt32(index)))
  let job = LayoutJob(
    page: page ?? Page(size: preset.format.size, bleed: preset.format.bleed),
    content: content ?? preset.content,
    type: design.pair.system, palette: try design.palette(preset), typesetter: typesetter,
    stream: design.stream(.layout), art: { _ in [] })
  return try design.layout!.compose(job)
}

/// What is wrong with the type of a page, in words.
func faults(_ composition: Composition) -> [String] {
  let page = composition.page
  let safe = page.trim.inset(by: page.size.shortSide / 50 - 1e-6)
  let marks = composition.textMarks
  var list: [String] = []
  for (i, a) in marks.enumerated() {
    if !a.box.width.isFinite || !a.box.height.isFinite { list.append("'\(a.line.text)' has no finite box") }
    if !safe.contains(a.box) { list.append("'\(a.line.text)' (\(a.element)) leaves the safe area") }
    if points(millimetres: a.line.size) < 5.99 {
      list.append("'\(a.line.text)' is set in \(points(millimetres: a.line.size)) pt")
    }
    for b in marks[(i + 1)...] where a.element != b.element || a.line.size != b.line.size {
      if let shared = a.box.intersection(b.box), shared.area > 1e-6 {
        list.append("'\(a.line.text)' (\(a.element)) overlaps '\(b.line.text)' (\(b.element))")
      }
    }
  }
  return list
}
