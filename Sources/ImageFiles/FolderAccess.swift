import Glibc

/// The folders that a file may name other files in: its own and those that the user allowed.
public struct FolderAccess: Sendable {
  /// Where relative names start.
  public let folder: String
  /// Further folders whose content may be read.
  public let allowed: [String]

  public init(folder: String, allowed: [String] = []) {
    self.folder = folder.isEmpty ? "." : folder
    self.allowed = allowed
  }

  /// Access to the folder that holds the file at `path`; the working folder for standard input.
  public init(besides path: String, allowed: [String] = []) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let parent = parts.dropLast().joined(separator: "/")
    self.init(folder: parts.count > 1 && parent.isEmpty ? "/" : parent, allowed: allowed)
  }

  /// The path at which `name` can be read. A relative name is looked for in the folder and then in the allowed ones;
  /// links are followed before the place is judged.
  ///
  /// - Throws: `missing` if no such file is there, `outside` if it lies in none of the folders.
  public func path(of name: String) throws(FolderAccessError) -> String {
    let roots = [folder] + allowed
    let candidates = name.hasPrefix("/") ? [name] : roots.map { $0 + "/" + name }
    let found = candidates.compactMap(resolved)
    guard !found.isEmpty else { throw .missing(name, folder: folder) }
    let open = roots.compactMap(resolved).map { $0 == "/" ? $0 : $0 + "/" }
    guard let path = found.first(where: { path in open.contains { path.hasPrefix($0) } }) else {
      throw .outside(name, folder: folder)
    }
    return path
  }
}

extension FolderAccess {
  /// The way from another folder to this one; nil if either does not exist.
  public func relativePath(from other: String) -> String? {
    guard let start = resolved(other), let end = resolved(folder) else { return nil }
    let (from, to) = (start.split(separator: "/"), end.split(separator: "/"))
    let shared = zip(from, to).prefix { $0 == $1 }.count
    let steps = from.dropFirst(shared).map { _ in ".." } + to.dropFirst(shared).map(String.init)
    return steps.isEmpty ? "." : steps.joined(separator: "/")
  }
}

/// Why a file that another file names may not be read.
public enum FolderAccessError: Error, Equatable, Sendable, CustomStringConvertible {
  case missing(String, folder: String)
  case outside(String, folder: String)

  public var description: String {
    switch self {
    case .missing(let name, let folder): "there is no file '\(name)' in '\(folder)'"
    case .outside(let name, let folder):
      "'\(name)' lies outside '\(folder)'; allow its folder with --allow DIR"
    }
  }
}

/// The path without links and dots; nil if nothing is there.
private func resolved(_ path: String) -> String? {
  guard !path.utf8.contains(0), let real = realpath(path, nil) else { return nil }
  defer { free(real) }
  return String(cString: real)
}
