import Glibc

/// What a finished process left.
struct Finished {
  /// From before it was spawned until it had ended.
  let milliseconds: Double
  /// The exit code, or 128 and the signal's number.
  let code: Int32
  /// The most memory it ever held, in bytes.
  let peakBytes: Int
}

/// Other programs, run one at a time.
enum Child {
  /// Runs a program, found on PATH if its name holds no slash, and waits for it. What it prints is thrown away;
  /// its messages are shown.
  ///
  /// The kernel counts memory that the parent held when it spawned the child towards the child's peak, so a
  /// parent that asks for the peak must itself stay small.
  static func run(_ words: [String]) throws -> Finished {
    let start = now()
    let id = try spawn(words)
    var status: Int32 = 0
    var usage = rusage()
    while wait4(id, &status, 0, &usage) < 0 {
      guard errno == EINTR else {
        throw Trouble("cannot wait for \(words[0]): \(String(cString: strerror(errno)))")
      }
    }
    let signal = status & 0x7f
    return Finished(
      milliseconds: now() - start, code: signal == 0 ? status >> 8 & 0xff : 128 + signal,
      peakBytes: usage.ru_maxrss * 1024)
  }

  /// As `run`, but a program that fails is trouble.
  static func mustRun(_ words: [String]) throws -> Finished {
    let finished = try run(words)
    guard finished.code == 0 else {
      throw Trouble("'\(words.joined(separator: " "))' ended with \(finished.code)")
    }
    return finished
  }

  private static func spawn(_ words: [String]) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    // Sound: the copies live until they are freed below, after the kernel has read them.
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var id: pid_t = 0
    let problem = posix_spawnp(&id, words[0], &actions, nil, &arguments, environ)
    guard problem == 0 else { throw Trouble("cannot run \(words[0]): \(String(cString: strerror(problem)))") }
    return id
  }

  /// True if a program of that name is on PATH.
  static func isThere(_ name: String) -> Bool {
    let folders = getenv("PATH").map { String(cString: $0) } ?? ""
    return folders.split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
  }

  /// A command of this package: it stands beside this one.
  static func beside(_ name: String) throws -> String {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = buffer.withUnsafeMutableBytes { readlink("/proc/self/exe", $0.baseAddress!, $0.count) }
    guard count > 0 else { throw Trouble("cannot find this command's folder") }
    let path = String(decoding: buffer[..<count], as: UTF8.self)
    return path[..<path.lastIndex(of: "/")!] + "/" + name
  }
}
