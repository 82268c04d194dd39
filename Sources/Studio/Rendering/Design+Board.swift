import Boards
import Canvas
import Color
import Composition
import Interiors
import Parameters

extension Design {
  /// A concept board of a preset's brief.
  func compose(
    _ board: any BoardLayout, _ preset: Preset, _ palette: Palette, _ typesetter: Typesetter
  ) throws(ComposeError) -> Composition {
    let scheme = try scheme(preset, palette)
    let manner = filter
    let (filtering, colors) = (stream(.filter), palette.colors)
    @Sendable func treated(_ source: any PictureSource) -> any PictureSource {
      FilteredPicture(source: source, filter: manner, stream: filtering, colors: colors)
    }
    let job = BoardJob(
      page: Page(size: preset.format.size, bleed: preset.format.bleed), title: preset.name,
      identity: "Board \(variant.id)", scheme: scheme, type: pair.system, palette: palette,
      typesetter: typesetter, stream: stream(.board), treated: { treated($0) }
    ) { camera in
      treated(ViewPicture(RoomView(scheme.furnishing, surfaces: scheme.surfaces, camera: camera)))
    }
    do {
      var composition = try board.compose(job)
      composition.colors = colors
      return composition
    } catch { throw .layout(error) }
  }

  /// What a variant makes of a preset's brief: every material, paint and piece chosen, the furniture in its place.
  public func scheme(_ preset: Preset, _ palette: Palette) throws(ComposeError) -> Scheme {
    guard let brief = preset.brief else { throw .brief("the preset has no room to make a board of") }
    try checkChoices(brief)
    let variant = variant
    @Sendable func choice(_ name: String) -> String? {
      guard case .choice(let text) = variant[name] else { return nil }
      return text
    }
    let choices = SchemeChoice(
      material: { choice("\(Family.material.group).\($0.rawValue)") },
      paint: { choice("\(Family.material.group).\($0)") },
      furniture: { choice("\(Family.furniture.group).\($0)") })
    do {
      return try Scheme(
        brief, choices, palette: palette, textures: stream(.material), arrangement: stream(.furniture))
    } catch { throw .furnishing(error) }
  }

  /// The schedule of a board: what it shows, key by key, to be ordered.
  public func schedule(_ preset: Preset) throws(ComposeError) -> Schedule {
    Schedule(try scheme(preset, try palette(preset)), board: preset.name)
  }

  /// Manifests from elsewhere are not trusted: every choice must be one that the brief has.
  private func checkChoices(_ brief: BoardBrief) throws(ComposeError) {
    let space = Space.board(brief)
    for family in Family.boarded where family.isOfBrief {
      let slots = space.group(family).components[0].slots
      for named in variant.values
      where named.name.hasPrefix(family.group + ".") && named.name != family.selector {
        let short = named.name.dropFirst(family.group.count + 1)
        guard let slot = slots.first(where: { $0.declaration.name == short }) else {
          throw .brief("the brief has no '\(named.name)'")
        }
        guard slot.declaration.domain.contains(named.value) else {
          throw .brief("\(named.name) = \(named.value) is no choice of the brief")
        }
      }
    }
  }
}

extension Variant {
  /// True if it is a concept board rather than a page.
  public var isBoard: Bool { self[Family.board.selector] != nil }

  /// The families that it chooses from.
  public var families: [Family] { isBoard ? Family.boarded : Family.planned }
}
