/// Continues a row beyond both ends: what stands outside `inside` becomes the first or last sample in it.
func repeatEdges(of row: inout MutableSpan<Float>, _ inside: Range<Int>) {
  guard !inside.isEmpty else { return }
  let (first, last) = (row[inside.lowerBound], row[inside.upperBound - 1])
  for x in 0..<inside.lowerBound { row[x] = first }
  for x in inside.upperBound..<row.count { row[x] = last }
}

/// See above.
func repeatEdges(of row: inout [Float], _ inside: Range<Int>) {
  var span = row.mutableSpan
  repeatEdges(of: &span, inside)
}

/// Copies a row of whole vectors into a longer one.
func copy(_ row: Span<Float>, into target: inout MutableSpan<Float>, at start: Int) {
  for x in stride(from: 0, to: row.count, by: 8) { target.setLanes(row.lanes(at: x), at: start + x) }
}
