import Geometry
import Testing

@Suite struct WallpaperGroupTests {
  /// The number of images of a point in the conventional cell (International Tables, volume A).
  private static let orders: [(WallpaperGroup, Int)] = [
    (.p1, 1), (.p2, 2), (.pm, 2), (.pg, 2), (.cm, 4), (.pmm, 4), (.pmg, 4), (.pgg, 4), (.cmm, 8), (.p4, 4),
    (.p4m, 8), (.p4g, 8), (.p3, 3), (.p3m1, 6), (.p31m, 6), (.p6, 6), (.p6m, 12),
  ]

  @Test func thereAreSeventeenWithTheirOrders() {
    #expect(WallpaperGroup.allCases.count == 17)
    for (group, order) in Self.orders { #expect(group.operations.count == order, "\(group)") }
  }

  @Test(arguments: WallpaperGroup.allCases) func operationsFormAGroupModuloCells(group: WallpaperGroup) {
    // A general point's images under two operations after each other are among its images under one.
    let n = 840, start = (x: 11, y: 67)
    let images = group.operations.map { $0.apply(start.x, start.y, of: n) }
    #expect(Set(images.map { [$0.x, $0.y] }).count == images.count)
    for operation in group.operations {
      for image in images {
        let next = operation.apply(image.x, image.y, of: n)
        #expect(images.contains { $0 == next }, "\(group) \(operation)")
      }
    }
  }

  @Test(arguments: WallpaperGroup.allCases) func operationsKeepDistances(group: WallpaperGroup) {
    let frame = group.frame(proportion: 1.3)
    let (p, q) = (Point(0.13, 0.29), Point(0.71, 0.44))
    for operation in group.operations {
      let moved = frame.apply(operation.affine.apply(p)).distance(to: frame.apply(operation.affine.apply(q)))
      // A skew cell keeps distances under half turns only, which is all that its groups ask.
      #expect(abs(moved - frame.apply(p).distance(to: frame.apply(q))) < 1e-12, "\(group)")
    }
  }

  @Test func groupsDiffer() {
    // By the point sets of one general point, shifted in every way: no two groups of one lattice agree.
    let sets = WallpaperGroup.allCases.map { group in
      (group, Set(group.operations.map { "\($0.a) \($0.b) \($0.c) \($0.d) \($0.p) \($0.q)" }))
    }
    for (i, first) in sets.enumerated() {
      for second in sets.dropFirst(i + 1) { #expect(first.1 != second.1, "\(first.0) \(second.0)") }
    }
  }
}
