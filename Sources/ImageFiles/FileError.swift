import Glibc

/// Why a file could not be read or written. The path is the one the caller gave.
public enum FileError: Error, Equatable, Sendable {
  /// The input does not exist.
  case missing(String)
  /// The input is a folder.
  case inputIsFolder(String)
  /// The input holds more bytes than the caller allows.
  case tooLarge(String, limit: Int)
  /// The output exists and may not be overwritten.
  case exists(String)
  /// The folder that should hold the output does not exist, or is no folder.
  case noFolder(String, folder: String)
  /// The output is a folder.
  case outputIsFolder(String)
  /// No file can have this name; the text says why.
  case badName(String, reason: String)
  /// The file system forbids it.
  case denied(String, FileAction)
  /// The output could not be set up; the code is the system's `errno`.
  case notCreated(String, code: Int32)
  /// The device, file system or other end of a pipe failed; the code is the system's `errno`.
  case failed(String, FileAction, code: Int32)
}

/// What was being done to a file when it failed.
public enum FileAction: String, Equatable, Sendable {
  /// Opening for, or in the middle of, reading.
  case read
  /// Opening for, or in the middle of, writing.
  case write
  /// Making a file or folder.
  case create
}

/// The classes of failure that a command tells apart by its exit code (`sysexits.h`).
public enum FileErrorKind: Equatable, Sendable {
  /// Exit code 66: an input is missing or no file.
  case missingInput
  /// Exit code 73: the output cannot be created.
  case cannotCreate
  /// Exit code 74: reading or writing failed halfway.
  case io
  /// Exit code 77: not allowed.
  case permission
  /// Exit code 65: the input's content is not acceptable.
  case badData
}

extension FileError {
  /// The class of the failure.
  public var kind: FileErrorKind {
    switch self {
    case .missing, .inputIsFolder: .missingInput
    case .tooLarge: .badData
    case .exists, .noFolder, .outputIsFolder, .badName, .notCreated: .cannotCreate
    case .denied: .permission
    case .failed: .io
    }
  }

  /// The error for a failed attempt to make `path`, by the system's code.
  static func creating(_ path: String, code: Int32) -> FileError {
    switch code {
    case EACCES, EPERM: .denied(path, .create)
    case ENAMETOOLONG: .badName(path, reason: "the name is too long")
    case ENOENT, ENOTDIR: .noFolder(path, folder: splitPath(path).folder)
    case EEXIST: .exists(path)
    case EISDIR: .outputIsFolder(path)
    case ENOSPC, EDQUOT, EIO, EFBIG: .failed(path, .write, code: code)
    default: .notCreated(path, code: code)
    }
  }

  /// The error for a failed attempt to open `path` and write through it, by the system's code.
  static func writing(_ path: String, code: Int32) -> FileError {
    code == EACCES || code == EPERM ? .denied(path, .write) : .failed(path, .write, code: code)
  }

  /// The error for a failed attempt to open `path` and read it, by the system's code.
  static func reading(_ path: String, code: Int32) -> FileError {
    switch code {
    case ENOENT, ENOTDIR: .missing(path)
    case EACCES, EPERM: .denied(path, .read)
    case EISDIR: .inputIsFolder(path)
    default: .failed(path, .read, code: code)
    }
  }
}

extension FileError: CustomStringConvertible {
  /// One sentence for a person, with the file's name and the reason.
  public var description: String {
    switch self {
    case .missing(let path): "\(shown(path)) does not exist"
    case .inputIsFolder(let path): "\(shown(path)) is a folder, not a file to read"
    case .tooLarge(let path, let limit): "\(shown(path)) is larger than the limit of \(limit) bytes"
    case .exists(let path): "\(shown(path)) exists; use --force to overwrite"
    case .noFolder(let path, let folder):
      "\(shown(path)) cannot be written because \(shown(folder)) is not an existing folder"
    case .outputIsFolder(let path): "\(shown(path)) is a folder, not a file to write"
    case .badName(let path, let reason): "\(shown(path)) cannot be written: \(reason)"
    case .denied(let path, let action): "permission denied to \(action.rawValue) \(shown(path))"
    case .notCreated(let path, let code): "\(shown(path)) cannot be created: \(reason(code))"
    case .failed(let path, let action, let code):
      "cannot \(action.rawValue) \(shown(path)): \(reason(code))"
    }
  }
}

/// A path on one line whatever it holds: control characters are escaped, `-` is named.
private func shown(_ path: String) -> String {
  if path == "-" { return "the standard stream (-)" }
  let scalars = path.unicodeScalars.map { scalar in
    scalar.value < 0x20 || scalar.value == 0x7F ? scalar.escaped(asASCII: true) : "\(scalar)"
  }
  return "`\(scalars.joined())`"
}

private func reason(_ code: Int32) -> String {
  switch code {
  case ENOSPC: "no space is left on the device"
  case EDQUOT: "the disk quota is used up"
  case EFBIG: "the file would be larger than allowed"
  case EPIPE: "the reader has closed the pipe"
  case EIO: "the device reports an input/output error"
  case EROFS: "the file system is read-only"
  case ENXIO: "nothing accepts data there"
  default: systemText(code)
  }
}

private func systemText(_ code: Int32) -> String {
  var buffer = [CChar](repeating: 0, count: 256)
  guard strerror_r(code, &buffer, buffer.count) == 0 else { return "system error \(code)" }
  return text(of: buffer)
}
