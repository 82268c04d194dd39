import CVector
import Raster

/// How one level of detail is searched.
struct PatchManner: Sendable {
  /// What likeness to the picture counts, against the exemplar's own texture at 1.
  var guide: Float
  /// How much of the picture is mixed into the texture that is continued, 0...1.
  var mix: Float
  /// How strongly parts of the exemplar that are used often are avoided.
  var variety: Float = 0.8
  /// Seeds stand this many pixels apart.
  var grid: Int
  /// A place from the seeds must cost less than this share of what the neighbours' texture costs to continue.
  var patience: Float
  var steps: Int
}

/// One level of detail: for every pixel of a picture the place of the exemplar that it takes over.
///
/// Discrete texture optimisation (Han et al., "Fast example-based surface texture synthesis via discrete optimization",
/// 2006) with a guide (Hertzmann et al., "Image analogies", 2001): candidates are the coherent continuations of the
/// neighbours' places (Ashikhmin, 2001) and the nearest guides from a tree.
struct PatchSearch {
  let picture: LabPlanes
  /// How much of the picture's content each pixel bears, 0...1 (``ContentWeights``).
  let content: Plane
  let atlas: Atlas
  let manner: PatchManner
  let jobs: Int

  private static let seedsPerPlace = 3
  private static let treePoints = 16000
  private static let patchWeight: Float = 0.05
  /// One pixel in so many of a row looks at the seeds in a step; the others follow it if they do better.
  private static let sparse: Int32 = 9
  /// Side of the pieces that the coarsest level begins with.
  private static let pieceSide = 8
  /// What likeness counts on even ground, and how much more where all content is.
  private static let ground: Float = 0.5
  private static let emphasis: Float = 3

  /// Searches the level.
  ///
  /// - Parameter start: where the level begins; nil at the coarsest, which begins with whole pieces.
  /// - Returns: places `y << 16 | x` of the atlas, row by row.
  func places(from start: [Int32]?) -> [Int32] {
    let guides = GuideField(picture, jobs: jobs)
    let seeds = seeds(guides)
    let columns = (picture.width + manner.grid - 1) / manner.grid
    let weights = weights()
    var places = start ?? pieces(seeds, columns)
    let own = Atlas.pixels(picture, border: Atlas.reach)
    for step in 0..<manner.steps {
      let search = patch_search(
        width: Int32(picture.width), height: Int32(picture.height), atlas_width: Int32(atlas.width),
        atlas_height: Int32(atlas.height), grid: Int32(manner.grid), grid_width: Int32(columns),
        seeds: Int32(Self.seedsPerPlace), guide_weight: manner.guide,
        // There is no texture to continue before the first step.
        patch_weight: start == nil && step == 0 ? 0 : Self.patchWeight, patience: manner.patience,
        sparse: Self.sparse, phase: Int32(step))
      places = improved(places, search, target(places, own), guides, weights, seeds)
    }
    return places
  }

  /// What the guide counts at each pixel, row by row.
  private func weights() -> [Float] {
    (0..<picture.height).flatMap { y in
      content.row(y).prefix(picture.width).map { Self.ground + Self.emphasis * $0 }
    }
  }

  /// Whole pieces of the exemplar, each the continuation of the seed of its middle: texture to go on with.
  private func pieces(_ seeds: [Int32], _ columns: Int) -> [Int32] {
    let (width, height, side) = (picture.width, picture.height, Self.pieceSide)
    return (0..<width * height).map { index in
      let (x, y) = (index % width, index / width)
      let middleX = min(width - 1, x / side * side + side / 2),
        middleY = min(height - 1, y / side * side + side / 2)
      // Neighbouring pieces of one tone take different places of the exemplar.
      let choice = (x / side * 5 + y / side * 7) % Self.seedsPerPlace
      let seed = seeds[
        ((middleY / manner.grid) * columns + middleX / manner.grid) * Self.seedsPerPlace + choice]
      let (placeX, placeY) = (Int(seed & 0xffff) + x - middleX, Int(seed >> 16) + y - middleY)
      guard (0..<atlas.width).contains(placeX), (0..<atlas.height).contains(placeY),
        atlas.valid[placeY * atlas.width + placeX] == 1
      else { return seed }
      return Int32(placeY << 16 | placeX)
    }
  }

