import Color

/// Adobe Swatch Exchange 1.0, every colour as RGB; one group if the list has a name.
func writeASE(_ list: SwatchList) -> [UInt8] {
  var blocks = list.swatches.map { block(0x0001, colorBody($0)) }
  if let name = list.name {
    blocks.insert(block(0xC001, nameBody(name)), at: 0)
    blocks.append(block(0xC002, []))
  }
  var bytes = Array("ASEF".utf8)
  bytes.append(big: UInt32(0x0001_0000))
  bytes.append(big: UInt32(blocks.count))
  return bytes + blocks.joined()
}

private func block(_ type: UInt16, _ body: [UInt8]) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.append(big: type)
  bytes.append(big: UInt32(body.count))
  return bytes + body
}

/// The count includes the NUL at the end.
private func nameBody(_ name: String?) -> [UInt8] {
  let units = nameUnits(name, limit: 0xFFFE)
  var bytes: [UInt8] = []
  bytes.append(big: UInt16(units.count + 1))
  for unit in units + [0] { bytes.append(big: unit) }
  return bytes
}

private func colorBody(_ swatch: Swatch) -> [UInt8] {
  var bytes = nameBody(swatch.name) + Array("RGB ".utf8)
  for part in [swatch.color.red, swatch.color.green, swatch.color.blue] {
    bytes.append(big: Float(part).bitPattern)
  }
  bytes.append(big: UInt16(2))  // 0 global, 1 spot, 2 an ordinary colour
  return bytes
}
