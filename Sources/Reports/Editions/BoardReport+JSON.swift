import Continuity
import HomeCare
import Interchange
import Statistics

extension BoardReport {
  /// One JSON object with figures as the page shows them; what is not shown is null, with the reason beside it.
  public func json() -> [UInt8] {
    var json = JSONWriter(.tight, for: .page)
    json.object { json in
      json.member("edition", "board")
      json.member("limit", limit)
      json.key("heading")
      json.object {
        $0.member("title", shown.heading.title)
        $0.member("unit", shown.heading.unit)
        $0.member("board", shown.heading.board)
        $0.member("date", shown.heading.date)
      }
      json.newLine()
      json.key("definition")
      json.object { shown.definition.write(members: &$0) }
      json.newLine()
      json.member("intervalLevel", shown.level)
      json.key("input")
      write(input: &json)
      json.member("groupingsLeftOut", leftOut.map(\.rawValue))
      json.newLine()
      json.key("periods")
      json.list { json in for place in shown.periods.indices { write(period: place, &json) } }
      json.newLine()
      json.key("excluded")
      writeExcluded(&json)
      json.newLine()
      if !causes.isEmpty {
        json.key("causes")
        json.list(causes) { json, cause in
          json.object {
            $0.member("cause", cause.cause.key)
            $0.member("lowering", cause.lowering)
          }
        }
        json.newLine()
      }
      json.key("reasonsAboveTarget")
      json.object { json in for (reason, clients) in reasons { json.member(reason.rawValue, clients) } }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func write(input json: inout JSONWriter) {
    guard let input else { return json.null() }
    json.object { json in
      json.member("rows", input.rows)
      json.member("used", input.used)
      json.key("bad")
      json.object { json in for (reason, rows) in input.bad { json.member(reason.rawValue, rows) } }
      json.member("duplicates", input.repeated)
      json.member("warnings", input.warnings.map(\.key))
      json.member("basis", shown.basis.rawValue)
    }
  }

  private func write(period place: Int, _ json: inout JSONWriter) {
    let period = shown.periods[place]
    json.newLine()
    json.object { json in
      json.members(period.dates)
      write(period.total, &json)
      json.member("plannedMean", period.planned)
      json.key("distribution")
      json.list(bands[place]) { json, band in
        json.object {
          $0.member("from", band.from)
          $0.member("to", band.to)
          $0.member("clients", band.people)
        }
      }
      json.key("groups")
      json.object { json in
        for (classification, rows) in zip(shown.classifications, period.rows) {
          json.key(classification.grouping.rawValue)
          json.list { json in
            for (names, row) in zip(classification.names, rows) {
              json.object { json in
                json.member("names", names)
                write(row, &json)
              }
            }
          }
        }
      }
    }
  }

  private func write(_ row: ShownMeasure.Row, _ json: inout JSONWriter) {
    json.member("clients", row.clients)
    if row.clients == nil { json.member("clientsShown", ShownShare.few.key) }
    json.member("mean", row.mean)
    json.member("median", row.median)
    json.member("meanFrom", row.interval?.lower)
    json.member("meanTo", row.interval?.upper)
    for (level, share) in zip(shown.levels, row.above) {
      json.key("above\(level)")
      json.object {
        $0.member("count", share.ratio?.numerator)
        $0.member("share", share.ratio?.value)
        if let key = share.key { $0.member("shown", key) }
      }
    }
  }

  private func writeExcluded(_ json: inout JSONWriter) {
    guard let excluded else { return json.null() }
    json.list { json in
      for (rules, clients) in excluded {
        json.object {
          $0.member("rules", rules.map(\.rawValue))
          $0.member("clients", clients)
        }
      }
    }
  }
}

extension ShownShare {
  /// Why a share is not shown, in files; `nil` where it is.
  var key: String? {
    switch self {
    case .exact: nil
    case .few: "few"
    case .allButFew: "all-but-few"
    case .withheld: "withheld"
    }
  }
}
