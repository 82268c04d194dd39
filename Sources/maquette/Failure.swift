import Composition
import ImageFiles
import Palettes
import Sheets
import Studio
import Styles
import Variation

/// The documented exit codes (after BSD's sysexits).
enum ExitCode: Int32 {
  case ok = 0
  case usage = 64
  case badData = 65
  case missingInput = 66
  case bug = 70
  case cannotCreate = 73
  case io = 74
  case permission = 77
}

/// Why the command ends, for a person and for a script.
struct Failure: Error {
  let code: ExitCode
  let message: String

  init(_ code: ExitCode, _ message: String) {
    self.code = code
    self.message = message
  }

  /// Any error of the engine with its exit code.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as SweepError: self.init(.usage, "\(error)")
    case let error as ConditionError: self.init(.usage, "\(error)")
    case let error as FileError: self.init(Self.code(of: error.kind), "\(error)")
    case is PresetError, is PageFormatError, is SheetError, is PlanError, is ComposeError, is DesignError,
      is ImageFileError, is PaletteFileError, is WordPaletteFailure, is UnknownWords, is VocabularyError,
      is PaletteFailure, is PicksError, is ProfileError, is PhotoSwatchError, is StyleProfileError:
      self.init(.badData, "\(error)")
    default: self.init(.bug, "\(error)")
    }
  }

  private static func code(of kind: FileErrorKind) -> ExitCode {
    switch kind {
    case .missingInput: .missingInput
    case .cannotCreate: .cannotCreate
    case .io: .io
    case .permission: .permission
    case .badData: .badData
    }
  }
}
