import Continuity
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
  /// By what figures are told apart.
  public let groupings: [Grouping]
  /// The same periods of the plan, beside which the outcome is laid; empty where there is none.
  public var planned: [PeriodMeasure] = []
  /// The fewest staff who could serve each client, by id, where an instance tells.
  public var floors: [String: Int]?
  /// Stand-ins for ids, where ids shall not be shown.
  public var pseudonyms: Pseudonyms?

  /// Measures a log.
  ///
  /// - Parameters:
  ///   - periods: The periods to measure.
  ///   - rolling: The dates between which the period that ends on each day is measured too.
  public init(
    _ measurer: LogMeasurer, quality: LogQuality?, periods: [Range<LocalDate>], rolling: ClosedRange<LocalDate>? = nil,
    groupings: [Grouping] = []
  ) {
    self.measurer = measurer
    self.quality = quality
    self.groupings = groupings
    self.periods = measurer.measure(periods, by: groupings)
    self.rolling = rolling.map { measurer.rolling($0) }
  }

  /// A client's id, or what stands for it.
  func name(ofClient client: Int) -> String {
    let id = measurer.log.clients[client].id
    return pseudonyms?.client(id) ?? id
  }

  /// A staff member's id, or what stands for it.
  func name(ofStaff member: Int) -> String {
    let id = measurer.log.staff[member]
    return pseudonyms?.staff(id) ?? id
  }

  /// A client's floor.
  func floor(ofClient client: Int) -> Int? { floors?[measurer.log.clients[client].id] }
}

extension Range<LocalDate> {
  /// The last date of a period.
  var lastDate: LocalDate { upperBound.advanced(by: -1) }
}
