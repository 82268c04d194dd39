import Testing

@testable import Parameters

@Suite struct NearestTests {
  private let kinds = ["swiss", "split", "full-bleed", "contours", "grid"]

  @Test(arguments: [
    ("swis", "swiss"), ("Swiss", "swiss"), ("spilt", "split"), ("fullbleed", "full-bleed"),
    ("contour", "contours"), ("girdd", "grid"), ("kontorus", "contours"),
  ])
  func findsWhatWasMeant(word: String, wanted: String) { #expect(nearest(word, in: kinds) == wanted) }

  @Test(arguments: ["", "x", "marble", "abcdefgh", "zz"])
  func keepsQuietAboutTheRest(word: String) { #expect(nearest(word, in: kinds) == nil) }

  @Test func firstOfEqualsWins() {
    #expect(nearest("cat", in: ["bat", "hat"]) == "bat" && nearest("hat", in: ["bat", "hat"]) == "hat")
    #expect(nearest("X", in: ["x"]) == "x" && nearest("a", in: []) == nil)
    #expect(nearest(String(repeating: "y", count: 100_000), in: kinds) == nil)
  }

  @Test func countsSlips() {
    func slips(_ a: String, _ b: String) -> Int {
      slipCount(Array(a.unicodeScalars), Array(b.unicodeScalars))
    }
    #expect(slips("", "abc") == 3 && slips("abc", "") == 3 && slips("ca", "abc") == 3)
    #expect(slips("ab", "ba") == 1 && slips("kitten", "sitting") == 3 && slips("größe", "grosse") == 3)
  }
}
