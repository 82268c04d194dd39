import Parameters
import Testing

private let domains: [Domain] = [
  .real(0...1, .linear), .real(-3...7.5, .linear), .real(0.08...0.6, .log), .real(1.2...1.618, .log),
  .real(2...2, .linear), .real(0...360, .linear), .integer(4...8), .integer(-2...2), .integer(3...3),
  .choice(["a"]), .choice(["a", "b", "c"]), .flag,
]

@Suite struct DomainTests {
  @Test(arguments: domains)
  func drawsStayInside(domain: Domain) {
    for step in 0..<1000 {
      let value = domain.value(at: Double(step) / 1000)
      #expect(domain.contains(value), "\(value)")
      // What a caption shows reads back as the same number.
      if case .number(let v) = value { #expect(Double("\(value)") == v) }
    }
    #expect(domain.contains(domain.value(at: 1.0.nextDown)))
  }

  @Test(arguments: domains)
  func positionsUndoDraws(domain: Domain) {
    for step in 0..<100 {
      let unit = Double(step) / 100
      let position = domain.position(of: domain.value(at: unit))
      #expect((-1e-9...1 + 1e-9).contains(position))
      if case .real(let r, _) = domain, r.upperBound > r.lowerBound {
        #expect(abs(position - unit) < 0.003, "\(unit) came back as \(position)")
      }
    }
  }

  @Test func everyChoiceComesEquallyOften() {
    for domain in [Domain.integer(4...8), .choice(["a", "b", "c", "d", "e"])] {
      var counts: [ParameterValue: Int] = [:]
      for step in 0..<1000 { counts[domain.value(at: Double(step) / 1000), default: 0] += 1 }
      #expect(counts.count == 5 && counts.values.allSatisfy { $0 == 200 })
    }
    #expect(Domain.flag.value(at: 0.49) == .flag(false) && Domain.flag.value(at: 0.5) == .flag(true))
  }

  /// Half of a logarithmic range's draws lie below its geometric mean.
  @Test func logarithmicRangesSpreadByRatio() {
    guard case .number(let middle) = Domain.real(1...100, .log).value(at: 0.5) else { return }
    #expect(abs(middle - 10) < 0.11)
  }

  @Test func otherValuesAreOutside() {
    #expect(!Domain.real(0...1, .linear).contains(.number(1.0001)))
    #expect(!Domain.real(0...1, .linear).contains(.number(.nan)))
    #expect(Domain.real(0...1, .linear).contains(.integer(1)))
    #expect(!Domain.integer(0...3).contains(.number(1)) && !Domain.integer(0...3).contains(.integer(4)))
    #expect(!Domain.choice(["a"]).contains(.choice("b")) && !Domain.flag.contains(.choice("true")))
  }
}
