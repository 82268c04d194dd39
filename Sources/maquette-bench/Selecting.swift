import Studio
import Variation

extension Task {
  static let selecting = Task(
    name: "selecting", usage: "[ROUNDS]", summary: "what choosing 24 of 512 descriptors takes (median of 20)",
    run: { words in
      let rounds = try rounds(words, default: 20)
      let preset = try DemoSheet.preset()
      let sampler = Sampler(preset.space, seed: 1, plan: .sobol)
      let pool = Workshop(jobs: Workshop.cores).map(600) { index, typesetter in
        try? Proxy.make(sampler.variant(at: UInt32(index)), preset, typesetter).get()
      }.compactMap { $0 }.prefix(512)
      var sample = Sample()
      for _ in 0..<rounds {
        sample.time {
          var selection = Selection(Array(pool), .standard)
          for _ in 0..<24 { _ = selection.next() }
        }
      }
      print("24 of \(pool.count) descriptors: \(shown(sample.median)) ms (least \(shown(sample.least)))")
      return 0
    })
}
