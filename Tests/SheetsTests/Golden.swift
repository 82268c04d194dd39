import Foundation
import ImageFiles
import Raster
import Testing

/// Compares with the recorded picture; on a difference writes `expected | difference | actual` to a temporary folder.
func expectGolden(_ actual: Bitmap, _ name: String) throws {
  let file = testsFolder.appending(path: "Goldens/\(name).png")
  if ProcessInfo.processInfo.environment["MAQUETTE_RECORD"] != nil {
    try Data(encodePNG(actual, PNGEncoding())).write(to: file)
    Issue.record("recorded \(name).png; run again without MAQUETTE_RECORD")
    return
  }
  let bytes = try? Data(contentsOf: file)
  let expected = try decodePNG(
    Array(try #require(bytes, "\(name).png is missing; record it with MAQUETTE_RECORD=1")))
  guard expected != actual else { return }
  let (count, picture) = difference(expected, actual)
  let folder = FileManager.default.temporaryDirectory.appending(path: "maquette-goldens")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  let shown = folder.appending(path: "\(name).png")
  try Data(encodePNG(sideBySide([expected, picture, actual]), PNGEncoding())).write(to: shown)
  Issue.record("\(name): \(count) of \(actual.pixels.count) pixels differ; see \(shown.path())")
}

/// How many pixels differ, and a picture of by how much: black where equal, at least visible where not.
func difference(_ a: Bitmap, _ b: Bitmap) -> (count: Int, picture: Bitmap) {
  guard a.width == b.width, a.height == b.height else { return (a.pixels.count, a) }
  var picture = Bitmap(width: a.width, height: a.height, fill: 0xff00_0000)
  var count = 0
  for (index, (p, q)) in zip(a.pixels, b.pixels).enumerated() where p != q {
    count += 1
    for shift in [0, 8, 16] as [UInt32] {
      let (x, y) = (Int(p >> shift & 255), Int(q >> shift & 255))
      picture.pixels[index] |= UInt32(x == y ? 0 : min(255, 63 + 4 * abs(x - y))) << shift
    }
  }
  return (count, picture)
}

func sideBySide(_ pictures: [Bitmap]) -> Bitmap {
  let gap = 8
  let width = pictures.reduce(gap * (pictures.count - 1)) { $0 + $1.width }
  var sheet = Bitmap(width: width, height: pictures.map(\.height).max() ?? 0, fill: 0xffff_00ff)
  var left = 0
  for picture in pictures {
    for y in 0..<picture.height {
      for x in 0..<picture.width {
        sheet.pixels[y * width + left + x] = picture.pixels[y * picture.width + x]
      }
    }
    left += picture.width + gap
  }
  return sheet
}
