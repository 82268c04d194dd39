import JSON5
import Foundation
import ImageFiles
import JSON5
import Raster
import Studio
import Variation

@testable import Sheets

let testsFolder = URL(filePath: #filePath).deletingLastPathComponent()

/// One of the presets that come with the engine.
func preset(_ name: String) throws -> Preset {
  let root = testsFolder.deletingLastPathComponent().deletingLastPathComponent()
  let file = root.appending(path: "Presets/\(name).json")
  return try Preset(bytes: Array(Data(contentsOf: file)), file: file.path())
}

/// A request for a small sheet.
func request(
  _ name: String = "posters/blue-hour", count: Int = 4, seed: UInt64 = 1, plan: Plan = .sobol,
  page: String = "300x400px"
) throws -> SheetRequest {
  let format = try PageFormat(page)
  var request = try SheetRequest(preset: preset(name), page: format, dpi: format.dpi, fileName: "sheet.png")
  (request.count, request.seed, request.source) = (count, seed, .plan(plan))
  return request
}

/// The sheet's file with its record, as the command writes it.
func file(_ sheet: Sheet, jobs: Int = 1) throws -> [UInt8] {
  let record = PNGText(
    keyword: SheetManifest.keyword, text: JSONText.compact(sheet.manifest.json), compressed: true)
  return try encodePNG(sheet.bitmap, PNGEncoding(dotsPerMetre: 3780, texts: [record], jobs: jobs))
}

extension Bitmap {
  /// The pixels of a box.
  func cropped(_ box: SheetPlan.Box) -> Bitmap {
    let rows = (box.y..<(box.y + box.height)).flatMap { y in
      pixels[(y * width + box.x)..<(y * width + box.x + box.width)]
    }
    return Bitmap(width: box.width, height: box.height, pixels: rows)
  }
}
