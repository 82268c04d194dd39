import Color
import Composition
import Raster

/// All of a halftone that is the same for every row.
struct HalftonePass: Sendable {
  let separation: HalftoneSeparation
  let films: [InkFilm]
  let screens: [Screen]
  let paper: LinearRGB

  init(_ halftone: Halftone, _ context: FilterContext) {
    let stock = halftone.paper.paper(context.colors)
    let deep = context.colors.deepInk(on: stock.color, usual: halftone.inks == .duo ? .night : .soot)
    var turns: [(degrees: Double, phase: SIMD2<Double>)] = [(45, .zero), (75, .zero)]
    switch halftone.inks {
    case .process:
      let ground = stock.ground?.linear ?? LinearRGB(1, 1, 1)
      let white = SIMD3(Float(ground.red), Float(ground.green), Float(ground.blue))
      separation = .process(ProcessSeparation(black: Float(halftone.black), white: white))
      films = ProcessSeparation.inks
      turns = Self.processTurns
    case .duo:
      let bright = InkFilm(context.colors.brightInk(besides: deep, on: stock.color), on: stock.color)
        .transparent
      let film = InkFilm(deep, on: stock.color).transparent
      separation = .tone(
        ToneSeparation(
          deep: film, light: bright, paper: stock.color.linear, ground: stock.ground?.luminance))
      films = [film, bright]
    case .mono:
      separation = .tone(ToneSeparation(ink: deep.luminance, ground: stock.ground?.luminance))
      films = [InkFilm(deep, on: stock.color)]
    }
    paper = stock.color.linear
    screens = zip(films, turns).map { _, turn in
      Screen(
        halftone.shape.form, cell: context.pixels(halftone.cell), degrees: turn.degrees + halftone.angle,
        phase: turn.phase, softness: halftone.softness, gain: halftone.gain)
    }
  }

  /// The angles of offset printing: strong inks 30° apart, so that what they beat to is as fine as can be;
  /// yellow, which shows least, between.
  ///
  /// Three screens 30° apart add up to no frequency at all, so how their dots meet is the same everywhere and
  /// would shift colours, one way for rosettes with an open middle and the other for those with a dot. A
  /// quarter of a cell puts black half way between, where the shift is 0.
  private static let processTurns: [(degrees: Double, phase: SIMD2<Double>)] = [
    (15, .zero), (75, .zero), (0, .zero), (45, [0.25, 0.25]),
  ]
}

/// How pixels become shares of inks.
enum HalftoneSeparation: Sendable {
  case process(ProcessSeparation)
  case tone(ToneSeparation)

  func separate(_ pixels: [UInt32], into tones: inout [[Float]]) {
    switch self {
    case .process(let separation): separation.separate(pixels, into: &tones)
    case .tone(let separation): separation.separate(pixels, into: &tones)
    }
  }
}

/// Prints rows one after the other: separate, screen, overprint, encode, all while the row is in cache.
struct HalftoneRows {
  private let pass: HalftonePass
  private let source: Bitmap
  private var staged: [UInt32]
  private var tones: [[Float]]
  private var cover: [Float]
  private var sheet: SheetRow

  init(_ pass: HalftonePass, _ source: Bitmap) {
    (self.pass, self.source, sheet) = (pass, source, SheetRow(width: source.width))
    staged = [UInt32](repeating: 0, count: Rows.padded(source.width))
    cover = [Float](repeating: 0, count: staged.count)
    tones = [[Float]](repeating: cover, count: pass.films.count)
  }

  mutating func print(row y: Int, into pixels: inout MutableSpan<UInt32>) {
    source.stage(row: y, into: &staged)
    pass.separation.separate(staged, into: &tones)
    sheet.clear(pass.paper)
    for (index, film) in pass.films.enumerated() {
      screen(pass.screens[index], row: y, tones[index], into: &cover)
      sheet.print(film, cover)
    }
    sheet.encode(staged, dither: Dither(row: y, active: false), into: &pixels)
  }
}

private func screen(_ screen: Screen, row y: Int, _ tones: [Float], into cover: inout [Float]) {
  var cover = cover.mutableSpan
  screen.cover(row: y, tones: tones.span, into: &cover)
}
