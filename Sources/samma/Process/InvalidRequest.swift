/// A request that cannot be met as it was put, found only once the command runs.
struct InvalidRequest: Error, CustomStringConvertible {
  /// What is wrong and how to mend it.
  let description: String

  init(_ description: String) { self.description = description }
}