  private func improved(
    _ places: [Int32], _ search: patch_search, _ target: [Int16], _ guides: GuideField, _ weights: [Float],
    _ seeds: [Int32]
  ) -> [Int32] {
    var result = places
    let usage = usage(places)
    let width = picture.width
    Bands.fill(&result, rows: picture.height, rowLength: width, jobs: jobs, height: 16) { band, part in
      var search = search
      part.withUnsafeMutableBufferPointer { rows in
        for y in band {
          // Sound: the arrays have the sizes that `search` states, and the row is this band's own.
          patch_search_row(
            &search, target, atlas.pixels, guides.values, atlas.guides.values, weights, atlas.valid, usage,
            seeds, places, Int32(y), rows.baseAddress! + (y - band.lowerBound) * width)
        }
      }
    }
    return result
  }

  /// The nearest places by guides alone, a few for each square of the grid, found for its middle.
  private func seeds(_ guides: GuideField) -> [Int32] {
    let tree = GuideTree(atlas.guides, atlas.points(limit: Self.treePoints))
    let (grid, per) = (manner.grid, Self.seedsPerPlace)
    let columns = (picture.width + grid - 1) / grid, rows = (picture.height + grid - 1) / grid
    var seeds = [Int32](repeating: 0, count: columns * rows * per)
    Bands.fill(&seeds, rows: rows, rowLength: columns * per, jobs: jobs, height: 8) { band, part in
      var found = [Int32](repeating: 0, count: per)
      for row in band {
        for column in 0..<columns {
          let x = min(picture.width - 1, column * grid + grid / 2)
          let y = min(picture.height - 1, row * grid + grid / 2)
          tree.nearest(to: y * picture.width + x, of: guides, into: &found)
          for (index, point) in found.enumerated() {
            let place = Int32((Int(point) / atlas.width) << 16 | Int(point) % atlas.width)
            part[((row - band.lowerBound) * columns + column) * per + index] = place
          }
        }
      }
    }
    return seeds
  }

  /// The texture so far, mixed with the picture; interleaved, with a border.
  private func target(_ places: [Int32], _ own: [Int16]) -> [Int16] {
    var target = own
    let (width, height, border) = (picture.width, picture.height, Atlas.reach)
    let row = 4 * (width + 2 * border)
    let share = Int32(manner.mix * 256)
    Bands.fill(&target, rows: height + 2 * border, rowLength: row, jobs: jobs) { band, part in
      for y in band {
        let source = max(0, min(height - 1, y - border)) * width
        for x in 0..<width + 2 * border {
          let place = places[source + max(0, min(width - 1, x - border))]
          let from = 4 * (Int(place >> 16) * atlas.width + Int(place & 0xffff))
          let start = (y - band.lowerBound) * row + 4 * x
          for k in 0..<3 {
            let (taken, kept) = (Int32(atlas.pixels[from + k]), Int32(part[start + k]))
            part[start + k] = Int16((taken * (256 - share) + kept * share) >> 8)
          }
        }
      }
    }
    return target
  }

  /// A factor for each 16 x 16 pixels of the atlas: the more pixels have taken from it, the dearer it is.
  private func usage(_ places: [Int32]) -> [Float] {
    let (columns, rows) = ((atlas.width + 15) / 16, (atlas.height + 15) / 16)
    var counts = [Int32](repeating: 0, count: columns * rows)
    for place in places { counts[Int(place >> 20) * columns + Int(place & 0xffff) >> 4] += 1 }
    let usual = Float(places.count) / Float(counts.count)
    return counts.map { 1 + manner.variety * Float($0) / usual }
  }
}
