import CVector
import Color
import Elementary
import Raster

/// A smooth way through colours in OKLab, from 0 to 1.
struct ColorRamp: Sendable {
  private let lightness: Curve
  private let a: Curve
  private let b: Curve

  /// Through the stops, whose places rise from 0 to 1; there are at least two.
  init(_ stops: [(place: Double, color: OKLab)]) {
    let places = stops.map(\.place)
    let path = [stops.map(\.color.lightness), stops.map(\.color.a), stops.map(\.color.b)]
      .map { MonotonePath(places, $0) }
    lightness = Curve { path[0]($0) }
    a = Curve { path[1]($0) }
    b = Curve { path[2]($0) }
  }

  /// Through colours sorted from dark to light, placed halfway between even steps and their own lightness: tone stays
  /// near true, and no colour is squeezed out.
  init(tonal colors: [SRGB]) {
    let labs = colors.map { OKLab($0) }.sorted { $0.lightness < $1.lightness }
    let (low, high) = (labs[0].lightness, labs[labs.count - 1].lightness)
    let range = max(high - low, 1e-6)
    self.init(
      labs.enumerated().map { index, lab in
        let even = Double(index) / Double(labs.count - 1)
        return (mix(even, (lab.lightness - low) / range, 0.5), lab)
      })
  }

  /// The colours at eight places; outside 0...1 the ends hold.
  @inline(__always)
  func callAsFunction(_ place: Lanes) -> LabLanes {
    LabLanes(lightness: lightness(place), a: a(place), b: b(place))
  }
}

/// Where a lightness falls on a ramp: contrast around mid grey (``sCurve(_:amount:middle:)``), then the middle moved;
/// with a `balance` above 0 the midtones go to the light end. Both ends stay.
func rampPlace(_ lightness: Double, contrast: Double, balance: Double) -> Double {
  let x = sCurve(lightness, amount: contrast, middle: Tone.midGrey)
  return x / (x + Exact.exp(-balance) * (1 - x))
}
