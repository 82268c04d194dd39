import Canvas
import Color
import Composition
import Foundation
import Raster
import Testing

@testable import Parameters
@testable import Studio
@testable import Variation

@Suite struct VaryTests {
  private let base = preset()
  private func picks(_ numbers: [UInt32] = [3, 11]) -> [Variant] {
    let sampler = Sampler(base.space, seed: 1, plan: .sobol)
    return numbers.map { sampler.variant(at: $0) }
  }
  private func breeder(_ locks: [String] = [], spread: Double = 0.5, seed: UInt64 = 1) throws -> Breeder {
    Breeder(space: base.space, locks: try Locks(locks, in: base.space), spread: spread, seed: seed)
  }

  @Test(arguments: ["palette", "layout", "art", "type", "finish"])
  func lockedGroupsStayExactly(group: String) throws {
    let (breeder, picks) = (try breeder([group], spread: 1), picks())
    var moved = 0
    for number in 0..<60 {
      for child in [
        breeder.mutation(of: picks[0], number: number),
        breeder.crossover(of: picks[0], and: picks[1], number: number),
      ] {
        guard let child else { continue }
        moved += 1
        #expect(child.lineage!.changed.allSatisfy { !$0.hasPrefix(group + ".") && $0 != "seed \(group)" })
        #expect(child.variant.seed(group) == picks[0].seed(group))
      }
    }
    #expect(moved > 60)
    for step in breeder.steps(from: picks[0], to: picks[1], count: 5) {
      #expect(
        step.variant.changes(from: picks[0]).allSatisfy {
          !$0.hasPrefix(group + ".") && $0 != "seed \(group)"
        })
    }
  }

  @Test func aLockedParameterStaysWithItsComponent() throws {
    let breeder = try breeder(["art.size"], spread: 1)
    let sampler = Sampler(base.space, seed: 1, plan: .sobol)
    let pick = try #require((0..<200).lazy.map { sampler.variant(at: $0) }.first { $0["art.size"] != nil })
    for number in 0..<80 {
      guard let child = breeder.mutation(of: pick, number: number) else { continue }
      #expect(child.variant["art.size"] == pick["art.size"])
      #expect(child.variant["art.kind"] == pick["art.kind"])
    }
  }

  @Test func lockedPalettesAreTheParentsExactly() throws {
    let (breeder, pick) = (try breeder(["palette"], spread: 1), picks()[0])
    let palette = try Design(pick).palette(base)
    for number in 0..<20 {
      guard let child = breeder.mutation(of: pick, number: number) else { continue }
      #expect(try Design(child.variant).palette(base) == palette)
    }
  }

  /// With everything but the art locked, type that stands beside the art keeps every pixel.
  @Test func lockedTypeBesideTheArtStays() throws {
    let breeder = try breeder(["layout", "palette", "type", "finish"], spread: 1)
    let typesetter = Typesetter()
    var beside = 0
    for pick in picks([3, 4, 7, 11]) {
      let before = try #require(try? Design(pick).compose(base, with: typesetter))
      let old = try Sight(before, typesetter)
      for number in 0..<3 {
        let child = try #require(breeder.mutation(of: pick, number: number))
        #expect(child.lineage!.changed.allSatisfy { $0.hasPrefix("art.") || $0 == "seed art" })
        let new = try Sight(try Design(child.variant).compose(base, with: typesetter), typesetter)
        #expect(new.whole != old.whole, "the art moves")
        for i in old.whole.indices where !old.isArt[i] && !new.isArt[i] && (old.isType[i] || new.isType[i]) {
          beside += 1
          #expect(old.whole[i] == new.whole[i])
        }
      }
    }
    #expect(beside > 2000, "there is type beside art to look at: \(beside) pixels")
  }

  /// What is where on a page.
  private struct Sight {
    let whole: [UInt32]
    let isArt: [Bool]
    let isType: [Bool]

    init(_ composition: Composition, _ typesetter: Typesetter) throws {
      let view = View(scale: 0.6, width: 178, height: 252)
      let whole = try Renderer.draw(composition, view, with: typesetter).pixels
      /// Where a role paints anything, over white and over black.
      func painted(_ role: LayerRole) throws -> [Bool] {
        let grounds = [0xffff_ffff, 0xff00_0000].map { Bitmap(width: 178, height: 252, fill: $0) }
        let drawn = try grounds.map {
          try Renderer.draw(composition, view, roles: [role], over: $0, with: typesetter).pixels
        }
        return whole.indices.map { drawn[0][$0] != 0xffff_ffff || drawn[1][$0] != 0xff00_0000 }
      }
      self.whole = whole
      (isArt, isType) = (try painted(.artwork), try painted(.type))
    }
  }

  @Test func spreadIsHowFarChildrenGo() throws {
    func mean(_ spread: Double) throws -> Double {
      let (breeder, pick) = (try breeder(spread: spread), picks()[0])
      let (typesetter, metric) = (Typesetter(), Metric(Variety.usual))
      let own = try Proxy.make(pick, base, typesetter).get().descriptor
      let distances = (0..<24).compactMap { number -> Float? in
        let child = breeder.mutation(of: pick, number: number)?.variant
        let proxy = child.flatMap { try? Proxy.make($0, base, typesetter).get() }
        return proxy.map { metric.distance($0.descriptor, own) }
      }
      return Double(distances.reduce(0, +)) / Double(distances.count)
    }
    let (near, middle, far) = (try mean(0), try mean(0.4), try mean(1))
    #expect(near < middle && middle < far && far > 2 * near, "\(near) \(middle) \(far)")
  }

  @Test func crossoversTakeWholeGroups() throws {
    let (breeder, picks) = (try breeder(), picks())
    var children = 0
    for number in 0..<40 {
      guard let child = breeder.crossover(of: picks[0], and: picks[1], number: number) else { continue }
      children += 1
      for family in Family.planned {
        let own = child.variant.values.filter { $0.name.hasPrefix(family.group + ".") }
        let sources = picks.map { pick in pick.values.filter { $0.name.hasPrefix(family.group + ".") } }
        #expect(sources.contains(own))
      }
    }
    #expect(children > 20)
  }

  @Test func stepsBeginAndEndAtThePicks() throws {
    let (breeder, picks) = (try breeder(), picks())
    let steps = breeder.steps(from: picks[0], to: picks[1], count: 9).map(\.variant)
    #expect(steps.first == picks[0] && steps.last == picks[1])
    let changes = steps.map { $0.changes(from: picks[0]).count }
    #expect(changes == changes.sorted() && Set(changes).count >= 4, "\(changes)")
  }

  @Test func sheetsBeginWithThePicksAndRepeat() throws {
    let plan = VaryPlan(picks: picks(), manner: .around, locks: .none, spread: 0.4)
    let sheets = try [1, 2].map { jobs in
      try plan.run(base, count: 8, seed: 5, in: Workshop(jobs: jobs)).tiles
    }
    #expect(sheets[0].map(\.variant) == sheets[1].map(\.variant))
    let tiles = sheets[0]
    #expect(tiles.count == 8 && Set(tiles.map(\.variant.id)).count == 8)
    #expect(tiles.prefix(2).map(\.variant) == picks() && tiles[0].lineage?.manner == .pick)
    for tile in tiles.dropFirst(2) {
      let lineage = try #require(tile.lineage)
      let parent = try #require(picks().first { $0.id == lineage.parents[0] })
      #expect(tile.variant.changes(from: parent) == lineage.changed && !lineage.changed.isEmpty)
    }
  }

  @Test func unknownLocksAreErrors() {
    let error = #expect(throws: SweepError.self) { try Locks(["palete"], in: base.space) }
    #expect(error?.description.contains("did you mean 'palette'") == true)
  }

  @Test func locksOfASheetHoldAllTiles() throws {
    let locks = try Locks(["palette", "layout.kind"], in: base.space)
    let tiles = try Planner(base, seed: 3, plan: .sobol, locks: locks)
      .run(count: 6, in: Workshop(jobs: 2)).tiles
    #expect(tiles.count == 6)
    for tile in tiles {
      #expect(tile.variant["layout.kind"] == tiles[0].variant["layout.kind"])
      #expect(try tile.design.palette(base) == tiles[0].design.palette(base))
    }
    #expect(Set(tiles.map { $0.variant.component(.generator) }).count > 2)
  }

  @Test func conditionsHoldForEveryTile() throws {
    var preset = base
    preset.condition = try Condition("textContrast >= 6.5 && art.kind != rays")
    let tiles = try Planner(preset, seed: 1, plan: .sobol).run(count: 5, in: Workshop(jobs: 2)).tiles
    #expect(tiles.count == 5)
    #expect(tiles.allSatisfy { $0.scores.textContrast >= 6.5 && $0.variant.component(.generator) != "rays" })
    preset.condition = try Condition("art.kind == arcs && art.kind == rays")
    let error = #expect(throws: PlanError.self) {
      try Planner(preset, seed: 1, plan: .sobol).run(count: 1, in: Workshop(jobs: 2))
    }
    #expect(error?.description.contains("in the closest, art.kind is ") == true)
  }

  @Test func sweepsNarrowOtherPlans() throws {
    let sweep = try Sweep("art.kind=arcs,weave", in: base.space)
    let tiles = try Planner(base, seed: 1, plan: .sobol, sweeps: [sweep])
      .run(count: 6, in: Workshop(jobs: 2)).tiles
    #expect(Set(tiles.map { $0.variant.component(.generator) }) == ["arcs", "weave"])
  }
}
