import Continuity
import Interchange
import Statistics

/// What a figure comes to, with the form in which people read it; files hold it unrounded.
enum FigureValue {
  /// A whole number.
  case count(Int?)
  /// A number with so many decimals.
  case number(Double?, places: Int)
  /// A part of a whole, in percent with so many decimals.
  case percent(Double?, places: Int)
  /// So many of so many.
  case share(Ratio?)
  /// Minutes, which people read as hours.
  case minutes(Int)

  /// A ratio as a number with two decimals.
  static func index(_ ratio: Ratio?) -> FigureValue { .number(ratio?.value, places: 2) }

  /// The value as people read it.
  func shown(_ language: Language) -> String {
    switch self {
    case .count(let count): language.count(count)
    case .number(let number, let places): language.number(number, places)
    case .percent(let part, let places): language.percent(part, places)
    case .share(let share): language.percent(share)
    case .minutes(let minutes): language.hours(minutes)
    }
  }

  /// The value as people read it, a share with what it is out of.
  func whole(_ language: Language) -> String {
    guard case .share(let share?) = self else { return shown(language) }
    return language(.countOf, share.numerator, share.denominator, language.percent(share))
  }

  /// An interval of such a figure as people read it.
  func shown(_ interval: Interval?, _ language: Language) -> String {
    guard let interval else { return Decimal.undefined }
    let ends = [interval.lower, interval.upper].map { end in
      switch self {
      case .share, .percent: FigureValue.percent(end, places: 1).shown(language)
      case .number(_, let places): language.number(end, places)
      case .count, .minutes: language.number(end, 0)
      }
    }
    return language(.fromTo, ends[0], ends[1])
  }

  /// The unrounded number; `nil` where the figure is undefined.
  var exact: Double? {
    switch self {
    case .count(let count): count.map(Double.init)
    case .number(let number, _), .percent(let number, _): number
    case .share(let share): share?.value
    case .minutes(let minutes): Double(minutes)
    }
  }

  /// How many a share is made of; `nil` of other figures.
  var numerator: Int? { if case .share(let share) = self { share?.numerator } else { nil } }

  private var whole: Int?? {
    switch self {
    case .count(let count): .some(count)
    case .minutes(let minutes): .some(minutes)
    case .number, .percent, .share: nil
    }
  }

  /// Writes the value as a member of a JSON object: a figure is never left out, an undefined one is null.
  func write(as key: String, _ json: inout JSONWriter) {
    if case .share(let share) = self {
      json.key(key)
      json.object {
        $0.member("count", share?.numerator ?? 0)
        $0.member("share", share?.value)
      }
    } else if let whole {
      json.member(key, whole)
    } else {
      json.member(key, exact)
    }
  }

  /// The value as `write` writes it.
  var json: any Encodable {
    if case .share(let share) = self {
      JSONObject(dictionaryLiteral: ("count", share?.numerator ?? 0), ("share", .some(share?.value)))
    } else if let whole {
      whole
    } else {
      exact
    }
  }

  /// Adds the value as a field of a table; an undefined one is empty.
  func append(to csv: inout some RecordWriter) {
    if let whole {
      if let whole { csv.append(whole) } else { csv.append("") }
    } else {
      if let exact { csv.append(exact) } else { csv.append("") }
    }
  }
}
