/// A file that is known to be readable, and how its rows become a picture.
struct OpenPicture {
  let stream: RowStream
  let conversion: RowConversion
  let orientation: Orientation

  /// As stored.
  var layout: RowLayout { stream.layout }
  var width: Int { orientation.swapsSides ? layout.height : layout.width }
  var height: Int { orientation.swapsSides ? layout.width : layout.height }
}

/// Opens a picture by its content, checks its size, and lends it to `body`.
func withOpenPicture<R>(
  _ bytes: [UInt8], pixelLimit: Int, usingTags: Bool = true, _ body: (OpenPicture) throws(ImageFileError) -> R
) throws(ImageFileError) -> R {
  // A typed error does not pass through withUnsafeBufferPointer.
  try bytes.withUnsafeBufferPointer { buffer -> Result<R, ImageFileError> in
    do throws(ImageFileError) {
      return .success(try body(openPicture(bytes, buffer, pixelLimit, usingTags)))
    } catch {
      return .failure(error)
    }
  }.get()
}

private func openPicture(
  _ bytes: [UInt8], _ buffer: UnsafeBufferPointer<UInt8>, _ limit: Int, _ usingTags: Bool
) throws(ImageFileError) -> OpenPicture {
  switch PictureFormat(bytes) {
  case .png:
    let chunks = try pngChunks(in: bytes)
    try checkPNG(chunks, in: bytes, pixelLimit: limit)
    let tags = usingTags ? try PNGTags(chunks, in: bytes) : nil
    let reader = try RowReader(png: buffer)
    let conversion = tags?.colors.conversion(for: reader.layout)
    return OpenPicture(
      stream: RowStream(reader), conversion: conversion ?? .none, orientation: tags?.orientation ?? .upright)
  case .jpeg:
    let reader = try RowReader(jpeg: buffer)
    try checkSize(reader.layout.width, reader.layout.height, limit)
    let segments = JPEGSegments(bytes)
    let tags = segments.profile.map { ColorTags.profile($0) } ?? .standard
    let conversion = tags.conversion(for: reader.layout)
    return OpenPicture(stream: RowStream(reader), conversion: conversion, orientation: segments.orientation)
  case .foreign(let name, let command): throw .foreign(name: name, command: command)
  case .empty: throw .emptyFile
  case .text: throw .notPicture(isText: true)
  case .unknown: throw .notPicture(isText: false)
  }
}

func checkSize(_ width: Int, _ height: Int, _ limit: Int) throws(ImageFileError) {
  guard width <= limit / max(1, height) else {
    throw .tooManyPixels(width: width, height: height, limit: limit)
  }
}

extension OpenPicture {
  /// All pixels, upright. `unpack` makes one row's pixels from converted samples.
  func pixels<Pixel: BitwiseCopyable & Sendable>(
    _ type: Pixel.Type, jobs: Int,
    unpack: @Sendable (UnsafePointer<UInt8>, RowLayout, UnsafeMutablePointer<Pixel>) -> Void
  ) throws(ImageFileError) -> [Pixel] {
    let count = layout.width * layout.height
    var failure: ImageFileError?
    let pixels = [Pixel](unsafeUninitializedCapacity: count) { out, done in
      do throws(ImageFileError) {
        try fill(Canvas(start: out.baseAddress!), jobs: jobs, unpack)
        done = count
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return pixels
  }

  /// Sound across threads: every band is handed out once and its pixels land nowhere else.
  private struct Canvas<Pixel>: @unchecked Sendable {
    let start: UnsafeMutablePointer<Pixel>
  }

  private func fill<Pixel: BitwiseCopyable & Sendable>(
    _ canvas: Canvas<Pixel>, jobs: Int,
    _ unpack: @Sendable (UnsafePointer<UInt8>, RowLayout, UnsafeMutablePointer<Pixel>) -> Void
  ) throws(ImageFileError) {
    let (layout, target) = (layout, layout.withoutInks)
    let (width, rows) = (layout.width, layout.bandRows)
    let steps = orientation.steps(width: width, height: layout.height)
    try stream.forEachThread(jobs: min(jobs, (layout.height + rows - 1) / rows)) {
      let stored = RowBuffer((rows + 1) * layout.rowBytes)
      let converted = RowBuffer(target.rowBytes)
      let band = UnsafeMutableBufferPointer<Pixel>.allocate(capacity: rows * width)
      defer { band.deallocate() }
      while let range = stream.next(rows, into: stored.bytes) {
        for index in 0..<range.count {
          let row = stored.bytes.baseAddress! + (index + 1) * layout.rowBytes
          conversion.convert(layout, row, into: converted.bytes.baseAddress!)
          unpack(converted.bytes.baseAddress!, target, band.baseAddress! + index * width)
        }
        // Column by column, so that a picture on its side is written in runs as well.
        let first = steps.origin + range.lowerBound * steps.down
        if steps.across == 1 {
          for index in 0..<range.count {
            let row = canvas.start + first + index * steps.down
            row.update(from: band.baseAddress! + index * width, count: width)
          }
        } else {
          for x in 0..<width {
            for index in 0..<range.count {
              canvas.start[first + x * steps.across + index * steps.down] = band[index * width + x]
            }
          }
        }
      }
    }
  }
}

/// Bytes for rows, freed once; aligned for samples of any depth.
struct RowBuffer: ~Copyable {
  let bytes: UnsafeMutableBufferPointer<UInt8>

  init(_ count: Int) {
    let raw = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 32)
    bytes = raw.bindMemory(to: UInt8.self)
  }

  deinit { UnsafeMutableRawBufferPointer(bytes).deallocate() }
}
