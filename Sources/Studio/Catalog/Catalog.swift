import Artwork
import Boards
import Composition
import Filters
import Interiors
import Layouts
import Materials
import Palettes
import Parameters
import Typefaces

/// All components there are. Adding one is a file in its family's folder and a line here.
public enum Catalog {
  package static let layouts: [any Layout.Type] = [
    Swiss.self, FullBleed.self, Centred.self, Split.self, Stacked.self, Rotated.self, Framed.self, Band.self,
    Corners.self, Programme.self, Circle.self, Cards.self, Editorial.self, Quote.self, Timetable.self,
    Collage.self, Modular.self,
  ]
  package static let generators: [any ArtworkGenerator.Type] = [
    Arcs.self, Contours.self, CutOuts.self, Discs.self, QuarterCircles.self, Rays.self, Rhythm.self,
    Ribbons.self, Strata.self, Weave.self, FlowField.self, Truchet.self, Packing.self, Ridgelines.self,
    Rosette.self, StainedGlass.self, Blocks.self, Marbling.self, Labyrinth.self, Botanical.self,
    Ornament.self,
    Grain.self,
  ]
  package static let palettes: [any PaletteRule.Type] = [
    Harmony.self, Spot.self, Tonal.self, Sectors.self, Duotone.self, Riso.self, Words.self,
  ]
  package static let pairs: [any TypePair.Type] = [
    InterPair.self, GaramondPair.self, SpartanPair.self, BebasPair.self, VollkornPair.self, ManropePair.self,
    AdventorPair.self, LibertinePair.self, StandardPair.self, SlabPair.self, MonoPair.self,
  ]
  package static let filters: [any Filter.Type] = [
    Press.self,
    None.self,
    GaussianBlur.self,
    Kuwahara.self,
    Halftone.self,
    ErrorDiffusion.self,
    Risograph.self,
    Engraving.self,
    OilStrokes.self,
    Watercolour.self,
    LowPoly.self,
    Stipple.self,
    CutOut.self,
    Sharpen.self,
    EdgePreserving.self,
    Tone.self,
    DuotonePrint.self,
    GradientMap.self,
    Vignette.self,
    LightLeak.self,
    FilmGrain.self,
    PaperPrint.self,
    PaletteMapping.self,
    Mosaic.self,
    PixelSort.self,
    Ink.self,
    PencilHatch.self,
    ColorTransfer.self,
    StyleTransfer.self,
    StyleStatistics.self,
  ]

  package static let materials: [any Material.Type] = [
    Wood<Oak>.self, Wood<Walnut>.self, Wood<Ash>.self, Parquet<HerringbonePattern>.self,
    Parquet<ChevronPattern>.self, Parquet<BasketPattern>.self, Parquet<VersaillesPattern>.self, Marble.self,
    Travertine.self, Terrazzo.self, Slate.self, Concrete.self, Plaster.self, Limewash.self,
    CombedPlaster.self, Paint.self,
    Brick.self, GlazedTile<Zellige>.self, GlazedTile<Metro>.self, GlazedTile<Hexagon>.self,
    GlazedTile<Penny>.self, Woven<Linen>.self, Boucle.self, Woven<Tweed>.self, Woven<Houndstooth>.self,
    Woven<Tartan>.self, Velvet.self, Leather.self, Cork.self, Cane.self, BrushedBrass.self,
    BlackenedSteel.self, ReededGlass.self, FrostedGlass.self, Wallpaper.self,
  ]

  package static let pieces: [any FurniturePiece.Type] = [
    Sofa.self, CornerSofa.self, Armchair.self, LoungeChair.self, DiningChair.self, OfficeChair.self,
    Stool.self, Pouf.self, BarStool.self, Bench.self, CoffeeTable.self, SideTable.self, DiningTable.self,
    Desk.self, ConsoleTable.self, Sideboard.self, ChestOfDrawers.self, Nightstand.self, Wardrobe.self,
    Bookcase.self, Bed.self, FloorLamp.self, TableLamp.self, Pendant.self, Rug.self, Plant.self, Mirror.self,
    Picture.self, Curtain.self, KitchenRun.self, KitchenIsland.self, TallUnit.self, ReceptionDesk.self,
  ]

