import ArgumentParser
import Continuity
import HomeCare
import Interchange
import Reports

/// What `samma measure` measures, and over which periods.
struct MeasuringArguments: ParsableArguments, FileUser {
  @Option(
    help: ArgumentHelp(
      "A definition: \(Definition.standard.map(\.name).joined(separator: ", ")), or a file.", valueName: "definition"))
  var definition = Definition.everyone.name

  @Option(
    help: ArgumentHelp(
      "Lay the figures by another definition, such as an older version, beside.", valueName: "definition"))
  var compareDefinition: String?

  @Option(help: ArgumentHelp("First date measured.", valueName: "date"))
  var from: LocalDate?

  @Option(help: ArgumentHelp("Last date measured.", valueName: "date"))
  var to: LocalDate?

  @Option(
    name: .customLong("period"),
    help: ArgumentHelp(
      "First date of a period to measure, such as a measurement fortnight; may be given several times.",
      valueName: "date"))
  var starts: [LocalDate] = []

  @Flag(help: "Measure the period that ends on each day.")
  var rolling = false

  @Option(
    help: ArgumentHelp("Tell figures apart by area, provider, category, staffCategory.", valueName: "groupings"))
  var by: String?

  @Option(help: "Distinct staff a client should at most meet; the definition's by default.")
  var target: Int?

  @Option(help: "Resamples of the clients from which each interval is made.")
  var resamples = Resampling().count

  @Flag(help: "Tell why: whom a change is made of, the control chart, and what causes add to the figures.")
  var why = false

  func validate() throws {
    try OptionRange("--resamples", 100...100_000).check(resamples)
    if let from, let to, from > to { throw ValidationError("--from must not be after --to") }
    try OptionRange("--target", InputLimits.targetStaff).check(target)
    _ = try groupings()
  }

  func list(_ files: inout CommandFiles) {
    files.reads("--definition", Definition.file(definition))
    files.reads("--compare-definition", compareDefinition.flatMap(Definition.file))
  }

  func chosenDefinition() throws -> Definition {
    var chosen = try Definition(argument: definition)
    if let target { chosen.target = target }
    return chosen
  }

  private func groupings() throws -> [Grouping] {
    try (by ?? "").split(separator: ",").map { word in
      let name = word == "staff-category" ? "staffCategory" : String(word)
      guard let grouping = Grouping(rawValue: name) else {
        throw ValidationError(
          "--by: found \(word); expected some of \(Grouping.allCases.map(\.rawValue).joined(separator: ","))")
      }
      return grouping
    }
  }

  /// Measures a log, a plan, or a log with a plan beside it.
  ///
  /// - Parameters:
  ///   - forCSVOnly: Whether nothing but the CSV is asked for.
  ///   - groupsDays: Whether the groupings are taken for every rolling period, not for the last one alone.
  ///   - language: The language of refusals.
  ///   - showsPlaces: Whether areas and providers are told apart where the log has them and nothing is said of groupings.
  func report(
    _ reading: LogReading?, plan: LogArguments.Plan?, _ definition: Definition, forCSVOnly: Bool, showsPlaces: Bool,
    groupsDays: Bool, language: Language
  ) throws -> MeasureReport {
    guard let log = reading?.log ?? plan?.log else { throw InvalidRequest("no log and no roster") }
    let measurer = LogMeasurer(log, definition)
    guard let known = log.dates(of: measurer.basis) else {
      throw InvalidRequest((reading?.quality ?? LogQuality()).noVisit(language))
    }
    // A mistyped date is no period.
    let usual = reading == nil ? known : measurer.strays?.others ?? known
    let first = from ?? usual.lowerBound
    let last = to ?? usual.upperBound
    guard first <= last else {
      throw InvalidRequest(PeriodRefusal.otherDates(known).text(language))
    }
    let periods = periods(measurer, first...last, reading == nil ? plan : nil)
    if periods.isEmpty, !rolling {
      let refusal = PeriodRefusal.tooShort(first...last, days: definition.periodDays).text(language)
      // Dates that could not be read may be why.
      throw InvalidRequest(([refusal] + (reading?.quality.unusable(language) ?? [])).joined(separator: "; "))
    }
    if reading != nil { try require(known, toReach: periods, language) }
    let places = showsPlaces && by == nil ? places(of: log) : []
    var resampling = Resampling()
    resampling.count = resamples
    var report = MeasureReport(
      measurer, quality: reading?.quality, periods: periods, rolling: rolling ? first...last : nil,
      groupings: try groupings() + places, dailyGroupings: groupsDays ? try groupings() : [], forCSVOnly: forCSVOnly,
      tellsWhy: why, resampling: resampling)
    report.compared = try compareDefinition.map { ComparedDefinition(try Definition(argument: $0), beside: report) }
    if reading != nil, let plan {
      let planned = LogMeasurer(plan.log, definition)
      report.planned = planned.measure(report.listed.map(\.dates), by: report.groupings)
      report.outcomes = measurer.outcomes(
        of: report.listed, against: planned, plan.roster, of: plan.instance,
        calling: PlanPeople(of: log, in: plan.instance))
    }
    return report
  }

  /// Areas where the log has any, and providers where it has several.
  private func places(of log: MeetingLog) -> [Grouping] {
    let areas = log.traits.contains { !$0.area.isEmpty }
    let providers = Set(log.traits.map(\.provider)).subtracting([""])
    return (areas ? [.area] : []) + (providers.count > 1 ? [.provider] : [])
  }

  /// Refuses a period of which the log has no day; of one that it has but a part of, the report warns.
  private func require(
    _ known: ClosedRange<LocalDate>, toReach periods: [Range<LocalDate>], _ language: Language
  ) throws {
    for dates in periods where !dates.overlaps(known.lowerBound..<known.upperBound.advanced(by: 1)) {
      throw InvalidRequest(PeriodRefusal.outside(dates, known).text(language))
    }
  }

  private func periods(
    _ measurer: LogMeasurer, _ dates: ClosedRange<LocalDate>, _ plan: LogArguments.Plan?
  ) -> [Range<LocalDate>] {
    if !starts.isEmpty {
      return starts.sorted().map { $0..<$0.advanced(by: measurer.definition.periodDays) }
    }
    if rolling { return [] }
    if let plan, from == nil, to == nil {
      let horizon = plan.instance.horizon
      if measurer.definition.isPlan {
        return (0..<horizon.periodCount).map { horizon.dates(ofPeriod: $0) }
      }
      return measurer.consecutivePeriods(horizon.start...horizon.lastDate)
    }
    return measurer.consecutivePeriods(dates)
  }
}
