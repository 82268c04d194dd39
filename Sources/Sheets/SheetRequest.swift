import Studio
import Variation

/// What is asked of a sheet.
public struct SheetRequest: Sendable {
  public var preset: Preset
  public var count = 36
  public var seed: UInt64 = 1
  public var source = SheetSource.plan(.diverse)
  public var page: PageFormat
  public var dpi: Double
  public var columns: Int?
  /// Measures how much each group of parameters changes the picture.
  public var measuresEffects = false
  /// What people said of tiles, printed with them.
  public var picks = Picks()
  /// The name in the footer's line on how to replay a tile: the usual one, not the one given with `--output`, so that
  /// where a sheet is written does not change its pixels.
  public var fileName: String

  public init(preset: Preset, page: PageFormat, dpi: Double, fileName: String) {
    self.preset = preset
    self.page = page
    self.dpi = dpi
    self.fileName = fileName
  }
}

/// Where the variants of a sheet come from.
public enum SheetSource: Sendable {
  /// Draws of a plan; what is locked is the same in all of them, and sweeps narrow what is drawn from.
  case plan(Plan, locks: Locks = .none, sweeps: [Sweep] = [], variety: Variety = .standard)
  case grid(GridPlan)
  case vary(VaryPlan)
  case profile(ProfilePlan)
  case map(MapPlan)
  /// Variants of another sheet, as they were.
  case chosen([Proposal])

  /// The plan's name, for headers and manifests.
  public var name: String {
    switch self {
    case .plan(let plan, _, _, _): plan.rawValue
    case .grid: "grid"
    case .vary: "vary"
    case .profile: "profile"
    case .map: "map"
    case .chosen: "chosen"
    }
  }

  /// What stands still in all draws.
  public var locks: Locks { if case .plan(_, let locks, _, _) = self { locks } else { .none } }
}
