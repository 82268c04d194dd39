import CVector
import Color
import Raster

/// A room in perspective, with its materials, furniture and daylight.
///
/// A clean drawing in colour: surfaces at true scale, soft light worked out by radiosity, no noise and no grain.
public struct RoomView: Sendable {
  let furnishing: Furnishing
  let surfaces: RoomSurfaces
  let camera: RoomCamera
  let isSunny: Bool
  let textures: TextureStore

  /// Where it is sunny, the sun shines in through the largest window. Views that show the same materials share their
  /// textures.
  public init(
    _ furnishing: Furnishing, surfaces: RoomSurfaces, camera: RoomCamera, isSunny: Bool = true,
    textures: TextureStore = TextureStore()
  ) {
    (self.furnishing, self.surfaces, self.camera) = (furnishing, surfaces, camera)
    (self.isSunny, self.textures) = (isSunny, textures)
  }

  /// The view at a size in pixels, opaque; the same for any number of jobs.
  public func bitmap(width: Int, height: Int, jobs: Int = 1) -> Bitmap {
    precondition(width > 0 && height > 0)
    let view = camera.viewpoint(furnishing.room, width: width, height: height)
    let scene = RoomScene(furnishing, camera: camera)
    let shading = shading(scene, view, jobs: jobs)
    return RoomPicture(visibility: Visibility(scene, view), shading: shading).bitmap(jobs: jobs)
  }

  func shading(_ scene: RoomScene, _ view: Viewpoint, jobs: Int) -> Shading {
    let nearest = Double(view.focal) / 1.7
    let faces = (0..<6).map { texture(of: $0, nearest, jobs: jobs) }
    let finishes = finishes(scene, nearest * 0.7, jobs: jobs)
    let daylight = Daylight(furnishing.room, shell: scene.shell, isSunny: isSunny)
    let gather = LightGather(
      scene: scene, daylight: daylight, faceColors: faces.map(\.mean),
      solidColors: scene.finishes.map { finishes[$0.index].mean },
      patterns: RayPatterns(hemisphere: 6, square: 2),
      broad: RayPatterns(hemisphere: 20, square: 4), eye: view.eye)
    let map = gather.lightMap(step: lightStep(view), jobs: jobs).map
    return Shading(
      scene: scene, view: view, daylight: daylight, map: map, faces: faces, finishes: finishes)
  }

  /// By the finish's place among all; those that nothing in the room has stay an even coat, which costs nothing.
  private func finishes(_ scene: RoomScene, _ fineness: Double, jobs: Int) -> [SurfaceTexture] {
    let used = Set(scene.finishes + [.trim])
    return Finish.allCases.map {
      let surface = surfaces.surface($0)
      return textures.texture(
        used.contains($0) ? surface : RoomSurface(surface.color), pixelsPerMetre: fineness, jobs: jobs)
    }
  }

  /// Samples of light lie about ten pixels apart in the middle of the room; a hall has no more of them than a room.
  private func lightStep(_ view: Viewpoint) -> Float {
    let area = Float(furnishing.room.width * furnishing.room.depth)
    let least = max(0.022, (area / 40_000).squareRoot())
    return max(least, min(0.09, 35 / view.focal))
  }

  private func texture(of face: RoomShell.Face, _ fineness: Double, jobs: Int) -> SurfaceTexture {
    func made(_ surface: RoomSurface) -> SurfaceTexture {
      textures.texture(surface, pixelsPerMetre: fineness, jobs: jobs)
    }
    guard let wall = RoomShell.wall(face) else {
      return made(face == RoomShell.floor ? surfaces.floor : surfaces.ceiling)
    }
    if let accent = surfaces.accent, accent.wall == wall { return made(accent.surface) }
    return made(surfaces.wall)
  }
}

/// Draws the pixels: what each middle meets first, then colours, with eight rays where neighbours differ.
struct RoomPicture: Sendable {
  let visibility: Visibility
  let shading: Shading

