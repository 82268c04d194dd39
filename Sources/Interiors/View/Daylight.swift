import Elementary
import Raster

/// The light that comes in: sky through every window, sun through the largest, and a soft fill from where the
/// viewer stands.
struct Daylight: Sendable {
  struct Window: Sendable {
    let corner: Triple
    let u: Triple
    let v: Triple
    /// Into the room.
    let normal: Triple
    let area: Float
  }

  let windows: [Window]
  /// Towards the sun; nil without a window that it could shine through.
  let sun: Triple?

  /// Radiance of the sky seen through a window.
  static let sky = Triple(0.98, 1.0, 1.03)
  /// Irradiance of the sun over pi, on what faces it.
  static let sunlight = Triple(1.9, 1.72, 1.42)
  /// Radiance of a lit lampshade.
  static let lamp = Triple(0.95, 0.84, 0.68)

  init(_ room: Room, shell: RoomShell, isSunny: Bool) {
    let all = room.openings.filter { $0.kind == .window }
    windows = all.map { o in
      let face = RoomShell.face(o.wall)
      let (u, v) = RoomShell.axes(face)
      let (w, h) = (Float(o.width), Float(o.height))
      return Window(
        corner: shell.point(Float(o.at), Float(o.sill), on: face, off: -0.02), u: u * w, v: v * h,
        normal: RoomShell.normal(face), area: w * h)
    }
    let sides = all.filter { RoomShell.face($0.wall) != shell.near }
    let lit = sides.max { ($0.width * $0.height, -$0.at) < ($1.width * $1.height, -$1.at) }
    sun = isSunny ? lit.map { Self.sun(through: $0.wall, shell) } : nil
  }

  /// In at a slant, falling away from the viewer, about forty degrees high.
  private static func sun(through wall: Wall, _ shell: RoomShell) -> Triple {
    let face = RoomShell.face(wall)
    let inwards = RoomShell.normal(face)
    let away = RoomShell.normal(shell.near)
    let slant = abs(dot(inwards, away)) > 0.5 ? RoomShell.axes(face).u * 0.45 : away * 0.28
    let travel = inwards + slant - Triple(0, 0, 0.82)
    return made1(travel * -1)
  }
}

extension Daylight {
  /// What is seen outside: a pale sky over a pale ground, softly parted.
  static func outside(_ d: Triple) -> Triple {
    let rise = d.z / (d.x * d.x + d.y * d.y + 1e-6).squareRoot()
    let t = max(0, min(1, (rise + 0.10) / 0.2))
    let s = t * t * (3 - 2 * t)
    let high = max(0, min(1, rise * 1.4))
    let sky = Triple(0.98, 0.975, 0.955) + (Triple(0.80, 0.89, 0.95) - Triple(0.98, 0.975, 0.955)) * high
    let ground = Triple(0.70, 0.735, 0.67)
    return ground + (sky - ground) * s
  }
}
