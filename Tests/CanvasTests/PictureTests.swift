import Canvas
import Color
import Geometry
import Raster
import Synchronization
import Testing

/// Four quarters of plain colour, and what was asked of it.
private final class Quarters: PictureSource {
  struct Asked: Equatable {
    var crop: Rect
    var width: Int
    var height: Int
    var scale: Double
  }
  let asked = Mutex<[Asked]>([])

  func bitmap(crop: Rect, width: Int, height: Int, pixelsPerMillimetre: Double) -> Bitmap {
    asked.withLock {
      $0.append(Asked(crop: crop, width: width, height: height, scale: pixelsPerMillimetre))
    }
    var bitmap = Bitmap(width: width, height: height)
    for y in 0..<height {
      for x in 0..<width {
        let (u, v) = (
          crop.x + crop.width * (Double(x) + 0.5) / Double(width),
          crop.y + crop.height * (Double(y) + 0.5) / Double(height)
        )
        bitmap.pixels[y * width + x] = Self.color(u, v)
      }
    }
    return bitmap
  }

  static func color(_ u: Double, _ v: Double) -> UInt32 {
    switch (u < 0.5, v < 0.5) {
    case (true, true): 0xffff_0000
    case (false, true): 0xff00_ff00
    case (true, false): 0xff00_00ff
    case (false, false): 0xffff_ffff
    }
  }
}

@Suite struct PictureTests {
  @Test func fillsItsFrameAtTheCanvasResolution() throws {
    let source = Quarters()
    let canvas = try Canvas(width: 8, height: 6)
    canvas.transform(.scale(2, 2))
    canvas.draw(source, crop: Rect(0, 0, 1, 1), in: Rect(1, 1, 2, 1))
    let pixels = try canvas.bitmap().pixels
    #expect(source.asked.withLock { $0 } == [.init(crop: Rect(0, 0, 1, 1), width: 4, height: 2, scale: 2)])
    let (r, g, b, w): (UInt32, UInt32, UInt32, UInt32) = (0xffff_0000, 0xff00_ff00, 0xff00_00ff, 0xffff_ffff)
    #expect(Array(pixels[16..<24]) == [0, 0, r, r, g, g, 0, 0])
    #expect(Array(pixels[24..<32]) == [0, 0, b, b, w, w, 0, 0])
    #expect(pixels.filter { $0 != 0 }.count == 8)
  }

  @Test func showsOnlyTheCrop() throws {
    let canvas = try Canvas(width: 2, height: 2)
    canvas.draw(Quarters(), crop: Rect(0.5, 0, 0.5, 0.5), in: Rect(0, 0, 2, 2))
    #expect(try canvas.bitmap().pixels == Array(repeating: 0xff00_ff00, count: 4))
  }

  @Test func turnsWithThePage() throws {
    let canvas = try Canvas(width: 4, height: 4)
    canvas.transform(.quarterTurns(1))
    canvas.draw(Quarters(), crop: Rect(0, 0, 1, 1), in: Rect(0, -4, 4, 4))
    let pixels = try canvas.bitmap().pixels
    // Clockwise: the red quarter goes from the top left to the top right.
    #expect(pixels[3] == 0xffff_0000 && pixels[0] == 0xff00_00ff && pixels[15] == 0xff00_ff00)
  }

  @Test func documentsHoldPicturesAt300DotsPerInch() throws {
    let source = Quarters()
    let canvas = try Canvas(document: .pdf, size: Size(72, 72))
    canvas.draw(source, crop: Rect(0, 0, 1, 1), in: Rect(0, 0, 25.4, 12.7))
    let bytes = try canvas.document()
    #expect(source.asked.withLock { $0.map { [$0.width, $0.height] } } == [[300, 150]])
    #expect(String(decoding: bytes, as: UTF8.self).contains("/Subtype /Image"))
  }

  @Test func emptyFramesDrawNothing() throws {
    let canvas = try Canvas(width: 2, height: 2)
    canvas.draw(Quarters(), crop: Rect(0, 0, 1, 1), in: Rect(1, 1, 0, 3))
    #expect(try canvas.bitmap().pixels == [0, 0, 0, 0])
  }
}
