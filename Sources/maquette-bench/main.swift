// Development proof: `maquette-bench FILE.ppm NAME [frame: poster|wide|square]` draws 15 random parameter settings of one generator
// on five palettes. (Convert: python3 -c "from PIL import Image; Image.open('a.ppm').save('a.png')")
import Artwork
import Canvas
import Color
import Composition
import Geometry
import Glibc
import Parameters
import Raster

let generators: [any ArtworkGenerator.Type] = [
  Arcs.self, Contours.self, Strata.self, CutOuts.self, Rays.self, Ribbons.self,
]

struct Scheme {
  let ground: String
  let inks: [String]
  let accent: String
}
let schemes = [
  Scheme(ground: "#0b1d3a", inks: ["#f2e6cf", "#3f7fbf", "#e8b23a", "#e0563a"], accent: "#f2b632"),
  Scheme(ground: "#f3ebdc", inks: ["#1d4fa0", "#e5533d", "#f0b429", "#14213d"], accent: "#e5533d"),
  Scheme(ground: "#3d5a98", inks: ["#f1c27d", "#f26b4f", "#0f1f40", "#f4ede1"], accent: "#f26b4f"),
  Scheme(ground: "#101014", inks: ["#dfe7ef", "#7aa7d9", "#c9b18a"], accent: "#f2c14e"),
  Scheme(ground: "#f6c945", inks: ["#1b2a49", "#d8412f", "#fff6df", "#2f6f6b"], accent: "#d8412f"),
]

func random<T: ArtworkGenerator>(_ type: T.Type, _ stream: inout SeedStream) -> T {
  var values: [String: ParameterValue] = [:]
  for d in T.declarations { values[d.name] = d.domain.value(at: stream.unit()) }
  return T.make { values[$0] }
}

let arguments = CommandLine.arguments
let type = generators.first { $0.name == arguments[2] }!
let shape = arguments.count > 3 ? arguments[3] : "poster"
let size = shape == "wide" ? Size(140, 70) : shape == "square" ? Size(100, 100) : Size(100, 140)
let scale = 3.4
let typesetter = Typesetter()
let (w, h) = (Int(size.width * scale), Int(size.height * scale))
let canvas = try Canvas(width: 5 * w + 60, height: 3 * h + 40)
canvas.fill(.rect(Rect(0, 0, 5000, 5000)), .color(SRGB(hex: "#d9d7d2")!))
let seed = arguments.count > 4 ? UInt64(arguments[4])! : 7
let sides = arguments.count > 5
var stream = SeedStream(seed: seed, path: "proof")
var clock = 0.0
for index in 0..<15 {
  let scheme = schemes[index % 5]
  let frame = Rect(0, 0, size.width, size.height)
  // Rows: no quiet zone, quiet below, quiet above.
  let quiet: Rect? = [nil, Rect(0, size.height * 0.66, size.width, size.height * 0.34), Rect(0, 0, size.width, size.height * 0.3)][index / 5]
  let beside: Rect? = [
    Rect(0, 0, size.width * 0.42, size.height), Rect(size.width * 0.6, 0, size.width * 0.4, size.height),
    Rect(size.width * 0.08, size.height * 0.62, size.width * 0.84, size.height * 0.3),
  ][index / 5]
  let focusBeside = [frame.at(0.7, 0.45), frame.at(0.3, 0.4), frame.at(0.5, 0.3)][index / 5]
  let focus = sides ? focusBeside : [frame.at(0.5, 0.45), frame.at(0.6, 0.33), frame.at(0.4, 0.65)][index / 5]
  let space = ArtSpace(
    frame: frame, focus: focus, quiet: sides ? beside : quiet, ground: SRGB(hex: scheme.ground)!,
    inks: scheme.inks.map { SRGB(hex: $0)! }, accent: SRGB(hex: scheme.accent)!)
  let art = random(type, &stream)
  var t0 = timespec(), t1 = timespec()
  clock_gettime(CLOCK_MONOTONIC, &t0)
  let layers = art.layers(in: space, stream: SeedStream(seed: seed &* 100 &+ UInt64(index) &- 700, path: "art"))
  let composition = Composition(page: Page(size: size), layers: layers)
  canvas.saved { c in
    c.transform(.translation(Double(10 + (index % 5) * (w + 10)), Double(10 + (index / 5) * (h + 10))))
    c.transform(.scale(scale, scale))
    c.clip(to: .rect(frame))
    c.fill(.rect(frame), .color(space.ground))
    composition.draw(on: c, with: typesetter)
  }
  clock_gettime(CLOCK_MONOTONIC, &t1)
  clock = max(clock, Double(t1.tv_sec - t0.tv_sec) * 1e3 + Double(t1.tv_nsec - t0.tv_nsec) / 1e6)
  print(index, type.declarations.map { d in "\(d.name)" }.joined(separator: " "), art)
}
print("slowest tile: \(clock) ms")
let bitmap = try canvas.bitmap()
var bytes = Array("P6 \(bitmap.width) \(bitmap.height) 255\n".utf8)
for p in bitmap.pixels { bytes += [UInt8(p >> 16 & 255), UInt8(p >> 8 & 255), UInt8(p & 255)] }
let file = fopen(arguments[1], "wb")!
fwrite(bytes, 1, bytes.count, file)
fclose(file)
