import Canvas
import Composition
import Parameters
import Studio
import Testing

@testable import Variation

/// Candidates are chosen by sketches of their artwork: those must look like the print.
@Suite struct SketchTests {
  private static let typesetter = Typesetter()

  private func preset(_ generator: String) throws -> Preset {
    try Preset(
      bytes: Array(
        """
        {maquette: 1, name: "Sketch", format: {page: "A5"},
         content: [{role: "title", text: "Sketch"}],
         parameters: {"art.kind": "\(generator)", "layout.kind": {choose: ["swiss", "centred"]}}}
        """.utf8), file: "sketch.json")
  }

  private func seen(_ variant: Variant, _ preset: Preset, sketching: Bool) throws -> (Descriptor, Likeness) {
    let composed = try Composed.make(variant, preset, sketching: sketching, Self.typesetter)
    let thumbnail = try Thumbnail(composed.composition, with: Self.typesetter)
    return (Descriptor(seenIn: thumbnail, composed.composition), Likeness(thumbnail))
  }

  @Test(arguments: Catalog.generators.filter { $0.sketches }.map { $0.name })
  func sketchesLookLikePrint(name: String) throws {
    let preset = try preset(name)
    let sampler = Sampler(preset.space, seed: 5, plan: .sobol)
    let metric = Metric([0, 1, 1, 0, 0])
    var (toItself, toOthers) = ([Float](), [Float]())
    var before: Descriptor?
    for index in 0..<6 {
      let variant = sampler.variant(at: UInt32(index))
      let (sketch, _) = try seen(variant, preset, sketching: true)
      let (print, _) = try seen(variant, preset, sketching: false)
      #expect(sketch != print)
      toItself.append(metric.distance(sketch, print))
      if let before { toOthers.append(metric.distance(before, print)) }
      before = print
    }
    // A sketch is far nearer to its own print than another variant of the same generator is.
    let note: Comment = "\(toItself) against \(toOthers)"
    let (farthest, nearest): (Float, Float) = (toItself.max()!, toOthers.min()!)
    #expect(farthest < nearest * 0.75, note)
    let (own, others): (Float, Float) = (toItself.reduce(0, +) / 6, toOthers.reduce(0, +) / 5)
    #expect(own < others * 0.45, note)
  }

  @Test func otherGeneratorsDrawOnlyOnce() throws {
    for generator in Catalog.generators where !generator.sketches {
      let preset = try preset(generator.name)
      let variant = Sampler(preset.space, seed: 5, plan: .sobol).variant(at: 2)
      let composed = try Composed.make(variant, preset, sketching: true, Self.typesetter)
      #expect(!composed.isSketch)
      let (sketch, print) = (
        try seen(variant, preset, sketching: true).0, try seen(variant, preset, sketching: false).0
      )
      #expect(sketch == print)
    }
  }
}
