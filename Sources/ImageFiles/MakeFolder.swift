import Glibc

/// Creates a folder and the folders above it that are missing; an existing folder is fine.
///
/// - Throws: `noFolder` if a file is in the way, `denied`, `badName`, `notCreated` or `failed`.
public func makeFolder(_ path: String) throws(FileError) {
  try checkName(path)
  let path = withoutClosingSlashes(path)
  if mkdir(path, 0o777) == 0 { return }
  let code = errno
  let parent = splitPath(path).folder
  switch code {
  case EEXIST: try checkFolder(path)
  case ENOENT where parent != "." && parent != path:
    try makeFolder(parent)
    // Another process may have made it in the meantime.
    if mkdir(path, 0o777) != 0 { try checkFolder(path) }
  default: throw .creating(path, code: code)
  }
}

private func checkFolder(_ path: String) throws(FileError) {
  let found = try naming(FileError.creating, path) { () throws(SystemError) in try status(of: path) }
  guard found?.fileType == S_IFDIR else { throw .noFolder(path, folder: path) }
}

private func withoutClosingSlashes(_ path: String) -> String {
  var bytes = Array(path.utf8)
  while bytes.count > 1 && bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
  return String(decoding: bytes, as: UTF8.self)
}
