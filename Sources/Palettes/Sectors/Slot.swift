import Color
import Parameters

/// One colour of a palette to be found: where it may lie, and what it is for.
struct Slot {
  var lightness: ClosedRange<Float>
  var chroma: ClosedRange<Float>
  /// Middle of the hues and how far they reach to either side, in degrees.
  var hue: Float
  var reach: Float
  /// Share of the page, for moods.
  var share: Float
  /// A colour that stays as it is.
  var locked: SRGB?

  init(
    _ lightness: ClosedRange<Double>, _ chroma: ClosedRange<Double>, hue: Double, reach: Double,
    share: Double
  ) {
    self.lightness = Float(lightness.lowerBound)...Float(lightness.upperBound)
    self.chroma = Float(chroma.lowerBound)...Float(chroma.upperBound)
    self.hue = Float(hue)
    self.reach = Float(reach)
    self.share = Float(share)
  }
}

/// What a whole palette should be like.
struct Goals {
  /// Mean chroma over all slots; the median of historic palettes is 0.10.
  var chroma: Float = 0.1
  /// Nil leaves a scale free.
  var heat: Float?
  var activity: Float?
  var weight: Float?
  /// The least OKLab difference of two colours in three kinds of eye.
  var distance: Float = 0.08
}