  package static let boards: [any BoardLayout.Type] = [
    GalleryGrid.self, Pinboard.self, EditorialHero.self, SwatchLed.self, PlanLed.self, HorizontalBands.self,
  ]

  /// What is declared about every component, family by family.
  public static let entries: [CatalogEntry] =
    layouts.map { CatalogEntry($0, .layout) } + generators.map { CatalogEntry($0, .generator) }
    + palettes.map { CatalogEntry($0, .palette) } + pairs.map { CatalogEntry($0, .type) }
    + filters.map { CatalogEntry($0, .filter) } + materials.map { CatalogEntry($0, .material) }
    + pieces.map { CatalogEntry($0, .furniture) } + boards.map { CatalogEntry($0, .board) }

  /// The components of a family, in catalogue order.
  public static func entries(of family: Family) -> [CatalogEntry] { entries.filter { $0.family == family } }

  /// The component of that name in a family.
  public static func entry(_ name: String, in family: Family) -> CatalogEntry? {
    entries.first { $0.family == family && $0.name == name }
  }
}

extension Catalog {
  /// The filter of that name with the given values, which must lie in their domains; nil if there is none.
  public static func filter(_ name: String, _ value: (String) -> ParameterValue?) -> (any Filter)? {
    filters.first { $0.name == name }?.make(value)
  }

  /// The material of that name with the given values, which must lie in their domains; nil if there is none.
  public static func material(_ name: String, _ value: (String) -> ParameterValue?) -> (any Material)? {
    materials.first { $0.name == name }?.make(value)
  }
}

extension Catalog {
  /// What is declared about the material that is made from a photo; no entry of its family, since it needs a file.
  public static let photoTiling = CatalogEntry(PhotoTiling.self, .material)
  /// What is declared about such a material in a brief besides.
  package static let photoMaterial = CatalogEntry(PhotoMaterial.self, .material)

  /// The piece of furniture of that name with the given values, which must lie in their domains; nil if there is none.
  public static func piece(_ name: String, _ value: (String) -> ParameterValue?) -> (any FurniturePiece)? {
    pieces.first { $0.name == name }?.make(value)
  }
}

extension Catalog {
  /// The names of the filters that can give their result as shapes.
  public static let vectorFilters: [String] = filters.filter { $0 is any VectorFilter.Type }.map { $0.name }
}

extension CatalogEntry {
  /// How often a preset that does not name the family's component gets this one. All alike, but for filters that
  /// change what a picture is: a page is painted over only if its preset says so, and the room's view on a board stays
  /// plain more often than not.
  func weight(on work: Work) -> Double {
    guard family == .filter else { return 1 }
    switch work {
    case .page: return [Press.name, None.name].contains(name) ? 1 : 0
    case .board: return [None.name: 2, Watercolour.name: 1][name] ?? 0
    }
  }

  /// What a preset asks for.
  enum Work { case page, board }
}

/// What is declared about a component, free of its type.
public struct CatalogEntry: Sendable {
  public let family: Family
  public let name: String
  public let summary: String
  public let parameters: [ParameterDeclaration]

  /// The name of a component that one brief alone has: its own materials, its own furniture.
  static let scheme = "scheme"

  init(family: Family, name: String, summary: String, parameters: [ParameterDeclaration]) {
    (self.family, self.name, self.summary, self.parameters) = (family, name, summary, parameters)
  }

  private init<C: Component>(of type: C.Type, _ family: Family) {
    self.family = family
    name = C.name
    summary = C.summary
    parameters = C.declarations
  }

  init(_ type: any Component.Type, _ family: Family) {
    func open<C: Component>(_ type: C.Type) -> CatalogEntry { CatalogEntry(of: type, family) }
    self = open(type)
  }
}
