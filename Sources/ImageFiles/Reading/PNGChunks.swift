import CPNG

/// The size and storage of a PNG, from its first chunk.
struct PNGHeader: Equatable {
  let width: Int
  let height: Int
  /// Bits of a pixel as stored, 1 to 64.
  let bitsPerPixel: Int
}

/// A chunk that lies wholly inside the file. Its checksum has not been looked at.
struct PNGChunk {
  let type: [UInt8]
  let content: Range<Int>

  func isType(_ name: StaticString) -> Bool {
    name.withUTF8Buffer { $0.elementsEqual(type) }
  }
}

/// Walks a PNG from its signature to IEND. Anything after IEND is ignored, as the standard asks.
///
/// O(chunks); reads no chunk's content.
func pngChunks(in bytes: [UInt8]) throws(ImageFileError) -> [PNGChunk] {
  let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  guard bytes.starts(with: signature) else {
    throw signature.starts(with: bytes) && !bytes.isEmpty ? .truncated : .notPNG
  }
  var chunks: [PNGChunk] = []
  var position = signature.count
  while chunks.last?.isType("IEND") != true {
    guard bytes.count - position >= 12 else { throw .truncated }
    let length = bigEndian(bytes, at: position)
    guard length <= Int(Int32.max) else { throw .damaged("a chunk's length is out of range") }
    guard length <= bytes.count - position - 12 else { throw .truncated }
    let content = (position + 8)..<(position + 8 + length)
    chunks.append(PNGChunk(type: Array(bytes[(position + 4)..<(position + 8)]), content: content))
    position = content.upperBound + 4
  }
  return chunks
}

/// Throws unless the four bytes after the content are the checksum of type and content.
func checkCRC(of chunk: PNGChunk, in bytes: [UInt8]) throws(ImageFileError) {
  let stored = bigEndian(bytes, at: chunk.content.upperBound)
  let computed = bytes.withUnsafeBufferPointer {
    cpng_crc32($0.baseAddress! + chunk.content.lowerBound - 4, chunk.content.count + 4)
  }
  guard stored == Int(computed) else { throw .damaged("a chunk's checksum does not match") }
}

/// The header, if it is the first of the chunks and says something possible.
func pngHeader(of chunks: [PNGChunk], in bytes: [UInt8]) throws(ImageFileError) -> PNGHeader {
  guard let first = chunks.first, first.isType("IHDR"), first.content.count == 13 else {
    throw .damaged("it does not begin with a header")
  }
  try checkCRC(of: first, in: bytes)
  let start = first.content.lowerBound
  let width = bigEndian(bytes, at: start), height = bigEndian(bytes, at: start + 4)
  let channels = [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][bytes[start + 9]]
  guard (1...Int(Int32.max)).contains(width), (1...Int(Int32.max)).contains(height), let channels,
    [1, 2, 4, 8, 16].contains(bytes[start + 8])
  else { throw .damaged("its header is impossible") }
  return PNGHeader(width: width, height: height, bitsPerPixel: channels * Int(bytes[start + 8]))
}

private func bigEndian(_ bytes: [UInt8], at position: Int) -> Int {
  bytes[position..<(position + 4)].reduce(0) { $0 << 8 | Int($1) }
}
