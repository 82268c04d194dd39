import Canvas
import Color
import Composition
import Geometry
import Raster
import Testing

/// Marks that a clip hides are left out before they are drawn; what reaches into it must not be.
@Suite struct ClippedMarksTests {
  private func pixel(_ mark: Mark, atX x: Int) throws -> UInt32 {
    let layer = Layer(.artwork, clips: [.rect(Rect(10, 0, 10, 30))], [mark])
    let canvas = try Canvas(width: 30, height: 30)
    canvas.fill(.rect(Rect(0, 0, 30, 30)), .color(.white))
    Composition(page: Page(size: Size(30, 30)), layers: [layer]).draw(on: canvas, with: Typesetter())
    return try canvas.bitmap().pixels[15 * 30 + x] & 0xff_ffff
  }

  @Test func aWideStrokeReachesIntoItsClip() throws {
    let line = Path.polyline([Point(8, 0), Point(8, 30)])
    #expect(try pixel(.stroke(line, .color(.black), Stroke(8)), atX: 10) == 0)
    #expect(try pixel(.stroke(line, .color(.black), Stroke(8)), atX: 14) == 0xff_ffff)
  }

  @Test func aFillIsCutToItsClip() throws {
    let fill = Mark.fill(.rect(Rect(0, 0, 15, 30)), .color(.black))
    #expect(try pixel(fill, atX: 5) == 0xff_ffff)
    #expect(try pixel(fill, atX: 12) == 0)
    #expect(try pixel(.fill(.rect(Rect(22, 0, 5, 30)), .color(.black)), atX: 15) == 0xff_ffff)
  }
}
