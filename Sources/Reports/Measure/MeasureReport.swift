import Continuity
import Foundation
import HomeCare
import Interchange

/// What a definition finds in a log, ready to be written as JSON, CSV, text or a page.
public struct MeasureReport: Sendable {
  /// The log, the definition, and which meetings were measured.
  public let measurer: LogMeasurer
  /// How the log was read; `nil` where a plan alone is measured.
  public let quality: LogQuality?
  /// The periods, in order.
  public let periods: [PeriodMeasure]
  /// The period that ends on each day, where asked for.
  public let rolling: RollingMeasure?
  /// The periods whose clients, staff and exclusions are listed: all given ones, else the latest of the rolling ones.
  public let listed: [PeriodMeasure]
  /// By what figures are told apart.
  public let groupings: [Grouping]
  /// How sure the figures of the listed periods are, and what changed; `nil` where only the CSV is asked for.
  public let evidence: Evidence?
  /// What each cause adds to the listed periods; empty where nobody asks why.
  public let contributions: [Contributions]
  /// The listed periods of the plan, beside which the outcome is laid; empty where there is none.
  public var planned: [PeriodMeasure] = []
  /// What became of the plan in the listed periods that share days with it.
  public var outcomes: [PlanOutcome] = []
  /// The same log by another definition, laid beside it; `nil` where none is asked for.
  public var compared: ComparedDefinition?
  /// The fewest staff who could serve each client, by id, where an instance tells.
  public var floors: [String: Int]?
  /// What stands above the report.
  public var heading = ReportHeading()
  /// Figures of others to lay beside.
  public var published: [PublishedFigure] = []
  /// The program that makes the report, with its version.
  public var producer = "samma"
  /// Stand-ins for ids, where ids shall not be shown.
  public var pseudonyms: Pseudonyms? { didSet { names = ShownNames(measurer, groupings, pseudonyms) } }

  /// What became of every row in the last period listed; `nil` where no log was read or nothing but CSV is asked for.
  var account: RowAccount? { listed.last?.account }

  private var names: ShownNames

  /// Measures a log.
  ///
  /// - Parameters:
  ///   - periods: The periods to measure.
  ///   - rolling: The dates between which the period that ends on each day is measured too.
  ///   - dailyGroupings: The groupings by which every day's period is told apart; all where absent. The page does with
  ///     those of the last day.
  ///   - forCSVOnly: Whether nothing but the CSV is asked for, which does without the figures over all clients and
  ///     without the lists of the latest of the rolling periods and without intervals.
  ///   - tellsWhy: Whether what each cause adds is told too.
  ///   - resampling: How intervals are made.
  public init(
    _ measurer: LogMeasurer, quality: LogQuality?, periods: [Range<LocalDate>], rolling: ClosedRange<LocalDate>? = nil,
    groupings: [Grouping] = [], dailyGroupings: [Grouping]? = nil, forCSVOnly: Bool = false,
    tellsWhy: Bool = false, resampling: Resampling = Resampling()
  ) {
    self.measurer = measurer
    self.quality = quality
    self.groupings = groupings
    // Rows are accounted for beside the figures, so that clients' visits are put together once.
    let accounts = !forCSVOnly && quality != nil
    self.periods = measurer.measure(periods, by: groupings, accountsLast: accounts)
    let days = rolling.map {
      measurer.rolling($0, by: forCSVOnly ? [] : dailyGroupings ?? groupings, summarises: !forCSVOnly)
    }
    self.rolling = days
    if periods.isEmpty, !forCSVOnly, let days, days.count > 0 {
      // Every day's period shares days with the next; those that end where the latest begins tell what changed.
      let apart = Array(stride(from: days.count - 1, through: 0, by: -days.periodDays).reversed())
      let latest = measurer.measure(
        apart.suffix(2).map { days.dates(of: $0) }, by: groupings, accountsLast: accounts)
      listed = latest.suffix(1)
      evidence = measurer.evidence(
        of: latest, charted: apart.map { (days.dates(of: $0), days.summaries[$0].headline) }, resampling)
    } else {
      listed = self.periods
      evidence = forCSVOnly ? nil : measurer.evidence(of: self.periods, resampling)
    }
    contributions = tellsWhy ? measurer.contributions(to: listed, resampling) : []
    names = ShownNames(measurer, groupings, nil)
  }

  /// The share of rows above which those that could not be used are warned of above the figures.
  public var mostBad = 0.02

  /// What the log was read as; `nil` where there is none.
  var readAs: ReadAs? { ReadAs(self) }

  /// What must be known before the figures are trusted, a sentence each.
  public func warnings(_ language: Language) -> [String] {
    guard let quality else { return [] }
    return ReadingWarning.all(self, quality).map { $0.text(language, showsIDs: pseudonyms == nil) }
  }

  /// The figures over many clients.
  var figures: [HeadlineFigure] { HeadlineFigure.all(thresholds: measurer.definition.thresholds) }

  /// A client's id, or what stands for it.
  func name(ofClient client: Int) -> String { names.clients[client] }

  /// A staff member's id, or what stands for it.
  func name(ofStaff member: Int) -> String { names.staff[member] }

  /// A client's id with the name in brackets, as people are shown; or what stands for it.
  func label(ofClient client: Int) -> String { ShownNames.label(names.clients[client], names.namesOfClients[client]) }

  /// A staff member's id with the name in brackets, as people are shown; or what stands for it.
  func label(ofStaff member: Int) -> String { ShownNames.label(names.staff[member], names.namesOfStaff[member]) }

  /// What a client is called beside the id; `nil` where that is not known or not shown.
  func personalName(ofClient client: Int) -> String? { names.namesOfClients[client] }

  /// What a staff member is called beside the id; `nil` where that is not known or not shown.
  func personalName(ofStaff member: Int) -> String? { names.namesOfStaff[member] }

  /// A group's name, or what stands for it.
  func name(ofGroup name: String, _ grouping: Grouping) -> String { names.groups[grouping]?[name] ?? name }

  /// A client's floor.
  func floor(ofClient client: Int) -> Int? { floors?[measurer.log.clients[client].id] }

  /// The counted clients of a period with the most distinct staff first, then by the names shown: the order of the ids
  /// would betray who is behind a pseudonym.
  func worstFirst(_ period: PeriodMeasure) -> [PeriodMeasure.Client] {
    period.clients.sorted {
      ($1.measure.figures.distinct, names.clients[$0.client]) < ($0.measure.figures.distinct, names.clients[$1.client])
    }
  }

  /// The clients left out of a period, by the names shown.
  func excluded(_ period: PeriodMeasure) -> [PeriodMeasure.Excluded] {
    period.excluded.sorted { names.clients[$0.client] < names.clients[$1.client] }
  }

  /// The staff of a period, by the names shown.
  func staff(_ period: PeriodMeasure) -> [StaffMeasure] {
    period.staff.sorted { names.staff[$0.staff] < names.staff[$1.staff] }
  }

  /// The groups of a period that have any client, in the order in which people read names.
  func groups(_ period: PeriodMeasure, _ grouping: Grouping) -> [GroupMeasure] {
    (period.groups[grouping] ?? []).filter { $0.summary.headline.clients > 0 }.sorted {
      name(ofGroup: $0.name, grouping).isReadBefore(name(ofGroup: $1.name, grouping))
    }
  }

  /// The numbers of all clients, by the names shown.
  var clientsByName: [Int] {
    names.clients.indices.sorted { names.clients[$0] < names.clients[$1] }
  }
}
