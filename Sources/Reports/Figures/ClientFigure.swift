import Continuity
import Interchange

/// A figure of one client over one period: the one list of them feeds files, texts and pages.
struct ClientFigure: Sendable {
  /// The name in files.
  let key: String
  /// The title of its column; `nil` where it stands in files alone.
  let title: Phrase?
  /// Whether it is written of rosters too, of which less is known than of logs.
  let isOfRosters: Bool
  let value: @Sendable (ClientMeasure) -> FigureValue

  private init(
    _ key: String, _ title: Phrase? = nil, isOfRosters: Bool = true,
    _ value: @escaping @Sendable (ClientMeasure) -> FigureValue
  ) {
    (self.key, self.title, self.isOfRosters, self.value) = (key, title, isOfRosters, value)
  }

  /// All figures but the distinct staff, in the order of files and columns.
  static let all = [
    ClientFigure("visits", .visits) { .count($0.figures.visits) },
    ClientFigure("meetings") { .count($0.figures.meetings) },
    ClientFigure("upc", .upc) { .index($0.figures.usualProvider) },
    ClientFigure("hhi") { .index($0.figures.herfindahl) },
    ClientFigure("coc", .coc) { .index($0.figures.continuityOfCare) },
    ClientFigure("secon", .secon) { .index($0.figures.sequential) },
    ClientFigure("k") { .index($0.figures.known) },
    ClientFigure("mmci") { .index($0.figures.modifiedModified) },
    ClientFigure("threeMostMetShare") { .index($0.figures.threeMostMetShare) },
    ClientFigure("fiveMostMetShare") { .index($0.figures.fiveMostMetShare) },
    ClientFigure("metOnce") { .count($0.figures.metOnce) },
    ClientFigure("doubleVisits") { .count($0.doubleVisits) },
    ClientFigure("substitutes", isOfRosters: false) { .count($0.substitutes) },
    ClientFigure("contactShare", .contact) { .index($0.contactShare) },
    ClientFigure("daysSinceContact") { .count($0.daysSinceContact) },
    ClientFigure("previousDistinct", isOfRosters: false) { .count($0.previousDistinct) },
    ClientFigure("newFaces", .newStaff) { .count($0.newFaces) },
    ClientFigure("knownShare", isOfRosters: false) { .index($0.knownShare) },
    ClientFigure("serviceMinutes", isOfRosters: false) { .count($0.serviceMinutes) },
  ]

  /// Those that stand in tables.
  static let columns = all.filter { $0.title != nil }

  /// The titles of the columns.
  static let titles = columns.compactMap(\.title)

  /// The cells of a client's row.
  static func cells(_ measure: ClientMeasure, _ language: Language) -> [String] {
    columns.map { $0.value(measure).shown(language) }
  }
}
