import Color

/// The transfer function of sRGB for 16-bit codes, exact to the code.
public enum DeepTransfer {
  /// Linear light of every code, ascending.
  public static let linear: [Float] = (0...65535).map { Float(decodeSRGB(Double($0) / 65535)) }

  /// The code whose linear light is nearest, the higher of two; values outside 0...1 are clamped, as is NaN to 0.
  ///
  /// A chord of the curve, a hundredth of a float's octave wide, guesses to within a code; the table decides.
  public static func code(_ light: Float) -> UInt16 {
    guard light > 0 else { return 0 }
    guard light < 1 else { return 65535 }
    var code = guess(light)
    while code > 0, light - linear[code - 1] < linear[code] - light { code -= 1 }
    while code < 65535, linear[code + 1] - light <= light - linear[code] { code += 1 }
    return UInt16(code)
  }

  /// As ``code(_:)`` for 8 bits, to within a fiftieth of a code.
  public static func byte(_ light: Float) -> UInt8 {
    bytes[Int(max(0, min(1, light)) * 65535 + 0.5)]
  }

  /// The 8-bit code nearest to each of 65,536 even steps of light.
  private static let bytes: [UInt8] = (0...65535).map { step in
    let code = Int(code(Float(step) / 65535))
    return UInt8((code + 128) / 257)
  }

  /// Octaves below 1 that have chords, and chords of an octave. Below them the curve is a line.
  private static let octaves: UInt32 = 9
  private static let chordBits: UInt32 = 7
  private static let firstChord = (127 - octaves) << chordBits

  /// Code and slope at the start of each chord.
  private static let chords: [SIMD2<Float>] = (0..<(octaves << chordBits)).map { index in
    let start = Float(bitPattern: (firstChord + index) << (23 - chordBits))
    let end = Float(bitPattern: (firstChord + index + 1) << (23 - chordBits))
    let low = encodeSRGB(Double(start)) * 65535, high = encodeSRGB(Double(end)) * 65535
    return SIMD2(Float(low), Float((high - low) / Double(end - start)))
  }

  private static func guess(_ light: Float) -> Int {
    let place = light.bitPattern >> (23 - chordBits)
    guard place >= firstChord else { return Int(light * (12.92 * 65535) + 0.5) }
    let chord = chords[Int(place - firstChord)]
    let start = Float(bitPattern: place << (23 - chordBits))
    return min(65535, Int(chord.x + (light - start) * chord.y + 0.5))
  }
}
