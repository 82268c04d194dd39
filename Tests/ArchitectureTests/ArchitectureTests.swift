import Foundation
import Testing

/// The house's plan: who may import whom. Keep in step with the architecture's table and with Package.swift.
private let mayImport: [String: Set<String>] = {
  let families: Set = ["Palettes", "Typefaces", "Filters", "Artwork", "Materials", "Layouts"]
  let ground: Set = [
    "Elementary", "CVector", "Color", "Geometry", "Parameters", "Raster", "Canvas", "Composition",
  ]
  var table: [String: Set<String>] = [
    "CVector": [], "CCairo": [], "CPango": [], "CLibPNG": [], "CPNG": ["CLibPNG"], "CLibJPEG": [],
    "CJPEG": ["CLibJPEG"], "CLCMS": [], "Elementary": [],
    "JSON5": [], "CSV": ["JSON5"],
    "Color": ["CVector", "Elementary"], "Geometry": ["Elementary"], "Parameters": ["Elementary"],
    "Raster": ["Color", "Geometry", "CVector", "Elementary"],
    "ImageFiles": ["Raster", "CPNG", "CJPEG", "CLCMS"],
    "Canvas": ["Raster", "Geometry", "Color", "CCairo", "CPango", "Elementary"],
    "Composition": ["Canvas", "Color", "Geometry", "Parameters", "Raster", "Elementary"],
  ]
  // One family does not see another.
  for family in families { table[family] = ground.union(["JSON5"]) }
  table["Palettes"]!.insert("CSV")
  // A style is measured by what the filters and the palettes measure.
  table["Styles"] = ground.union(["Palettes", "Filters", "JSON5"])
  // A room shows its materials.
  table["Interiors"] = ground.union(["Materials"])
  // A board shows a room and its materials.
  table["Boards"] = ground.union(["Materials", "Interiors", "CSV", "JSON5"])
  table["Studio"] = ground.union(families).union(["Styles", "Interiors", "Boards", "ImageFiles", "JSON5"])
  table["Variation"] = table["Studio"]!.subtracting(families).subtracting(["Interiors", "Boards"]).union([
    "Studio"
  ])
  table["Sheets"] = table["Variation"]!.union(["Variation", "Boards"])
  // The command reaches palette files, words and schedules directly.
  table["maquette"] = table["Sheets"]!.union(["Sheets", "Palettes", "Boards"])
  table["maquette-bench"] = table["maquette"]!.union(families).union(["Interiors", "Boards"])
  return table
}()

/// Modules of the system that the engine may use. Foundation is not among them: it costs every start 20 ms.
private let system: Set = ["Glibc", "Dispatch", "Synchronization"]

@Suite struct ArchitectureTests {
  @Test func everyTargetStandsInThePlan() throws {
    #expect(Set(Package.targets) == Set(mayImport.keys))
    #expect(Set(try Package.declared().keys) == Set(mayImport.keys))
  }

  @Test(arguments: mayImport.keys.sorted())
  func importsPointUpOnly(target: String) {
    let unexpected = Package.imports(of: target).subtracting(system).subtracting(mayImport[target]!)
    #expect(unexpected.isEmpty, "\(target) may not import \(unexpected.sorted())")
  }

  @Test(arguments: mayImport.keys.sorted())
  func declaredAndImportedAgree(target: String) throws {
    let imported = Package.imports(of: target).subtracting(system)
    let declared = try #require(try Package.declared()[target])
    #expect(declared.isSubset(of: mayImport[target]!), "\(target)")
    #expect(
      imported.isSubset(of: declared), "\(target) does not declare \(imported.subtracting(declared).sorted())"
    )
    // C targets include instead of importing; the benchmarks may declare whatever they measure next.
    guard target != "CPNG", target != "CJPEG", target != "maquette-bench" else { return }
    #expect(
      declared.isSubset(of: imported), "\(target) does not use \(declared.subtracting(imported).sorted())")
  }

  @Test func noModuleReachesItself() {
    for target in mayImport.keys {
      var reached: Set<String> = []
      var next = mayImport[target]!
      while !next.isEmpty {
        reached.formUnion(next)
        next = Set(next.flatMap { mayImport[$0]! }).subtracting(reached)
      }
      #expect(!reached.contains(target), "\(target)")
    }
  }

  @Test func filesAreShort() {
    let files = ["Sources", "Tests"].flatMap(Package.swiftFiles)
    #expect(files.count > 100)
    for file in files {
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= 400, "\(file.name) has \(lines) lines")
    }
  }

  /// Sets and dictionaries come in another order in every process; a picture must not depend on it.
  @Test func nothingWalksADictionary() {
    for file in Package.swiftFiles(below: "Sources") {
      let found = file.text.matches(of: #/\bfor\b[^\n]*\bin\b[^\n]*(\.keys|\.values)\s*\{/#).map {
        String($0.0)
      }
      #expect(found.isEmpty, "\(file.name): \(found)")
    }
  }

  @Test func importsAreReadWhateverTheirForm() {
    let text =
      "import A\n@testable import B\nlet import = 1\nimport struct C.D\n  import E\npublic import F\n// import G"
    #expect(Package.importedModules(in: text) == ["A", "B", "C", "E", "F"])
  }
}
