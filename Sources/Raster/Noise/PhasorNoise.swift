import CVector

/// A wave with a phase that wanders: the angle of a sum of complex kernels, eight samples at a time.
@frozen public struct NoisePhase: Sendable {
  /// Sine of the phase, -1...1: the plain wave.
  public var sine: Lanes
  /// Cosine of the phase, a quarter of a wave ahead.
  public var cosine: Lanes

  @inlinable @inline(__always)
  init(sine: Lanes, cosine: Lanes) { (self.sine, self.cosine) = (sine, cosine) }
}

extension LatticeNoise {
  /// Phasor noise: waves of one frequency and even strength whose crests run, fork and join (Tricard et al., "Procedural
  /// phasor noise", 2019). Any periodic profile of the phase gives a pattern of that profile: ripples, grooves, grain.
  ///
  /// One kernel in each cell with a random phase. In place of the paper's Gaussian the kernel is (1 - 0.64 |d|²)³, which
  /// ends at 1.25 cells, so that nine cells hold all of it (points stray a quarter of a cell) and the noise repeats exactly.
  ///
  /// `frequency` is waves in a cell, about 1 to 8: above, kernels hold their phase so far that dislocations line up.
  /// (`ux`, `uy`) is the direction across the crests, of length 1; it may vary from place to place if slowly.
  @inlinable
  public func phasor(_ x: Lanes, _ y: Lanes, frequency: Float, ux: Lanes, uy: Lanes) -> NoisePhase {
    let (fx, fy) = (f32x8_floor(x), f32x8_floor(y))
    let (u, v) = (x - fx, y - fy)
    let (half, one) = (Lanes(repeating: 0.5), Lanes(repeating: 1))
    var (real, imaginary) = (Lanes(), Lanes())
    for j in -1...1 {
      let row = noise_row(noise_wrap(fy + Lanes(repeating: Float(j)), rows))
      for i in -1...1 {
        let column = noise_column(noise_wrap(fx + Lanes(repeating: Float(i)), columns))
        let bits = noise_hash(column, row, seed)
        let dx = u - (noise_across(bits) - half) * half - Lanes(repeating: Float(i) + 0.5)
        let dy = v - (noise_down(bits) - half) * half - Lanes(repeating: Float(j) + 0.5)
        let inside = f32x8_max(one - (dx * dx + dy * dy) * Lanes(repeating: 0.64), Lanes())
        let weight = inside * inside * inside
        // Half turns: the sine takes multiples of pi.
        let phase = noise_unit(u32x8_scramble(bits)) + (dx * ux + dy * uy) * Lanes(repeating: frequency)
        let turns = phase + phase
        imaginary = f32x8_fma(weight, noise_sin_pi(turns), imaginary)
        real = f32x8_fma(weight, noise_sin_pi(turns + half), real)
      }
    }
    let length = f32x8_sqrt(f32x8_max(real * real + imaginary * imaginary, Lanes(repeating: 1e-12)))
    return NoisePhase(sine: imaginary / length, cosine: real / length)
  }
}
