import Testing
@testable import Elementary
