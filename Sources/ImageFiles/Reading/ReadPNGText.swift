import CPNG

/// The text of the first `iTXt` chunk with this keyword; nil if there is none.
///
/// The file must be whole, from its signature to its end, and the chunk's checksum must match.
/// - Parameters:
///   - keyword: the chunk's exact keyword.
///   - bytes: the PNG file.
///   - limit: the most bytes of UTF-8 the text may have.
/// - Returns: the text, inflated if it was stored compressed.
/// - Throws: `notPNG`, `truncated`, `damaged` or `textTooLong`.
public func pngText(
  keyword: String, in bytes: [UInt8], limit: Int
) throws(ImageFileError) -> String? {
  let chunks = try pngChunks(in: bytes)
  guard let name = keywordBytes(keyword) else { return nil }
  for chunk in chunks where chunk.isType("iTXt") && bytes[chunk.content].starts(with: name + [0]) {
    try checkCRC(of: chunk, in: bytes)
    let stored = try StoredPNGText(bytes[chunk.content].dropFirst(name.count + 1))
    return try stored.decoded(keyword: keyword, limit: limit)
  }
  return nil
}

/// An `iTXt` chunk's content after the keyword: flag, method, language, translated keyword, text.
private struct StoredPNGText {
  let compressed: Bool
  let content: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) throws(ImageFileError) {
    guard let flag = bytes.first, flag <= 1, let method = bytes.dropFirst().first, flag == 0 || method == 0
    else { throw .damaged("a text chunk is malformed") }
    var rest = bytes.dropFirst(2)
    for _ in 0..<2 {
      guard let end = rest.firstIndex(of: 0) else { throw .damaged("a text chunk is malformed") }
      rest = rest[(end + 1)...]
    }
    compressed = flag == 1
    content = rest
  }

  func decoded(keyword: String, limit: Int) throws(ImageFileError) -> String {
    let utf8 = compressed ? try inflated(keyword: keyword, limit: limit) : Array(content)
    guard utf8.count <= limit else { throw .textTooLong(keyword: keyword, limit: limit) }
    guard let text = String(validating: utf8, as: UTF8.self) else {
      throw .damaged("a text chunk is not UTF-8")
    }
    return text
  }

  private func inflated(keyword: String, limit: Int) throws(ImageFileError) -> [UInt8] {
    // Deflate shrinks data 1,032 times at best: no need for more room than that, whatever the limit.
    let capacity = min(max(limit, 0), content.count * 1032 + 64, Int(Int32.max))
    let input = Array(content)
    var status: Int32 = 1
    let output = [UInt8](unsafeUninitializedCapacity: max(capacity, 1)) { out, length in
      status = cpng_inflate(input, input.count, out.baseAddress!, capacity, &length)
    }
    guard status != 2 else { throw .textTooLong(keyword: keyword, limit: limit) }
    guard status == 0 else { throw .damaged("a compressed text chunk is broken") }
    return output
  }
}
