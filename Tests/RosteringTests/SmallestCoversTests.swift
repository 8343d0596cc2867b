import Testing

@testable import Rostering

@Suite struct SmallestCoversTests {
  private let needs = [
    StaffCover.Need(count: 1, staff: [0, 1], visit: 0), StaffCover.Need(count: 1, staff: [1, 2], visit: 1),
    StaffCover.Need(count: 2, staff: [3, 4, 5], visit: 2),
  ]

  @Test func anAnswerGivenAgainIsTheSame() {
    let covers = SmallestCovers()
    let first = covers.smallest(needs, free: [])
    #expect(first == StaffCover(needs, free: []).smallest())
    #expect(covers.smallest(needs, free: []) == first)
  }

  @Test func staffMetAnyhowMakeAnotherQuestion() {
    let covers = SmallestCovers()
    #expect(covers.smallest(needs, free: []).count == 3)
    #expect(covers.smallest(needs, free: [1, 3]).count == 1)
    #expect(covers.smallest(Array(needs.dropLast()), free: []).count == 1)
  }

  @Test func threadsAgree() {
    let covers = SmallestCovers()
    let needs = needs
    let counts = SharedWork.map(64, threads: 4) { covers.smallest(needs, free: [StaffRow($0 % 7)]).count }
    #expect(counts == (0..<64).map { StaffCover(needs, free: [StaffRow($0 % 7)]).smallest().count })
  }

  @Test(arguments: [0, 1, 7, 100], [0, 1, 3, 200]) func everyPieceOfWorkIsDoneOnceAndInPlace(count: Int, threads: Int) {
    #expect(SharedWork.map(count, threads: threads) { $0 * $0 } == (0..<count).map { $0 * $0 })
  }
}
