import Parameters
import Studio
import Testing

@Suite struct ViewMannerTests {
  /// A view must still show what is what, however it is painted over.
  @Test func inkIsDrawnWithAFinePen() throws {
    var preset = try Sample.preset()
    try preset.set("finish.filter", to: "ink")
    let finish = try #require(preset.space.groups.first { $0.family == .filter })
    #expect(finish.components.map(\.entry.name) == ["ink"])
    let weight = try #require(finish.components[0].slots.first { $0.declaration.name == "weight" })
    #expect(weight.opening.value(at: 0) == .number(0.12))
    #expect(weight.opening.value(at: 1) == .number(0.22))
  }
}
