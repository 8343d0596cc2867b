import Continuity
import HomeCare
import Interchange

extension MeasureReport {
  /// One JSON object with unrounded figures; an undefined one is null.
  public func json() -> [UInt8] {
    var json = JSONBuilder()
    json.object { json in
      json.key("definition")
      json.object {
        $0.member("name", measurer.definition.name)
        $0.member("version", measurer.definition.version)
        $0.key("settings")
        measurer.definition.write(settings: &$0)
      }
      json.newLine()
      json.key("input")
      write(input: &json)
      json.newLine()
      json.key("periods")
      json.array { json in
        for period in periods { write(period, &json) }
        if let rolling { write(rolling, &json) }
      }
      if !planned.isEmpty {
        json.newLine()
        json.key("planned")
        json.array { json in for period in planned { write(period, &json) } }
      }
      json.newLine()
      json.key("clients")
      json.array { json in for period in periods { write(clientsOf: period, &json) } }
      json.newLine()
      json.key("staff")
      json.array { json in for period in periods { write(staffOf: period, &json) } }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func write(input json: inout JSONBuilder) {
    json.object { json in
      json.member("rows", quality?.rows ?? measurer.log.count)
      json.member("used", quality?.used ?? measurer.log.count)
      json.key("bad")
      json.object { json in
        for reason in BadRowReason.allCases {
          if let count = quality?.bad[reason] { json.member(reason.rawValue, count) }
        }
      }
      json.member("duplicates", measurer.log.duplicates)
      json.member("basis", measurer.basis.rawValue)
      json.member("sha256", quality?.sha256)
      json.member("clients", measurer.log.clients.count)
      json.member("staff", measurer.log.staff.count)
      json.key("merged")
      json.array { json in
        for merged in quality?.merged ?? [] {
          json.object { json in
            json.member("column", merged.column.rawValue)
            json.member("id", merged.column == .client ? shown(client: merged.id) : shown(staff: merged.id))
            json.member("spellings", merged.spellings.count)
          }
        }
      }
      json.key("unknownWords")
      json.object { json in
        for (column, words) in (quality?.unknownWords ?? [:]).sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
          json.member(column.rawValue, words)
        }
      }
    }
  }

  private func shown(client id: String) -> String { pseudonyms?.client(id) ?? id }
  private func shown(staff id: String) -> String { pseudonyms?.staff(id) ?? id }

  private func write(_ period: PeriodMeasure, _ json: inout JSONBuilder) {
    json.newLine()
    json.object { json in
      write(period.dates, &json)
      write(period.summary, &json)
      json.key("excluded")
      json.object { json in
        for (rule, count) in period.excludedByRule { json.member(rule.rawValue, count) }
      }
      json.key("groups")
      json.object { json in
        for grouping in groupings {
          json.key(grouping.rawValue)
          json.array { json in
            for group in period.groups[grouping] ?? [] {
              json.object { json in
                json.member("name", group.name)
                write(group.summary, &json)
              }
            }
          }
        }
      }
    }
  }

  private func write(_ rolling: RollingMeasure, _ json: inout JSONBuilder) {
    for period in 0..<rolling.count {
      json.newLine()
      json.object { json in
        write(rolling.dates(of: period), &json)
        write(rolling.summaries[period], &json)
        json.key("excluded")
        json.object { json in
          for rule in Exclusion.allCases {
            if let count = rolling.excluded[period][rule] { json.member(rule.rawValue, count) }
          }
        }
      }
    }
  }

  private func write(_ dates: Range<LocalDate>, _ json: inout JSONBuilder) {
    json.member("from", dates.lowerBound.description)
    json.member("to", dates.lastDate.description)
  }

  private func write(_ summary: Summary, _ json: inout JSONBuilder) {
    let headline = summary.headline
    json.member("clients", headline.clients)
    json.member("distinct", headline.sum)
    json.member("mean", headline.mean)
    json.member("median", headline.median)
    for threshold in measurer.definition.thresholds {
      json.key("above\(threshold)")
      let share = headline.share(above: threshold)
      json.object {
        $0.member("count", share?.numerator ?? 0)
        $0.member("share", share)
      }
    }
    json.member("min", headline.smallest)
    json.member("max", headline.largest)
    json.member("upc", summary.usualProvider)
    json.member("coc", summary.continuityOfCare)
    json.member("secon", summary.sequential)
    json.member("contactShare", summary.contactShare)
    json.member("unknownAge", summary.unknownAge)
  }

  private func write(clientsOf period: PeriodMeasure, _ json: inout JSONBuilder) {
    for client in period.worstFirst {
      json.newLine()
      json.object { json in
        json.member("client", name(ofClient: client.client))
        write(period.dates, &json)
        json.key("excluded")
        json.null()
        json.member("distinct", client.measure.figures.distinct)
        write(client.measure, &json)
        json.member("floor", floor(ofClient: client.client))
        json.member("reasons", client.reasons.map(\.rawValue))
        json.key("ageIsUnknown")
        json.value(client.ageIsUnknown)
      }
    }
    for client in period.excluded {
      json.newLine()
      json.object { json in
        json.member("client", name(ofClient: client.client))
        write(period.dates, &json)
        json.member("excluded", client.rule.rawValue)
      }
    }
  }

  private func write(_ measure: ClientMeasure, _ json: inout JSONBuilder) {
    let figures = measure.figures
    json.member("visits", figures.visits)
    json.member("meetings", figures.meetings)
    for (name, ratio) in MeasureFigures.indices(figures) { json.member(name, ratio) }
    json.member("metOnce", figures.metOnce)
    json.member("doubleVisits", measure.doubleVisits)
    json.member("substitutes", measure.substitutes)
    json.member("contactShare", measure.contactShare)
    json.member("daysSinceContact", measure.daysSinceContact)
    json.member("newFaces", measure.newFaces)
    json.key("startSpread")
    json.array { json in
      for spread in measure.spreads {
        json.object {
          $0.member("slot", spread.slot.rawValue)
          $0.member("visits", spread.visits)
          $0.member("minutes", spread.range)
          $0.member("deviation", spread.deviation)
        }
      }
    }
  }

  private func write(staffOf period: PeriodMeasure, _ json: inout JSONBuilder) {
    for member in period.staff {
      json.newLine()
      json.object { json in
        json.member("staff", name(ofStaff: member.staff))
        write(period.dates, &json)
        json.member("clients", member.clients)
        json.member("meetings", member.meetings)
        json.member("withOwnContacts", member.withOwnClients)
        json.member("ownContactShare", member.ownShare)
      }
    }
  }
}
