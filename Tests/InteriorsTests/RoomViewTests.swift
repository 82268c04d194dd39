import Color
import Geometry
import Materials
import Parameters
import Raster
import Testing

@testable import Interiors
@testable import Studio

@Suite struct RoomViewTests {
  private func view(_ camera: RoomCamera = .onePoint(.north)) throws -> RoomView {
    let pieces = [PlacedPiece(item("F1", "sofa"), at: Point(2.6, 0.6))]
    var surfaces = RoomSurfaces(
      floor: RoomSurface(SRGB(hex: "#c0a080")!), wall: RoomSurface(SRGB(hex: "#e8e4da")!))
    surfaces.finishes[.textile] = RoomSurface(SRGB(hex: "#7f979a")!)
    return RoomView(
      Furnishing(room: try livingRoom(), pieces: pieces), surfaces: surfaces, camera: camera)
  }

  @Test func jobsChangeNothing() throws {
    let view = try view()
    let one = view.bitmap(width: 40, height: 26, jobs: 1)
    #expect(one.isOpaque)
    #expect(one == view.bitmap(width: 40, height: 26, jobs: 2))
    #expect(one == view.bitmap(width: 40, height: 26, jobs: 8))
  }

  /// A length at some depth is the focal length times it over the depth: 120 mm of floor are 120 mm there.
  @Test func lengthsShrinkWithDepth() throws {
    let room = try livingRoom()
    let eye = RoomCamera.onePoint(.north).viewpoint(room, width: 800, height: 500)
    for y in [0.5, 2, 3.5] as [Float] {
      let (a, b) = (eye.project(Triple(2, y, 0)), eye.project(Triple(2.12, y, 0)))
      #expect(abs((b.x - a.x) - eye.focal * 0.12 / a.depth) < 0.01)
      let shell = RoomShell(room: room, near: .south)
      let (t, face) = shell.exit(eye.eye, eye.direction(a.x, a.y))
      #expect(face == RoomShell.floor && abs(t - a.depth) < 0.001)
    }
  }

  @Test func texturesKeepTheirScale() {
    let board: any Material = Catalog.material("oak") { $0 == "width" ? .number(120) : nil }!
    let texture = SurfaceTexture(RoomSurface(SRGB(hex: "#c0a080")!, board), pixelsPerMetre: 64, jobs: 1)
    #expect(abs(Double(texture.width) * 1000 - board.tile.width) < 0.01)
    let short: Float = 0.02
    let a = texture.color(0.3, 0.4, long: SIMD2(short, 0), short: short)
    let b = texture.color(0.3 + texture.width, 0.4 - texture.height, long: SIMD2(short, 0), short: short)
    #expect(abs(a.x - b.x) < 1e-4 && abs(a.y - b.y) < 1e-4)
  }

  @Test(arguments: Wall.allCases) func placesOnFacesGoThereAndBack(wall: Wall) throws {
    let room = try livingRoom()
    let shell = RoomShell(room: room, near: .south)
    let face = RoomShell.face(wall)
    let p = shell.point(1.1, 0.9, on: face)
    let place = shell.place(p, on: face)
    #expect(abs(place.u - 1.1) < 1e-5 && abs(place.v - 0.9) < 1e-5)
    let plan = room.point(on: wall, along: 1.1)
    #expect(abs(Double(p.x) - plan.x) < 1e-5 && abs(Double(p.y) - plan.y) < 1e-5)
  }

  /// Cosine-weighted directions have a mean height of 2/3.
  @Test func raysSpreadEvenly() {
    for set in RayPatterns(hemisphere: 6, square: 2).hemispheres {
      let mean = set.map { $0.z.sum() }.reduce(0, +) / 48
      let (x, y) = (set.map { $0.x.sum() }.reduce(0, +) / 48, set.map { $0.y.sum() }.reduce(0, +) / 48)
      #expect(abs(mean - 2.0 / 3) < 0.01 && abs(x) < 0.03 && abs(y) < 0.03)
    }
  }

