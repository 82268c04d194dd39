import Glibc
import ImageFiles
import Raster

/// A small generator, so that test images never change.
struct Noise {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(_ bound: UInt32) -> UInt32 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return UInt32(truncatingIfNeeded: state >> 33) % bound
  }
}

/// Noise over a slope and flat areas: every filter type and every deflate method finds something.
func testBitmap(width: Int, height: Int, opaque: Bool, seed: UInt64 = 1) -> Bitmap {
  var noise = Noise(seed: seed)
  var bitmap = Bitmap(width: width, height: height)
  for y in 0..<height {
    for x in 0..<width {
      let flat = (x / 40 + y / 40) % 3 == 0
      let base = flat ? 90 : UInt32((x * 2 + y * 3) % 200)
      let alpha: UInt32 = opaque ? 255 : [0, 1, 77, 128, 254, 255][Int(noise.next(6))]
      let channels = (0..<3).map { _ in min((base + noise.next(7)), 255) * alpha / 255 }
      bitmap.pixels[y * width + x] = alpha << 24 | channels[0] << 16 | channels[1] << 8 | channels[2]
    }
  }
  return bitmap
}

/// A PNG's chunks as the tests see them, without the code under test.
func chunkList(_ png: [UInt8]) -> [(type: String, content: [UInt8], start: Int)] {
  var chunks: [(type: String, content: [UInt8], start: Int)] = []
  var position = 8
  while position + 12 <= png.count {
    let length = png[position..<(position + 4)].reduce(0) { $0 << 8 | Int($1) }
    let type = String(decoding: png[(position + 4)..<(position + 8)], as: UTF8.self)
    chunks.append((type, Array(png[(position + 8)..<(position + 8 + length)]), position))
    position += length + 12
  }
  return chunks
}

/// A folder of its own for one test, removed when the test lets go of it.
final class Folder {
  let path: String

  init() {
    var template = Array("\(environment("TMPDIR") ?? "/tmp")/maquette-files-XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    chmod(path, 0o755)
    for name in names { unlink("\(path)/\(name)") }
    for name in names { rmdir("\(path)/\(name)") }
    rmdir(path)
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// All names but `.` and `..`, sorted.
  var names: [String] { folderNames(path) ?? [] }

  func put(_ name: String, _ text: String) throws {
    try writeRaw(file(name), Array(text.utf8))
  }
}

func folderNames(_ path: String) -> [String]? {
  guard let stream = opendir(path) else { return nil }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != "." && name != ".." { names.append(name) }
  }
  return names.sorted()
}

func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}

struct TestFailure: Error {}

/// Plain reading and writing, so that the tests do not trust the code under test.
func writeRaw(_ path: String, _ bytes: [UInt8]) throws {
  guard let file = fopen(path, "w") else { throw TestFailure() }
  defer { fclose(file) }
  guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw TestFailure() }
}

func readRaw(_ path: String) throws -> [UInt8] {
  guard let file = fopen(path, "r") else { throw TestFailure() }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  while true {
    let byte = getc(file)
    if byte == EOF { return bytes }
    bytes.append(UInt8(byte))
  }
}

/// CRC-32 bit by bit, as annex D of the PNG specification defines it.
func plainCRC(_ bytes: [UInt8]) -> UInt32 {
  ~bytes.reduce(~0) { crc, byte in
    (0..<8).reduce(crc ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }
}

func bigEndian(_ value: UInt32) -> [UInt8] {
  (0..<4).map { UInt8(value >> (24 - 8 * $0) & 255) }
}

/// A file in `Fixtures`.
func fixture(_ name: String) throws -> [UInt8] {
  let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
  return try readRaw("/\(folder)/Fixtures/\(name)")
}

/// The conformance suite by Willem van Schaik, next to the package.
let pngSuiteFolder: String = {
  let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  return (environment("MAQUETTE_SHARED") ?? "/\(root)/../shared") + "/corpora/pngsuite/png"
}()

/// The suite's files; nil, with the reason printed, where it is absent.
func pngSuiteNames() -> [String]? {
  if let names = folderNames(pngSuiteFolder)?.filter({ $0.hasSuffix(".png") }), !names.isEmpty {
    return names
  }
  print("skipped: no PngSuite in \(pngSuiteFolder); MAQUETTE_SHARED can name the folder above `corpora`")
  return nil
}

/// A chunk with its checksum.
func pngChunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
  let body = Array(type.utf8) + content
  return bigEndian(UInt32(content.count)) + body + bigEndian(plainCRC(body))
}

/// Bytes as a zlib stream of stored blocks.
func storedZlib(_ bytes: [UInt8]) -> [UInt8] {
  var stream: [UInt8] = [0x78, 0x01]
  var rest = bytes[...]
  repeat {
    let part = rest.prefix(60_000)
    rest = rest.dropFirst(60_000)
    let count = part.count
    stream += [rest.isEmpty ? 1 : 0, UInt8(count & 255), UInt8(count >> 8)]
    stream += [UInt8(~count & 255), UInt8(~count >> 8 & 255)] + part
  } while !rest.isEmpty
  var (a, b): (UInt32, UInt32) = (1, 0)
  for byte in bytes {
    a = (a + UInt32(byte)) % 65521
    b = (b + a) % 65521
  }
  return stream + bigEndian(b << 16 | a)
}

/// A PNG of unfiltered rows, with chunks between header and image data.
func plainPNG(
  width: Int, height: Int, depth: UInt8, type: UInt8, chunks: [[UInt8]] = [], rows: [[UInt8]]
) -> [UInt8] {
  let header = bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [depth, type, 0, 0, 0]
  return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + pngChunk("IHDR", header) + chunks.flatMap { $0 }
    + pngChunk("IDAT", storedZlib(rows.flatMap { [0] + $0 })) + pngChunk("IEND", [])
}
