/// Decodes a picture and writes it as PNG in one go: while one thread decodes a band, the others encode the ones
/// before, so the picture is never whole in memory and neither half waits for the other.
///
/// The result shows what `encodePicture(decodePicture(bytes))` shows, with alpha as exact as the file had it: nothing
/// is premultiplied on the way. Grey stays grey. A picture that has to be turned goes the long way.
///
/// - Parameters:
///   - bytes: a file that ``decodePicture(_:pixelLimit:jobs:)`` reads.
///   - pixelLimit: refuse a larger picture.
///   - options: what to write into the file; its `jobs` decide how many threads work.
/// - Returns: the file.
/// - Throws: as ``decodePicture(_:pixelLimit:jobs:)`` and ``encodePicture(_:_:)``.
public func copyPicture(
  _ bytes: [UInt8], pixelLimit: Int = 200_000_000, _ options: PNGEncoding
) throws(ImageFileError) -> [UInt8] {
  try withOpenPicture(bytes, pixelLimit: pixelLimit) { open throws(ImageFileError) in
    guard open.orientation == .upright else {
      let picture = try decodePicture(bytes, pixelLimit: pixelLimit, jobs: options.jobs)
      return try encodePicture(picture, options)
    }
    let frame = try PNGFrame(options)
    let writer = try BandWriter(open.layout.withoutInks)
    try open.encode(with: writer, jobs: min(options.jobs, writer.count))
    return try writer.file(frame)
  }
}

extension OpenPicture {
  fileprivate func encode(with writer: BandWriter, jobs: Int) throws(ImageFileError) {
    let rows = writer.layout.bandRows
    let layout = layout
    try stream.forEachThread(jobs: jobs) {
      let stored = RowBuffer((rows + 1) * layout.rowBytes)
      guard let lane = Lane(writer.layout) else { return stream.stop(.encoder("out of memory")) }
      while let range = stream.next(rows, into: stored.bytes) {
        for index in 0...range.count {
          let row = stored.bytes.baseAddress! + index * layout.rowBytes
          conversion.convert(layout, row, into: lane.row(index))
        }
        if range.lowerBound == 0 { lane.row(0).update(repeating: 0, count: writer.layout.rowBytes) }
        guard writer.makeBand(range.lowerBound / rows, with: lane) else {
          return stream.stop(.encoder("out of memory"))
        }
      }
    }
  }
}
