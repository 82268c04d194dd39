/// The size of something that is made row by row: rows of `planes` parts, each padded to whole vectors.
struct RowShape: Equatable, Sendable {
  /// Width in pixels.
  var width: Int
  /// Height in pixels.
  var height: Int
  /// Samples of a pixel.
  var planes: Int

  /// Samples of one plane's part of a row.
  var stride: Int { Rows.padded(width) }
  /// Samples of a row.
  var length: Int { planes * stride }
}

/// Gives rows of samples, one at a time, mostly from the top down.
///
/// Stages stand one on another: each asks the one below for the few rows that it needs and keeps them in a
/// ``RowRing``. So a chain of neighbourhood operations runs band by band and no whole float picture ever exists.
protocol RowSource: Sendable {
  var shape: RowShape { get }
  /// Row `y`, 0..<height, of `shape.length` samples.
  mutating func fetch(_ y: Int, into row: inout MutableSpan<Float>)
}

extension RowSource {
  /// Row `y` in memory that nobody has written: a source may leave what lies past the width as it was.
  mutating func fetchWhole(_ y: Int, into row: inout MutableSpan<Float>) {
    for end in stride(from: shape.stride, through: shape.length, by: max(8, shape.stride)) where end >= 8 {
      row.setLanes(Lanes(), at: end - 8)
    }
    fetch(y, into: &row)
  }
}

/// Row `y` of a source in an array of its own, from `start` on.
func fetchRow(_ y: Int, from source: inout some RowSource, into row: inout [Float], at start: Int = 0) {
  let length = source.shape.length
  var span = row.mutableSpan
  var part = span._mutatingExtracting(start..<start + length)
  source.fetch(y, into: &part)
}

/// The latest rows of a source.
struct RowRing {
  /// Row `y` is at `slot(y) * length`.
  private(set) var samples: [Float]
  let length: Int
  private let count: Int
  private var held: [Int]

  /// Room for `count` neighbouring rows of `length` samples.
  init(count: Int, length: Int) {
    (self.count, self.length) = (count, length)
    samples = [Float](repeating: 0, count: count * length)
    held = [Int](repeating: -1, count: count)
  }

  /// Where row `y` is, or would be.
  func range(_ y: Int) -> Range<Int> { y % count * length..<(y % count + 1) * length }

  /// Makes sure of row `y`.
  mutating func hold(_ y: Int, from source: inout some RowSource) {
    guard held[y % count] != y else { return }
    held[y % count] = y
    let range = range(y)
    var span = samples.mutableSpan
    var part = span._mutatingExtracting(range)
    source.fetch(y, into: &part)
  }
}

/// What the numbers of a picture are while it is worked on.
public enum Light: Sendable {
  /// As much light as there is: blurs and means come out as a lens would make them.
  case linear
  /// As the file holds it, in sRGB's transfer function: what most other programs work in.
  case encoded
}

/// A picture as premultiplied rows: red, green, blue and, if there are four planes, alpha.
struct PictureRows: RowSource {
  let picture: Picture
  let light: Light
  let shape: RowShape

  init(_ picture: Picture, planes: Int, light: Light = .linear) {
    self.picture = picture
    self.light = light
    shape = RowShape(width: picture.width, height: picture.height, planes: planes)
  }

  mutating func fetch(_ y: Int, into row: inout MutableSpan<Float>) {
    picture.decode(row: y, planes: shape.planes, light: light, into: &row)
  }
}

/// Rows that lie in memory.
struct StoredRows: RowSource {
  let shape: RowShape
  var samples: [Float]

  init(_ shape: RowShape, samples: [Float]) {
    precondition(samples.count == shape.height * shape.length)
    (self.shape, self.samples) = (shape, samples)
  }

  mutating func fetch(_ y: Int, into row: inout MutableSpan<Float>) {
    let source = samples.span.extracting(y * shape.length..<(y + 1) * shape.length)
    for x in stride(from: 0, to: row.count, by: 8) { row.setLanes(source.lanes(at: x), at: x) }
  }

  /// All rows of a source, in bands: every band starts from a copy of `source`.
  init(_ source: some RowSource, jobs: Int, height: Int = Bands.height) {
    let shape = source.shape
    var samples = [Float](unwritten: shape.height * shape.length)
    Bands.fill(&samples, rows: shape.height, rowLength: shape.length, jobs: jobs, height: height) {
      band, span in
      var source = source
      for (index, y) in band.enumerated() {
        span.withPart(index * shape.length..<(index + 1) * shape.length) { source.fetchWhole(y, into: &$0) }
      }
    }
    self.init(shape, samples: samples)
  }
}

extension Plane {
  var rows: StoredRows {
    StoredRows(RowShape(width: width, height: height, planes: 1), samples: samples)
  }
}

extension PlanarImage {
  var rows: StoredRows {
    StoredRows(RowShape(width: width, height: height, planes: planes), samples: samples)
  }
}

extension StoredRows {
  /// One plane of samples.
  var plane: Plane { Plane(width: shape.width, height: shape.height, samples: samples) }
  /// Three planes of colour, or four with alpha.
  var image: PlanarImage {
    PlanarImage(width: shape.width, height: shape.height, isOpaque: shape.planes == 3, samples: samples)
  }
}
