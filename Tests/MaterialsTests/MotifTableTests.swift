import Geometry
import Parameters
import Testing

@testable import Materials

@Suite struct MotifTableTests {
  /// Pixel-exact: every operation of the group maps the table to itself, to the last bit.
  @Test(arguments: WallpaperGroup.allCases) func isInvariantUnderItsGroup(group: WallpaperGroup) {
    let side = 24
    for motif in [Wallpaper.Motif.sprig, .diamond] {
      let table = MotifTable(
        group, group.frame(proportion: Wallpaper.proportion), motif, fullness: 0.8, side: side,
        SeedStream(seed: 5, path: "motif"))
      #expect(table.first.allSatisfy { $0.isFinite } && Set(table.first).count > 6)
      for operation in group.operations {
        for y in 0..<side {
          for x in 0..<side {
            let image = operation.apply(x, y, of: side)
            #expect(table.first[y * side + x] == table.first[image.y * side + image.x])
            #expect(table.other[y * side + x] == table.other[image.y * side + image.x])
          }
        }
      }
    }
  }

  /// What the group does not ask is not there: the motif itself has no symmetry.
  @Test func hasNoSymmetryBeyondItsGroup() {
    let side = 24
    let table = MotifTable(
      .p1, WallpaperGroup.p1.frame(), .sprig, fullness: 0.8, side: side, SeedStream(seed: 5, path: "motif"))
    for operation in WallpaperGroup.p6m.operations.dropFirst() + WallpaperGroup.p4m.operations.dropFirst() {
      let same = (0..<side * side).count { index in
        let image = operation.apply(index % side, index / side, of: side)
        return table.first[index] == table.first[image.y * side + image.x]
      }
      #expect(same < side * side / 2, "\(operation)")
    }
  }
}
