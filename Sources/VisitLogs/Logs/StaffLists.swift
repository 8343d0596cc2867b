import Continuity
import Files

/// Cells that name several staff, such as `P1, P2`, `P1/P2` or `P1 & P2`.
///
/// A cell with a comma, a semicolon, a slash, a bar, an ampersand, a plus or an "och" or "and" between words is a list where each of its parts stands alone in other
/// cells, or where the parts are alike as ids are: letters that all begin with, and digits. Any other cell is one person,
/// since names have commas too.
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
    guard texts.joined().contains(where: { Self.mayBeList($0) }) else {
      parts = workers.map { _ in [:] }
      return
    }
    let alone = Set(texts.joined().lazy.filter { !Self.mayBeList($0) }.map { NormalForm.dense($0) })
    var (found, left): (Set<String>, Set<String>) = ([], [])
    for (index, texts) in texts.enumerated() {
      var partsOfNumber: [Int32: [Int32]] = [:]
      for (number, text) in texts.enumerated() where Self.mayBeList(text) {
        let items = Self.items(text)
        guard items.count > 1 else { continue }
        guard items.allSatisfy({ alone.contains(NormalForm.dense($0)) }) || Self.areIDs(items) else {
          if NormalForm.givenNameFirst(text) == nil { left.insert(text) }
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

  private static let marks: Set<Character> = [",", ";", "/", "|", "&", "+"]
  private static let words = [" och ", " and "]

  private static func mayBeList(_ text: String) -> Bool {
    text.contains { marks.contains($0) } || words.contains { text.contains($0) }
  }

  /// The parts of a cell that may be a list.
  static func items(_ text: String) -> [String] {
    words.reduce(text) { $0.replacing($1, with: ";") }.split { marks.contains($0) }.map { LogWords.trimmed(String($0)) }
      .filter { !$0.isEmpty }
  }

  /// Whether texts are ids of one kind: letters that all share, and then digits.
  private static func areIDs(_ items: [String]) -> Bool {
    let stems = items.map { $0.prefix { !$0.isNumber } }
    return Set(stems).count == 1 && !stems[0].isEmpty && stems[0].allSatisfy(\.isLetter)
      && zip(items, stems).allSatisfy { item, stem in
        let digits = item.dropFirst(stem.count)
        return !digits.isEmpty && digits.allSatisfy { $0.isASCII && $0.isNumber }
      }
  }
}
