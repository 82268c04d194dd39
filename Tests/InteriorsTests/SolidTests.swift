import CVector
import Geometry
import Raster
import Testing

@testable import Interiors

@Suite struct SolidTests {
  private static let forms: [Solid] = [
    .block(-0.5...0.5, -0.3...0.3, 0...0.2, .timber, corner: 0.1, edge: 0.05),
    .round(0...0.7, radius: 0.2, top: 0.1, edge: 0.01, .metal),
    .ball(Vector3(0.1, 0.2, 0.3), radius: 0.25, .shade),
    .cushion(
      center: Vector3(0, 0, 0.5), size: Vector3(0.6, 0.4, 0.2), frame: .upright(leaning: 12), .textile),
  ]

  /// The distance as the formula says it, one place at a time.
  private func distance(_ s: Solid, _ p: Vector3) -> Double {
    let wide = s.widening(at: p.z)
    let (u, v) = (p.x / s.half.x, p.y / s.half.y)
    let bulge = max(1 - u * u, 0) * max(1 - v * v, 0)
    let hz = s.half.z - s.crown * (1 - bulge), corner = s.corner * wide
    let q = Point(abs(p.x) - s.half.x * wide + corner, abs(p.y) - s.half.y * wide + corner)
    let side = Point(max(q.x, 0), max(q.y, 0)).length + min(max(q.x, q.y), 0) - corner
    let e = Point(side + s.edge, abs(p.z) - hz + s.edge)
    return Point(max(e.x, 0), max(e.y, 0)).length + min(max(e.x, e.y), 0) - s.edge
  }

  @Test(arguments: 0..<4) func distanceIsTheFormula(_ number: Int) {
    let solid = Self.forms[number]
    var form = solid.form
    for i in 0..<9 {
      var (x, y, z) = (Lanes(), Lanes(), Lanes())
      for lane in 0..<8 {
        (x[lane], y[lane], z[lane]) = (
          Float(lane) * 0.17 - 0.6, Float(i) * 0.12 - 0.5, Float((lane * 3 + i) % 7) * 0.1 - 0.3
        )
      }
      let found = solid_distance(&form, x, y, z)
      for lane in 0..<8 {
        let wanted = distance(solid, Vector3(Double(x[lane]), Double(y[lane]), Double(z[lane])))
        #expect(abs(Double(found[lane]) - wanted) < 2e-6)
      }
    }
  }

  /// A ray straight down onto a block ends on its top, one beside it goes on.
  @Test func raysEndOnTheSurface() {
    var form = Self.forms[0].form
    var rays = RayLanes(from: Triple(0, 0, 2))
    rays.ox[1] = 0.9
    rays.dz = Lanes(repeating: -1)
    let far = Lanes(repeating: 10)
    let seen = solid_trace(&form, &rays, far, 1e-4)
    #expect(abs(seen[0] - 1.8) < 1e-3 && seen[1] == 10)
  }

  /// What a drawing shows is as wide and as high as the solid.
  @Test func outlinesAreTrue() {
    let block = Self.forms[0].bounds(.plan)
    #expect(abs(block.width - 1) < 1e-9 && abs(block.height - 0.6) < 1e-9)
    let cone = Self.forms[1].bounds(.front)
    #expect(abs(cone.height - 0.7) < 1e-9 && abs(cone.width - 0.4) < 0.01)
  }

  @Test func hullsTurnOneWay() {
    let hull = convexHull([Point(0, 0), Point(2, 0), Point(1, 0.5), Point(2, 2), Point(0, 2), Point(1, 0)])
    #expect(hull == [Point(0, 0), Point(2, 0), Point(2, 2), Point(0, 2)])
  }

  @Test func quarterTurnsAreExact() {
    #expect(Frame3.yaw(90).apply(Vector3(1, 0, 0)) == Vector3(0, 1, 0))
    #expect(Frame3.yaw(-90).apply(Vector3(1, 0, 0)) == Vector3(0, -1, 0))
    #expect(Frame3.lean(90).y == Vector3(0, 0, 1))
  }
}
