import Canvas
import Elementary
import Geometry

/// The faces of a variant and their sizes: a headline face, a text face and a modular scale.
public struct TypeSystem: Hashable, Sendable {
  /// How a face is set.
  public struct Voice: Hashable, Sendable {
    public var font: Font
    /// Extra space between letters, in em, at the size that the voice is made for.
    public var tracking: Double
    /// The size that the voice is made for, in points.
    public var opticalSize: Double
    /// Baseline to baseline, in em.
    public var leading: Double
    public var isUppercase: Bool

    public init(
      _ font: Font, tracking: Double = 0, leading: Double, uppercase: Bool = false, opticalSize: Double = 12
    ) {
      self.font = font
      self.tracking = tracking
      self.leading = leading
      self.opticalSize = opticalSize
      isUppercase = uppercase
    }

    /// The tracking in em at a size in millimetres: looser where letters are small, tighter where they are large, by
    /// 6/1000 em for every doubling, in steps of 2/1000.
    public func tracking(at size: Double) -> Double {
      let doublings = Exact.log(Geometry.points(millimetres: size) / opticalSize) / Exact.log(2)
      let change = max(-0.012, min(0.016, -0.006 * doublings))
      return tracking + (change * 500).rounded() / 500
    }
  }

  /// The headline.
  public var display: Voice
  /// A second line in the headline's manner.
  public var subtitle: Voice
  /// Running details.
  public var text: Voice
  /// Details that lead: the date, names.
  public var strong: Voice
  /// Small open capitals.
  public var label: Voice
  /// The ratio between neighbouring sizes, 1.2 to 1.618.
  public var ratio: Double
  /// Corrects a text face that looks small at the same size: 1 for faces with an x-height near half an em.
  public var textScale: Double

  public init(
    display: Voice, subtitle: Voice, text: Voice, strong: Voice, label: Voice, ratio: Double,
    textScale: Double = 1
  ) {
    self.display = display
    self.subtitle = subtitle
    self.text = text
    self.strong = strong
    self.label = label
    self.ratio = ratio
    self.textScale = textScale
  }

  /// One step up the scale, for a second line; half of a wide step, since it stands among text.
  public var larger: Double { ratio.squareRoot() }

  /// One step down the scale, for small print; not below 0.7, where it would no longer read.
  public var smaller: Double { max(0.7, 1 / ratio) }
}
