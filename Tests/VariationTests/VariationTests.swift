import Canvas
import Composition
import Foundation

import Testing

@testable import Parameters
@testable import Studio
@testable import Variation

func preset(_ name: String = "posters/blue-hour") -> Preset {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let file = root.appending(path: "Presets/\(name).json")
  return try! Preset(bytes: Array(Data(contentsOf: file)), file: file.path())
}

private func ids(_ plan: Plan, count: Int, seed: UInt64 = 1, jobs: Int = 2) throws -> [String] {
  var planner = Planner(preset(), seed: seed, plan: plan)
  planner.poolSize = 48
  return try planner.run(count: count, in: Workshop(jobs: jobs)).tiles.map(\.variant.id)
}

@Suite struct PlannerTests {
  @Test(arguments: Plan.allCases)
  func tileSevenIsTileSevenForAnyCount(plan: Plan) throws {
    let many = try ids(plan, count: 12)
    #expect(many.count == 12 && Set(many).count == 12)
    for count in [1, 7] { #expect(try ids(plan, count: count) == Array(many.prefix(count))) }
    #expect(try ids(plan, count: 7, seed: 2) != Array(many.prefix(7)))
  }

  @Test func jobsChangeNothing() throws {
    let planned = try [1, 2, 8].map { jobs in
      try Planner(preset(), seed: 3, plan: .sobol).run(count: 10, in: Workshop(jobs: jobs))
    }
    for other in planned.dropFirst() {
      #expect(other.tiles.map(\.variant) == planned[0].tiles.map(\.variant))
      #expect(other.tiles.map(\.scores) == planned[0].tiles.map(\.scores))
      #expect(other.skipped.map(\.reason) == planned[0].skipped.map(\.reason))
      #expect(other.skipped.map(\.count) == planned[0].skipped.map(\.count))
    }
  }

  @Test func everyTilePassesItsGates() throws {
    for tile in try Planner(preset("social/summer-market"), seed: 9, plan: .random)
      .run(count: 12, in: Workshop(jobs: 2)).tiles
    {
      #expect(tile.scores.failure == nil)
      #expect(tile.scores.overlap == 0 && tile.scores.clipped == 0 && tile.scores.textContrast >= 4.5)
      #expect(try tile.scores == Scores.measure(tile.composition, with: Typesetter()))
    }
  }

  @Test func aPresetThatNoLayoutServesIsAnError() throws {
    let word = String(repeating: "Donaudampfschiff", count: 20)
    let text =
      "{ maquette: 1, name: 'N', format: { page: 'A4' }, content: [{ role: 'title', text: '\(word)' }] }"
    let preset = try Preset(bytes: Array(text.utf8), file: "n.json")
    let error = #expect(throws: PlanError.self) {
      try Planner(preset, seed: 1, plan: .sobol).run(count: 2, in: Workshop(jobs: 2))
    }
    #expect(error?.description.contains("title does not fit") == true, "\(error.map { "\($0)" } ?? "")")
  }
}

@Suite struct SamplerTests {
  private let extra = ParameterDeclaration(
    name: "zz-new", domain: .real(0...1, .linear), unit: nil, summary: "new", defaultValue: .number(0.5),
    condition: nil)

  /// The values and seeds of a variant that do not belong to `group`.
  private func others(_ variant: Variant, without group: String) -> [String] {
    variant.values.filter { !$0.name.hasPrefix(group + ".") }.map { "\($0.name)=\($0.value)" }
      + variant.seeds.map { "\($0.group)#\($0.seed)" }
  }

  @Test(arguments: [Plan.sobol, .random], Family.planned)
  func aNewParameterMovesNoOther(plan: Plan, family: Family) {
    let space = preset().space
    var wider = space
    let group = wider.groups.firstIndex { $0.family == family }!
    for c in wider.groups[group].components.indices {
      wider.groups[group].components[c].slots.append(Slot(declaration: extra, opening: .open(extra.domain)))
    }
    let (before, after) = (Sampler(space, seed: 1, plan: plan), Sampler(wider, seed: 1, plan: plan))
    for index in 0..<60 as Range<UInt32> {
      let (old, new) = (before.variant(at: index), after.variant(at: index))
      #expect(others(old, without: family.group) == others(new, without: family.group))
      #expect(old.values == new.values.filter { !$0.name.hasSuffix("zz-new") }, "the group's own stay too")
      #expect(new["\(family.group).zz-new"] != nil)
    }
  }

