/// cairo names an SVG's groups and images after a counter of the process (`surface5`, `image12`), which depends on
/// what was drawn before and on threads. Here they are counted within the document, so that equal pages give equal
/// bytes.
///
/// Names stand after `id="` or `#` only; no other text of cairo's holds these, not even base64. O(bytes).
func renumberedSVG(_ svg: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(svg.count)
  var known: [[UInt8]] = []
  var index = 0
  while index < svg.count {
    let byte = svg[index]
    result.append(byte)
    index += 1
    guard byte == UInt8(ascii: "#") || byte == UInt8(ascii: "\"") else { continue }
    guard byte != UInt8(ascii: "\"") || result.hasSuffix("id=\""), let name = name(in: svg, at: index) else {
      continue
    }
    let number = known.firstIndex(of: name.digits) ?? known.count
    if number == known.count { known.append(name.digits) }
    result += name.word.utf8
    result += "\(number + 1)".utf8
    index += name.word.utf8.count + name.digits.count
  }
  return result
}

/// A name that cairo counts through the process, if one starts at `index`.
private func name(in svg: [UInt8], at index: Int) -> (word: String, digits: [UInt8])? {
  for word in ["surface", "image"] where svg[index...].starts(with: word.utf8) {
    let digits = svg[(index + word.utf8.count)...].prefix {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    }
    if !digits.isEmpty { return (word, Array(digits)) }
  }
  return nil
}

extension [UInt8] {
  fileprivate func hasSuffix(_ text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}
