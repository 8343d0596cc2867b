import Continuity
import HomeCare
import Interchange

extension RosterReport: Encodable {
  /// Writes unrounded figures; an undefined one is null.
  public func encode(to encoder: any Encoder) throws {
    let headline = continuity.headline
    let bars = headline.distribution.enumerated().filter { $0.element > 0 }
    let last = horizon.lastDate
    let definition: JSONObject = ["name": "plan", "version": 1]
    try JSONObject(
      [
        ("instance", instance), ("definition", definition), ("from", horizon.start.description),
        ("to", last.description), ("window", horizon.window), ("withoutMeetings", continuity.withoutMeetings),
        ("floor", .some(floor)), ("distribution", bars.map { ["staff": $0.offset, "clients": $0.element] }),
        ("rows", continuity.worstFirst.map(figures(of:))), ("staff", workloads.map(\.figures)),
        ("aboveTarget", FigureValue.share(continuity.shareAboveTarget).json),
        ("travel", measures.travel.map(\.figures)),
      ] + standing.map { ($0.key, $0.value.json) } + figures.map { ($0.key, $0.value(of: headline)?.json) }
        + measures.groups.map { ($0.rawValue, figures(of: $0)) }
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

  /// The figures of a group with the rows behind them.
  private func figures(of group: RosterFigure.Group) -> JSONObject {
    let rows: (String, (any Encodable)?) =
      switch group {
      case .steadiness: ("rows", measures.steadiness.rows.map(\.figures))
      case .contact: ("rows", measures.contact.rows.map(\.figures))
      case .work: ("idle", measures.time.idle.map(\.figures))
      case .rolling: ("rows", measures.rolling?.peaks.map(\.figures))
      case .exceptions: ("rows", measures.exceptions.map(\.figures))
      }
    return JSONObject(RosterFigure.inGroup(group).map { ($0.key, $0.value(measures).json) } + [rows])
  }
}

extension RosterSteadiness.Row {
  fileprivate var figures: JSONObject {
    let starts = starts.map { start -> JSONObject in
      ["day": start.day.description, "start": Language.clock(start.minute), "minute": start.minute]
    }
    return [
      "series": .some(series?.rawValue), "client": client.rawValue, "usual": Language.clock(usual),
      "tolerance": tolerance, "spread": spread, "largestChange": .some(changes.max()),
      "unsteadyMinutes": unsteadyMinutes, "starts": starts,
    ]
  }
}

extension RosterContact.Row {
  fileprivate var figures: JSONObject {
    [
      "client": client.rawValue, "contact": contact.rawValue, "visits": visits, "byContact": byContact,
      "canServe": canServe,
    ]
  }
}

extension TimeUse.Idle {
  fileprivate var figures: JSONObject {
    ["staff": staff.rawValue, "shift": shift.rawValue, "from": start.description, "minutes": minutes]
  }
}

extension RollingMeetings.Peak {
  fileprivate var figures: JSONObject {
    [
      "client": client.rawValue, "distinct": distinct, "target": target, "from": dates.lowerBound.description,
      "to": dates.lastDate.description,
    ]
  }
}

extension TravelUse {
  fileprivate var figures: JSONObject {
    ["mode": .some(mode?.rawValue), "shifts": shifts, "ways": ways, "minutes": minutes]
  }
}
