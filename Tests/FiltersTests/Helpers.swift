import Composition
import Parameters
import Raster

@testable import Filters

func press(grain: Double = 0, ink: Double = 0, off: Double = 0, size: Double = 0.18) -> Press {
  let values = ["grain": grain, "ink-texture": ink, "misregistration": off, "grain-size": size]
  return Press.make { values[$0].map { .number($0) } }
}

let stream = SeedStream(seed: 4, path: "finish")

func printed(_ filter: Press, _ bitmap: Bitmap, scale: Double = 1.11, jobs: Int = 1) -> Bitmap {
  filter.apply(
    to: .shallow(bitmap), FilterContext(pixelsPerMillimetre: scale, stream: stream, jobs: jobs)
  ).bitmap()
}

/// Any deterministic mixture of colours.
func scene(_ width: Int, _ height: Int) -> Bitmap {
  let pixels = (0..<width * height).map { i in
    UInt32(0xff00_0000) | (UInt32(truncatingIfNeeded: i / 5) &* 0x9E37_79B1) >> 8
  }
  return Bitmap(width: width, height: height, pixels: pixels)
}

func channel(_ bitmap: Bitmap, _ shift: Int) -> [Double] {
  bitmap.pixels.map { Double($0 >> UInt32(shift) & 255) }
}

/// How many pixels differ; a failed test then prints a number, not two pictures.
func differences(_ a: Bitmap, _ b: Bitmap) -> Int {
  guard a.width == b.width, a.height == b.height else { return .max }
  return zip(a.pixels, b.pixels).count { $0 != $1 }
}

func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

func deviation(_ values: [Double]) -> Double {
  let m = mean(values)
  return mean(values.map { ($0 - m) * ($0 - m) }).squareRoot()
}
