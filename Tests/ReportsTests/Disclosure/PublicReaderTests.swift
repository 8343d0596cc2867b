import Continuity
import Foundation
import HomeCare
import Interchange
import Testing

@testable import Reports

/// Whether what a board's edition does not tell can be worked out from all that it does, in whatever form.
@Suite struct PublicReaderTests {
  private static let limit = 5
  /// Clients who have enough visits in every period but for a few.
  private static let definition: Definition = {
    var definition = Definition(name: "enough", version: 1, purpose: "a test")
    definition.minimumVisits = 20
    return definition
  }()

  private func published(_ seed: Int) throws -> (report: MeasureReport, board: BoardReport, forms: PublicForms) {
    let report = try unevenReport(
      (0..<(12 + 17 * seed)).map { "K\($0)" }, seed: UInt64(seed), periods: 3, areas: 5, definition: Self.definition)
    let board = try BoardReport(report, limit: Self.limit)
    return (report, board, try PublicForms(board))
  }

  private func periods(_ forms: PublicForms) throws -> [[String: Any]] {
    try #require(try parsed(Array(forms.json.utf8))["periods"] as? [[String: Any]])
  }

  @Test(arguments: 1...5) func whatIsNotToldCannotBeWorkedOutFromAllForms(seed: Int) throws {
    let (report, board, forms) = try published(seed)
    let groupings = board.shown.classifications.map(\.grouping.rawValue)
    let main = report.measurer.mainGroups(of: report.periods, by: board.shown.classifications.map(\.grouping))
    var asked = 0
    for (place, period) in try periods(forms).enumerated() {
      let people = report.periods[place].clients.enumerated().map { number, client in
        PublicReader.Person(groups: main.map { $0[place][number] }, met: client.measure.figures.distinct)
      }
      let isLast = place == report.periods.count - 1
      let reader = PublicReader(
        people, period, groupings: groupings, limit: Self.limit,
        wholeMean: isLast ? wholeMean(on: try #require(forms.pages[.english])) : nil)
      for question in reader.questions {
        #expect(try reader.findsAnotherAnswer(question), "\(question.description) is \(question.answer)")
      }
      asked += reader.questions.count
    }
    #expect(asked > 0 || seed > 1)
  }

  /// The mean as a whole number, which stands at the head of the page.
  private func wholeMean(on page: String) -> Int? {
    page.firstMatch(of: /data-figure="mean"[^>]*>[^<]*<\/b><span>[^<(]*\((\d+)\)/).flatMap { Int($0.output.1) }
  }

  /// Counted and left out make up the same clients in every period.
  @Test(arguments: 1...5) func whoIsLeftOutCannotBeWorkedOutBySubtraction(seed: Int) throws {
    let (report, _, forms) = try published(seed)
    let told = try parsed(Array(forms.json.utf8))["excluded"] as? [[String: Any]]
    let periods = try periods(forms)
    for page in forms.pages.values { #expect(page.contains("20 ") || told == nil) }
    guard let told else {
      #expect(
        report.periods.contains { (1..<Self.limit).contains($0.excluded.count) } || periods.last?["clients"] is NSNull)
      return
    }
    let counts = told.compactMap { $0["clients"] as? Int }
    #expect(counts.allSatisfy { $0 >= Self.limit })
    let all = try #require(periods.last?["clients"] as? Int) + counts.reduce(0, +)
    for (period, truth) in zip(periods, report.periods) {
      guard let counted = period["clients"] as? Int else { continue }
      #expect(all - counted == truth.excluded.count && !(1..<Self.limit).contains(all - counted))
    }
  }

  @Test(arguments: 1...5) func noFormTellsMoreThanAnother(seed: Int) throws {
    let (_, board, forms) = try published(seed)
    let json = try parsed(Array(forms.json.utf8))
    let figures = ["periods", "excluded", "causes", "reasonsAboveTarget"].reduce(into: Set<String>()) { numbers, key in
      numbers.formUnion(Self.numbers(of: json[key] as Any, isFigure: true))
    }
    // Rows of tables hold figures alone; all else may hold what the definition and the notes say too.
    for (language, page) in forms.pages {
      let cells = page.matches(of: /<td class="n"[^>]*>(.*?)<\/td>/.dotMatchesNewlines()).map { String($0.output.1) }
      let found = PublicForms.numbers(in: cells.joined(separator: "\n").replacing(/<[^>]*>/, with: " "), language)
      // Below the limit the limit itself stands: fewer than 5.
      let more = found.subtracting(figures.union(["\(Self.limit)"]))
      #expect(found.count > 5 && more.isEmpty, "\(more)")
    }
    let target = Double(board.shown.definition.target)
    let means = try periods(forms).compactMap { $0["mean"] as? Double }
    let distances = means.map { abs($0 - target) } + zip(means, means.dropFirst()).map { abs($0 - $1) }
    for language in Language.allCases {
      let said =
        board.notes(language) + language.settings(board.shown.definition) + board.warnings(language)
        + board.inputLines(language) + language.conclusion(board.shown)
        + [language.line(board.shown.definition), language(.boardMethod), board.producer, language(.ownCalculation)]
      let allowed = figures.union(Self.numbers(of: json, isFigure: false))
        .union(distances.reduce(into: Set<String>()) { $0.formUnion(Self.forms(of: $1)) })
        .union(PublicForms.numbers(in: said.joined(separator: "\n"), language))
      for text in [PublicForms.words(ofPage: forms.pages[language] ?? ""), forms.texts[language] ?? ""] {
        let more = PublicForms.numbers(in: text, language).subtracting(allowed)
        #expect(more.isEmpty, "\(more)")
      }
      // The sentences of the conclusion, which the JSON does not have, round as all forms do.
      for sentence in language.conclusion(board.shown) {
        #expect(
          PublicForms.numbers(in: sentence, language).allSatisfy { $0.firstMatch(of: /\.\d\d/) == nil }, "\(sentence)")
      }
    }
    for table in forms.files + forms.sheets where table.name.hasPrefix("periods") {
      try expectSame(table, try periods(forms))
    }
  }

  /// A table of periods holds what the JSON holds, row by row.
  private func expectSame(_ table: PublicForms.Table, _ periods: [[String: Any]]) throws {
    var expected: [[String: Any]] = []
    for period in periods {
      let groups = period["groups"] as? [String: [[String: Any]]] ?? [:]
      expected.append(period)
      for grouping in ["area", "provider"] { expected += groups[grouping] ?? [] }
    }
    try #require(table.rows.count == expected.count)
    for (row, told) in expected.enumerated() {
      #expect(table.cell(row, "group") == (told["names"] as? [String] ?? []).joined(separator: "; "))
      for key in ["clients", "mean", "meanFrom", "meanTo", "median"] {
        #expect(isSame(table.cell(row, key), told[key]), "\(key): \(table.cell(row, key)), \(told[key] ?? "")")
      }
      for (key, value) in told where key.hasPrefix("above") {
        let share = try #require(value as? [String: Any])
        #expect(isSame(table.cell(row, key), share["count"]) && isSame(table.cell(row, "\(key)Share"), share["share"]))
        #expect(table.cell(row, "\(key)Shown") == share["shown"] as? String ?? "")
      }
    }
  }

  private func isSame(_ cell: String, _ value: Any?) -> Bool {
    guard let value = value as? Double else { return cell.isEmpty }
    return Double(cell).map { abs($0 - value) < 1e-6 } ?? false
  }

  /// The numbers of a JSON value, in the forms in which people read them.
  ///
  /// - Parameter isFigure: Whether the ends of bands and the values of nothing but a distribution are left out.
  private static func numbers(of value: Any, isFigure: Bool) -> Set<String> {
    switch value {
    case let object as [String: Any]:
      object.reduce(into: []) { numbers, member in
        if isFigure, object["clients"] != nil, member.key == "from" || member.key == "to" { return }
        numbers.formUnion(Self.numbers(of: member.value, isFigure: isFigure))
      }
    case let list as [Any]: list.reduce(into: []) { $0.formUnion(Self.numbers(of: $1, isFigure: isFigure)) }
    case let number as Double: forms(of: number).union(forms(of: number * 100))
    default: []
    }
  }

  private static func forms(of number: Double) -> Set<String> {
    Set([0, 1].flatMap { places in [-1e-9, 1e-9].map { String(format: "%.\(places)f", abs(number) + $0) } })
  }
}
