import Raster

extension Task {
  static let kernels = Task(
    name: "kernels", usage: "[ROUNDS] [NAME...]",
    summary:
      "speed of the pixel kernels at 1, 10 and 100 megapixels, two threads (cost per pixel stays flat)",
    run: { words in
      let rounds = try rounds(Array(words.prefix(1)), default: 3)
      let names = words.dropFirst()
      var table = Table("kernel, MP/s", "1 MP", "10 MP", "100 MP")
      for kernel in Kernel.all where kernel.name != "nothing" && (names.isEmpty || names.contains(kernel.name)) {
        let speeds = [(1250, 800), (4000, 2500), (12500, 8000)].map { width, height in
          let picture = Picture.shallow(Kernel.picture(width, height))
          var sample = Sample()
          for _ in 0..<rounds { sample.time { kernel.run(picture, 2) } }
          return shown(Double(width * height) / 1000 / sample.median)
        }
        table.add(kernel.name, speeds[0], speeds[1], speeds[2])
      }
      print(table.text)
      return 0
    })

  static let kernel = Task(
    name: "kernel", usage: "NAME",
    summary:
      "one kernel once on 1024 x 512 px and one thread, to count its instructions: valgrind --tool=callgrind",
    run: { words in
      guard words.count == 1, let kernel = Kernel.all.first(where: { $0.name == words[0] }) else {
        throw Misuse("name one of: " + Kernel.all.map(\.name).joined(separator: ", "))
      }
      kernel.run(.shallow(Kernel.picture(1024, 512)), 1)
      return 0
    })
}

/// A kernel that can be measured.
///
/// Instructions a pixel (callgrind on 1024 x 512 px, opaque, what `nothing` takes subtracted): rows 34,
/// blur-2 92, blur-8 86, sharpen 102, edge-preserving 207, lanczos-half 75, area-quarter 28, guided 180.
struct Kernel: Sendable {
  let name: String
  let run: @Sendable (Picture, Int) -> Void

  static let all = [
    Kernel(name: "nothing") { _, _ in },
    Kernel(name: "rows") { _ = $0.mapRows(jobs: $1) { _, _, _ in } },
    Kernel(name: "blur-2") { _ = $0.blurred(sigma: 2, jobs: $1) },
    Kernel(name: "blur-8") { _ = $0.blurred(sigma: 8, jobs: $1) },
    Kernel(name: "blur-100") { _ = $0.blurred(sigma: 100, jobs: $1) },
    Kernel(name: "sharpen") { _ = $0.sharpened(sigma: 1.5, amount: 1, threshold: 0.01, jobs: $1) },
    Kernel(name: "edge-preserving") {
      _ = $0.edgePreserved(DomainTransform(spatial: 60, range: 0.4), jobs: $1)
    },
    Kernel(name: "lanczos-half") {
      _ = $0.resized(width: $0.width / 2, height: $0.height / 2, .lanczos3, jobs: $1)
    },
    Kernel(name: "area-quarter") {
      _ = $0.resized(width: $0.width / 4, height: $0.height / 4, .area, jobs: $1)
    },
    Kernel(name: "guided") { picture, jobs in
      let plane = Plane(width: picture.width, height: picture.height, fill: 0.5)
      _ = GuidedFilter(guide: plane, radius: 16, epsilon: 1e-3, jobs: jobs).apply(to: plane, jobs: jobs)
    },
  ]

  /// A slope with noise, so that nothing is flat.
  static func picture(_ width: Int, _ height: Int) -> Bitmap {
    var bitmap = Bitmap(width: width, height: height)
    var state: UInt32 = 1
    for i in bitmap.pixels.indices {
      state = state &* 1_664_525 &+ 1_013_904_223
      let noise = state >> 27, slope = UInt32(i % width * 200 / width)
      bitmap.pixels[i] = 0xff00_0000 | (slope + noise) << 16 | (slope / 2 + noise) << 8 | (255 - slope)
    }
    return bitmap
  }
}
