import CPNG
import Raster

/// Decodes a PNG or a JPEG, whichever the content is, into sRGB as the eye should see it.
///
/// - A PNG of 16 bits stays deep. Colour profiles are converted to sRGB (relative colorimetric with black point
///   compensation); `iCCP` counts before `sRGB`, that before `gAMA` and `cHRM`, which are applied too, as browsers do;
///   `cICP` is not read. A profile that is broken or describes another kind of samples is passed over.
/// - A JPEG is baseline, progressive or arithmetic-coded; grey, YCbCr, RGB, CMYK or YCCK. Inks without a profile
///   become RGB by multiplication. One whose image data is cut off or broken is refused, never filled with grey.
/// - EXIF's orientation is applied; all other metadata stays behind.
///
/// O(pixels). Memory: the picture, a band for each thread, and what a progressive or interlaced file needs
/// (up to 6 or 8 bytes a pixel for as long as it is decoded).
///
/// - Parameters:
///   - bytes: the file.
///   - pixelLimit: refuse a larger picture before memory is set aside for it.
///   - jobs: how many threads may work; never changes a pixel.
/// - Returns: the picture, deep if the file is.
/// - Throws: what is wrong with the file, or which format it has that is not read.
public func decodePicture(
  _ bytes: [UInt8], pixelLimit: Int = 200_000_000, jobs: Int = 1
) throws(ImageFileError) -> Picture {
  try withOpenPicture(bytes, pixelLimit: pixelLimit) { open throws(ImageFileError) in
    if open.layout.isDeep {
      let pixels = try open.pixels(UInt64.self, jobs: jobs) { row, layout, out in
        let count = layout.width * layout.channels
        row.withMemoryRebound(to: UInt16.self, capacity: count) {
          cpng_unpack_deep_row($0, layout.width, layout.channels, out)
        }
      }
      return .deep(DeepBitmap(width: open.width, height: open.height, pixels: pixels))
    }
    let pixels = try open.pixels(UInt32.self, jobs: jobs) { row, layout, out in
      cpng_unpack_row(row, layout.width, layout.channels, out)
    }
    return .shallow(Bitmap(width: open.width, height: open.height, pixels: pixels))
  }
}

/// Width and height that ``decodePicture(_:pixelLimit:jobs:)`` would give, from the file's head: O(chunks).
public func pictureSize(
  _ bytes: [UInt8], pixelLimit: Int = 200_000_000
) throws(ImageFileError) -> (width: Int, height: Int) {
  try withOpenPicture(bytes, pixelLimit: pixelLimit) { ($0.width, $0.height) }
}
