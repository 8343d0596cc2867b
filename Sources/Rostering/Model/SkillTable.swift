import HomeCare

/// Skills as bits, so that "has all of them" is one comparison per word.
struct SkillTable {
  private let words: Int
  private var ofStaff: [UInt64]
  private var ofVisit: [UInt64]

  init(_ instance: Instance) {
    var bits: [String: Int] = [:]
    for visit in instance.visits {
      for skill in visit.skills where bits[skill] == nil { bits[skill] = bits.count }
    }
    words = max(1, (bits.count + 63) / 64)
    ofStaff = [UInt64](repeating: 0, count: words * instance.staff.count)
    ofVisit = [UInt64](repeating: 0, count: words * instance.visits.count)
    for (row, staff) in instance.staff.enumerated() {
      for skill in staff.skills {
        if let bit = bits[skill] { ofStaff[row * words + bit / 64] |= 1 << UInt64(bit % 64) }
      }
    }
    for (row, visit) in instance.visits.enumerated() {
      for skill in visit.skills {
        if let bit = bits[skill] { ofVisit[row * words + bit / 64] |= 1 << UInt64(bit % 64) }
      }
    }
  }

  func staff(_ staff: Int, canServe visit: Int) -> Bool {
    for word in 0..<words where ofVisit[visit * words + word] & ~ofStaff[staff * words + word] != 0 { return false }
    return true
  }
}
