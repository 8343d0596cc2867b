import Continuity
import HomeCare
import Interchange

/// A figure over a whole roster: the one list of them feeds files, texts and pages.
struct RosterFigure: Sendable {
  /// What figures stand under one heading.
  enum Group: String, CaseIterable {
    /// Whether the same visit starts at the same time of day.
    case steadiness
    /// Whether clients are visited by their fixed contact.
    case contact
    /// How the time of shifts is used.
    case work
    /// Distinct staff in periods that begin before the horizon.
    case rolling
    /// What a person has allowed, and whether the roster needs it.
    case exceptions

    /// Whether a roster gives the group anything to measure.
    func isMeasured(in measures: RosterMeasures) -> Bool {
      switch self {
      case .steadiness: !measures.steadiness.rows.isEmpty
      case .contact: !measures.contact.rows.isEmpty
      case .work: true
      case .rolling: measures.rolling != nil
      case .exceptions: !measures.exceptions.isEmpty
      }
    }
  }

  let group: Group
  /// The name in files.
  let key: String
  let title: Phrase
  let value: @Sendable (RosterMeasures) -> FigureValue
  /// Whether it stands at the head of the page too.
  private(set) var isHead = false

  private var atHead: RosterFigure {
    var figure = self
    figure.isHead = true
    return figure
  }

  private init(
    _ group: Group, _ key: String, _ title: Phrase, _ value: @escaping @Sendable (RosterMeasures) -> FigureValue
  ) {
    (self.group, self.key, self.title, self.value) = (group, key, title, value)
  }

  /// All figures, in the order of texts.
  static let all = [
    RosterFigure(.steadiness, "series", .seriesCounted) { .count($0.steadiness.spreads.count) },
    RosterFigure(.steadiness, "spreadMedian", .spreadMedian) {
      .number($0.steadiness.spreads.median?.value, places: 0)
    }.atHead,
    RosterFigure(.steadiness, "spread90", .spreadNinetieth) { .count($0.steadiness.spreads.ninetieth) },
    RosterFigure(.steadiness, "spreadLargest", .spreadLargest) { .count($0.steadiness.spreads.largest) },
    RosterFigure(.steadiness, "steady", .steadySeries) { .share($0.steadiness.steady) },
    RosterFigure(.steadiness, "changeMedian", .changeMedian) {
      .number($0.steadiness.changes.median?.value, places: 0)
    },
    RosterFigure(.steadiness, "largeChanges", .largeChanges) { .share($0.steadiness.largeChanges) },
    RosterFigure(.steadiness, "unsteadyPerVisit", .unsteadyPerVisit) {
      .number($0.steadiness.unsteadyPerVisit?.value, places: 2)
    },
    RosterFigure(.contact, "byContact", .byContact) { .share($0.contact.share) }.atHead,
    RosterFigure(.contact, "most", .contactMost) { .share($0.contact.mostShare) },
    RosterFigure(.contact, "shareOfMost", .contactShareOfMost) { .percent($0.contact.shareOfMost?.value, places: 1) },
    RosterFigure(.contact, "clientsMeeting", .clientsMeetingContact) { .share($0.contact.clientsMeeting) },
    RosterFigure(.contact, "clientsWithin", .clientsWithinReach) { .share($0.contact.clientsWithin) },
    RosterFigure(.work, "emptyShifts", .emptyShifts) { .share($0.time.emptyShifts) },
    RosterFigure(.work, "fewVisits", .shiftsOfFewVisits) { .share($0.time.shiftsOfFewVisits) },
    RosterFigure(.work, "longIdle", .longIdle) { .count($0.time.idle.count) },
    RosterFigure(.work, "rosteredUse", .rosteredUse) { .percent($0.time.rostered.use, places: 1) }.atHead,
    RosterFigure(.work, "poolShifts", .poolShiftsCalledIn) { .count($0.time.pool.serving) },
    RosterFigure(.work, "poolMinutes", .poolHours) { .minutes($0.time.pool.workingMinutes) },
    RosterFigure(.work, "poolUse", .poolUse) { .percent($0.time.pool.use, places: 1) },
    RosterFigure(.rolling, "mean", .rollingMean) { .index($0.rolling?.headline.mean) },
    RosterFigure(.rolling, "largest", .rollingLargest) { .count($0.rolling?.headline.largest) },
    RosterFigure(.rolling, "aboveTarget", .aboveOwnTarget) { .share($0.rolling?.shareAboveTarget) },
    RosterFigure(.exceptions, "inUse", .exceptionsInUse) {
      .share(Ratio($0.exceptions.count(where: \.isInUse), of: $0.exceptions.count))
    },
  ]

  /// The figures of a group.
  static func inGroup(_ group: Group) -> [RosterFigure] { all.filter { $0.group == group } }
}

extension TimeUse {
  /// Rostered shifts without a visit.
  var emptyShifts: Ratio? { Ratio(rostered.empty, of: rostered.empty + rostered.serving) }
  /// Shifts with one visit or two, of those with any.
  var shiftsOfFewVisits: Ratio? { Ratio(fewVisits, of: rostered.serving + pool.serving) }
}

extension TimeUse.Shifts {
  /// Minutes with clients as a part of the minutes paid; `nil` where none are.
  var use: Double? { Ratio(clientMinutes, of: workingMinutes)?.value }
}
