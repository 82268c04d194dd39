import CVector
import Composition
import Raster

/// Mean and covariance of a picture's colours in OKLab, over its visible area.
public struct ColorStatistics: Equatable, Sendable {
  /// Mean lightness, a and b.
  public let mean: SIMD3<Double>
  /// Covariance, by columns.
  let covariance: SquareMatrix

  /// Statistics of a picture with at least one visible pixel; a half transparent pixel counts half.
  ///
  /// The same for any number of `jobs`: each row is summed by itself, and the rows' sums in order.
  /// - Throws: `nothingVisible`.
  public init(_ bitmap: Bitmap, jobs: Int = 1) throws(RecolouringError) {
    var rows = [RowSums](repeating: RowSums(), count: bitmap.height)
    Bands.fill(&rows, rows: bitmap.height, rowLength: 1, jobs: jobs) { band, rows in
      for y in band { rows[y - band.lowerBound] = RowSums(bitmap, row: y) }
    }
    let sum = rows.reduce(RowSums()) { $0.joined($1) }
    guard sum.first.w > 0 else { throw .nothingVisible }
    let m = SIMD3(sum.first.x, sum.first.y, sum.first.z) / sum.first.w
    let square = sum.second / sum.first.w - m * m
    let cross = sum.cross / sum.first.w - SIMD3(m.x * m.y, m.x * m.z, m.y * m.z)
    mean = m
    covariance = SquareMatrix([
      SIMD3(square.x, cross.x, cross.y), SIMD3(cross.x, square.y, cross.z),
      SIMD3(cross.y, cross.z, square.z),
    ])
  }

  init(mean: SIMD3<Double>, covariance: SquareMatrix) { (self.mean, self.covariance) = (mean, covariance) }
}

extension ColorStatistics {
  /// The statistics of a style.
  package init(_ spread: StyleProfile.ColorSpread) {
    let (v, c) = (spread.variances, spread.covariances)
    self.init(
      mean: spread.mean,
      covariance: SquareMatrix([
        SIMD3(v.x, c.x, c.y), SIMD3(c.x, v.y, c.z), SIMD3(c.y, c.z, v.z),
      ]))
  }

  /// The same numbers as a style has them.
  package var spread: StyleProfile.ColorSpread {
    let m = covariance.columns
    return StyleProfile.ColorSpread(
      mean: mean, variances: SIMD3(m[0].x, m[1].y, m[2].z), covariances: SIMD3(m[1].x, m[2].x, m[2].y))
  }
}

/// Weighted sums over a row: of the values and the weight, of squares, of products (La, Lb, ab).
private struct RowSums: Sendable {
  var first = SIMD4<Double>()
  var second = SIMD3<Double>()
  var cross = SIMD3<Double>()

  init() {}
  init(first: SIMD4<Double>, second: SIMD3<Double>, cross: SIMD3<Double>) {
    (self.first, self.second, self.cross) = (first, second, cross)
  }

  func joined(_ other: Self) -> Self {
    Self(first: first + other.first, second: second + other.second, cross: cross + other.cross)
  }

  init(_ bitmap: Bitmap, row y: Int) {
    let start = y * bitmap.width
    let span = bitmap.pixels.span
    for x in stride(from: 0, to: bitmap.width, by: 512) {
      // Short runs in float32, then on in float64.
      var run = LaneSums()
      for x in stride(from: x, to: min(x + 512, bitmap.width), by: 8) {
        var pixels = SIMD8<UInt32>()
        if x + 8 <= bitmap.width {
          pixels = span.lanes(at: start + x)
        } else {
          for rest in x..<bitmap.width { pixels[rest - x] = span[start + rest] }
        }
        run.add(pixels)
      }
      first += SIMD4(total(run.l), total(run.a), total(run.b), total(run.weight))
      second += SIMD3(total(run.ll), total(run.aa), total(run.bb))
      cross += SIMD3(total(run.la), total(run.lb), total(run.ab))
    }
  }

  private func total(_ v: Lanes) -> Double { (0..<8).reduce(0.0) { $0 + Double(v[$1]) } }
}

private struct LaneSums {
  var (weight, l, a, b) = (Lanes(), Lanes(), Lanes(), Lanes())
  var (ll, aa, bb, la, lb, ab) = (Lanes(), Lanes(), Lanes(), Lanes(), Lanes(), Lanes())

  @inline(__always)
  mutating func add(_ pixels: SIMD8<UInt32>) {
    let inverse = PixelRows.inverseAlpha(pixels)
    let lab = PixelRows.lab(
      red: PixelRows.straight(pixels, .red, inverse: inverse),
      green: PixelRows.straight(pixels, .green, inverse: inverse),
      blue: PixelRows.straight(pixels, .blue, inverse: inverse))
    let w = u32x8_byte(pixels, 24) * Lanes(repeating: 1 / 255)
    let (wl, wa, wb) = (lab.lightness * w, lab.a * w, lab.b * w)
    weight += w
    l += wl
    a += wa
    b += wb
    ll = f32x8_fma(wl, lab.lightness, ll)
    aa = f32x8_fma(wa, lab.a, aa)
    bb = f32x8_fma(wb, lab.b, bb)
    la = f32x8_fma(wl, lab.a, la)
    lb = f32x8_fma(wl, lab.b, lb)
    ab = f32x8_fma(wa, lab.b, ab)
  }
}
