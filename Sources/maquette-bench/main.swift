// Speed and memory of the engine, and two tools for those who work on it: `compare` and `proof`.
import Glibc

let words = Array(CommandLine.arguments.dropFirst())
guard let name = words.first, let task = Task.all.first(where: { $0.name == name }) else {
  if words.first.map({ $0 != "help" && $0 != "--help" }) ?? false { note("there is no '\(words[0])'") }
  print(Task.overview)
  exit(words.isEmpty || words[0] == "help" || words[0] == "--help" ? 0 : 64)
}

do {
  exit(try task.run(Array(words.dropFirst())))
} catch {
  note("\(error)")
  exit(error is Misuse ? 64 : 70)
}
