/// Elementary functions with the same bits on every machine.
///
/// A C library may pick another kernel for each processor, and its last bit then moves with the presence
/// of FMA. These use only `+ - * /`, square roots and integer operations, all of which IEEE 754 rounds in
/// one way. The price is a few units in the last place: the relative error of every `Double` function stays
/// under 1e-12 (typically under 1e-15) on its stated range.
///
/// The `Float` overloads compute in `Double` and round once.
public enum Exact {
  /// The integer bits of a whole number with 1.5 · 2^52 added, as a signed number.
  ///
  /// Adding and then subtracting 1.5 · 2^52 rounds a number below 2^51 to the nearest whole one, ties to even;
  /// in between, the low bits of the sum are that whole number in two's complement.
  @inlinable @inline(__always)
  static func integer(fromRounded shifted: Double) -> Int64 {
    Int64(bitPattern: shifted.bitPattern &- (6_755_399_441_055_744 as Double).bitPattern)
  }
}
