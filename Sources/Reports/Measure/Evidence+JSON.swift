import Continuity
import HomeCare
import Interchange
import Statistics

extension MeasureReport {
  /// The intervals of the figures that have one.
  func write(_ intervals: HeadlineIntervals?, _ json: inout JSONWriter) {
    json.key("intervals")
    guard let intervals, let resampling = evidence?.resampling else { return json.null() }
    json.object { json in
      json.member("level", resampling.level)
      json.member("resamples", resampling.count)
      json.member("isReliable", intervals.isReliable)
      for figure in figures {
        if let interval = figure.interval { json.member(figure.key, interval(intervals)) }
      }
    }
  }

  /// How sure a change is and who makes it up.
  func write(_ change: PeriodChange, _ json: inout JSONWriter) {
    json.member("meanInterval", change.meanInterval)
    json.member("medianInterval", change.medianInterval)
    json.member("aboveTargetInterval", change.aboveTargetInterval)
    json.member("isReliable", change.isReliable)
    json.key("split")
    json.object { json in
      json.key("stayed")
      json.object { json in
        json.member("clients", change.stayed)
        json.member("mean", change.mean.stayed?.value)
        json.member("meanInterval", change.stayedInterval)
        json.member("aboveTarget", change.aboveTarget.stayed?.value)
      }
      let parts = [
        ("came", change.came, change.mean.came, change.aboveTarget.came),
        ("left", change.left, change.mean.left, change.aboveTarget.left),
      ]
      for (key, rules, mean, share) in parts {
        json.key(key)
        json.object { json in
          json.member("clients", rules.reduce(0) { $0 + $1.count })
          json.member("mean", mean?.value)
          json.member("aboveTarget", share?.value)
          json.key("rules")
          json.object { $0.members(rules) }
        }
      }
    }
    json.key("byGroup")
    json.object { json in
      for grouping in Grouping.allCases {
        guard let shift = change.groups[grouping] else { continue }
        json.key(grouping.rawValue)
        json.list(shift.parts) { json, part in
          json.object { json in
            json.member("name", name(ofGroup: part.name, grouping))
            json.member("clientsBefore", part.clients.before)
            json.member("clients", part.clients.now)
            json.member("meanBefore", part.means.before)
            json.member("mean", part.means.now)
            json.member("within", part.within)
            json.member("between", part.between)
          }
        }
      }
    }
  }

  /// A control chart with its values.
  func write(_ charted: ChartedFigure, _ json: inout JSONWriter) {
    let chart = charted.chart
    json.newLine()
    json.object { json in
      json.member("figure", charted.kind.rawValue)
      json.member("centre", chart.centre)
      json.member("deviation", chart.deviation)
      json.member("lowerLimit", chart.lowerLimit)
      json.member("upperLimit", chart.upperLimit)
      json.member("isProvisional", chart.isProvisional)
      json.key("values")
      json.list { json in
        for (place, (dates, value)) in zip(charted.periods, chart.values).enumerated() {
          json.object { json in
            json.members(dates)
            json.member("value", value)
            json.member("signals", chart.signals.filter { $0.place == place }.map(\.rule.rawValue))
          }
        }
      }
    }
  }
}
