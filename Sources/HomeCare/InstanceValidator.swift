/// Finds every problem of an instance draft.
struct InstanceValidator {
  let draft: InstanceDraft

  init(_ draft: InstanceDraft) { self.draft = draft }

  func problems() -> [InstanceProblem] { [] }
}
