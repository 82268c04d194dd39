import CPNG
import Raster

/// Decodes a PNG of any colour type and depth into 8-bit premultiplied sRGB. Colour tags are not applied;
/// 16-bit samples are rounded to 8 bits. O(pixels), after an O(chunks) check of the whole file.
///
/// For pictures of Maquette's own; what clients send goes through ``decodePicture(_:pixelLimit:jobs:)``.
/// - Parameters:
///   - bytes: the PNG file.
///   - pixelLimit: refuse a larger image before memory is set aside for it.
///   - jobs: how many threads may work; never changes a pixel.
/// - Returns: the image.
/// - Throws: `notPNG`, `truncated`, `damaged` or `tooManyPixels`.
public func decodePNG(
  _ bytes: [UInt8], pixelLimit: Int = 200_000_000, jobs: Int = 1
) throws(ImageFileError) -> Bitmap {
  // Also tells the beginning of a signature from another format.
  _ = try pngChunks(in: bytes)
  return try withOpenPicture(bytes, pixelLimit: pixelLimit, usingTags: false) { open throws(ImageFileError) in
    let pixels = try open.pixels(UInt32.self, jobs: jobs) { row, layout, out in
      let count = layout.width * layout.channels
      guard layout.isDeep else { return cpng_unpack_row(row, layout.width, layout.channels, out) }
      let flat = RowBuffer(count)
      row.withMemoryRebound(to: UInt16.self, capacity: count) {
        cpng_flatten_row($0, count, flat.bytes.baseAddress!)
      }
      cpng_unpack_row(flat.bytes.baseAddress!, layout.width, layout.channels, out)
    }
    return Bitmap(width: open.width, height: open.height, pixels: pixels)
  }
}

/// Width and height of a PNG in pixels, from its header; the rest of the file may be missing.
///
/// - Throws: `notPNG`, `truncated` or `damaged`.
public func pngSize(in bytes: [UInt8]) throws(ImageFileError) -> (width: Int, height: Int) {
  // Signature, header, and an end, so that one walk serves whole files and beginnings alike.
  let end: [UInt8] = [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]
  let start = bytes.prefix(33)
  let chunks = try pngChunks(in: start.count == 33 ? start + end : Array(start))
  let header = try pngHeader(of: chunks, in: bytes)
  return (header.width, header.height)
}

/// Refuses what is too large, and what cannot be whole: deflate shrinks data 1,032 times at best, so a small
/// file cannot hold the pixels of a huge one.
func checkPNG(_ chunks: [PNGChunk], in bytes: [UInt8], pixelLimit: Int) throws(ImageFileError) {
  let header = try pngHeader(of: chunks, in: bytes)
  try checkSize(header.width, header.height, pixelLimit)
  let stored = chunks.reduce(0) { $1.isType("IDAT") ? $0 + $1.content.count : $0 }
  let needed = header.width * header.height * header.bitsPerPixel / 8
  guard stored > 0 else { throw .damaged("it holds no image data") }
  guard stored >= needed / 1032 else { throw .damaged("it holds too little image data") }
}