  @Test(arguments: [Plan.sobol, .random], Family.planned)
  func aNewComponentMovesNoOtherFamily(plan: Plan, family: Family) {
    let space = preset("posters/form-and-light").space
    var narrower = space
    let group = narrower.groups.firstIndex { $0.family == family }!
    narrower.groups[group].components.removeLast(narrower.groups[group].components.count > 1 ? 1 : 0)
    let count = narrower.groups[group].components.count
    narrower.groups[group].weights = AliasTable(weights: [Double](repeating: 1, count: count))!
    let (before, after) = (Sampler(space, seed: 4, plan: plan), Sampler(narrower, seed: 4, plan: plan))
    for index in 0..<40 as Range<UInt32> {
      #expect(
        others(before.variant(at: index), without: family.group)
          == others(after.variant(at: index), without: family.group))
    }
  }

  @Test(arguments: [Plan.sobol, .random])
  func weightsAreRespected(plan: Plan) {
    let sampler = Sampler(preset().space, seed: 1, plan: plan)
    var counts: [String: Double] = [:]
    for index in 0..<1800 as Range<UInt32> {
      counts[sampler.variant(at: index).component(.palette), default: 0] += 1
    }
    // The preset says harmony, tonal, spot: 4, 2, 3.
    for (name, share) in [("harmony", 4.0), ("tonal", 2), ("spot", 3)] {
      #expect(abs(counts[name, default: 0] / 1800 - share / 9) < (plan == .sobol ? 0.01 : 0.04), "\(name)")
    }
  }

  @Test func whatThePresetSaysHolds() throws {
    var preset = preset()
    try preset.set("art.kind", to: "{ choose: ['contours', 'weave'] }")
    try preset.set("finish.grain", to: "0.4")
    let sampler = Sampler(preset.space, seed: 8, plan: .sobol)
    for index in 0..<300 as Range<UInt32> {
      let variant = sampler.variant(at: index)
      #expect(["contours", "weave"].contains(variant.component(.generator)))
      #expect(variant["finish.filter"] == .choice("press") && variant["finish.grain"] == .number(0.4))
      if case .number(let v)? = variant["palette.interval"] { #expect((150...190).contains(v)) }
      if case .choice(let v)? = variant["palette.ground"] { #expect(v != "color") }
      let palette = try Design(variant).palette(preset)
      #expect(([palette.background, palette.accent] + palette.inks).contains(preset.lockedColors[0]))
    }
  }

  @Test func inactiveParametersAreLeftOut() {
    let sampler = Sampler(Space.whole, seed: 1, plan: .random)
    var (with, without) = (0, 0)
    for index in 0..<400 as Range<UInt32> {
      let variant = sampler.variant(at: index)
      for family in Family.planned {
        for declaration in Catalog.entry(variant.component(family), in: family)!.parameters {
          let value = variant["\(family.group).\(declaration.name)"]
          let active =
            declaration.condition.map {
              $0.values.contains(variant["\(family.group).\($0.parameter)"]?.description ?? "")
            } ?? true
          #expect((value != nil) == active, "\(declaration.name)")
          if let value { #expect(declaration.domain.contains(value)) }
          if active { with += 1 } else { without += 1 }
        }
      }
    }
    #expect(with > 0 && without > 0)
  }

  @Test func idsNameTheContent() {
    let sampler = Sampler(Space.whole, seed: 1, plan: .sobol)
    let variants = (0..<500).map { sampler.variant(at: UInt32($0)) }
    #expect(Set(variants.map(\.id)).count >= 499, "25 bits may meet, but rarely")
    #expect(variants.allSatisfy { $0.id.count == 5 && $0.id.allSatisfy { !"01lo".contains($0) } })
    let first = variants[0]
    let reseeded = Variant(values: first.values, seeds: first.seeds.map { .init($0.group, $0.seed &+ 1) })
    #expect(reseeded.id != first.id && Variant(values: first.values, seeds: first.seeds).id == first.id)
  }

  @Test func foreignVariantsAreRefused() {
    let good = Sampler(Space.whole, seed: 1, plan: .sobol).variant(at: 0)
    #expect(throws: Never.self) { try Design(good) }
    func changed(_ name: String, _ value: ParameterValue) -> Variant {
      Variant(values: good.values.filter { $0.name != name } + [.init(name, value)], seeds: good.seeds)
    }
    #expect(throws: DesignError.self) { try Design(changed("layout.kind", .choice("nothing"))) }
    #expect(throws: DesignError.self) { try Design(changed("layout.nothing", .number(1))) }
    #expect(throws: DesignError.self) { try Design(changed("palette.hue", .number(1e9))) }
    #expect(throws: DesignError.self) { try Design(Variant(values: [], seeds: [])) }
  }
}
