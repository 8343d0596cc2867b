import HomeCare
import Interchange

/// A request that cannot be met as it was put, found only once the command runs.
struct InvalidRequest: Error, CustomStringConvertible {
  /// What is wrong and how to mend it.
  let description: String

  init(_ description: String) { self.description = description }

  /// A request that makes an instance that is refused; one problem a line.
  init(_ error: InvalidInstance) { self.init(InputError.lines(error.errors)) }
}