  /// Places of eight rays in a pixel, no two in one row or column (Shirley 1991).
  private static let places: [(x: Float, y: Float)] = [
    (0.0625, 0.4375), (0.1875, 0.8125), (0.3125, 0.1875), (0.4375, 0.5625), (0.5625, 0.0625),
    (0.6875, 0.6875), (0.8125, 0.3125), (0.9375, 0.9375),
  ]

  func bitmap(jobs: Int) -> Bitmap {
    let (width, height) = (visibility.view.width, visibility.view.height)
    let stride = Rows.padded(width)
    var sights = [SIMD2<UInt32>](unwritten: stride * height)
    Bands.fill(&sights, rows: height, rowLength: stride, jobs: jobs, height: 32) { band, out in
      for y in band { meet(y, &out, (y - band.lowerBound) * stride, width) }
    }
    let all = sights
    return Bitmap(width: width, height: height, jobs: jobs) { y, row in paint(y, all.span, stride, &row) }
  }

  /// What the middles of a row's pixels meet: the id and the depth's bits.
  private func meet(_ y: Int, _ out: inout MutableSpan<SIMD2<UInt32>>, _ start: Int, _ width: Int) {
    let ramp = Lanes(0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5)
    for x in Swift.stride(from: 0, to: width, by: 8) {
      let (ids, depths) = visibility.sights(
        ramp + Float(x), Lanes(repeating: Float(y) + 0.5), near: x, y)
      for lane in 0..<8 {
        out[start + x + lane] = SIMD2(UInt32(bitPattern: ids[lane]), depths[lane].bitPattern)
      }
    }
  }

  private func paint(
    _ y: Int, _ sights: Span<SIMD2<UInt32>>, _ stride: Int, _ row: inout MutableSpan<Float>
  ) {
    let (width, height) = (visibility.view.width, visibility.view.height)
    let above = max(0, y - 1) * stride, here = y * stride, below = min(height - 1, y + 1) * stride
    func isEven(_ x: Int) -> Bool {
      let id = sights[here + x].x
      return id == sights[here + max(0, x - 1)].x && id == sights[here + min(width - 1, x + 1)].x
        && id == sights[above + x].x && id == sights[below + x].x
    }
    func put(_ x: Int, _ color: Triple) {
      row[x] = color.x
      row[stride + x] = color.y
      row[2 * stride + x] = color.z
    }
    for start in Swift.stride(from: 0, to: width, by: 8) {
      let evens = (start..<min(width, start + 8)).prefix(while: isEven).count
      let id = Int32(bitPattern: sights[here + start].x)
      if evens == 8, let face = Sight.plainFace(id) {
        var depths = Lanes()
        for lane in 0..<8 { depths[lane] = Float(bitPattern: sights[here + start + lane].y) }
        let colors = shading.row(of: face, x: start, y: y, depths: depths)
        row.setLanes(colors.x, at: start)
        row.setLanes(colors.y, at: stride + start)
        row.setLanes(colors.z, at: 2 * stride + start)
        continue
      }
      for x in start..<min(width, start + 8) {
        let sight = sights[here + x]
        let middle = Sight(id: Int32(bitPattern: sight.x), depth: Float(bitPattern: sight.y))
        put(x, isEven(x) ? shading.color(Float(x) + 0.5, Float(y) + 0.5, middle) : edge(x, y))
      }
    }
  }

  /// The mean of eight rays.
  private func edge(_ x: Int, _ y: Int) -> Triple {
    var (xs, ys) = (Lanes(), Lanes())
    for lane in 0..<8 {
      xs[lane] = Float(x) + Self.places[lane].x
      ys[lane] = Float(y) + Self.places[lane].y
    }
    let (ids, depths) = visibility.sights(xs, ys, near: x, y)
    var sum = Triple()
    for lane in 0..<8 {
      sum += shading.color(xs[lane], ys[lane], Sight(id: ids[lane], depth: depths[lane]))
    }
    return sum * 0.125
  }
}
