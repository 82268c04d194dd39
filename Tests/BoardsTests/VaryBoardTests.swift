import Composition
import Parameters
import Testing

@testable import Boards
@testable import Studio
@testable import Variation

/// The loop of picking and varying, on boards.
@Suite struct VaryBoardTests {
  private func children(locks: [String]) throws -> (parent: Variant, children: [Variant], preset: Preset) {
    let preset = try Sample.preset()
    let parent = Sampler(preset.space, seed: 1, plan: .sobol, locks: .none).variant(at: 3)
    let breeder = Breeder(
      space: preset.space, locks: try Locks(locks, in: preset.space), spread: 0.8, seed: 1)
    return (parent, (0..<12).compactMap { breeder.mutation(of: parent, number: $0)?.variant }, preset)
  }

  private func values(_ variant: Variant, _ group: String) -> [String] {
    variant.values.filter { $0.name.hasPrefix(group + ".") }.map { "\($0.name)=\($0.value)" }
  }

  /// What is locked stays, its randomness too; something else moves.
  @Test(arguments: [("palette", "palette"), ("materials", "material"), ("furniture", "furniture")])
  func locksHold(lock: String, group: String) throws {
    let (parent, children, _) = try children(locks: [lock])
    #expect(children.count >= 8)
    for child in children {
      #expect(values(child, group) == values(parent, group) && child.seed(group) == parent.seed(group))
      #expect(child.id != parent.id)
    }
  }

  @Test func withoutLocksMaterialsMove() throws {
    let (parent, children, _) = try children(locks: [])
    #expect(children.contains { values($0, "material") != values(parent, "material") })
    #expect(children.contains { values($0, "palette") != values(parent, "palette") })
  }

  /// A view is never painted over by a filter that no draw would get.
  @Test func childrenGetWhatDrawsGet() throws {
    let (_, children, preset) = try children(locks: ["board", "material", "furniture", "palette", "type"])
    let finishes = Set(children.map { $0.component(.filter) })
    #expect(finishes.isSubset(of: ["none", "watercolour"]) && finishes.count == 2)
    #expect(preset.space.group(.filter).components.count > 20)
  }

  /// Whatever moves, the board's keys are those of its schedule, and the schedule says what the variant chose.
  @Test func schedulesFollowTheChildren() throws {
    let (_, children, preset) = try children(locks: ["palette"])
    for child in children.prefix(4) {
      let design = try Design(child)
      guard let board = try? design.compose(preset, with: Sample.typesetter) else { continue }
      let schedule = try design.schedule(preset)
      #expect(Set(board.keys) == Set(schedule.keys))
      let textile = try #require(schedule.entries.first { $0.key == "M2" })
      #expect(child["material.textile"] == .choice(textile.finish))
    }
  }
}
