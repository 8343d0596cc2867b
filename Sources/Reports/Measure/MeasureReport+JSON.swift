import Continuity
import HomeCare
import Interchange

extension MeasureReport {
  /// One JSON object with unrounded figures; an undefined one is null.
  public func json() -> [UInt8] {
    var json = JSONWriter(.tight, for: .page)
    json.object { json in
      json.key("definition")
      json.object { measurer.definition.write(members: &$0) }
      json.newLine()
      json.key("input")
      write(input: &json)
      if let readAs {
        json.newLine()
        json.key("readAs")
        readAs.write(&json, showsIDs: pseudonyms == nil)
      }
      json.newLine()
      json.key("periods")
      json.list { json in
        for entry in periodEntries + rollingEntries { write(entry, &json) }
      }
      if !planned.isEmpty {
        json.newLine()
        json.key("planned")
        json.list { json in for entry in entries(of: planned) { write(entry, &json) } }
      }
      if !outcomes.isEmpty {
        json.newLine()
        json.key("outcomes")
        json.list { json in for outcome in outcomes { write(outcome, &json) } }
      }
      if !contributions.isEmpty {
        json.newLine()
        json.key("causes")
        json.list { json in for each in contributions { write(each, &json) } }
      }
      json.newLine()
      json.key("knownStaff")
      json.list { json in for period in listed { write(knownStaffOf: period, &json) } }
      if !measurer.definition.hourStrata.isEmpty {
        json.newLine()
        json.key("strata")
        json.list { json in for period in listed { write(strataOf: period, &json) } }
      }
      if let compared {
        json.newLine()
        json.key("compared")
        write(compared, &json)
      }
      if let evidence {
        json.newLine()
        json.key("control")
        json.list { json in for chart in evidence.charts { write(chart, &json) } }
      }
      json.newLine()
      json.key("clients")
      json.list { json in for period in listed { write(clientsOf: period, &json) } }
      json.newLine()
      json.key("severalGroups")
      json.list { json in for period in listed { write(sharedOf: period, &json) } }
      json.newLine()
      json.key("staff")
      json.list { json in for period in listed { write(staffOf: period, &json) } }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func write(input json: inout JSONWriter) {
    json.object { json in
      json.member("rows", quality?.rows ?? measurer.log.count)
      json.member("used", quality?.used ?? measurer.log.count)
      json.key("bad")
      json.object { json in
        for (reason, rows) in quality?.badByReason ?? [] { json.member(reason.rawValue, rows) }
      }
      json.member("duplicates", measurer.log.duplicates)
      json.member("absencesOfOthers", quality?.absencesOfOthers ?? 0)
      json.member("basis", measurer.basis.rawValue)
      json.member("sha256", quality?.sha256)
      json.member("clients", measurer.log.clients.count)
      json.member("staff", measurer.log.staff.count)
      json.key("merged")
      json.list { json in
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

  private func write(_ entry: Entry, _ json: inout JSONWriter) {
    json.newLine()
    json.object { json in
      json.members(entry.dates)
      write(entry.summary, &json)
      write(entry.evidence?.intervals, &json)
      json.key("excluded")
      json.object { $0.members(entry.excluded) }
      json.key("groups")
      json.object { json in
        for grouping in groupings {
          guard let groups = entry.groups[grouping] else { continue }
          json.key(grouping.rawValue)
          json.list { json in
            for (index, group) in groups.enumerated() {
              json.object { json in
                json.member("name", name(ofGroup: group.name, grouping))
                write(group.summary, &json)
                write(entry.evidence?.groups[grouping]?[index], &json)
              }
            }
          }
        }
      }
      write(entry.comparison, entry.change, &json)
    }
  }

  /// The target and the period before, each with what is above it; what cannot be compared is null.
  private func write(_ comparison: PeriodComparison, _ change: PeriodChange?, _ json: inout JSONWriter) {
    json.key("target")
    json.object { json in
      json.member("value", comparison.target)
      json.member("meanDifference", comparison.meanToTarget)
      FigureValue.share(comparison.aboveTarget).write(as: "above", &json)
    }
    json.key("previous")
    guard let previous = comparison.previous else { return json.null() }
    json.object { json in
      json.members(previous)
      json.member("meanDifference", comparison.mean)
      json.member("medianDifference", comparison.median)
      json.member("aboveTargetDifference", comparison.shareAboveTarget)
      if let change { write(change, &json) }
    }
  }

  private func write(_ summary: Summary, _ json: inout JSONWriter) {
    for figure in figures where figure.places.contains(.files) {
      figure.value(of: summary).write(as: figure.key, &json)
    }
    json.key("distribution")
    json.list { json in
      for (staff, clients) in summary.headline.distribution.enumerated() where clients > 0 {
        json.object {
          $0.member("staff", staff)
          $0.member("clients", clients)
        }
      }
    }
  }

  /// The share of visits by staff of the period before; null where that one is not known.
  private func write(knownStaffOf period: PeriodMeasure, _ json: inout JSONWriter) {
    let known = period.knownShare
    json.object { json in
      json.members(period.dates)
      json.member("knownShare", known?.mean)
      json.member("clients", known?.clients ?? 0)
    }
  }

  private func write(strataOf period: PeriodMeasure, _ json: inout JSONWriter) {
    for stratum in period.strata(measurer.definition.hourStrata) {
      json.newLine()
      json.object { json in
        json.members(period.dates)
        json.member("fromHours", stratum.from)
        json.member("toHours", stratum.to)
        write(stratum.summary, &json)
      }
    }
  }

  private func write(_ compared: ComparedDefinition, _ json: inout JSONWriter) {
    json.object { json in
      compared.definition.write(members: &json)
      json.key("periods")
      json.list { json in
        for (_, period, split) in comparedSplits {
          json.newLine()
          json.object { json in
            json.members(period.dates)
            write(period.summary, &json)
            json.key("excluded")
            json.object { $0.members(period.excludedByRule) }
            json.key("split")
            write(split, &json)
          }
        }
      }
    }
  }

  /// Whose the difference between the two definitions is: the mean by this one less that by the other.
  private func write(_ split: CountedSplit, _ json: inout JSONWriter) {
    json.object { json in
      json.member("both", split.both)
      json.member("bothMean", split.mean.stayed?.value)
      let alone = [("alone", split.secondAlone, split.mean.came), ("otherAlone", split.firstAlone, split.mean.left)]
      for (key, rules, mean) in alone {
        json.key(key)
        json.object { json in
          json.member("clients", Self.clients(rules))
          json.member("mean", mean?.value)
          json.key("rules")
          json.object { $0.members(rules) }
        }
      }
    }
  }

  private func write(clientsOf period: PeriodMeasure, _ json: inout JSONWriter) {
    for client in worstFirst(period) {
      json.newLine()
      json.object { json in
        json.member("client", name(ofClient: client.client))
        json.member("name", personalName(ofClient: client.client))
        json.members(period.dates)
        json.key("excluded")
        json.null()
        json.member("distinct", client.measure.figures.distinct)
        write(client.measure, &json)
        json.member("target", measurer.definition.target)
        json.member("floor", floor(ofClient: client.client))
        json.member("reasons", client.reasons.map(\.rawValue))
        json.member("ageIsUnknown", client.ageIsUnknown)
        if let contributions = contributions(period) { write(contributions, ofClient: client.client, &json) }
      }
    }
    for client in excluded(period) {
      json.newLine()
      json.object { json in
        json.member("client", name(ofClient: client.client))
        json.member("name", personalName(ofClient: client.client))
        json.members(period.dates)
        json.member("excluded", client.rule.rawValue)
      }
    }
  }

  private func write(_ measure: ClientMeasure, _ json: inout JSONWriter) {
    for figure in ClientFigure.all { figure.value(measure).write(as: figure.key, &json) }
    json.key("startSpread")
    json.list { json in
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

  /// The counted clients who have several providers, or areas where those are told apart.
  private func write(sharedOf period: PeriodMeasure, _ json: inout JSONWriter) {
    for grouping in Grouping.allCases {
      for client in shared(period, grouping) {
        json.newLine()
        json.object { json in
          json.member("client", name(ofClient: client.client))
          json.members(period.dates)
          json.member("grouping", grouping.rawValue)
          json.key("groups")
          json.list { json in
            for part in client.groups {
              json.object { json in
                json.member("name", name(ofGroup: part.name, grouping))
                json.member("meetings", part.meetings)
                json.member("staff", part.staff)
              }
            }
          }
        }
      }
    }
  }

  private func write(staffOf period: PeriodMeasure, _ json: inout JSONWriter) {
    for member in staff(period) {
      json.newLine()
      json.object { json in
        json.member("staff", name(ofStaff: member.staff))
        json.member("name", personalName(ofStaff: member.staff))
        json.members(period.dates)
        json.member("clients", member.clients)
        json.member("meetings", member.meetings)
        json.member("withOwnContacts", member.withOwnClients)
        json.member("ownContactShare", member.ownShare?.value)
      }
    }
  }
}
