import Raster

/// Decodes a picture of any kind that is read, by its content.
public func decodePicture(
  _ bytes: [UInt8], file: String, pixelLimit: Int = 200_000_000, jobs: Int = 1
) throws(ImageFileError) -> Picture {
  .shallow(try decodePNG(bytes, pixelLimit: pixelLimit))
}

/// Encodes a picture as PNG at its own depth.
public func encodePicture(_ picture: Picture, jobs: Int = 1) throws(ImageFileError) -> [UInt8] {
  try encodePNG(picture.bitmap(jobs: jobs), PNGEncoding(jobs: jobs))
}
