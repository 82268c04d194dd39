import Canvas
import Color
import Filters
import Geometry
import ImageFiles
import Palettes
import Raster
import Studio

extension Task {
  static let recolour = Task(
    name: "recolour", usage: "OUT.png PHOTO.png PHOTO.png...",
    summary: "draws photos before and after: their palettes, two other palettes, and each other's colours",
    run: { words in
      guard words.count >= 3 else { throw Misuse("recolour takes a file to write and at least two photos") }
      let photos = try words.dropFirst().map(Photo.init)
      try writeFile(
        encodePNG(RecolourSheet().paint(photos), PNGEncoding(jobs: Workshop.cores)), to: words[0],
        overwrite: true)
      return 0
    })
}

/// A picture and what was found in it.
private struct Photo {
  let name: String
  let bitmap: Bitmap
  /// From dark to light.
  let colors: [ExtractedColor]

  init(_ path: String) throws {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    name = file.split(separator: ".").first.map { $0.prefix(1).uppercased() + $0.dropFirst() } ?? file
    bitmap = try decodePNG(readFile(path, limit: 512 << 20))
    colors = try bitmap.palette().sorted { OKLab($0.color).lightness < OKLab($1.color).lightness }
  }
}

/// A ramp from dark to light that any photo can wear.
private struct Mood {
  let name: String
  let stops: [OKLCH]

  static let all = [
    Mood(
      name: "Warm dusk",
      stops: [
        OKLCH(0.2, 0.06, 310), OKLCH(0.37, 0.11, 345), OKLCH(0.56, 0.14, 10), OKLCH(0.74, 0.1, 40),
        OKLCH(0.93, 0.035, 75),
      ]),
    Mood(
      name: "Cool coast",
      stops: [
        OKLCH(0.2, 0.04, 255), OKLCH(0.38, 0.075, 242), OKLCH(0.56, 0.075, 222), OKLCH(0.75, 0.065, 68),
        OKLCH(0.94, 0.02, 85),
      ]),
  ]

  /// As many colours as the photo has, each near the lightness of the one whose place it takes.
  func colors(for photo: Photo) -> [SRGB] {
    photo.colors.indices.map { index in
      let place = Double(index) / Double(max(photo.colors.count - 1, 1)) * Double(stops.count - 1)
      let stop = stops[Int(place.rounded())]
      let own = OKLab(photo.colors[index].color).lightness
      return OKLCH(own + (stop.lightness - own) * 0.35, stop.chroma, stop.hue).srgb
    }
  }
}

/// One cell of the sheet.
private struct Cell {
  let title: String
  let detail: String
  let picture: Bitmap
  let bar: [(color: SRGB, share: Double)]
}

/// A row for each photo: as it is, in two other palettes, in another photo's colours by two ways. Pixels.
private struct RecolourSheet {
  private static let (column, gap, margin, head) = (208, 16, 32, 80)
  private static let (bar, caption) = (14, 64)
  private static let (ground, ink) = (SRGB(hex: "#e6e4df")!, SRGB(hex: "#24262b")!)
  private static let quiet = SRGB(hex: "#5f6066")!
  private let typesetter = Typesetter()

  func paint(_ photos: [Photo]) throws -> Bitmap {
    try typesetter.require(Font("Inter"), package: "fonts-inter")
    let rows = try photos.indices.map { index in
      try cells(photos[index], from: photos[(index + photos.count - 1) % photos.count])
    }
    let heights = rows.map { $0[0].picture.height + 6 + Self.bar + Self.caption }
    let width = 2 * Self.margin + 5 * Self.column + 4 * Self.gap
    // The margin begins below the last caption's 37 pixels, not below the gap after it.
    let height = Self.head + heights.reduce(0, +) - Self.caption + 37 + Self.margin
    let canvas = try Canvas(width: width, height: height)
    canvas.fill(.rect(Rect(0, 0, Double(width), Double(height))), .color(Self.ground))
    write("Before and after", Font("Inter Display", weight: 600), 26, 0, 51, Self.ink, on: canvas)
    var top = Self.head
    for (row, height) in zip(rows, heights) {
      for (index, cell) in row.enumerated() { draw(cell, index * (Self.column + Self.gap), top, on: canvas) }
      top += height
    }
    return try canvas.bitmap()
  }

