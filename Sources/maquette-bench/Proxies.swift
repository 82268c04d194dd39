import Studio
import Variation

extension Task {
  static let proxies = Task(
    name: "proxies", usage: "[COUNT]",
    summary: "what a diverse sheet's candidates cost: layout, artwork, picture, by generator (300)",
    run: { words in
      let count = try rounds(words, default: 300)
      let preset = try DemoSheet.preset()
      let workshop = Workshop(jobs: 1)
      let sampler = Sampler(preset.space, seed: 1, plan: .sobol)
      var costs: [String: Cost] = [:]
      for index in 0..<count {
        let variant = sampler.variant(at: UInt32(index))
        var cost = Cost()
        guard let design = try? Design(variant),
          (try? cost.layout.time { _ = try design.compose(preset, art: .none, with: workshop.typesetter) })
            != nil
        else { continue }
        cost.warm.time { _ = try? design.compose(preset, art: .none, with: workshop.typesetter) }
        cost.composed.time { _ = try? design.compose(preset, art: .sketch, with: workshop.typesetter) }
        cost.proxy.time { _ = Proxy.make(variant, preset, workshop.typesetter) }
        costs[variant.component(.generator), default: Cost()].add(cost)
      }
      var table = Table("generator", "count", "layout ms", "again ms", "artwork ms", "picture ms")
      for (name, cost) in costs.sorted(by: { $0.value.art > $1.value.art }) {
        table.add(
          name, "\(cost.layout.values.count)", shown(cost.layout.total), shown(cost.warm.total),
          shown(cost.art), shown(cost.picture))
      }
      let all = costs.values
      table.add(
        "all", "\(all.reduce(0) { $0 + $1.layout.values.count })",
        shown(all.reduce(0) { $0 + $1.layout.total }), shown(all.reduce(0) { $0 + $1.warm.total }),
        shown(all.reduce(0) { $0 + $1.art }), shown(all.reduce(0) { $0 + $1.picture }))
      print("milliseconds of one thread for all candidates of a generator\n")
      print(table.text)
      return 0
    })
}

/// The times of the stages of some candidates.
private struct Cost {
  var layout = Sample()
  var warm = Sample()
  var composed = Sample()
  var proxy = Sample()

  var art: Double { composed.total - warm.total }
  var picture: Double { proxy.total - composed.total }

  mutating func add(_ other: Cost) {
    layout.add(other.layout)
    warm.add(other.warm)
    composed.add(other.composed)
    proxy.add(other.proxy)
  }
}
