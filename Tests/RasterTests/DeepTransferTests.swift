import Raster
import Testing

@Suite struct DeepTransferTests {
  /// The nearest code by halving, the higher of two.
  private func plainCode(_ light: Float) -> UInt16 {
    let table = DeepTransfer.linear
    var (low, high) = (0, 65535)
    while high - low > 1 {
      let middle = (low + high) / 2
      if table[middle] <= light { low = middle } else { high = middle }
    }
    return UInt16(light - table[low] < table[high] - light ? low : high)
  }

  @Test func everyCodeComesBack() {
    let table = DeepTransfer.linear
    #expect(table.indices.allSatisfy { DeepTransfer.code(table[$0]) == UInt16($0) })
    #expect((0...255).allSatisfy { DeepTransfer.byte(table[$0 * 257]) == UInt8($0) })
  }

  @Test func lightBetweenCodesGoesToTheNearest() {
    let table = DeepTransfer.linear
    for code in stride(from: 0, to: 65535, by: 7) {
      let middle = (table[code] + table[code + 1]) / 2
      for light in [middle.nextDown, middle, middle.nextUp] {
        #expect(DeepTransfer.code(light) == plainCode(light), "\(light)")
      }
    }
    for light in [-1, -0.0, 0, 1e-30, 1, Float(1).nextUp, 7, .infinity] as [Float] {
      #expect(DeepTransfer.code(light) == plainCode(light), "\(light)")
      #expect(Int(DeepTransfer.byte(light)) == (Int(plainCode(light)) + 128) / 257, "\(light)")
    }
    #expect(DeepTransfer.code(.nan) == 0)
  }
}
