import Glibc

/// The names of the pictures in a folder, in the order of their bytes: regular files that end in .png, .jpg or .jpeg in
/// any case, hidden ones and those of deeper folders left out.
///
/// - Throws: `missing` if there is no such folder, or why it cannot be read.
public func pictureNames(in path: String) throws(FileError) -> [String] {
  do { return try sortedPictures(in: Descriptor(path: path, O_RDONLY | O_DIRECTORY)) } catch {
    throw .reading(path, code: error.code)
  }
}

private func sortedPictures(in folder: borrowing Descriptor) -> [String] {
  var pictures: [String] = []
  for name in names(in: folder) where isPictureName(name) && isFile(name, in: folder) {
    pictures.append(name)
  }
  return pictures.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

private func isFile(_ name: String, in folder: borrowing Descriptor) -> Bool {
  guard let file = try? Descriptor(in: folder, name: name, O_RDONLY | O_NONBLOCK),
    let status = try? file.status()
  else { return false }
  return status.fileType == S_IFREG
}

private func isPictureName(_ name: String) -> Bool {
  guard !name.hasPrefix(".") else { return false }
  let lower = name.lowercased()
  return [".png", ".jpg", ".jpeg"].contains { lower.hasSuffix($0) }
}
