import Testing

@testable import Rostering

@Suite struct StaffCoverTests {
  /// The smallest cover, by trying every set of staff.
  private func bruteForce(_ needs: [StaffCover.Need], free: Set<StaffRow>, staff: Int) -> Int {
    let possible = needs.filter { $0.staff.count >= $0.count }
    var best = Int.max
    for mask in 0..<(1 << staff) {
      let chosen = free.union(StaffRow.first(staff).filter { mask >> $0.index & 1 == 1 })
      if possible.allSatisfy({ need in need.staff.count(where: chosen.contains) >= need.count }) {
        best = min(best, chosen.count - free.count)
      }
    }
    return best
  }

  @Test(arguments: 0..<120) func isAsSmallAsTheBestOfAllSets(seed: Int) {
    var random = RandomSource(seed: UInt64(seed))
    let staff = 3 + random.below(6)
    let needs = (0..<1 + random.below(9)).map { visit in
      let candidates = StaffRow.first(staff).filter { _ in random.chance(110) }
      return StaffCover.Need(count: 1 + random.below(2), staff: candidates, visit: VisitRow(visit))
    }
    let free = Set(StaffRow.first(staff).filter { _ in random.chance(40) })
    let cover = StaffCover(needs, free: free)
    let smallest = bruteForce(needs, free: free, staff: staff)
    let found = cover.smallest()
    #expect(found.count == smallest && found.isExact)
    let members = free.union(found.staff)
    #expect(found.staff.count == smallest)
    #expect(
      needs.filter { $0.staff.count >= $0.count }.allSatisfy { $0.staff.count(where: members.contains) >= $0.count })
    #expect(cover.forces(smallest))
    #expect(!cover.forces(smallest + 1))
  }

  @Test func givesABoundWhereTheSearchIsCutShort() {
    // Twelve needs in a ring of twelve staff: six are necessary.
    let needs = (0..<12).map {
      StaffCover.Need(count: 1, staff: [StaffRow($0), StaffRow(($0 + 1) % 12)].sorted(), visit: VisitRow($0))
    }
    let cover = StaffCover(needs, free: [])
    #expect(cover.smallest().count == 6)
    #expect(cover.smallest().staff.count == 6)
    let cut = cover.smallest(nodeLimit: 1)
    #expect(cut.count <= 6 && !cut.isExact)
  }
}
