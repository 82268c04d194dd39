import Canvas
import Composition
import Geometry

/// A drawn scale: as many whole metres as a width holds, dark and light in turns, its ends named.
public struct ScaleBar: Sendable {
  /// 50 for 1:50.
  let scale: Double
  /// What the bar shows.
  public let metres: Int
  private let lettering: Lettering

  private static let height = 1.1

  /// - Parameters:
  ///   - scale: 50 for 1:50.
  ///   - width: what the bar may take with its figures, millimetres of the page.
  ///   - style: the drawing's pens and face.
  ///   - typesetter: sets the figures.
  ///
  /// Nil if not even a metre fits.
  public init?(scale: Double, width: Double, style: DrawingStyle, typesetter: Typesetter) {
    lettering = Lettering(style: style, typesetter: typesetter)
    self.scale = scale
    let room = width - Self.figures(lettering)
    guard let metres = [10, 5, 4, 3, 2, 1].first(where: { Double($0) * 1000 / scale <= room }) else {
      return nil
    }
    self.metres = metres
  }

  /// What the two figures beside the bar take.
  private static func figures(_ lettering: Lettering) -> Double {
    lettering.mark("0", at: .zero).box.width + lettering.mark("10\u{2009}m", at: .zero).box.width + 2.4
  }

  /// The marks, the bar's right end with its figure at `right`, its foot on the line of `baseline`.
  public func marks(right: Double, baseline: Double) -> [Mark] {
    let style = lettering.style
    let step = 1000 / scale
    let end = "\(metres)\u{2009}m"
    let last = lettering.mark(end, at: .zero).box.width
    let first = lettering.mark("0", at: .zero).box.width
    let stop = right - last - 1.2
    let start = stop - Double(metres) * step
    let (top, middle) = (baseline - Self.height, baseline - Self.height / 2)
    let whole = Rect(start, top, stop - start, Self.height)
    let dark = stride(from: 0, to: metres, by: 2).map { i in
      Mark.fill(.rect(Rect(start + Double(i) * step, top, step, Self.height)), .color(style.ink))
    }
    return dark + [
      .stroke(.rect(whole), .color(style.ink), Stroke(style.line)),
      .text(lettering.mark("0", at: Point(start - 1.2 - first / 2, middle))),
      .text(lettering.mark(end, at: Point(right - last / 2, middle))),
    ]
  }
}
