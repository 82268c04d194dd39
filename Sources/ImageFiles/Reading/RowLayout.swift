import CPNG

/// How a file's pixels lie in its rows.
struct RowLayout: Equatable, Sendable {
  enum Model: Equatable, Sendable {
    case grey, rgb
    /// `isInverted` if 0 is full ink, as Adobe's programs store it.
    case cmyk(isInverted: Bool)
  }

  var width: Int
  var height: Int
  var model: Model
  /// Whether a straight alpha sample follows the colours of a pixel.
  var hasAlpha: Bool
  /// 16 bits a sample in the machine's order, or else 8.
  var isDeep: Bool

  /// Colour samples of a pixel, without alpha.
  var colors: Int {
    switch model {
    case .grey: 1
    case .rgb: 3
    case .cmyk: 4
    }
  }
  var channels: Int { colors + (hasAlpha ? 1 : 0) }
  var sampleBytes: Int { isDeep ? 2 : 1 }
  var rowBytes: Int { width * channels * sampleBytes }

  /// Rows that are read in one turn: as many as the encoder puts into a band.
  var bandRows: Int {
    var layout = cpng_layout(self)
    return cpng_band_rows(&layout)
  }

  /// The same without inks, which no PNG holds.
  var withoutInks: RowLayout {
    var layout = self
    if case .cmyk = model { layout.model = .rgb }
    return layout
  }
}

extension cpng_layout {
  init(_ layout: RowLayout) {
    self.init(
      width: layout.width, height: layout.height, channels: layout.channels, sample_bytes: layout.sampleBytes)
  }
}
