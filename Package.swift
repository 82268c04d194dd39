// swift-tools-version: 6.2
import PackageDescription

// One instruction set for the whole engine: AVX2 and FMA. A constructor in CVector, compiled for the
// baseline, checks the processor first. Contraction is off, so a*b+c rounds twice on every machine.
#if arch(x86_64)
  let machine = ["-march=x86-64-v3"]
#else
  let machine: [String] = []
#endif
let exactC: [CSetting] = [.unsafeFlags(machine + ["-ffp-contract=off", "-O3"])]
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
  .unsafeFlags((machine + ["-ffp-contract=off"]).flatMap { ["-Xcc", $0] }),
]

func module(_ name: String, _ dependencies: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies.map { .byName(name: $0) }, swiftSettings: house)
}

func tests(_ name: String, _ dependencies: [String]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies.map { .byName(name: $0) },
    exclude: [
      "StudioTests": ["Fixtures"], "VariationTests": ["Fixtures"], "SheetsTests": ["Goldens"],
      "ImageFilesTests": ["Fixtures"],
    ][name]
      ?? [], swiftSettings: house)
}

func system(_ name: String, _ pkgConfig: String, apt: String, brew: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt]), .brew([brew])])
}

// Arrows point up this list only: a target imports targets that stand above it.
let package = Package(
  name: "Maquette",
  products: [
    .executable(name: "maquette", targets: ["maquette"]),
    .executable(name: "maquette-bench", targets: ["maquette-bench"]),
    .library(name: "MaquetteSheets", targets: ["Sheets"]),
    .library(name: "MaquetteStudio", targets: ["Studio"]),
    .library(name: "MaquetteRaster", targets: ["Raster", "ImageFiles"]),
  ],
  targets: [
    .target(name: "CVector", cSettings: [.unsafeFlags(["-ffp-contract=off"])]),
    system("CCairo", "cairo", apt: "libcairo2-dev", brew: "cairo"),
    system("CPango", "pangocairo", apt: "libpango1.0-dev", brew: "pango"),
    system("CLibPNG", "libpng", apt: "libpng-dev", brew: "libpng"),
    system("CLibJPEG", "libjpeg", apt: "libjpeg62-turbo-dev", brew: "jpeg-turbo"),
    system("CLCMS", "lcms2", apt: "liblcms2-dev", brew: "little-cms2"),
    .target(
      name: "CPNG", dependencies: ["CLibPNG"], cSettings: exactC,
      linkerSettings: [.linkedLibrary("z")]),
    .target(name: "CJPEG", dependencies: ["CLibJPEG"], cSettings: exactC),
    // Unoptimised code calls libm for square roots and remainders, which are exact on every machine.
    .target(name: "Elementary", swiftSettings: house, linkerSettings: [.linkedLibrary("m")]),
    module("JSON5"),
    module("CSV", ["JSON5"]),
    module("Color", ["Elementary"]),
    module("Geometry", ["Elementary"]),
    module("Parameters", ["Elementary"]),
    module("Raster", ["Color", "CVector", "Elementary"]),
    module("ImageFiles", ["Raster", "CPNG", "CJPEG", "CLCMS"]),
    module("Canvas", ["Raster", "Geometry", "Color", "CCairo", "CPango"]),
    module("Composition", ["Canvas", "Color", "Geometry", "Parameters", "Raster", "Elementary"]),
    module(
      "Palettes",
      ["Composition", "Color", "Parameters", "Raster", "CVector", "Elementary", "JSON5", "CSV"]),
    module("Typefaces", ["Composition", "Canvas", "Parameters"]),
    module(
      "Filters",
      ["Composition", "Canvas", "Color", "Geometry", "Raster", "CVector", "Parameters", "Elementary"]),
    module(
      "Styles",
      ["Filters", "Palettes", "Composition", "Raster", "Color", "Parameters", "Elementary", "JSON5"]),
    module("Artwork", ["Composition", "Canvas", "Color", "Geometry", "Parameters", "Elementary"]),
    module("Materials", ["Raster", "Color", "Geometry", "Parameters", "CVector", "Elementary"]),
    module(
      "Interiors",
      [
        "Materials", "Composition", "Canvas", "Raster", "Color", "Geometry", "Parameters", "CVector",
        "Elementary",
      ]),
    module(
      "Boards",
      [
        "Interiors", "Materials", "Composition", "Canvas", "Raster", "Color", "Geometry", "Parameters",
        "Elementary", "CSV", "JSON5",
      ]),
    module("Layouts", ["Composition", "Canvas", "Color", "Geometry", "Parameters", "Raster"]),
    module(
      "Studio",
      [
        "Styles", "Palettes", "Typefaces", "Filters", "Artwork", "Materials", "Interiors", "Boards",
        "Layouts",
        "Composition", "Canvas", "ImageFiles", "Raster", "Color", "Geometry", "Parameters", "Elementary",
        "JSON5",
      ]),
    module(
      "Variation",
      ["Studio", "Composition", "Canvas", "Color", "Geometry", "Raster", "Parameters", "Elementary"]),
    module(
      "Sheets",
      [
        "Variation", "Studio", "Boards", "Composition", "Canvas", "ImageFiles", "Raster", "Color", "Geometry",
        "Parameters", "JSON5",
      ]),
    .executableTarget(
      name: "maquette",
      dependencies: [
        "Sheets", "Variation", "Studio", "Styles", "Boards", "Palettes", "Composition", "Canvas", "Color",
        "Raster",
        "ImageFiles", "Parameters", "Geometry", "JSON5",
      ],
      swiftSettings: house),
    .executableTarget(
      name: "maquette-bench",
      dependencies: [
        "CVector", "Sheets", "Variation", "Studio", "ImageFiles", "Raster", "Color", "Geometry", "Canvas",
        "Parameters", "Composition", "JSON5", "Palettes", "Filters", "Materials", "Interiors",
      ],
      swiftSettings: house),
    tests("ArchitectureTests", []),
    tests("ElementaryTests", ["Elementary"]),
    .testTarget(
      name: "ColorTests", dependencies: ["Color"], resources: [.copy("Fixtures")], swiftSettings: house),
    tests("GeometryTests", ["Geometry"]),
    tests("CanvasTests", ["Canvas", "Raster", "Geometry", "Color"]),
    tests("ParametersTests", ["Parameters"]),
    tests("ImageFilesTests", ["ImageFiles", "Raster", "CPNG", "CLCMS"]),
    tests(
      "PalettesTests", ["Palettes", "Composition", "Color", "Parameters", "Raster", "ImageFiles", "JSON5"]),
    tests("StylesTests", ["Styles", "Composition", "Color", "Raster", "JSON5"]),
    tests(
      "ArtworkTests", ["Studio", "Composition", "Canvas", "Raster", "Color", "Geometry", "Parameters"]),
    tests("MaterialsTests", ["Materials", "Studio", "Raster", "Color", "Geometry", "Parameters"]),
    tests(
      "InteriorsTests",
      [
        "Studio", "Interiors", "Materials", "Composition", "Canvas", "Raster", "Color", "Geometry",
        "Parameters", "CVector",
      ]),
    tests(
      "LayoutsTests",
      [
        "Layouts", "Studio", "Variation", "ImageFiles", "Raster", "Composition", "Canvas", "Color",
        "Geometry", "Parameters",
      ]),
    tests(
      "BoardsTests",
      [
        "Boards", "Studio", "Variation", "Interiors", "Materials", "Composition", "Canvas", "Raster", "Color",
        "Geometry", "Parameters", "JSON5", "CSV",
      ]),
    tests("JSON5Tests", ["JSON5", "Parameters"]),
    tests(
      "StudioTests",
      [
        "Studio", "Styles", "ImageFiles", "Composition", "Canvas", "Raster", "Color", "Geometry",
        "Parameters", "JSON5",
        "Interiors",
      ]),
    tests(
      "VariationTests",
      ["Variation", "Studio", "Composition", "Canvas", "Color", "Raster", "Parameters", "Elementary"]),
    tests(
      "SheetsTests",
      [
        "Sheets", "Variation", "Studio", "ImageFiles", "Raster", "Canvas", "Composition", "Geometry",
        "Parameters", "JSON5",
      ]),
    tests("RasterTests", ["Raster", "Color", "CVector", "Elementary"]),
    tests(
      "FiltersTests",
      ["Filters", "Raster", "Canvas", "Color", "Geometry", "Parameters", "Composition", "CVector"]),
    tests("CommandTests", []),
  ],
  cLanguageStandard: .c17
)
