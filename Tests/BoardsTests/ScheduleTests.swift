import CSV
import Composition
import Interiors
import JSON5
import Raster
import Testing

@testable import Boards
@testable import Studio

@Suite struct ScheduleTests {
  private func schedule(_ rows: [(String, WritableKeyPath<ItemRow, String>, String)]) throws -> Schedule {
    var preset = try Sample.preset()
    for (key, path, text) in rows {
      var row = ItemRow()
      row.key = key
      row.description = "as ordered"
      row[keyPath: path] = text
      preset.brief!.items.append(row)
    }
    return Schedule(try Sample.scheme(preset), board: preset.name)
  }

  @Test func theItemsTableAddsToWhatWasWorkedOut() throws {
    let all = try schedule([("F1", \.manufacturer, "Tarn & Weir"), ("A1", \.description, "Bowl")])
    let sofa = try #require(all.entries.first { $0.key == "F1" })
    #expect(sofa.description == "as ordered" && sofa.manufacturer == "Tarn & Weir")
    #expect(sofa.size == "2200 × 950 × 800" && sofa.quantity == "1")
    #expect(all.keys.last == "A1")
    let floor = try #require(all.entries.first { $0.key == "M4" })
    #expect(floor.quantity == "21.3" && floor.unit == "m2" && floor.share == 0.3)
  }

  /// Who orders by the schedule gets neither too much nor too little: a wall of its own is taken off the others.
  @Test func wallsAreMeasuredWithoutTheirOpenings() throws {
    func areas(_ text: String) throws -> [String: String] {
      let schedule = Schedule(try Sample.scheme(try Sample.preset(text)), board: "B")
      return Dictionary(uniqueKeysWithValues: schedule.entries.map { ($0.key, $0.quantity) })
    }
    // 2 x (5.2 + 4.1) x 2.7, less a door of 0.9 x 2.1 and a window of 1.8 x 1.5.
    #expect(try areas(Sample.text)["M1"] == "45.6")
    let text = Sample.text.replacing(
      "textile:", with: "feature: { name: \"limewash\", share: 0.1 }, textile:")
    let scheme = try Sample.scheme(try Sample.preset(text))
    #expect(scheme.furnishing.mainWall == .north)
    // The north wall has no opening: 5.2 x 2.7.
    #expect(try areas(text)["M2"] == "14.0" && areas(text)["M1"] == "31.6")
  }

  /// What is written reads back, whatever stands in it.
  @Test func csvReadsBack() throws {
    let all = try schedule([
      ("F1", \.finish, "say \"flax\", undyed;\nwashed"), ("A1", \.link, "https://a.b/c,d"),
    ])
    var reader = try CSVReader(Array(all.csv.utf8))
    var rows: [[String]] = []
    while let row = try reader.record() { rows.append(row.map(\.text)) }
    #expect(rows[0].prefix(4) == ["key", "category", "room", "description"])
    #expect(rows.dropFirst().map { $0[0] } == all.keys)
    #expect(rows.contains { $0[6] == "say \"flax\", undyed;\nwashed" })
    #expect(rows.allSatisfy { $0.count == rows[0].count })
  }

  @Test func jsonHasTheSameKeys() throws {
    let all = try schedule([])
    let node = try parseJSON5(Array(JSONText.pretty(all.json).utf8), file: "s")
    #expect(node["entries"]?.array?.compactMap { $0["key"]?.string } == all.keys)
  }

  @Test func aPhotoWithoutCreditIsNamed() throws {
    var brief = try #require(try Sample.preset().brief)
    let photo = Photo(name: "site.jpg", digest: "0", picture: Bitmap(width: 2, height: 2)) { nil }
    brief.photos = [photo]
    #expect(Schedule.credits(of: brief).hasPrefix("site.jpg: WARNING: no credit given"))
  }
}
