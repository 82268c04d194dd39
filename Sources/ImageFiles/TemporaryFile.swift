import Glibc
import Synchronization

/// Numbers the temporary files of this process.
private let nextNumber = Atomic<Int>(0)

/// Folders that this process has swept: a batch of thousands of files lists each once. The path keeps apart
/// a new folder that got the inode of a removed one.
private let swept = Mutex<Set<SweptFolder>>([])

private struct SweptFolder: Hashable {
  let device: dev_t
  let inode: ino_t
  let path: String
}

/// A new, locked file `.NAME.maquette-PID-N.tmp`. The lock tells a sweeper on another machine or in another
/// container, which cannot know the process, that the file is in use.
struct TemporaryFile: ~Copyable {
  let file: Descriptor
  let name: String

  init(in folder: borrowing Descriptor, for name: String) throws(SystemError) {
    while true {
      let temporary = temporaryName(for: name)
      do throws(SystemError) {
        file = try Descriptor(in: folder, name: temporary, O_WRONLY | O_CREAT | O_EXCL, mode: 0o666)
        self.name = temporary
        _ = flock(file.raw, LOCK_EX | LOCK_NB)
        return
      } catch {
        // EEXIST: left by an ended process that had the same number.
        guard error.code == EEXIST else { throw error }
      }
    }
  }
}

private func temporaryName(for name: String) -> String {
  let number = nextNumber.wrappingAdd(1, ordering: .relaxed).oldValue
  return ".\(shortened(name)).maquette-\(getpid())-\(number).tmp"
}

/// At most 200 bytes of a name, whole characters, so that the longer name still fits the file system.
private func shortened(_ name: String) -> String {
  var short = name
  while short.utf8.count > 200 { short.unicodeScalars.removeLast() }
  return short
}

/// Removes what ended processes left in a folder. Best effort: an error here never stops a write.
func sweepStaleFiles(in folder: borrowing Descriptor, at path: String) {
  guard let status = try? folder.status() else { return }
  let key = SweptFolder(device: status.st_dev, inode: status.st_ino, path: path)
  guard swept.withLock({ $0.insert(key).inserted }) else { return }
  for name in names(in: folder) {
    guard let owner = temporaryOwner(name), hasEnded(owner) else { continue }
    removeIfUnlocked(name, in: folder)
  }
}

/// The process in the name of a temporary file; nil for any other name.
func temporaryOwner(_ name: String) -> pid_t? {
  guard name.hasPrefix("."), name.hasSuffix(".tmp") else { return nil }
  let parts = name.dropLast(4).split(separator: "-", omittingEmptySubsequences: false).suffix(3)
  guard parts.count == 3, let kind = parts.first, kind.hasSuffix(".maquette") else { return nil }
  let numbers = parts.dropFirst().compactMap { digits in
    digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? pid_t(digits) : nil
  }
  guard numbers.count == 2, numbers[0] > 0 else { return nil }
  return numbers[0]
}

private func hasEnded(_ process: pid_t) -> Bool {
  kill(process, 0) != 0 && errno == ESRCH
}

private func removeIfUnlocked(_ name: String, in folder: borrowing Descriptor) {
  let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK
  guard let file = try? Descriptor(in: folder, name: name, flags) else { return }
  guard let status = try? file.status(), status.fileType == S_IFREG else { return }
  if flock(file.raw, LOCK_EX | LOCK_NB) == 0 { unlinkat(folder.raw, name, 0) }
}

func names(in folder: borrowing Descriptor) -> [String] {
  let raw = openat(folder.raw, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard raw >= 0 else { return [] }
  guard let stream = fdopendir(raw) else {
    close(raw)
    return []
  }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    // The kernel ends d_name with a NUL inside the record.
    let name = UnsafeRawPointer(entry).advanced(by: MemoryLayout<dirent>.offset(of: \.d_name)!)
    names.append(String(cString: name.assumingMemoryBound(to: CChar.self)))
  }
  return names
}
