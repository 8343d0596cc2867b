/// The place at which a text stops being JSON.
///
/// There is one at most: what follows it cannot be told apart from what the writer meant.
struct JSONSyntaxError: Error, Hashable {
  /// The byte offset of the place.
  var offset: Int
  /// What stands there.
  var found: String
  /// What should stand there.
  var expected: String
}
