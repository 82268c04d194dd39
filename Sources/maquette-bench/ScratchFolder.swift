import Glibc

/// Calls `body` with the path of an empty folder, and removes the folder and the files in it afterwards.
func withScratchFolder<T>(_ body: (String) throws -> T) throws -> T {
  let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  var template = Array("\(parent)/maquette-bench-XXXXXX".utf8CString)
  guard mkdtemp(&template) != nil else { throw Trouble("cannot make a folder in \(parent)") }
  let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  defer {
    for name in (try? names(in: path)) ?? [] { unlink("\(path)/\(name)") }
    rmdir(path)
  }
  return try body(path)
}

/// The names in a folder, in order.
func names(in path: String) throws -> [String] {
  guard let folder = opendir(path) else { throw Trouble("cannot read \(path)") }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    names.append(
      withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
  }
  return names.filter { $0 != "." && $0 != ".." }.sorted()
}
