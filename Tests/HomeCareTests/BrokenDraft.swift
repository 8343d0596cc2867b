import HomeCare
import Testing

/// The ward with one thing wrong, and what validation says of it, line for line.
struct BrokenDraft: Sendable, CustomTestStringConvertible {
  let name: String
  let change: @Sendable (inout InstanceDraft) -> Void
  let lines: [String]

  init(_ name: String, _ change: @escaping @Sendable (inout InstanceDraft) -> Void, _ lines: String...) {
    self.name = name
    self.change = change
    self.lines = lines
  }

  var testDescription: String { name }

  /// What validation says of the ward after the change.
  var found: [String] {
    var draft = Ward.draft
    change(&draft)
    return draft.problems().map(\.description)
  }
}
