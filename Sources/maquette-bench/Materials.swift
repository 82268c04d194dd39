import Geometry
import Glibc
import Materials
import Parameters
import Raster
import Studio

extension Task {
  static let materials = Task(
    name: "materials", usage: "[ROUNDS]",
    summary: "each material and each noise, one megapixel, processor time on one core (best of 3)",
    run: { words in
      let rounds = try rounds(words, default: 3)
      var noises = Table("noise, one row at a time", "ms/MP", "million samples/s")
      for (name, kind) in noiseKinds { measure(name, kind, rounds, &noises) }
      measurePhasor(rounds, &noises)
      print(noises.text + "\n")
      var table = Table("material, 1 MP at its own detail", "ms", "px/mm", "repeat mm")
      for type in Catalog.materials { measure(type.init(), rounds, &table) }
      print(table.text)
      return 0
    })
}

/// Beside it on the same core: FastNoiseSIMD (`pip install pyfastnoisesimd`, 0.4.2, AVX-512 chosen at run time) fills a
/// 3-D grid of one layer, for it has no 2-D noise, with 455 million samples of Perlin and 435 of simplex noise a second;
/// our gradient noise, 2-D and periodic, 284 to 291 with AVX2.
private let noiseKinds: [(String, NoiseKind)] = [
  ("gradient", .gradient), ("value", .value), ("Worley F2-F1", .difference),
  ("fractal, 6 octaves", .fractal(octaves: 6)), ("ridged, 6 octaves", .ridged(octaves: 6)),
  ("fractal, 6 octaves, warped", .warped(octaves: 6, reach: 1)),
]

/// Milliseconds of this process's own time: the machine may be busy with other things.
private func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
}

private func best(of rounds: Int, _ body: () -> Void) -> Double {
  (0..<rounds).map { _ in
    let start = processorTime()
    body()
    return processorTime() - start
  }.min()!
}

private func measure(_ name: String, _ kind: NoiseKind, _ rounds: Int, _ table: inout Table) {
  let noise = LatticeNoise(columns: 64, rows: 64, seed: 7)
  var row = [Float](repeating: 0, count: 1000)
  let time = best(of: rounds) {
    for y in 0..<1000 {
      var span = row.mutableSpan
      noise.fill(&span, kind, x: 0.1, step: 1 / 16, y: Float(y) / 16)
    }
  }
  table.add(name, shown(time), "\(Int(1000 / time))")
}

/// Phasor noise is no kind that rows are filled with: surfaces ask for it lane by lane.
private func measurePhasor(_ rounds: Int, _ table: inout Table) {
  let noise = LatticeNoise(columns: 64, rows: 64, seed: 7)
  let (ux, uy) = (Lanes(repeating: 0.6), Lanes(repeating: 0.8))
  let lanes = Lanes(0, 1, 2, 3, 4, 5, 6, 7) * (1.0 / 16)
  var sum = Lanes()
  let time = best(of: rounds) {
    for y in 0..<1000 {
      for x in stride(from: 0, to: 1000, by: 8) {
        let place = lanes + Float(x) / 16
        sum += noise.phasor(place, Lanes(repeating: Float(y) / 16), frequency: 4, ux: ux, uy: uy).sine
      }
    }
  }
  precondition(sum[0].isFinite)
  table.add("phasor", shown(time), "\(Int(1000 / time))")
}

private func measure(_ material: some Material, _ rounds: Int, _ table: inout Table) {
  let detail = type(of: material).detail
  let grid = material.grid(pixelsPerMillimetre: detail, width: 1000, height: 1000)
  let job = MaterialJob(grid: grid, stream: SeedStream(seed: 1, path: "material"))
  let time = best(of: rounds) { _ = material.bitmap(job) }
  let size = "\(Int(material.tile.width.rounded())) x \(Int(material.tile.height.rounded()))"
  table.add(type(of: material).name, shown(time), "\((detail * 10).rounded() / 10)", size)
}
