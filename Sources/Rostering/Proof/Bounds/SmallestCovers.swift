import Synchronization

/// The smallest covers of clients' needs, each worked out once for all that ask for it.
final class SmallestCovers: Sendable {
  private struct Question: Hashable {
    var needs: [StaffCover.Need]
    var free: Set<StaffRow>
  }

  private let answers = Mutex<[Question: StaffCover.Smallest]>([:])

  func smallest(_ needs: [StaffCover.Need], free: Set<StaffRow>) -> StaffCover.Smallest {
    let question = Question(needs: needs, free: free)
    if let known = answers.withLock({ $0[question] }) { return known }
    let answer = StaffCover(needs, free: free).smallest()
    answers.withLock { $0[question] = answer }
    return answer
  }
}
