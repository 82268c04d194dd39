import Canvas
import Composition
import Parameters
import Testing

@testable import Studio

/// What every component must hold to, whoever adds it.
@Suite struct CatalogTests {
  @Test(arguments: Family.allCases)
  func namesAreUniqueAndPlain(family: Family) {
    let names = Catalog.entries(of: family).map(\.name)
    #expect(!names.isEmpty && Set(names).count == names.count)
    for name in names { #expect(name.wholeMatch(of: #/[a-z]+(-[a-z0-9]+)*/#) != nil, "\(name)") }
  }

  @Test func declarationsAreSound() {
    for entry in Catalog.entries {
      let what: Comment = "\(entry.family) \(entry.name)"
      #expect(Set(entry.parameters.map(\.name)).count == entry.parameters.count, what)
      #expect(!entry.summary.isEmpty && !entry.summary.hasSuffix("."), what)
      for parameter in entry.parameters {
        #expect(parameter.domain.contains(parameter.defaultValue), "\(entry.name).\(parameter.name)")
        #expect(
          !parameter.summary.isEmpty && !parameter.summary.hasSuffix("."), "\(entry.name).\(parameter.name)")
        #expect(!parameter.name.contains("."), "\(entry.name).\(parameter.name)")
        if case .real(let r, .log) = parameter.domain {
          #expect(r.lowerBound > 0, "\(entry.name).\(parameter.name)")
        }
        guard let condition = parameter.condition else { continue }
        let other = entry.parameters.first { $0.name == condition.parameter }
        for value in condition.values {
          #expect(
            other?.domain.contains(.choice(value)) == true, "\(entry.name).\(parameter.name) while \(value)")
        }
      }
    }
  }

  /// A selector such as `type.pair` is a name of its own and never a parameter's.
  @Test func selectorsAreFree() {
    for entry in Catalog.entries {
      #expect(!entry.parameters.contains { "\(entry.family.group).\($0.name)" == entry.family.selector })
    }
    #expect(Set(Family.allCases.map(\.group)).count == Family.allCases.count)
  }

  /// Parameters of one name must agree on their kind across a family: a preset sets them together.
  @Test func sharedNamesAgree() {
    for family in Family.allCases {
      var kinds: [String: String] = [:]
      for entry in Catalog.entries(of: family) {
        for parameter in entry.parameters {
          let kind = kinds[parameter.name, default: parameter.domain.typeName]
          #expect(kind == parameter.domain.typeName, "\(entry.name).\(parameter.name)")
          kinds[parameter.name] = kind
        }
      }
    }
  }

  @Test func everyPairsFontsAreInstalled() throws {
    let typesetter = Typesetter()
    for pair in Catalog.pairs {
      #expect(!pair.families.isEmpty)
      for (family, package) in pair.families {
        #expect(package.wholeMatch(of: #/[a-z0-9][a-z0-9.+-]+/#) != nil, "\(package)")
        try typesetter.require(Font(family), package: package)
      }
      let system = pair.init().system
      let used = [system.display, system.subtitle, system.text, system.strong, system.label].map(
        \.font.family)
      #expect(Set(used).isSubset(of: pair.families.map(\.family)), "\(pair.name) declares every face it uses")
    }
  }
}
