import Parameters

// Parts that many pieces share.

/// The middles and widths of `count` equal parts of a length around 0.
func spread(_ count: Int, over length: Double) -> [(middle: Double, width: Double)] {
  let part = length / Double(count)
  return (0..<count).map { (-length / 2 + part * (Double($0) + 0.5), part) }
}

/// Four legs at (±x, ±y), from the floor to `top`; `splay` metres further out at the floor.
func fourLegs(
  x: Double, y: Double, top: Double, radius: Double, foot: Double, splay: Double = 0, _ finish: Finish
) -> [Solid] {
  [(-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0), (1.0, 1.0)].map { i, j in
    .rod(
      Vector3(i * x, j * y, top), Vector3(i * (x + splay), j * (y + splay), 0), radius: radius, end: foot,
      finish)
  }
}

/// Fronts in a grid on the face at `y` (towards the viewer), with gaps between them.
func fronts(
  x: ClosedRange<Double>, z: ClosedRange<Double>, y: Double, columns: Int, rows: Int, _ finish: Finish
) -> [Solid] {
  let (w, h) = (
    (x.upperBound - x.lowerBound) / Double(columns), (z.upperBound - z.lowerBound) / Double(rows)
  )
  let gap = 0.0025
  return (0..<rows).flatMap { j in
    (0..<columns).map { i -> Solid in
      let (left, foot) = (x.lowerBound + Double(i) * w, z.lowerBound + Double(j) * h)
      return .block(
        (left + gap)...(left + w - gap), (y - 0.004)...(y + 0.016), (foot + gap)...(foot + h - gap), finish,
        corner: 0.002, edge: 0.003)
    }
  }
}

/// What opens drawers and doors.
enum Handle: String, ParameterOption { case bar, knob, none }

/// A handle across, or a knob, before a front.
func handle(_ kind: Handle, x: Double, y: Double, z: Double, width: Double = 0.14, _ finish: Finish)
  -> [Solid]
{
  switch kind {
  case .none: []
  case .bar:
    [.block((x - width / 2)...(x + width / 2), (y + 0.02)...(y + 0.032), (z - 0.006)...(z + 0.006), finish)]
  case .knob: [.ball(Vector3(x, y + 0.022, z), radius: 0.014, finish)]
  }
}

extension Frame3 {
  /// A panel that stands upright, its own y up, leaning back by `degrees`.
  static func upright(leaning degrees: Double = 0) -> Frame3 { .lean(90 + degrees) }
}
