import Foundation
import Testing

@testable import Parameters
@testable import Studio
@testable import Variation

@Suite struct StreamTests {
  private func ids(_ preset: Preset, count: Int, jobs: Int) throws -> [String] {
    var all: [String] = []
    try Planner(preset, seed: 3, plan: .sobol)
      .stream(count: count, in: Workshop(jobs: jobs), { index, variant in "\(index) \(variant.id)" }) {
        all += $0
      }
    return all
  }

  @Test func variantsComeInOrderForAnyJobs() throws {
    let sampler = Sampler(preset().space, seed: 3, plan: .sobol)
    let first = try ids(preset(), count: 700, jobs: 1)
    #expect(first.count == 700 && first[699] == "699 \(sampler.variant(at: 699).id)")
    #expect(try ids(preset(), count: 700, jobs: 2) == first)
  }

  @Test func conditionsOnParametersArePassedOver() throws {
    var preset = preset()
    preset.condition = try Condition("layout.kind == swiss && textContrast >= 99")
    let sampler = Sampler(preset.space, seed: 3, plan: .sobol)
    for line in try ids(preset, count: 60, jobs: 2) {
      #expect(sampler.variant(at: UInt32(line.split(separator: " ")[0])!).component(.layout) == "swiss")
    }
    preset.condition = try Condition("layout.kind == swiss && layout.kind == band")
    let error = #expect(throws: PlanError.self) { try ids(preset, count: 1, jobs: 2) }
    #expect(error?.description.contains("in the closest, layout.kind is") == true)
  }

  @Test func sizesAreCounted() throws {
    var preset = preset()
    for (name, value) in [
      ("layout.kind", "split"), ("art.kind", "rays"), ("palette.kind", "tonal"), ("type.pair", "inter"),
    ] { try preset.set(name, to: value) }
    func size(_ locks: [String]) throws -> Double { try preset.space.size(Locks(locks, in: preset.space)) }
    let whole = try size([])
    #expect(try whole == size(["layout", "art"]) * size(["palette", "type", "finish"]))
    #expect(try size(["layout", "art", "palette", "type", "finish"]) == 1)
    #expect(Domain.real(0...1, .linear).count == 1001 && Domain.integer(2...5).count == 4)
    // Brute force over one component with a dependent parameter.
    var seen: Set<[String]> = []
    let sampler = Sampler(preset.space, seed: 1, plan: .random)
    for index in 0..<400 as Range<UInt32> {
      seen.insert(
        sampler.variant(at: index).values.filter { $0.name.hasPrefix("type.") }.map { "\($0.value)" })
    }
    #expect(try Double(seen.count) <= size(["layout", "art", "palette", "finish"]))
  }
}
