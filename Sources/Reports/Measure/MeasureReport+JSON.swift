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
        for entry in periodEntries + rollingEntries { write(entry, &json) }
      }
      if !planned.isEmpty {
        json.newLine()
        json.key("planned")
        json.array { json in for entry in entries(of: planned) { write(entry, &json) } }
      }
      json.newLine()
      json.key("clients")
      json.array { json in for period in listed { write(clientsOf: period, &json) } }
      json.newLine()
      json.key("staff")
      json.array { json in for period in listed { write(staffOf: period, &json) } }
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
      json.member("absencesOfOthers", quality?.absencesOfOthers ?? 0)
      json.member("basis", measurer.basis.rawValue)
      json.member("sha256", quality?.sha256)
      json.member("clients", measurer.log.clients.count)
      json.member("staff", measurer.log.staff.count)
      json.key("merged")
      json.array { json in
        let merged = (quality?.merged ?? []).map { (id: shown($0), of: $0) }
        for (id, merged) in merged.sorted(by: { ($0.of.column.rawValue, $0.id) < ($1.of.column.rawValue, $1.id) }) {
          json.object { json in
            json.member("column", merged.column.rawValue)
            json.member("id", id)
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

  private func shown(_ merged: MergedID) -> String {
    (merged.column == .client ? pseudonyms?.client(merged.id) : pseudonyms?.staff(merged.id)) ?? merged.id
  }

  private func write(_ entry: Entry, _ json: inout JSONBuilder) {
    json.newLine()
    json.object { json in
      write(entry.dates, &json)
      write(entry.summary, &json)
      json.key("excluded")
      json.object { json in
        for (rule, count) in entry.excluded { json.member(rule.rawValue, count) }
      }
      json.key("groups")
      json.object { json in
        for grouping in groupings {
          guard let groups = entry.groups[grouping] else { continue }
          json.key(grouping.rawValue)
          json.array { json in
            for group in groups {
              json.object { json in
                json.member("name", name(ofGroup: group.name, grouping))
                write(group.summary, &json)
              }
            }
          }
        }
      }
      write(entry.comparison, &json)
    }
  }

  /// The target and the period before, each with what is above it; what cannot be compared is null.
  private func write(_ comparison: PeriodComparison, _ json: inout JSONBuilder) {
    json.key("target")
    json.object { json in
      json.member("value", comparison.target)
      json.member("meanDifference", comparison.meanToTarget)
      json.key("above")
      write(comparison.aboveTarget, &json)
    }
    json.key("previous")
    guard let previous = comparison.previous else { return json.null() }
    json.object { json in
      write(previous, &json)
      json.member("meanDifference", comparison.mean)
      json.member("medianDifference", comparison.median)
      json.member("aboveTargetDifference", comparison.shareAboveTarget)
    }
  }

  private func write(_ share: Ratio?, _ json: inout JSONBuilder) {
    json.object {
      $0.member("count", share?.numerator ?? 0)
      $0.member("share", share)
    }
  }

  private func write(_ dates: Range<LocalDate>, _ json: inout JSONBuilder) {
    json.member("from", dates.lowerBound.description)
    json.member("to", dates.lastDate.description)
  }

  private func write(_ summary: Summary, _ json: inout JSONBuilder) {
    let headline = summary.headline
    json.member("clients", headline.clients)
    json.member("visits", summary.visits)
    json.member("meetings", summary.meetings)
    json.member("distinct", headline.sum)
    json.member("mean", headline.mean)
    json.member("median", headline.median)
    for threshold in measurer.definition.thresholds {
      json.key("above\(threshold)")
      write(headline.share(above: threshold), &json)
    }
    json.member("min", headline.smallest)
    json.member("max", headline.largest)
    json.member("upc", summary.usualProvider)
    json.member("coc", summary.continuityOfCare)
    json.member("secon", summary.sequential)
    json.member("contactShare", summary.contactShare)
    json.member("unknownAge", summary.unknownAge)
    json.key("distribution")
    json.array { json in
      for (staff, clients) in headline.distribution.enumerated() where clients > 0 {
        json.object {
          $0.member("staff", staff)
          $0.member("clients", clients)
        }
      }
    }
  }

  private func write(clientsOf period: PeriodMeasure, _ json: inout JSONBuilder) {
    for client in worstFirst(period) {
      json.newLine()
      json.object { json in
        json.member("client", name(ofClient: client.client))
        write(period.dates, &json)
        json.key("excluded")
        json.null()
        json.member("distinct", client.measure.figures.distinct)
        write(client.measure, &json)
        json.member("target", measurer.definition.target)
        json.member("floor", floor(ofClient: client.client))
        json.member("reasons", client.reasons.map(\.rawValue))
        json.key("ageIsUnknown")
        json.value(client.ageIsUnknown)
      }
    }
    for client in excluded(period) {
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
    json.member("previousDistinct", measure.previousDistinct)
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
    for member in staff(period) {
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
