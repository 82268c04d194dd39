import Raster

/// What every pixel of a solid asks of it, in the numbers of the view.
struct SolidLook: Sendable {
  let finish: Finish
  /// The place of its texture among those of all finishes.
  let texture: Int
  let isTextured: Bool
  /// The mean colour of its texture.
  let mean: Triple
  /// How much of the texture's contrast is kept.
  let share: Float
  /// A factor on its colour.
  let tint: Float
  /// Each solid is cut from another place.
  let shift: Float
  let gloss: (mirrored: Float, coat: Float)
  let half: Triple
  private let center: Triple
  private let axes: (x: Triple, y: Triple, z: Triple)

  init(_ index: Int, of scene: RoomScene, _ textures: [SurfaceTexture]) {
    let solid = scene.solids[index]
    finish = scene.finishes[index]
    texture = finish.index
    isTextured = !textures[texture].levels.isEmpty
    mean = textures[texture].mean
    share = finish.isCloth ? Shading.calm : 0.85
    tint = scene.tints[index]
    shift = Float(index % 17) * 0.37
    gloss = finish.gloss
    (half, center) = (Triple(solid.half), Triple(solid.center))
    axes = (Triple(solid.frame.x), Triple(solid.frame.y), Triple(solid.frame.z))
  }

  /// Own coordinates of a place in the room.
  @inline(__always)
  func local(_ p: Triple) -> Triple {
    let off = p - center
    return Triple(dot(off, axes.x), dot(off, axes.y), dot(off, axes.z))
  }

  /// The direction in the room of one in own coordinates.
  @inline(__always)
  func world(_ v: Triple) -> Triple { axes.x * v.x + axes.y * v.y + axes.z * v.z }
}
