import Continuity
import HomeCare
import Interchange

extension RosterReport: Encodable {
  /// Writes unrounded figures; an undefined one is null.
  public func encode(to encoder: any Encoder) throws {
    let headline = continuity.headline
    let bars = headline.distribution.enumerated().filter { $0.element > 0 }
    let last = horizon.start.advanced(by: horizon.days - 1)
    let definition: JSONObject = ["name": "plan", "version": 1]
    try JSONObject(
      [
        ("instance", instance), ("definition", definition), ("from", horizon.start.description),
        ("to", last.description), ("window", horizon.window), ("withoutMeetings", continuity.withoutMeetings),
        ("floor", .some(floor)), ("distribution", bars.map { ["staff": $0.offset, "clients": $0.element] }),
        ("rows", continuity.worstFirst.map(figures(of:))), ("staff", workloads.map(\.figures)),
        ("aboveTarget", FigureValue.share(continuity.shareAboveTarget).json),
      ] + figures.map { ($0.key, $0.value(of: headline)?.json) }
    ).encode(to: encoder)
  }

  private func figures(of row: RosterContinuity.Row) -> JSONObject {
    let dates = continuity.periods[row.period]
    let spreads = row.measure.spreads.map { spread -> JSONObject in
      [
        "slot": spread.slot.rawValue, "visits": spread.visits, "minutes": spread.range, "deviation": spread.deviation,
      ]
    }
    return JSONObject(
      [
        ("client", row.client.rawValue), ("name", .some(row.name)), ("area", .some(row.area)),
        ("from", dates.lowerBound.description), ("to", dates.lastDate.description), ("distinct", row.distinct),
        ("target", row.target), ("floor", .some(floors?[row.client])), ("reasons", row.reasons.map(\.rawValue)),
        ("startSpread", spreads),
      ] + ClientFigure.all.filter(\.isOfRosters).map { ($0.key, $0.value(row.measure).json) })
  }
}
