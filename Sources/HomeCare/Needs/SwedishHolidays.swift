/// The public holidays of Sweden in any year, by the act on public holidays (lag 1989:253 om allmänna helgdagar).
public enum SwedishHolidays {
  /// Eves that are no public holidays, but that the act on holidays with pay (semesterlagen 1977:480, 3 a §) puts on a
  /// level with Sundays, as most agreements do.
  public enum Eve: String, CaseIterable, Hashable, Sendable {
    /// The Friday before Midsummer Day.
    case midsummer = "midsommarafton"
    /// 24 December.
    case christmas = "julafton"
    /// 31 December.
    case newYear = "nyårsafton"
  }

  /// The holidays of some years.
  ///
  /// - Parameter eves: The eves that are planned as Sundays too.
  public static func holidays(of years: ClosedRange<Int>, eves: Set<Eve>) -> Holidays {
    var holidays = Holidays()
    for year in years {
      func date(_ month: Int, _ day: Int) -> LocalDate? { LocalDate(year: year, month: month, day: day) }
      func saturday(from month: Int, _ day: Int) -> LocalDate? {
        date(month, day).map { $0.advanced(by: (13 - $0.weekday) % 7) }
      }
      let easter = easter(of: year)
      let midsummer = saturday(from: 6, 20)
      var days: [(String, LocalDate?)] = [
        ("nyårsdagen", date(1, 1)), ("trettondedag jul", date(1, 6)),
        ("långfredagen", easter?.advanced(by: -2)), ("påskdagen", easter),
        ("annandag påsk", easter?.advanced(by: 1)), ("första maj", date(5, 1)),
        ("Kristi himmelsfärdsdag", easter?.advanced(by: 39)), ("pingstdagen", easter?.advanced(by: 49)),
        ("midsommardagen", midsummer), ("alla helgons dag", saturday(from: 10, 31)),
        ("juldagen", date(12, 25)), ("annandag jul", date(12, 26)),
      ]
      // The national day took the place of Whit Monday in 2005 (lag 2004:1320).
      days.append(year < 2005 ? ("annandag pingst", easter?.advanced(by: 50)) : ("nationaldagen", date(6, 6)))
      for eve in Eve.allCases where eves.contains(eve) {
        let day =
          switch eve {
          case .midsummer: midsummer?.advanced(by: -1)
          case .christmas: date(12, 24)
          case .newYear: date(12, 31)
          }
        days.append((eve.rawValue, day))
      }
      for case (let name, let date?) in days { holidays.add(Holidays.Day(name: name), on: date) }
    }
    return holidays
  }

  /// Easter Sunday of a year of the Gregorian calendar (the anonymous algorithm of Nature 13, 1876, as J. Meeus,
  /// "Astronomical Algorithms", 1991, has it).
  static func easter(of year: Int) -> LocalDate? {
    let golden = year % 19
    let (century, rest) = (year / 100, year % 100)
    let epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
    let late = (golden + 11 * epact + 22 * sunday) / 451
    let number = epact + sunday - 7 * late + 114
    return LocalDate(year: year, month: number / 31, day: number % 31 + 1)
  }
}
