/// The candidate that `word` was most likely meant to be, or nil if none is near.
///
/// Near means at most `max(2, length / 3)` slips, and fewer than the word has letters; upper and lower case
/// count as the same. Among equally near ones the first wins.
/// O(word · candidate) for each candidate.
public func nearest(_ word: String, in candidates: [String]) -> String? {
  let letters = Array(word.lowercased().unicodeScalars)
  guard letters.count <= 200 else { return nil }  // nobody mistypes a name that long
  let limit = min(max(2, letters.count / 3), letters.count - 1)
  var best: (slips: Int, name: String)?
  for name in candidates {
    let other = Array(name.lowercased().unicodeScalars)
    guard (other.count - letters.count).magnitude <= limit else { continue }
    let slips = slipCount(letters, other)
    if slips <= min(limit, other.count - 1), slips < best?.slips ?? .max { best = (slips, name) }
  }
  // A word that differs in case alone has no slips, and also no letters to spare when it has just one.
  return best?.name ?? candidates.first { $0.lowercased() == word.lowercased() }
}

/// How many letters must be added, dropped, replaced or swapped with a neighbour (Damerau 1964, in the form
/// where no stretch is edited twice).
func slipCount(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var slips = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { slips = min(slips, beforeLast[j - 1] + 1) }
      row.append(slips)
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
