import Parameters
import Testing

@testable import Interiors
@testable import Studio

@Suite struct FurnitureTests {
  @Test func thereAreManyPieces() {
    #expect(Catalog.pieces.count >= 24)
    #expect(Set(Catalog.pieces.flatMap { $0.styles }).count >= 8)
  }

  /// Whatever its parameters, a piece stays within what it says it occupies; cushions may bulge
  /// a little, and what lies on a top rises above it.
  @Test(arguments: Catalog.pieces.indices) func piecesKeepToTheirSize(index: Int) {
    let type = Catalog.pieces[index]
    for quantile in [0.0, 0.35, 0.7, 0.999] {
      check(type, quantile)
    }
  }

  private func check<Piece: FurniturePiece>(_ type: Piece.Type, _ quantile: Double) {
    let values = Piece.declarations.map { ($0.name, $0.domain.value(at: quantile)) }
    let piece = Piece.make { name in values.first { $0.0 == name }?.1 }
    let size = piece.size
    for solid in piece.solids {
      let box = solid.box
      let note = "\(Piece.name) at \(quantile): \(solid.finish) \(solid.center)"
      #expect(box.low.z > -0.02 && box.high.z < size.z + 0.5, "\(note)")
      #expect(max(-box.low.x, box.high.x) < size.x / 2 + 0.12, "\(note)")
      #expect(max(-box.low.y, box.high.y) < size.y / 2 + 0.12, "\(note)")
      #expect(min(solid.half.x, solid.half.y, solid.half.z) > 0, "\(note)")
    }
    let all = piece.solids.map { $0.box }
    let width = all.map(\.high.x).max()! - all.map(\.low.x).min()!
    #expect(width > size.x * 0.6, "\(Piece.name) at \(quantile) is \(width) wide, not \(size.x)")
  }
}
