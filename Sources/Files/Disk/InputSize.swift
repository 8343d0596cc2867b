import Foundation
import HomeCare

/// How much a reader takes of an input, so that one without an end is refused before the memory is.
package enum InputSize {
  /// The variable of the environment that sets the limit, in whole megabytes.
  package static let variable = "SAMMA_INPUT_MB"
  /// Megabytes where the environment says nothing: a log of some ten million visits.
  private static let usual = 2_000
  private static let range = 1...1_000_000
  private static let megabyte = 1_000_000
  /// A gzip file is no text where it unpacks to more than this many times its size, and to more than a little.
  private static let mostUnpacking = (times: 200, bytes: 64_000_000)

  /// Most bytes of one input, unpacked.
  package static let most = (setting ?? usual) * megabyte

  /// What is wrong with the limit that the environment sets; `nil` where nothing is.
  package static var problem: String? {
    guard let text, setting == nil else { return nil }
    return "\(variable): found \(quoted(text)); expected a whole number of megabytes from \(range.lowerBound) to "
      + "\(range.upperBound)"
  }

  private static let text = ProcessInfo.processInfo.environment[variable]
  private static let setting = text.flatMap { Int($0) }.flatMap { range.contains($0) ? $0 : nil }

  /// Most bytes that a gzip file of some size is unpacked to.
  package static func most(unpackedOf packed: Int) -> Int {
    min(most, max(mostUnpacking.bytes, packed.multipliedReportingOverflow(by: mostUnpacking.times).partialValue))
  }

  /// The refusal of an input that has more bytes than it may.
  package static func refusal(_ name: String, most: Int = most) -> InputError {
    let expected =
      most < self.most
      ? "a file that unpacks to at most \(mostUnpacking.times) times its size"
      : "at most that; \(variable)=… in the environment sets another number of megabytes"
    return InputError(file: name, found: "more than \(most / megabyte) MB", expected: expected)
  }
}
