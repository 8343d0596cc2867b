import Testing

@testable import samma

/// Every option that takes a number refuses those that nothing sensible is meant by.
@Suite struct NumberRangeTests {
  /// What the values of such options are called; `staff` is also somebody's id.
  private static let names: Set = [
    "clients", "days", "number", "percent", "resamples", "seconds", "seed", "staff", "suppress-below", "target",
    "threads", "units", "vehicles", "visits",
  ]

  @Test(arguments: ["1e25", "1e308", "-1", "nan", "inf", "99999999999999999999999999"])
  func noNumberIsTooMuchForAnOption(number: String) throws {
    var options = 0
    for argument in CommandArgument.all
    where Self.names.contains(argument.valueName) && !argument.isPositional && argument.spelling != "--instead-of" {
      let line = OverwritingTests.line(argument.command, []) + ["\(argument.spelling)=\(number)"]
      #expect(throws: (any Error).self, "\(line)") { _ = try OverwritingTests.parsed(line) }
      options += 1
    }
    #expect(options > 30)
  }
}
