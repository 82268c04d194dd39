/// Makes names differ: the second `ink` becomes `ink-2`, or the next number that is free.
struct UniqueNames {
  private var taken: Set<String> = []
  private var next: [String: Int] = [:]

  mutating func unique(_ name: String) -> String {
    var result = name
    while !taken.insert(result).inserted {
      let number = next[name, default: 2]
      next[name] = number + 1
      result = "\(name)-\(number)"
    }
    return result
  }
}

/// Lower-case letters and digits of any script with single hyphens between; `fallback` if none are left.
func hyphenated(_ name: String?, fallback: String) -> String {
  let words = (name ?? "").lowercased().unicodeScalars.split {
    !($0.properties.isAlphabetic || $0.properties.numericType != nil)
  }
  return words.isEmpty ? fallback : words.map { String($0) }.joined(separator: "-")
}
