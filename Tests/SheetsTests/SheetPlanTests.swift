import Studio
import Testing

@testable import Sheets

@Suite struct SheetPlanTests {
  /// Pages and resolutions, and the shapes of tiles: poster, wide card, square, phone, banner.
  private static let pages: [(String, Bool?, Double)] = [
    ("A4", nil, 300), ("A4", true, 150), ("1600x2000px", nil, 96), ("letter", nil, 72), ("A6", nil, 300),
  ]
  private static let aspects = [420.0 / 297, 55.0 / 85, 1, 2.2, 0.3]

  @Test(arguments: pages.indices, [nil, 1, 5] as [Int?])
  func nothingTouchesAnythingElse(page: Int, columns: Int?) throws {
    let (name, landscape, dpi) = Self.pages[page]
    let format = try PageFormat(name, landscape: landscape)
    var made = 0
    for aspect in Self.aspects {
      for count in 1...100 {
        let plan: SheetPlan
        do throws(SheetError) {
          plan = try SheetPlan(page: format, dpi: dpi, count: count, aspect: aspect, columns: columns)
        } catch {
          #expect(error == .tooManyTiles(count, format.name))
          continue
        }
        made += 1
        check(plan, count: count, aspect: aspect, columns: columns)
      }
    }
    #expect(made >= 20)
  }

  private func check(_ plan: SheetPlan, count: Int, aspect: Double, columns: Int?) {
    let what: Comment = "\(count) tiles of \(aspect) on \(plan.width)x\(plan.height), columns \(columns ?? 0)"
    #expect(plan.boxes.count == count, what)
    if let columns { #expect(plan.columns == columns, what) }
    let margin = Int(plan.margin * plan.pixelsPerMillimetre) - 1
    // Three lines of type, as the painter sets them, and their descenders.
    let short = Double(min(plan.width, plan.height)) / plan.pixelsPerMillimetre
    let size = min(short * 0.0105, Double(plan.boxes[0].width) / plan.pixelsPerMillimetre * 0.078)
    let caption = Int(size * (1.55 + 2 * 1.36 + 0.25) * plan.pixelsPerMillimetre)
    let top = Int((plan.margin + plan.header) * plan.pixelsPerMillimetre) - 1
    let bottom = plan.height - Int((plan.margin + plan.footer) * plan.pixelsPerMillimetre) + 1
    for (index, box) in plan.boxes.enumerated() {
      #expect(box.x >= margin && box.x + box.width <= plan.width - margin, what)
      #expect(box.y >= top && box.y + box.height + caption <= bottom + 1, what)
      #expect(abs(Double(box.height) - Double(box.width) * aspect) <= max(1, aspect) + 1e-9, what)
      #expect(box.width == plan.boxes[0].width && box.height == plan.boxes[0].height, what)
      if index % plan.columns > 0 { #expect(box.x > plan.boxes[index - 1].x + box.width, what) }
      if index >= plan.columns {
        #expect(box.y > plan.boxes[index - plan.columns].y + box.height + caption - 2, what)
      }
    }
  }

  @Test func refusesWhatDoesNotFit() throws {
    let page = try PageFormat("100x100px")
    let error = #expect(throws: SheetError.self) {
      try SheetPlan(page: page, dpi: 96, count: 400, aspect: 1.4, columns: nil)
    }
    #expect(error == .tooManyTiles(400, "100x100px"))
    #expect(error?.description.contains("use fewer (--count) or a larger page (--page)") == true)
    let large = try PageFormat("A0")
    #expect(throws: SheetError.tooLarge("A0", dpi: 2400)) {
      try SheetPlan(page: large, dpi: 2400, count: 1, aspect: 1, columns: nil)
    }
  }
}
