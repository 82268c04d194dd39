import CPNG
import Raster

/// Decodes a PNG of any colour type and depth into 8-bit premultiplied sRGB. Colour tags are not applied;
/// 16-bit samples are rounded to 8 bits. O(pixels), after an O(chunks) check of the whole file.
///
/// - Parameters:
///   - bytes: the PNG file.
///   - pixelLimit: refuse a larger image before memory is set aside for it.
/// - Returns: the image.
/// - Throws: `notPNG`, `truncated`, `damaged` or `tooManyPixels`.
public func decodePNG(
  _ bytes: [UInt8], pixelLimit: Int = 200_000_000
) throws(ImageFileError) -> Bitmap {
  let chunks = try pngChunks(in: bytes)
  let header = try pngHeader(of: chunks, in: bytes)
  let (width, height) = (header.width, header.height)
  guard width <= pixelLimit / height else {
    throw .tooManyPixels(width: width, height: height, limit: pixelLimit)
  }
  try checkImageData(chunks, header)
  var message = [CChar](repeating: 0, count: Int(CPNG_MESSAGE_SIZE))
  var failed = false
  let pixels = [UInt32](unsafeUninitializedCapacity: width * height) { out, count in
    let status = cpng_read(bytes, bytes.count, UInt32(width), UInt32(height), out.baseAddress!, &message)
    failed = status != 0
    count = failed ? 0 : width * height
  }
  if failed { throw .damaged(text(of: message)) }
  return Bitmap(width: width, height: height, pixels: pixels)
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

/// Deflate shrinks data 1,032 times at best, so a small file cannot hold the pixels of a huge one.
private func checkImageData(_ chunks: [PNGChunk], _ header: PNGHeader) throws(ImageFileError) {
  let stored = chunks.reduce(0) { $1.isType("IDAT") ? $0 + $1.content.count : $0 }
  let needed = header.width * header.height * header.bitsPerPixel / 8
  guard stored > 0 else { throw .damaged("it holds no image data") }
  guard stored >= needed / 1032 else { throw .damaged("it holds too little image data") }
}
