import Glibc

/// Writes a file so that no reader, crash or race ever sees half of it.
///
/// A regular file is written beside its destination under a temporary name, synced, and renamed; a failure
/// leaves what was there before. If the path is a link, the file that it leads to is replaced and the link
/// stays. `-` and `/dev/stdout` are standard output; a device or a pipe is written through and never
/// replaced. Temporary files that ended processes left in the folder are removed first.
///
/// - Parameters:
///   - bytes: the whole content.
///   - path: where to write; see above for `-` and special files.
///   - overwrite: whether an existing regular file may be replaced.
/// - Throws: `exists`, `noFolder`, `outputIsFolder`, `badName`, `denied`, `notCreated` or `failed`.
public func writeFile(_ bytes: [UInt8], to path: String, overwrite: Bool) throws(FileError) {
  switch try destination(of: path, overwrite: overwrite) {
  case .standardOutput:
    try naming(FileError.writing, path) { () throws(SystemError) in
      try writeAll(bytes, to: STDOUT_FILENO)
    }
  case .stream:
    try naming(FileError.writing, path) { () throws(SystemError) in
      let stream = try Descriptor(path: path, O_WRONLY | O_NOCTTY)
      try writeAll(bytes, to: stream.raw)
      try stream.closeChecked()
    }
  case .file(let place):
    try naming(FileError.creating, path) { () throws(SystemError) in
      try writeAtomically(bytes, to: place)
    }
  }
}

private func writeAtomically(_ bytes: [UInt8], to place: Place) throws(SystemError) {
  let folder = try Descriptor(path: place.folder, O_RDONLY | O_DIRECTORY)
  sweepStaleFiles(in: folder, at: place.folder)
  let temporary = try TemporaryFile(in: folder, for: place.name)
  do throws(SystemError) {
    try fill(temporary.file, bytes, mode: place.replacedMode)
    try move(temporary.name, to: place, in: folder)
  } catch {
    unlinkat(folder.raw, temporary.name, 0)
    throw error
  }
  try sync(folder)
}

private func fill(_ file: borrowing Descriptor, _ bytes: [UInt8], mode: mode_t?) throws(SystemError) {
  let raw = file.raw
  if let mode { try retrying { fchmod(raw, mode) } }
  try writeAll(bytes, to: raw)
  try retrying { fsync(raw) }
}

private func move(
  _ name: String, to place: Place, in folder: borrowing Descriptor
) throws(SystemError) {
  let raw = folder.raw
  if place.overwrite {
    try retrying { renameat(raw, name, raw, place.name) }
  } else {
    try moveToFreeName(name, place.name, folder: raw)
  }
}

/// Unlike a rename, a link never replaces: of two racing writers one gets `EEXIST`. (`renameat2` would do it
/// in one step; the Glibc module lacks it.) A file system without links, such as a memory card's, gets an
/// empty file first, which only one writer can create, and then the rename over it.
private func moveToFreeName(_ name: String, _ final: String, folder: Int32) throws(SystemError) {
  do throws(SystemError) {
    try retrying { linkat(folder, name, folder, final, 0) }
    unlinkat(folder, name, 0)
  } catch {
    guard [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(error.code) else { throw error }
    try claimAndMove(name, final, folder: folder)
  }
}

private func claimAndMove(_ name: String, _ final: String, folder: Int32) throws(SystemError) {
  let claim = try retrying { openat(folder, final, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
  close(claim)
  do throws(SystemError) {
    try retrying { renameat(folder, name, folder, final) }
  } catch {
    unlinkat(folder, final, 0)
    throw error
  }
}

/// Makes the new name survive a power cut. Some network file systems cannot sync a folder and say EINVAL.
private func sync(_ folder: borrowing Descriptor) throws(SystemError) {
  let raw = folder.raw
  do throws(SystemError) {
    try retrying { fsync(raw) }
  } catch {
    guard error.code == EINVAL else { throw error }
  }
}
