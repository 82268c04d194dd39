import Parameters
import Raster

/// Gives a picture the whole distribution of another's colours, not just mean and covariance.
///
/// Sliced optimal transport (Pitié, Kokaram and Dahyot, 2007; Rabin et al., 2011): in turned axes, samples of
/// both pictures are sorted and matched by rank, again and again. The moves are averaged into a 33³ cube, so that
/// like colours move alike, and what the cube changes is smoothed by a guided filter, so that it adds neither
/// grain nor bands.
public struct SlicedTransfer: Hashable, Sendable {
  /// 0 changes nothing, 1 is the whole way.
  public var strength: Double
  /// Turned systems of axes, 1...200; 40 is plenty.
  public var rotations: Int
  /// Radius of the clean-up in pixels; 0 leaves it out.
  public var cleanUp: Int
  /// How firmly colours of hardly any chroma keep their a and b, 0...1.
  public var neutrals: Double

  public init(strength: Double = 1, rotations: Int = 40, cleanUp: Int = 16, neutrals: Double = 0) {
    self.neutrals = neutrals
    self.strength = strength
    self.rotations = rotations
    self.cleanUp = cleanUp
  }

  /// Samples of a picture: enough for any, and no more than a small one can tell.
  static func sampleCount(_ bitmap: Bitmap) -> Int { min(65536, max(1024, bitmap.pixels.count)) }

  /// The transfer between two pictures as a cube. About 0.3 s on one core, whatever the pictures' size.
  ///
  /// - Throws: `nothingVisible`, `badStrength` or `badRotations`.
  public func cube(
    from source: Bitmap, to target: Bitmap, jobs: Int = 1
  ) throws(RecolouringError) -> ColorCube {
    for part in [strength, neutrals] where !(0...1).contains(part) { throw .badStrength(part) }
    guard (1...200).contains(rotations) else { throw .badRotations(rotations) }
    let stream = SeedStream(seed: 0, path: "sliced-transfer")
    let own = ColorSamples(source, Self.sampleCount(source), stream.child("source"))
    let wanted = ColorSamples(target, Self.sampleCount(target), stream.child("target"))
    guard !own.labs.isEmpty, !wanted.labs.isEmpty else { throw .nothingVisible }
    var transport = SlicedTransport(own.labs, wanted.labs)
    var turns = stream.child("turns")
    for _ in 0..<rotations { transport.step(Self.axes(&turns)) }
    var field = MoveField()
    for index in own.labs.indices {
      field.add(transport.moved[index] - own.labs[index], at: own.encoded[index])
    }
    let moves = field.spread()
    let neutral = NeutralGuard(hold: neutrals)
    return ColorCube(jobs: jobs) { place in
      let move = moves[MoveField.node(place)]
      let start = lab(encoded: place)
      let end = start + SIMD3(Double(move.x), Double(move.y), Double(move.z)) * strength
      return encodedInGamut(neutral(start, to: end))
    }
  }

  /// Three axes at right angles, every direction equally likely.
  private static func axes(_ stream: inout SeedStream) -> [SIMD3<Float>] {
    func draw() -> SIMD3<Double> { SIMD3(stream.normal(), stream.normal(), stream.normal()) }
    var found: [SIMD3<Double>] = []
    while found.count < 3 {
      var v = draw()
      for axis in found { v -= axis * (axis * v).sum() }
      // A direction too near the ones before is drawn again.
      if length(v) > 0.1 { found.append(v / length(v)) }
    }
    return found.map { SIMD3(Float($0.x), Float($0.y), Float($0.z)) }
  }
}

extension Bitmap {
  /// This picture with all of another's colours, in the places where they fit best; see ``SlicedTransfer``.
  ///
  /// - Parameters:
  ///   - reference: the picture whose colours are wanted; any size.
  ///   - options: how far and how.
  ///   - jobs: how many threads may work; the pixels are the same for any number.
  /// - Returns: a picture of the same size.
  /// - Throws: `nothingVisible`, `badStrength` or `badRotations`.
  public func transferringColors(
    from reference: Bitmap, _ options: SlicedTransfer = SlicedTransfer(), jobs: Int = 1
  ) throws(RecolouringError) -> Bitmap {
    let cube = try options.cube(from: self, to: reference, jobs: jobs)
    guard options.cleanUp > 0 else { return cube.apply(to: self, dithered: isOpaque, jobs: jobs) }
    let changed = cube.apply(to: self, jobs: jobs)
    return cleaned(changed, radius: options.cleanUp, jobs: jobs)
  }
}
