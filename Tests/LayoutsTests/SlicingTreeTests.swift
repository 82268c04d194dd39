import Geometry
import Parameters
import Testing

@testable import Layouts

@Suite struct SlicingTreeTests {
  private static let aspects = [1.5, 0.67, 1, 1.33, 0.75, 1.78, 1, 0.8, 1.5, 1.5, 0.56, 1.2]

  private func tree(_ aspects: [Double], _ room: Size, gutter: Double = 3) -> SlicingTree {
    var tree = SlicingTree(aspects: aspects, weights: aspects.map { _ in 1 }, gutter: gutter)
    tree.anneal(room, stream: SeedStream(seed: 3, path: "tree"), rounds: 3000)
    return tree
  }

  /// Twelve photos fill a page within a hundredth of its shape, uncut, with even gutters and none overlapping.
  @Test(arguments: [Size(297, 280), Size(400, 200), Size(150, 260)]) func fillsThePage(room: Size) {
    let tree = tree(Self.aspects, room)
    #expect(abs(tree.height(width: room.width) / room.height - 1) < 0.01)
    let frames = tree.frames(width: room.width)
    for (frame, aspect) in zip(frames, Self.aspects) {
      #expect(abs(frame.width / frame.height / aspect - 1) < 1e-9, "no photo is cut or stretched")
    }
    for (i, a) in frames.enumerated() {
      for b in frames[(i + 1)...] {
        #expect(a.inset(by: -1.49).intersection(b.inset(by: -1.49)) == nil, "gutters are kept")
      }
    }
    let area = frames.reduce(0) { $0 + $1.area }
    #expect(area > room.width * room.height * 0.85)
  }

  @Test func onePhotoAndFortyPhotos() {
    #expect(tree([2], Size(100, 80)).frames(width: 100) == [Rect(0, 0, 100, 50)])
    let forty = (0..<40).map { 0.6 + Double($0 % 7) * 0.2 }
    let frames = tree(forty, Size(300, 300), gutter: 1).frames(width: 300)
    #expect(frames.count == 40 && frames.allSatisfy { $0.width > 0 && $0.height > 0 })
  }

  @Test func theSameStreamGivesTheSameTree() {
    let room = Size(200, 150)
    #expect(tree(Self.aspects, room).frames(width: 200) == tree(Self.aspects, room).frames(width: 200))
  }
}
