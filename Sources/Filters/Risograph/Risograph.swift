import Color
import Composition
import Parameters
import Raster

/// Two to four spot inks through a stencil duplicator: one plate an ink, each with its own screen, a little
/// off and unevenly inked, overprinting as transparent inks do.
///
/// Cost: two lookups a pixel and a screen an ink, see ``RisoRows``; 4 bytes a pixel besides source and
/// result.
public struct Risograph: Filter {
  public static let name = "riso"
  public static let summary = "two to four spot inks on paper, screened, a little off, with true overprints"

  /// Ground and artwork: plates three tenths of a millimetre off would double small type.
  public static let reach = FilterReach.artwork

  /// How a plate breaks tones up.
  enum Pattern: String, ParameterOption {
    /// Fine dots without order.
    case grain
    /// Round dots in rows, at another angle for every ink.
    case dots
    /// Lines, at another angle for every ink.
    case lines
  }

  /// What to show.
  enum Plate: String, ParameterOption {
    case all, first, second, third, fourth
  }

  var set = RisoInks.palette
  var inks = 2
  var pattern = Pattern.dots
  var cell = 0.9
  var misregistration = 0.3
  var grain = 0.5
  var paper = PrintStock.palette
  var plate = Plate.all

  public static let parameters: [Parameter<Risograph>] = [
    .choice("set", \.set, "which inks are on the drums"),
    .integer("drums", \.inks, 2...4, "how many of them are printed"),
    .choice("pattern", \.pattern, "how a plate breaks up tones"),
    .real("cell", \.cell, 0.2...4, scale: .log, unit: "mm", "from dot to dot"),
    .real("misregistration", \.misregistration, 0...1, unit: "mm", "how far plates are off at most"),
    .real("grain", \.grain, 0...1, "how unevenly the ink lies"),
    .choice("paper", \.paper, "the palette's ground or a paper of its own"),
    .choice("plate", \.plate, varied: false, "the print, or one plate as a grey positive"),
  ]

  public init() {}

  /// See `Filter`. Alpha is kept; what is transparent takes no ink.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture {
    let bitmap = picture.bitmap(jobs: context.jobs)
    guard bitmap.width > 0, bitmap.height > 0 else { return picture }
    let pass = RisoPass(self, context)
    let plates = pass.plates(bitmap, jobs: context.jobs)
    if let index = Plate.allCases.firstIndex(of: plate), index > 0 {
      return .shallow(Self.positive(plates, index - 1, alpha: bitmap, jobs: context.jobs))
    }
    var result = Bitmap(width: bitmap.width, height: bitmap.height)
    Bands.fill(&result.pixels, rows: bitmap.height, rowLength: bitmap.width, jobs: context.jobs) {
      band, pixels in
      var rows = RisoRows(pass, plates, source: bitmap)
      for y in band {
        let start = (y - band.lowerBound) * bitmap.width
        pixels.withPart(start..<start + bitmap.width) { rows.print(row: y, into: &$0) }
      }
    }
    return .shallow(result)
  }

  /// A plate as a master for a press: black where there is all ink, in even steps of area.
  private static func positive(_ plates: Bitmap, _ index: Int, alpha source: Bitmap, jobs: Int) -> Bitmap {
    var result = plates
    Bands.fill(&result.pixels, rows: plates.height, rowLength: plates.width, jobs: jobs) { band, pixels in
      let start = band.lowerBound * plates.width
      for x in pixels.indices {
        let alpha = source.pixels[start + x] >> 24
        let grey = 255 - (plates.pixels[start + x] >> UInt32(8 * index) & 255)
        pixels[x] = alpha << 24 | (grey * alpha + 127) / 255 * 0x010101
      }
    }
    return result
  }
}

/// One plate of a riso print.
public struct RisoPlate: Sendable {
  /// A full layer of its ink on white paper.
  public let ink: SRGB
  /// The share of the area to be covered, 0...1, before screening; the picture's size, in register.
  public let coverage: Plane
}

extension Risograph {
  /// The plates that print a picture, in printing order, for export. Values are even steps of 1/255.
  public func plates(of picture: Picture, _ context: FilterContext) -> [RisoPlate] {
    let bitmap = picture.bitmap(jobs: context.jobs)
    let pass = RisoPass(self, context)
    let packed = pass.plates(bitmap, jobs: context.jobs)
    return pass.inks.enumerated().map { index, ink in
      var plane = Plane(width: packed.width, height: packed.height)
      let stride = plane.stride
      Bands.fill(&plane.samples, rows: packed.height, rowLength: stride, jobs: context.jobs) {
        band, samples in
        for y in band {
          for x in 0..<packed.width {
            let code = packed.pixels[y * packed.width + x] >> UInt32(8 * index) & 255
            samples[(y - band.lowerBound) * stride + x] = Float(code) / 255
          }
        }
      }
      return RisoPlate(ink: ink, coverage: plane)
    }
  }
}
