import Continuity
import Foundation
import IntegerProgram
import Interchange

@testable import Reports

/// Whoever has all public forms of a report and tries to work out what it does not tell, by linear subtraction: whole numbers of
/// clients by group of both groupings and by number of staff met, every published figure a row about them; of each small
/// count that is not told, another that agrees with all the rows is looked for.
///
/// The reader knows who is where among the groups, as neighbours do, and nothing of the program that made the report.
struct PublicReader {
  /// A count that is not told.
  struct Question: CustomStringConvertible {
    let description: String
    let answer: Int
    fileprivate let terms: [Model.Term]
  }

  /// The truth about a counted client: the group by grouping, and the staff met.
  struct Person {
    let groups: [String]
    let met: Int
  }

  private let people: [Person]
  private let cells: [[String]]
  private let most: Int
  private let limit: Int
  private var model = Model()
  private var counts: [[Int]] = []
  private(set) var questions: [Question] = []

  /// - Parameters:
  ///   - period: What the JSON tells of the period.
  ///   - groupings: The groupings in the order of `Person.groups`.
  ///   - wholeMean: The mean as a whole number, which the page tells.
  init(_ people: [Person], _ period: [String: Any], groupings: [String], limit: Int, wholeMean: Int?) {
    (self.people, self.limit) = (people, limit)
    most = (people.map(\.met).max() ?? 0) + 4
    cells = Set(people.map(\.groups)).sorted { $0.lexicographicallyPrecedes($1) }
    for _ in cells { counts.append((1...most).map { _ in model.addVariable(integer: true) }) }
    let all = Array(cells.indices)
    read(period, all, "all")
    if let wholeMean, let clients = period["clients"] as? Int {
      bound(sum: Double(wholeMean), within: 0.5, of: clients, all)
    }
    for band in period["distribution"] as? [[String: Any]] ?? [] {
      guard let from = band["from"] as? Int, let clients = band["clients"] as? Int else { continue }
      equate(all, from...((band["to"] as? Int) ?? most), clients)
    }
    let groups = period["groups"] as? [String: [[String: Any]]] ?? [:]
    for (place, grouping) in groupings.enumerated() {
      for row in groups[grouping] ?? [] {
        let names = row["names"] as? [String] ?? []
        let own = all.filter { names.contains(cells[$0][place]) }
        read(row, own, names.joined(separator: "+"))
        for name in names where names.count > 1 {
          ask("clients of \(name)", own.filter { cells[$0][place] == name }, 1...most)
        }
      }
    }
    if groups.count > 1 { for cell in all { ask("clients of \(cells[cell])", [cell], 1...most) } }
  }

  /// Takes in what is told of some clients together.
  private mutating func read(_ row: [String: Any], _ cells: [Int], _ name: String) {
    guard let clients = row["clients"] as? Int else {
      ask("clients of \(name)", cells, 1...most)
      return
    }
    equate(cells, 1...most, clients)
    if let mean = row["mean"] as? Double { bound(sum: mean, within: 0.05, of: clients, cells) }
    if let median = row["median"] as? Double {
      let (low, high) = (Int(median.rounded(.down)), Int(median.rounded(.up)))
      if high < most { model.addRow(upper: Double(clients / 2), terms(cells, (high + 1)...most)) }
      if low > 1 { model.addRow(upper: Double(clients / 2), terms(cells, 1...(low - 1))) }
    }
    for (key, value) in row.sorted(by: { $0.key < $1.key }) where key.hasPrefix("above") {
      guard let level = Int(key.dropFirst(5)), level < most, let told = value as? [String: Any] else { continue }
      if let count = told["count"] as? Int {
        equate(cells, (level + 1)...most, count)
        continue
      }
      switch told["shown"] as? String {
      case "few": model.addRow(upper: Double(limit - 1), terms(cells, (level + 1)...most))
      case "all-but-few": model.addRow(upper: Double(limit - 1), terms(cells, 1...level))
      default: break
      }
      ask("\(key) of \(name)", cells, (level + 1)...most)
      ask("not \(key) of \(name)", cells, 1...level)
    }
  }

  private mutating func equate(_ cells: [Int], _ met: ClosedRange<Int>, _ count: Int) {
    model.addRow(lower: Double(count), upper: Double(count), terms(cells, met))
  }

  /// The sum of the staff met by so many clients, of whom a rounded mean is told.
  private mutating func bound(sum mean: Double, within doubt: Double, of clients: Int, _ cells: [Int]) {
    let terms = cells.flatMap { cell in (1...most).map { Model.Term(counts[cell][$0 - 1], Double($0)) } }
    let (least, greatest) = ((mean - doubt) * Double(clients), (mean + doubt) * Double(clients))
    model.addRow(lower: (least - 1e-6).rounded(.up), upper: (greatest + 1e-6).rounded(.down), terms)
  }

  private func terms(_ cells: [Int], _ met: ClosedRange<Int>) -> [Model.Term] {
    cells.flatMap { cell in met.map { Model.Term(counts[cell][$0 - 1], 1) } }
  }

  private mutating func ask(_ what: String, _ cells: [Int], _ met: ClosedRange<Int>) {
    let groups = Set(cells.map { self.cells[$0] })
    let answer = people.count { groups.contains($0.groups) && met.contains($0.met) }
    guard (1..<limit).contains(answer) else { return }
    questions.append(Question(description: what, answer: answer, terms: terms(cells, met)))
  }

  /// Whether clients in other numbers agree with all that is told and give another answer.
  func findsAnotherAnswer(_ question: Question) throws -> Bool {
    let answer = Double(question.answer)
    return try [(answer + 1, Double.infinity), (-Double.infinity, answer - 1)].contains { least, greatest in
      var model = model
      model.addRow(lower: least, upper: greatest, question.terms)
      return try model.solve(limits: SolveLimits(nodes: 3000)).values != nil
    }
  }
}
