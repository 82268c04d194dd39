import Glibc

/// Where bytes go, decided before anything is touched.
enum Destination {
  case standardOutput
  case stream
  case file(Place)
}

/// A regular file to be made or replaced.
struct Place {
  let folder: String
  let name: String
  let overwrite: Bool
  /// Permission bits of the file that is replaced; nil if there is none.
  let replacedMode: mode_t?
}

func destination(of path: String, overwrite: Bool) throws(FileError) -> Destination {
  if ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"].contains(path) { return .standardOutput }
  try checkName(path)
  let found = try naming(FileError.creating, path) { () throws(SystemError) in try status(of: path) }
  switch found?.fileType {
  case nil: return try .file(newPlace(path, overwrite))
  case S_IFDIR: throw .outputIsFolder(path)
  case S_IFREG:
    guard overwrite else { throw .exists(path) }
    return try .file(replacedPlace(path, mode: found!.st_mode & 0o777))
  default: return .stream
  }
}

/// A C string ends at its first NUL, so a name with one would name another file.
func checkName(_ path: String) throws(FileError) {
  if path.isEmpty { throw .badName(path, reason: "the name is empty") }
  if path.utf8.contains(0) { throw .badName(path, reason: "the name holds a NUL character") }
}

private func newPlace(_ path: String, _ overwrite: Bool) throws(FileError) -> Place {
  let (folder, name) = splitPath(path)
  if name.isEmpty { throw .badName(path, reason: "a file's name cannot end in a slash") }
  let link = try naming(FileError.creating, path) { () throws(SystemError) in
    try status(of: path, followingLinks: false)
  }
  if link != nil { throw .badName(path, reason: "it is a link to a missing file") }
  return Place(folder: folder, name: name, overwrite: overwrite, replacedMode: nil)
}

private func replacedPlace(_ path: String, mode: mode_t) throws(FileError) -> Place {
  guard let resolved = realpath(path, nil) else { throw .creating(path, code: errno) }
  defer { free(resolved) }
  // Renaming would replace a write-protected file too: the owner's wish counts.
  guard faccessat(AT_FDCWD, resolved, W_OK, AT_EACCESS) == 0 else { throw .writing(path, code: errno) }
  let (folder, name) = splitPath(String(cString: resolved))
  return Place(folder: folder, name: name, overwrite: true, replacedMode: mode)
}
