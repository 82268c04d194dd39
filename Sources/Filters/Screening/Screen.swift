import CVector
import Elementary
import Raster

/// A clustered-dot screen: a square lattice of cells in which dots grow with the tone.
///
/// A pixel gets the share of it that ink covers: threshold less spot function, over what the function moves
/// within the pixel. That is exact for edges that are straight within a pixel, which no supersampling is, and
/// costs one evaluation.
struct Screen: Sendable {
  private let form: DotForm
  /// Cells per pixel along the picture's axes: u = across·x + down·y, v = across·y - down·x.
  private let across: Double
  private let down: Double
  private let origin: SIMD2<Double>
  private let span: Float
  private let curve: ScreenCurve

  /// - Parameters:
  ///   - form: what a dot looks like.
  ///   - cell: the side of a cell in pixels, above 0. Below two pixels dots fade into the even tone.
  ///   - degrees: how far the screen is turned.
  ///   - phase: where the picture's corner lies in a cell, in cells.
  ///   - softness: how far ink creeps over the edge of a dot, in cells.
  ///   - gain: see ``ScreenCurve``.
  init(
    _ form: DotForm, cell: Double, degrees: Double, phase: SIMD2<Double> = .zero, softness: Double = 0,
    gain: Double = 0
  ) {
    precondition(cell > 0)
    let (sin, cos) = Exact.sincos(degrees * Double.pi / 180)
    (self.form, across, down, origin) = (form, cos / cell, sin / cell, phase)
    let sharp = 1 / cell
    let soft = (sharp * sharp + softness * softness).squareRoot()
    // A grid of pixels cannot carry cells of less than two: they must fade before they beat with it.
    let fade = 1 + Self.fourth(sharp * 1.3)
    span = Float(soft * fade)
    curve = Self.measured(form, across, down, phase, cell: cell, span: span, gain: gain)
  }

  private static func fourth(_ x: Double) -> Double { x * x * x * x }

  /// Samples at pixel centres over at least twelve cells each way, faded out towards the edges so that cut
  /// cells do not count. Small cells meet the very places that pixels meet.
  private static func measured(
    _ form: DotForm, _ across: Double, _ down: Double, _ phase: SIMD2<Double>, cell: Double, span: Float,
    gain: Double
  ) -> ScreenCurve {
    let side = 96
    let step = cell > 8 ? cell * 0.1265 : 1
    let window = (0..<side).map { 1 - Exact.cos((Double($0) + 0.5) / Double(side) * 2 * Double.pi) }
    var samples: [(value: Float, width: Float, weight: Double)] = []
    samples.reserveCapacity(side * side)
    for row in 0..<side {
      let y = (Double(row) + 0.5) * step
      for first in stride(from: 0, to: side, by: 8) {
        var (u, v) = (Lanes(), Lanes())
        for lane in 0..<8 {
          let x = (Double(first + lane) + 0.5) * step
          u[lane] = Float(across * x + down * y + phase.x)
          v[lane] = Float(across * y - down * x + phase.y)
        }
        let spot = form.spot(u, v, span: span)
        for lane in 0..<8 {
          samples.append((spot.value[lane], spot.width[lane], window[row] * window[first + lane]))
        }
      }
    }
    return ScreenCurve(samples, gain: gain)
  }

  /// How much of each pixel of row `y` is covered. Rows are of equal, padded length.
  ///
  /// Tones are shares of the area, 0...1; so is what pixels get.
  func cover(row y: Int, tones: Span<Float>, into cover: inout MutableSpan<Float>) {
    switch form {
    case .waves(let second):
      run(row: y, tones, &cover) { u, v, _ in DotForm.waves(u, v, second: second, span: span) }
    case .facets(let far, let near):
      run(row: y, tones, &cover) { u, v, _ in DotForm.facets(u, v, far: far, near: near, span: span) }
    }
  }

  /// The same with every place moved by as many cells as two rows say: dots wander and lose their lattice.
  ///
  /// Tones hold as long as the moves have nothing to do with the place in the cell.
  func cover(
    row y: Int, tones: Span<Float>, movedBy u: Span<Float>, _ v: Span<Float>,
    into cover: inout MutableSpan<Float>
  ) {
    precondition(u.count == tones.count && v.count == tones.count)
    guard case .waves(let second) = form else { preconditionFailure("facets have no wandering form") }
    run(row: y, tones, &cover) { a, b, x in
      DotForm.waves(a + u.lanes(at: x), b + v.lanes(at: x), second: second, span: span)
    }
  }

  @inline(__always)
  private func run(
    row y: Int, _ tones: Span<Float>, _ cover: inout MutableSpan<Float>,
    _ spot: (Lanes, Lanes, Int) -> SpotLanes
  ) {
    precondition(tones.count == cover.count && cover.count & 7 == 0)
    let (u0, v0) = start(row: y)
    let (stepU, stepV) = (Float(across), Float(-down))
    let lanes = Lanes(0, 1, 2, 3, 4, 5, 6, 7)
    curve.withTable { table in
      for x in stride(from: 0, to: cover.count, by: 8) {
        let place = lanes + Float(x)
        let u = f32x8_fma(place, Lanes(repeating: stepU), Lanes(repeating: u0))
        let v = f32x8_fma(place, Lanes(repeating: stepV), Lanes(repeating: v0))
        cover.setLanes(table.cover(spot(u, v, x), tone: tones.lanes(at: x)), at: x)
      }
    }
  }

  /// The screen's coordinates of a row's first pixel. Whole cells are dropped, so floats keep their digits.
  private func start(row y: Int) -> (u: Float, v: Float) {
    let middle = Double(y) + 0.5
    let u = across * 0.5 + down * middle + origin.x
    let v = across * middle - down * 0.5 + origin.y
    return (Float(u - u.rounded(.down)), Float(v - v.rounded(.down)))
  }
}
