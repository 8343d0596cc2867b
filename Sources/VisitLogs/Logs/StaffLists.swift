import Continuity
import Files

/// Cells that name several staff, such as `P1, P2`, `P1/P2` or `Anna Ek o Bo Ås`.
///
/// A cell is a list where each of its parts is staff in other cells too, whatever stands between them, see `StaffCell`; or
/// where its parts are alike as ids are: letters that all begin with, and digits. Any other cell is one person, since names
/// have commas too.
struct StaffLists {
  /// By worker, the numbers of the parts of each number that is a list.
  private(set) var parts: [[Int32: [Int32]]] = []
  /// The cells that are lists, in order.
  private(set) var lists: [String] = []
  /// Cells that look like lists and were taken for one person.
  private(set) var unsplit: [String] = []

  /// Finds the lists among the staff of some workers, and gives those their parts as staff of their own.
  init(_ workers: inout [LogWorker]) {
    let texts = workers.map(\.staff.interner.texts)
    let all = Set(texts.joined())
    guard all.contains(where: { StaffCell.mayBeList($0) }) else {
      parts = workers.map { _ in [:] }
      return
    }
    let known = StaffCell.Known(all)
    var (found, left): (Set<String>, Set<String>) = ([], [])
    for (index, texts) in texts.enumerated() {
      var partsOfNumber: [Int32: [Int32]] = [:]
      for (number, text) in texts.enumerated() where StaffCell.mayBeList(text) {
        let cell = StaffCell(text)
        guard let items = cell.parts(known) else {
          if cell.looksLikeList(known) { left.insert(text) }
          continue
        }
        found.insert(text)
        let place = workers[index].staff.places[number]
        partsOfNumber[Int32(number)] = items.map { item in
          Array(item.utf8).withUnsafeBytes { workers[index].staff.number(of: $0, at: place) }
        }
      }
      parts.append(partsOfNumber)
    }
    (lists, unsplit) = (found.sorted(), left.sorted())
  }

  /// Puts a meeting with each of a list's staff in the place of one with the list; the number of meetings that there are more.
  func expand(_ pieces: inout [[MeetingRow]], ofWorker worker: Int) -> Int {
    let parts = parts[worker]
    guard !parts.isEmpty else { return 0 }
    var more = 0
    for piece in pieces.indices {
      for row in pieces[piece].indices {
        guard let staff = parts[pieces[piece][row].staff] else { continue }
        var meeting = pieces[piece][row]
        for member in staff.dropFirst() {
          meeting.staff = member
          pieces[piece].append(meeting)
        }
        pieces[piece][row].staff = staff[0]
        more += staff.count - 1
      }
    }
    return more
  }
}
