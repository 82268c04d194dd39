import CPango
import Synchronization

/// The fonts that Maquette may see: those of the system's font folders and nothing of the user's own, through private
/// fontconfig set-ups without substitution rules, so that the same name gives the same face everywhere.
enum FontCollection {
  private static let folders = ["/usr/share/fonts", "/usr/share/texmf/fonts/opentype/public"]

  // Sound: fontconfig objects may be shared by threads once built, and these are never changed or freed.
  nonisolated(unsafe) private static let everything = load()

  private struct Config: @unchecked Sendable { let pointer: OpaquePointer? }
  private static let narrowed = Mutex<[[String]: Config]>([:])

  /// A set-up in which only the faces of these families exist: whatever else is installed, nothing else is ever set,
  /// and nothing else is sorted through for every new face.
  static func config(for families: [String]) -> OpaquePointer? {
    narrowed.withLock { known in
      if let config = known[families] { return config }
      let config = Config(pointer: load(families))
      known[families] = config
      return config
    }.pointer
  }

  private static func load(_ families: [String]? = nil) -> OpaquePointer? {
    let list = folders.map { "<dir>\($0)</dir>" }.joined()
    let accepted = families?.map { (family: String) -> String in
      let name = "<patelt name=\"family\"><string>\(family.escapedForXML)</string></patelt>"
      return "<acceptfont><pattern>\(name)</pattern></acceptfont>"
    }
    let selection = accepted.map {
      "<selectfont>\($0.joined())<rejectfont><pattern></pattern></rejectfont></selectfont>"
    }
    let xml = """
      <?xml version="1.0"?><fontconfig>\(list)\(selection ?? "")
      <cachedir>/var/cache/fontconfig</cachedir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
      """
    guard let config = FcConfigCreate() else { return nil }
    _ = FcConfigParseAndLoadFromMemory(config, xml, 1)
    _ = FcConfigBuildFonts(config)
    return config
  }

  /// True if a face of exactly this family is installed; Pango itself would replace a missing one in silence.
  static func has(family: String) -> Bool {
    let pattern = FcPatternCreate()
    defer { FcPatternDestroy(pattern) }
    _ = family.withCString { name in
      name.withMemoryRebound(to: FcChar8.self, capacity: family.utf8.count + 1) {
        FcPatternAddString(pattern, FC_FAMILY, $0)
      }
    }
    guard let found = FcFontList(everything, pattern, nil) else { return false }
    defer { FcFontSetDestroy(found) }
    return found.pointee.nfont > 0
  }
}

extension String {
  fileprivate var escapedForXML: String {
    reduce(into: "") { $0 += ["&": "&amp;", "<": "&lt;", ">": "&gt;"][$1] ?? String($1) }
  }
}
