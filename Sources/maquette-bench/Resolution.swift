import Canvas
import Composition
import Geometry
import Parameters
import Raster
import Studio

extension Task {
  static let resolution = Task(
    name: "resolution", usage: "[ROUNDS]",
    summary:
      "SSIM of 300 px against 2400 px reduced: each generator (drawn settings, the least) and each material",
    run: { words in
      let rounds = try rounds(words, default: 3)
      var table = Table("generator, 300 px against 2400 px", "SSIM at defaults", "least of \(rounds) drawn")
      for type in Catalog.generators { try measure(type, rounds, &table) }
      print(table.text + "\n")
      var materials = Table("material, 300 px against 2400 px of its sample", "SSIM")
      for entry in Catalog.entries(of: .material) {
        let picture = MaterialPicture(entry.name)!
        let (small, large) = (300.0 / picture.sampleSide, 2400.0 / picture.sampleSide)
        let coarse = picture.bitmap(pixelsPerMillimetre: small, width: 300, height: 300, jobs: 2)
        let fine = picture.bitmap(pixelsPerMillimetre: large, width: 2400, height: 2400, jobs: 2)
        materials.add(entry.name, decimal(similarity(coarse, fine)))
      }
      print(materials.text)
      return 0
    })
}

private func decimal(_ v: Double) -> String { "\((v * 1000).rounded() / 1000)" }

private func measure<G: ArtworkGenerator>(_ type: G.Type, _ rounds: Int, _ table: inout Table) throws {
  var stream = SeedStream(seed: 1, path: "resolution/\(G.name)")
  func score(_ values: [String: ParameterValue], _ seed: UInt64) throws -> Double {
    let picture = GeneratorPicture(G.name, seed: seed) { values[$0] }!
    let size = Size(150, 200), typesetter = Typesetter()
    return similarity(
      try picture.bitmap(size, width: 300, height: 400, with: typesetter),
      try picture.bitmap(size, width: 2400, height: 3200, with: typesetter))
  }
  let standard = try score([:], 1)
  let drawn = try (0..<rounds).map { try score(settings(type.declarations, &stream), UInt64($0) + 2) }
  table.add(G.name, decimal(standard), decimal(drawn.min() ?? standard))
}

/// Structural similarity (Wang, Bovik, Sheikh and Simoncelli, 2004) of brightness over windows of 7 x 7 pixels, of a picture
/// and a finer one reduced to its size.
private func similarity(_ coarse: Bitmap, _ fine: Bitmap) -> Double {
  let a = greys(coarse)
  let b = greys(fine.resized(width: coarse.width, height: coarse.height, .area, jobs: 2))
  let (w, h) = (coarse.width, coarse.height)
  let (c1, c2) = (0.0001, 0.0009)
  var (sum, count) = (0.0, 0)
  for y in stride(from: 0, to: h - 7, by: 2) {
    for x in stride(from: 0, to: w - 7, by: 2) {
      var (sa, sb, saa, sbb, sab) = (0.0, 0.0, 0.0, 0.0, 0.0)
      for v in y..<y + 7 {
        for u in x..<x + 7 {
          let (p, q) = (a[v * w + u], b[v * w + u])
          sa += p
          sb += q
          saa += p * p
          sbb += q * q
          sab += p * q
        }
      }
      let (ma, mb) = (sa / 49, sb / 49)
      let (va, vb, cov) = (saa / 49 - ma * ma, sbb / 49 - mb * mb, sab / 49 - ma * mb)
      sum += (2 * ma * mb + c1) * (2 * cov + c2) / ((ma * ma + mb * mb + c1) * (va + vb + c2))
      count += 1
    }
  }
  return sum / Double(count)
}

/// Encoded brightness, 0...1 (Rec. 601's weights, as SSIM is usually measured).
private func greys(_ bitmap: Bitmap) -> [Double] {
  bitmap.pixels.map { pixel in
    let (r, g, b) = (Double(pixel >> 16 & 255), Double(pixel >> 8 & 255), Double(pixel & 255))
    return (0.299 * r + 0.587 * g + 0.114 * b) / 255
  }
}
