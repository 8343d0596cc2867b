import Continuity
import HomeCare

/// The tables of a roster's report that stand below its figures: what lies worst, and where.
struct RosterTables {
  let measures: RosterMeasures
  let names: PersonNames
  let language: Language
  /// Rows of a table at most.
  let limit: Int?

  /// The tables of a group, without those that have no row.
  func of(_ group: RosterFigure.Group) -> [ReportTable] {
    let tables =
      switch group {
      case .steadiness: [series]
      case .contact: [missed]
      case .work: [idle] + (measures.travel.count > 1 ? [travel] : [])
      case .rolling: [peaks]
      case .exceptions: [exceptions(inUse: true), exceptions(inUse: false)]
      }
    return tables.filter { !$0.rows.isEmpty }
  }

  private func columns(_ words: [Phrase], numbers: [Phrase]) -> [(title: String, isNumber: Bool)] {
    words.map { (language($0), false) } + numbers.map { (language($0), true) }
  }

  /// The series whose starts lie far apart, each with the time that its client is used to.
  var series: ReportTable {
    ReportTable(
      language(.worstSeries),
      columns(
        [.client, .series], numbers: [.usualTime, .visits, .earliest, .latest, .spread, .largestChange]),
      of: measures.steadiness.rows, limit: limit
    ) { row in
      [
        names.client(row.client), row.series?.rawValue ?? Decimal.undefined, Language.clock(row.usual),
        "\(row.starts.count)", Language.clock(row.range.lowerBound), Language.clock(row.range.upperBound),
        "\(row.spread)", language.count(row.changes.max()),
      ]
    }
  }

  private var missed: ReportTable {
    ReportTable(
      language(.missedContacts), columns([.client, .contact], numbers: [.visits, .couldServe]),
      of: measures.contact.missed, limit: limit
    ) { [names.client($0.client), names.staff($0.contact), "\($0.visits)", "\($0.canServe)"] }
  }

  private var idle: ReportTable {
    ReportTable(
      language(.longestIdle), columns([.staff, .shift, .from], numbers: [.minutes]), of: measures.time.idle,
      limit: limit
    ) {
      [names.staff($0.staff), $0.shift.rawValue, "\($0.start.date) \($0.start.clock)", "\($0.minutes)"]
    }
  }

  private var travel: ReportTable {
    ReportTable(
      language(.travelByMode), columns([.mode], numbers: [.shifts, .ways, .minutes]), of: measures.travel, limit: nil
    ) { ["\($0.mode?.rawValue ?? language(.ownWay))", "\($0.shifts)", "\($0.ways)", "\($0.minutes)"] }
  }

  /// The exceptions that the roster needs, or those that it does not; never cut off, since each is somebody's word.
  private func exceptions(inUse: Bool) -> ReportTable {
    ReportTable(
      language(inUse ? .neededExceptions : .idleExceptions),
      columns([.rule, .allowed, .reason, .allowedBy], numbers: []),
      of: measures.exceptions.filter { $0.isInUse == inUse }, limit: nil
    ) { use in
      let exception = use.exception
      return [exception.rule.rawValue, exception.words(language), exception.reason, exception.by ?? Decimal.undefined]
    }
  }

  private var peaks: ReportTable {
    ReportTable(
      language(.rollingPeaks), columns([.client, .from, .to], numbers: [.met, .target]),
      of: measures.rolling?.peaks ?? [], limit: limit
    ) {
      [
        names.client($0.client), $0.dates.lowerBound.description, $0.dates.lastDate.description, "\($0.distinct)",
        "\($0.target)",
      ]
    }
  }
}

extension Language {
  /// Minutes from a midnight as a time of day; those of another day have their time there.
  static func clock(_ minutes: Int) -> String { LocalDateTime(minuteNumber: minutes).clock }

  /// The heading of a group of figures.
  func heading(_ group: RosterFigure.Group, _ measures: RosterMeasures) -> String {
    switch group {
    case .steadiness: self(measures.steadiness.hasSeries ? .steadinessOfSeries : .steadinessOfRecurring)
    case .contact: self(.contactOfClients)
    case .work: self(.workOfShifts)
    case .rolling:
      measures.rolling.map { rolling in
        self(
          .rollingPeriods, rolling.days, rolling.count, rolling.firstEnd,
          rolling.firstEnd.advanced(by: rolling.count - 1))
      } ?? ""
    case .exceptions: self(.exceptionsOfInstance)
    }
  }
}
