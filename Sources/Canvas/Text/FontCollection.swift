import CPango

/// The fonts that Maquette may see: those of the system's font folders and nothing of the user's own, through a
/// private fontconfig set-up without substitution rules, so that the same name gives the same face everywhere.
enum FontCollection {
  private static let folders = ["/usr/share/fonts", "/usr/share/texmf/fonts/opentype/public"]

  // Sound: fontconfig objects may be shared by threads once built, and this one is never changed or freed.
  nonisolated(unsafe) static let config: OpaquePointer? = load()

  private static func load() -> OpaquePointer? {
    let list = folders.map { "<dir>\($0)</dir>" }.joined()
    let xml = """
      <?xml version="1.0"?><fontconfig>\(list)
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
    guard let found = FcFontList(config, pattern, nil) else { return false }
    defer { FcFontSetDestroy(found) }
    return found.pointee.nfont > 0
  }
}
