/// SHA-256 of some bytes in lower-case hexadecimal (FIPS 180-4). It names a file by its content, so that a sheet can
/// tell whether a photo is still the one that it was made with. O(bytes).
public func sha256(_ bytes: [UInt8]) -> String {
  var state: [UInt32] = firstFractions(of: 8) { $0.squareRoot() }
  let constants = roundConstants
  var schedule = [UInt32](repeating: 0, count: 64)
  let tail = padding(after: bytes.count)
  bytes.withUnsafeBufferPointer { whole in
    let count = whole.count / 64 * 64
    for start in stride(from: 0, to: count, by: 64) {
      compress(whole[start..<start + 64], into: &state, &schedule, constants)
    }
    let rest = Array(whole[count...]) + tail
    for start in stride(from: 0, to: rest.count, by: 64) {
      compress(rest[start..<start + 64], into: &state, &schedule, constants)
    }
  }
  return state.map { word in
    let text = String(word, radix: 16)
    return String(repeating: "0", count: 8 - text.count) + text
  }.joined()
}

private func padding(after count: Int) -> [UInt8] {
  let zeros = (119 - count % 64) % 64
  let bits = UInt64(count) * 8
  return [0x80] + [UInt8](repeating: 0, count: zeros)
    + (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * $0)) }
}

private func compress(
  _ block: some RandomAccessCollection<UInt8>, into state: inout [UInt32], _ w: inout [UInt32], _ k: [UInt32]
) {
  var iterator = block.makeIterator()
  for i in 0..<16 {
    w[i] = (0..<4).reduce(0) { word, _ in word << 8 | UInt32(iterator.next()!) }
  }
  for i in 16..<64 {
    let s0 = rotated(w[i - 15], 7) ^ rotated(w[i - 15], 18) ^ w[i - 15] >> 3
    let s1 = rotated(w[i - 2], 17) ^ rotated(w[i - 2], 19) ^ w[i - 2] >> 10
    w[i] = w[i - 16] &+ s0 &+ w[i - 7] &+ s1
  }
  var (a, b, c, d) = (state[0], state[1], state[2], state[3])
  var (e, f, g, h) = (state[4], state[5], state[6], state[7])
  for i in 0..<64 {
    let s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
    let t1 = h &+ s1 &+ (e & f ^ ~e & g) &+ k[i] &+ w[i]
    let s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
    let t2 = s0 &+ (a & b ^ a & c ^ b & c)
    (h, g, f, e, d, c, b, a) = (g, f, e, d &+ t1, c, b, a, t1 &+ t2)
  }
  for (i, v) in [a, b, c, d, e, f, g, h].enumerated() { state[i] &+= v }
}

private func rotated(_ x: UInt32, _ n: UInt32) -> UInt32 { x >> n | x << (32 - n) }

private let roundConstants = firstFractions(of: 64, cubeRoot)

/// The first 32 bits of the fractions of a root of the first primes: the standard's own source of its constants.
private func firstFractions(of count: Int, _ root: (Double) -> Double) -> [UInt32] {
  var primes: [Int] = []
  var candidate = 2
  while primes.count < count {
    if primes.allSatisfy({ !candidate.isMultiple(of: $0) }) { primes.append(candidate) }
    candidate += 1
  }
  return primes.map { prime in
    let r = root(Double(prime))
    return UInt32((r - r.rounded(.down)) * 4_294_967_296)
  }
}

/// Newton's method; a Double's 53 bits leave more than the 35 that are needed.
private func cubeRoot(_ x: Double) -> Double {
  var r = x
  for _ in 0..<60 { r -= (r * r * r - x) / (3 * r * r) }
  return r
}
