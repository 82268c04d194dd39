import Parameters

/// How much difference counts against quality, and which differences count.
public struct Variety: Hashable, Sendable {
  /// 0: the best laid-out variants, with only near-duplicates left out; 100: the most different ones, however they are
  /// laid out.
  public let percent: Int
  /// How much each aspect's difference counts, in the order of `Aspect.allCases`; any positive unit, only ratios matter.
  public let weights: [Double]

  /// Structure, colour and texture alike; finish less, and type least, as they show at the size of a tile.
  static let usual: [Double] = [1, 1, 1, 0.0625, 0.25]
  public static let standard = Variety(percent: 70, weights: usual)

  private init(percent: Int, weights: [Double]) { (self.percent, self.weights) = (percent, weights) }

  /// Reads weights such as `layout=2,palette=1`; aspects that are not named keep their usual weight.
  ///
  /// - Throws: a sentence that names the word and what is possible.
  public init(percent: Int = 70, weights text: String? = nil) throws(SweepError) {
    precondition((0...100).contains(percent))
    var weights = Self.usual
    for word in (text ?? "").split(separator: ",") {
      let parts = word.split(separator: "=", omittingEmptySubsequences: false).map {
        String($0.filter { $0 != " " })
      }
      guard parts.count == 2, let aspect = Aspect(name: parts[0]) else {
        throw SweepError(Self.unknown(String(word), name: parts[0]))
      }
      guard let weight = Double(parts[1]), (0...100).contains(weight) else {
        throw SweepError("--weights \(word): a weight is a number of 0...100")
      }
      weights[Aspect.allCases.firstIndex(of: aspect)!] = weight
    }
    guard weights.contains(where: { $0 > 0 }) else {
      throw SweepError("--weights: at least one of \(Self.names) must count")
    }
    self.init(percent: percent, weights: weights)
  }

  private static let names = Aspect.allCases.map(\.rawValue).joined(separator: ", ")

  private static func unknown(_ word: String, name: String) -> String {
    let hint = nearest(name, in: Aspect.allCases.map(\.rawValue)).map { "; did you mean '\($0)'?" } ?? ""
    return
      "--weights \(word): must be ASPECT=WEIGHT, as in layout=2,palette=1\(hint) (aspects: \(names); structure, colour and texture are other names of the first three)"
  }
}

/// A distance of descriptors under given weights: about 1 in the mean over a brief's variants.
package struct Metric: Sendable {
  /// One factor for each number of a descriptor.
  private let factors: [Float]

  package init(_ weights: [Double]) {
    let total = weights.reduce(0, +)
    var factors = [Float](repeating: 0, count: Descriptor.count)
    for (span, weight) in zip(Descriptor.spans, weights) {
      for i in span { factors[i] = Float((weight / total).squareRoot()) }
    }
    self.factors = factors
  }

  /// The descriptor in a space in which the distance is Euclid's.
  func placed(_ descriptor: Descriptor) -> [Float] {
    descriptor.values.indices.map { descriptor.values[$0] * factors[$0] }
  }

  package func distance(_ a: Descriptor, _ b: Descriptor) -> Float {
    squaredDistance(placed(a)[...], placed(b)[...]).squareRoot()
  }
}

/// The squared Euclidean distance of two lists whose length is a whole number of lanes.
@inline(__always)
func squaredDistance(_ a: ArraySlice<Float>, _ b: ArraySlice<Float>) -> Float {
  a.withUnsafeBufferPointer { a in b.withUnsafeBufferPointer { squaredDistance(a, $0) } }
}

@inline(__always)
func squaredDistance(_ a: UnsafeBufferPointer<Float>, _ b: UnsafeBufferPointer<Float>) -> Float {
  var sums = SIMD8<Float>()
  for i in stride(from: 0, to: a.count, by: 8) {
    var d = SIMD8<Float>()
    for lane in 0..<8 { d[lane] = a[i + lane] - b[i + lane] }
    sums += d * d
  }
  return sums.sum()
}
