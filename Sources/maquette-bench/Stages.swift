import JSON5
import Canvas
import Composition
import Geometry
import ImageFiles
import JSON5
import Raster
import Sheets
import Studio
import Variation

extension Task {
  static let stages = Task(
    name: "stages", usage: "[ROUNDS]", summary: "what each stage of a 36-tile sheet takes (median of 7)",
    run: { words in
      let rounds = try rounds(words, default: 7)
      let first = firstType(), stages = Stages(request: try DemoSheet.request())
      var times = Times()
      for _ in 0..<rounds { try stages.run(&times) }
      print("36 tiles on A4 at 300 dpi, \(Workshop.cores) threads, \(rounds) rounds; times in ms\n")
      print(times.table(firstType: first))
      return 0
    })
}

/// The first shaped line of a process: fontconfig reads its cache and FreeType opens a face. Happens once.
private func firstType() -> Double {
  let start = now()
  _ = Typesetter().metrics(of: TextLine("Blue Hour", font: Font("Inter"), size: 10))
  return now() - start
}

/// What the stages took.
private struct Times {
  var planning = Sample(), drawing = Sample(), finish = Sample()
  var assembling = Sample(), encoding = Sample(), writing = Sample()
  var tileMegapixels = 0.0, sheetMegapixels = 0.0
}

/// The stages of the main job, one after the other, from nothing but the preset.
private struct Stages {
  let request: SheetRequest

  func run(_ times: inout Times) throws {
    let workshop = Workshop(jobs: Workshop.cores, language: request.preset.language)
    let planned = try times.planning.time { try SheetMaker.plan(request, in: workshop) }
    let plan = try SheetMaker.place(planned, request)
    let drawn = try times.drawing.time { try draw(planned, plan, workshop) }
    let tiles = times.finish.time { finished(drawn, planned, plan, workshop) }
    let sheet = try times.assembling.time {
      try SheetMaker.assemble(tiles, planned, plan, request, in: workshop)
    }
    let record = JSONText.compact(SheetMaker.manifest(request, planned, plan).json)
    let bytes = try times.encoding.time { try encode(sheet, record, workshop) }
    try withScratchFolder { folder in
      try times.writing.time { try writeFile(bytes, to: folder + "/sheet.png", overwrite: false) }
    }
    times.tileMegapixels = plan.boxes.reduce(0) { $0 + Double($1.width * $1.height) / 1e6 }
    times.sheetMegapixels = Double(plan.width * plan.height) / 1e6
  }

  private func scale(_ box: SheetPlan.Box) -> Double { Double(box.width) / request.preset.format.size.width }

  private func draw(_ planned: Planned, _ plan: SheetPlan, _ workshop: Workshop) throws -> [Bitmap] {
    try workshop.map(plan.boxes.count) { index, typesetter in
      let box = plan.boxes[index]
      return Result {
        try Renderer.draw(
          planned.tiles[index].composition, View(scale: scale(box), width: box.width, height: box.height),
          with: typesetter)
      }
    }.map { try $0.get() }
  }

  private func finished(
    _ drawn: [Bitmap], _ planned: Planned, _ plan: SheetPlan, _ workshop: Workshop
  ) -> [Bitmap] {
    workshop.map(drawn.count) { index, _ in
      let tile = planned.tiles[index]
      return tile.design.finish(drawn[index], tile.composition, scale: scale(plan.boxes[index]), jobs: 1)
    }
  }

  private func encode(_ sheet: Bitmap, _ record: String, _ workshop: Workshop) throws -> [UInt8] {
    let text = PNGText(keyword: SheetManifest.keyword, text: record, compressed: true)
    return try encodePNG(sheet, PNGEncoding(dotsPerMetre: 11_811, texts: [text], jobs: workshop.jobs))
  }
}

extension Times {
  func table(firstType: Double) -> String {
    var table = Table("stage", "median", "least", "worst", "MP", "MP/s")
    func add(_ name: String, _ sample: Sample, _ megapixels: Double = 0) {
      table.add(
        name, shown(sample.median), shown(sample.least), shown(sample.worst),
        megapixels > 0 ? shown(megapixels) : "",
        megapixels > 0 ? shown(megapixels / sample.median * 1000) : "")
    }
    table.add("fonts, first shaping (once)", shown(firstType), "", "", "", "")
    add("planning with gates", planning)
    add("drawing tiles", drawing, tileMegapixels)
    add("finish", finish, tileMegapixels)
    add("assembling", assembling, sheetMegapixels)
    add("PNG encoding", encoding, sheetMegapixels)
    add("writing", writing)
    let sum =
      firstType + [planning, drawing, finish, assembling, encoding, writing].reduce(0) { $0 + $1.median }
    table.add("sum", shown(sum), "", "", "", "")
    return table.text
  }
}
