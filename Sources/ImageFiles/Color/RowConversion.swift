import Raster

/// Turns a row as the file stores it into sRGB, of the same depth and with the same alpha; inks become RGB.
enum RowConversion: Sendable {
  /// The samples are sRGB, or say nothing else.
  case none
  /// Grey codes to sRGB codes.
  case grey([UInt16])
  /// An RGB profile of curves and a matrix.
  case shaper(MatrixShaper)
  /// A profile of tables, by Little CMS.
  case tables(TableTransform)
  /// Inks without a profile: each takes away its complement, as multiplied filters do.
  case plainInks(isInverted: Bool)

  /// Converts `layout.width` pixels. Samples of 16 bits are in the machine's order, at even addresses.
  func convert(_ layout: RowLayout, _ row: UnsafePointer<UInt8>, into out: UnsafeMutablePointer<UInt8>) {
    switch self {
    case .none:
      out.update(from: row, count: layout.rowBytes)
    case .plainInks(let isInverted):
      Self.multiply(row, width: layout.width, isInverted: isInverted, into: out)
    case .tables(let transform):
      transform.apply(row, width: layout.width, into: out)
    case .grey, .shaper:
      if layout.isDeep {
        let count = layout.width * layout.channels
        row.withMemoryRebound(to: UInt16.self, capacity: count) { row in
          out.withMemoryRebound(to: UInt16.self, capacity: count) { convertSamples(layout, row, into: $0) }
        }
      } else {
        convertSamples(layout, row, into: out)
      }
    }
  }

  private func convertSamples<Sample: RowSample>(
    _ layout: RowLayout, _ row: UnsafePointer<Sample>, into out: UnsafeMutablePointer<Sample>
  ) {
    let step = layout.channels
    if layout.hasAlpha {
      for x in 0..<layout.width { out[x * step + step - 1] = row[x * step + step - 1] }
    }
    switch self {
    case .grey(let table):
      for x in 0..<layout.width { out[x * step] = Sample(truncatingIfNeeded: table[Int(row[x * step])]) }
    case .shaper(let shaper):
      for x in 0..<layout.width {
        let i = x * step
        let light = shaper.light(Int(row[i]), Int(row[i + 1]), Int(row[i + 2]))
        out[i] = Sample.encoded(light.x)
        out[i + 1] = Sample.encoded(light.y)
        out[i + 2] = Sample.encoded(light.z)
      }
    default: break
    }
  }

  /// round(a * b / 255) of the light that ink and black let through.
  private static func multiply(
    _ row: UnsafePointer<UInt8>, width: Int, isInverted: Bool, into out: UnsafeMutablePointer<UInt8>
  ) {
    let flip: UInt8 = isInverted ? 0 : 255
    for x in 0..<width {
      let black = UInt32(row[4 * x + 3] ^ flip)
      for channel in 0..<3 {
        out[3 * x + channel] = UInt8((UInt32(row[4 * x + channel] ^ flip) * black + 127) / 255)
      }
    }
  }
}

/// A sample of a row: the sRGB code nearest to a linear light.
private protocol RowSample: FixedWidthInteger, UnsignedInteger {
  static func encoded(_ light: Float) -> Self
}

extension UInt8: RowSample {
  static func encoded(_ light: Float) -> UInt8 { DeepTransfer.byte(light) }
}

extension UInt16: RowSample {
  static func encoded(_ light: Float) -> UInt16 { DeepTransfer.code(light) }
}
