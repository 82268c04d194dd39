public struct SeedStream: Sendable {
  var s: UInt64
  public init(seed: UInt64, path: String, variant: UInt64 = 0) { s = seed }
}
