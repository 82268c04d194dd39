import Canvas
import Composition
import Foundation
import Geometry
import Parameters
import Testing

@testable import Studio

@Suite struct LayoutsTests {
  @Test(arguments: layouts.indices, presets.indices)
  func setsEveryPreset(layout: Int, preset: Int) throws {
    let type = layouts[layout]
    guard type.refusal(of: presets[preset].content) == nil else { return }
    var composed = 0
    for index in 0..<30 {
      do {
        let composition = try compose(type, index, for: presets[preset])
        composed += 1
        let wrong = faults(composition)
        #expect(wrong.isEmpty, "\(type.name) \(index), \(presets[preset].name): \(wrong)")
        #expect(composition.textMarks.contains { $0.element == "title" })
        let elements = Set(composition.textMarks.map(\.element))
        for element in presets[preset].content.elements where !element.mayDrop && element.role != .subtitle {
          #expect(elements.contains(element.role.rawValue), "\(type.name) \(index) lacks \(element.role)")
        }
      } catch let failure as LayoutFailure {
        #expect(names(failure, presets[preset].content), "\(type.name) \(index): \(failure)")
      }
    }
    #expect(composed >= 15, "\(type.name) serves \(presets[preset].name) in \(composed) of 30 settings only")
  }

  /// Every preset has layouts that serve it, and each of those sets it without a fault.
  @Test(arguments: allPresets) func servesThePresetsOfAllFolders(name: String) throws {
    let preset = preset(name)
    let setter = Typesetter(language: preset.language)
    var served = 0
    for group in preset.space.group(.layout).components {
      let type = layouts.first { $0.name == group.entry.name }!
      for index in 0..<2 {
        guard let composition = try? compose(type, index, for: preset, with: setter) else { continue }
        served += 1
        let wrong = faults(composition)
        #expect(wrong.isEmpty, "\(type.name) \(index), \(name): \(wrong)")
        #expect(
          composition.textMarks.allSatisfy { $0.unknownGlyphs == 0 }, "\(type.name) lacks glyphs for \(name)")
      }
    }
    #expect(served >= 1, "\(name) is served \(served) times only")
  }

  private func names(_ failure: LayoutFailure, _ content: Content) -> Bool {
    let known = content.elements.map(\.role.rawValue) + ["details"]
    switch failure {
    case .cannotFit(let element, _): return known.contains(element)
    case .missing(let element): return ContentRole(rawValue: element) != nil
    case .tooMany(let element, _, _): return ContentRole(rawValue: element) != nil
    case .tooLittle(let element, _): return element == "content" || ContentRole(rawValue: element) != nil
    }
  }

  /// What people really type: each is set well, or refused with the name of the element.
  private static let hard: [(name: String, content: Content)] = {
    func brief(_ title: String, _ more: [ContentElement]) -> Content {
      Content([ContentElement(role: .title, items: [title], importance: 1)] + more)
    }
    let date = ContentElement(role: .date, items: ["Friday 14 March, 9 pm"])
    let place = ContentElement(role: .place, items: ["The Boathouse, Quay 3"])
    let word = String(repeating: "Donaudampf", count: 6)
    let names = (1...12).map { "Performer Number \($0)" }
    return [
      ("400 characters", brief(String(repeating: "All night long we play ", count: 18), [date, place])),
      ("one long word", brief(word, [date])), ("one letter", brief("X", [date, place])),
      ("twelve items", brief("Late Jazz", [date, ContentElement(role: .list, items: names), place])),
      ("title alone", brief("Blue Hour", [])),
      ("long word in a detail", brief("Blue", [date, ContentElement(role: .place, items: [word])])),
      (
        "long words in all details",
        brief(
          "Blue",
          [date, place].map { ContentElement(role: $0.role, items: [word]) }
            + [ContentElement(role: .list, items: [word, word])])
      ),
      (
        "long body",
        brief(
          "Blue", [ContentElement(role: .body, items: [String(repeating: "concrete and sails ", count: 60)])])
      ),
      (
        "every role",
        brief(
          "Blue Hour",
          ContentRole.allCases.filter { $0 != .title }.map {
            ContentElement(role: $0, items: ["Some \($0.rawValue) here"])
          })
      ),
    ]
  }()

  @Test(arguments: layouts.indices, hard.indices)
  func setsHardBriefsOrNamesTheElement(layout: Int, brief: Int) throws {
    let (name, content) = Self.hard[brief]
    for index in 0..<6 {
      do {
        let wrong = faults(try compose(layouts[layout], index, for: presets[index % 3], content: content))
        #expect(wrong.isEmpty, "\(layouts[layout].name) \(index), \(name): \(wrong)")
      } catch let failure as LayoutFailure {
        #expect(names(failure, content), "\(layouts[layout].name) \(index), \(name): \(failure)")
      }
    }
  }

  @Test(arguments: layouts.indices)
  func setsOddPages(layout: Int) throws {
    let pages = [
      Size(420, 297), Size(210, 100), Size(100, 300), Size(85, 55), Size(1189, 841), Size(200, 200),
    ]
    for (index, size) in pages.enumerated() {
      for setting in 0..<4 {
        do {
          let composition = try compose(
            layouts[layout], setting, for: presets[0], page: Page(size: size, bleed: 3))
          let wrong = faults(composition)
          #expect(wrong.isEmpty, "\(layouts[layout].name) \(setting) on \(pages[index]): \(wrong)")
        } catch let failure as LayoutFailure {
          #expect(names(failure, presets[0].content), "\(layouts[layout].name) on \(size): \(failure)")
        }
      }
    }
  }
}