  /// The floor is darker below the sofa than in the open; walls are never black.
  @Test func piecesShadeTheFloor() throws {
    let view = try view()
    let scene = RoomScene(view.furnishing, camera: view.camera)
    let gather = LightGather(
      scene: scene, daylight: Daylight(view.furnishing.room, shell: scene.shell, isSunny: false),
      faceColors: [Triple](repeating: Triple(0.7, 0.7, 0.7), count: 6),
      solidColors: scene.solids.map { _ in Triple(0.5, 0.5, 0.5) },
      patterns: RayPatterns(hemisphere: 2, square: 1), broad: RayPatterns(hemisphere: 2, square: 1),
      eye: Triple(2.6, 6, 1.3))
    let map = gather.lightMap(step: 0.4, jobs: 1).map
    let under = map.light(0, 0.5, 0.15), open = map.light(0, 0.5, 0.6)
    #expect(under.y < open.y * 0.6, "\(under) \(open)")
    #expect(map.light(2, 0.5, 0.6).y > 0.05)
  }

  /// Eight pixels of a face side by side are what each is alone, in the sun, at its edge and in the shade.
  @Test func pixelsOfAFaceAgreeWithEachAlone() throws {
    var surfaces = RoomSurfaces(
      floor: RoomSurface(SRGB(hex: "#c0a080")!, Catalog.material("oak") { _ in nil }!),
      wall: RoomSurface(SRGB(hex: "#e8e4da")!))
    surfaces.accent = (.north, RoomSurface(SRGB(hex: "#b8a090")!, Catalog.material("plaster") { _ in nil }!))
    let furnishing = Furnishing(room: try livingRoom(), pieces: [])
    let view = RoomView(furnishing, surfaces: surfaces, camera: .onePoint(.north))
    let scene = RoomScene(furnishing, camera: view.camera)
    let place = view.camera.viewpoint(furnishing.room, width: 160, height: 104)
    let shading = view.shading(scene, place, jobs: 2)
    var (compared, lit) = (0, 0)
    for y in stride(from: 0, to: 104, by: 3) {
      for x in stride(from: 0, to: 160, by: 8) {
        let sights = (x..<x + 8).map {
          scene.shell.sight(place.eye, place.direction(Float($0) + 0.5, Float(y) + 0.5))
        }
        guard let face = Sight.plainFace(sights[0].id), sights.allSatisfy({ $0.id == sights[0].id }) else {
          continue
        }
        var depths = Lanes()
        for lane in 0..<8 { depths[lane] = sights[lane].t }
        let row = shading.row(of: face, x: x, y: y, depths: depths)
        for lane in 0..<8 {
          let alone = shading.color(
            Float(x + lane) + 0.5, Float(y) + 0.5, Sight(id: sights[lane].id, depth: sights[lane].t))
          #expect(row[lane] == alone, "\(x + lane), \(y)")
          let p = place.eye + place.direction(Float(x + lane) + 0.5, Float(y) + 0.5) * sights[lane].t
          if shading.sun(p, RoomShell.normal(face)) != Triple() { lit += 1 }
        }
        compared += 1
      }
    }
    #expect(compared > 300 && lit > 20, "\(compared) runs, \(lit) pixels in the sun")
  }

  /// A repeat that is as fine near as far is woven once.
  @Test func texturesOfOneGridAreShared() {
    let store = TextureStore()
    let surface = RoomSurface(SRGB(hex: "#cdbfae")!, Catalog.material("limewash") { _ in nil }!)
    let (near, far) = (
      store.texture(surface, pixelsPerMetre: 4096, jobs: 2),
      store.texture(surface, pixelsPerMetre: 2048, jobs: 2)
    )
    near.levels[0].texels.withUnsafeBufferPointer { a in
      far.levels[0].texels.withUnsafeBufferPointer { b in #expect(a.baseAddress == b.baseAddress) }
    }
  }
}
