import ImageFiles
import Sheets
import Studio

/// The sheet that everything is measured with: 36 tiles of `blue-hour` on A4 at 300 dpi.
enum DemoSheet {
  static let presetPath = "Presets/posters/blue-hour.json"

  static func preset() throws -> Preset {
    try Preset(bytes: readFile(presetPath, limit: 1 << 20), file: presetPath)
  }

  static func request() throws -> SheetRequest {
    try SheetRequest(preset: preset(), page: PageFormat("A4"), dpi: 300, fileName: "sheet.png")
  }
}
