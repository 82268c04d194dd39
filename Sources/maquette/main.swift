import Glibc
import Parameters
import Raster
import Sheets
import Studio

// pixman's `PIXMAN_DISABLE=fast` changes rounding, and so pixels; a file-size limit should be an error, not a signal.
unsetenv("PIXMAN_DISABLE")
signal(SIGXFSZ, SIG_IGN)
// A closed pipe is an error too, so that one that is a named output is reported.
signal(SIGPIPE, SIG_IGN)

keepFreedMemory()

func run(_ words: [String]) throws {
  guard let first = words.first else { return try Console.print(Help.overview) }
  switch first {
  case "--version", "-V": return try Console.print("maquette \(SheetManifest.engine)")
  case "--help", "-h": return try Console.print(Help.overview)
  default: break
  }
  guard let verb = Verb.all.first(where: { $0.name == first }) else { throw unknownVerb(first) }
  if words.dropFirst().prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
    return try Console.print(Help.text(for: verb))
  }
  try verb.run(Arguments(Array(words.dropFirst()), for: verb))
}

func unknownVerb(_ word: String) -> Failure {
  if Verb.later.contains(word) {
    return Failure(.usage, "'\(word)' is not supported by this version of Maquette")
  }
  let names = Verb.all.map(\.name)
  let hint = nearest(word, in: names).map { "; did you mean '\($0)'?" } ?? ""
  return Failure(
    .usage, "'\(word)' is no verb\(hint) (verbs: \(names.joined(separator: ", ")); see 'maquette help')")
}

do {
  try run(Array(CommandLine.arguments.dropFirst()))
} catch  where Console.readerIsGone(error) {
  // What every filter does at the end of a pipeline: no message, and the status of the signal.
  signal(SIGPIPE, SIG_DFL)
  raise(SIGPIPE)
} catch {
  let failure = Failure(error)
  Console.note("maquette: " + failure.message)
  exit(failure.code.rawValue)
}
