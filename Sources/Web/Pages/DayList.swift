import HomeCare
import Reports

/// The ways to a plan's days, the one that is shown marked.
struct DayList {
  private let language: Language
  private let horizon: Horizon
  private let day: LocalDate
  private let address: (LocalDate) -> HTML

  /// - Parameter address: Where a day is shown.
  init(_ language: Language, _ horizon: Horizon, _ day: LocalDate, address: @escaping (LocalDate) -> HTML) {
    (self.language, self.horizon, self.day, self.address) = (language, horizon, day, address)
  }

  var html: HTML {
    let items = (0..<horizon.days).map { horizon.start.advanced(by: $0) }.map { date -> HTML in
      let mark: HTML = date == day ? " aria-current=\"date\"" : ""
      let name = language.weekday(date).prefix(3)
      return "<li><a href=\"\(address(date))\"\(mark)>\(name) <span>\(date)</span></a></li>"
    }
    return "<nav class=\"days\" aria-label=\"\(language(.days))\"><ul>\(items.joined())</ul></nav>"
  }
}