  private func cells(_ photo: Photo, from other: Photo) throws -> [Cell] {
    let source = photo.colors.map(\.color)
    let jobs = Workshop.cores
    let own = photo.colors.map { ($0.color, $0.share) }
    let theirs = other.colors.map { ($0.color, $0.share) }
    var cells = [fitted(photo.name, "its palette, in proportion", photo.bitmap, own)]
    for mood in Mood.all {
      let target = mood.colors(for: photo)
      let result = try photo.bitmap.recoloured(from: source, to: target, jobs: jobs)
      let bar = zip(target, photo.colors).map { ($0, $1.share) }
      cells.append(fitted(mood.name, "palette for palette", result, bar))
    }
    let linear = try photo.bitmap.transferringColors(linearlyFrom: other.bitmap, neutrals: 1, jobs: jobs)
    let sliced = try photo.bitmap.transferringColors(
      from: other.bitmap, SlicedTransfer(neutrals: 1), jobs: jobs)
    cells.append(fitted("Colours of \(other.name)", "linear transport", linear, theirs))
    cells.append(fitted("Colours of \(other.name)", "sliced transport", sliced, theirs))
    return cells
  }

  private func fitted(
    _ title: String, _ detail: String, _ picture: Bitmap, _ bar: [(color: SRGB, share: Double)]
  ) -> Cell {
    Cell(title: title, detail: detail, picture: picture.fitted(width: Self.column), bar: bar)
  }

  private func draw(_ cell: Cell, _ x: Int, _ top: Int, on canvas: borrowing Canvas) {
    canvas.copy(cell.picture, x: Self.margin + x, y: top)
    let y = top + cell.picture.height + 6
    // Even a small share can be seen.
    let shares = cell.bar.map { max($0.share, 0.05) }
    let whole = shares.reduce(0, +)
    var left = 0.0
    for (index, share) in shares.enumerated() {
      let right = left + share / whole * Double(Self.column)
      let (start, end) = (left.rounded(), right.rounded())
      canvas.fill(
        .rect(Rect(Double(Self.margin + x) + start, Double(y), end - start, Double(Self.bar))),
        .color(cell.bar[index].color))
      left = right
    }
    let baseline = Double(y + Self.bar + 17)
    write(cell.title, Font("Inter", weight: 600), 12, x, baseline, Self.ink, on: canvas)
    write(cell.detail, Font("Inter"), 12, x, baseline + 16, Self.quiet, on: canvas)
  }

  /// Writes a line; `x` counts from the margin.
  private func write(
    _ text: String, _ font: Font, _ size: Double, _ x: Int, _ baseline: Double, _ color: SRGB,
    on canvas: borrowing Canvas
  ) {
    let line = TextLine(text, font: font, size: size, tracking: size > 20 ? -0.02 : 0.005)
    canvas.draw(line, at: Point(Double(Self.margin + x), baseline), .color(color), with: typesetter)
  }
}

extension Bitmap {
  /// Made smaller to a width, each pixel the mean of the light that falls on it.
  fileprivate func fitted(width: Int) -> Bitmap {
    let scale = Double(self.width) / Double(width)
    let light = (0..<256).map { decodeSRGB(Double($0) / 255) }
    var result = Bitmap(width: width, height: Int((Double(height) / scale).rounded()), fill: 0xff00_0000)
    let step = Double(height) / Double(result.height)
    for y in 0..<result.height {
      let rows = Self.cover(Double(y) * step, Double(y + 1) * step, below: height)
      for x in 0..<width {
        var sum = SIMD4<Double>()
        for column in Self.cover(Double(x) * scale, Double(x + 1) * scale, below: self.width) {
          for row in rows {
            let p = pixels[row.index * self.width + column.index]
            let c = SIMD4(light[Int(p >> 16 & 255)], light[Int(p >> 8 & 255)], light[Int(p & 255)], 1)
            sum += c * (row.part * column.part)
          }
        }
        result.pixels[y * width + x] = SRGB(LinearRGB(sum.x / sum.w, sum.y / sum.w, sum.z / sum.w)).packed
      }
    }
    return result
  }

  /// Which whole places a stretch covers, and how much of each.
  private static func cover(_ low: Double, _ high: Double, below end: Int) -> [(index: Int, part: Double)] {
    (Int(low)..<min(end, Int(high.rounded(.up)))).map { index in
      (index, min(high, Double(index + 1)) - max(low, Double(index)))
    }
  }
}
