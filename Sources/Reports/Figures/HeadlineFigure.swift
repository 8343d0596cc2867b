import Continuity
import Statistics

/// A figure over many clients: the one list of them feeds files, texts and pages.
struct HeadlineFigure: Sendable {
  /// Where a figure stands.
  struct Places: OptionSet, Sendable {
    let rawValue: Int
    /// In JSON, of logs and, where the distinct staff alone give it, of rosters.
    static let files = Places(rawValue: 1)
    /// In the text's table of periods.
    static let periods = Places(rawValue: 2)
    /// In the tables by group, and in the page's table of periods.
    static let groups = Places(rawValue: 4)
    /// In the page's tables by group.
    static let pageGroups = Places(rawValue: 8)
    /// In the text's lines of the last period.
    static let lines = Places(rawValue: 16)
  }

  /// What the figure is taken of.
  private enum Source: Sendable {
    case headline(@Sendable (Headline) -> FigureValue)
    case summary(@Sendable (Summary) -> FigureValue)
  }

  /// The name in files.
  let key: String
  /// The title of its column.
  let title: Phrase?
  /// Clients with more staff than this are counted, where it is such a share.
  private(set) var threshold: Int?
  let places: Places
  private let source: Source
  /// What stands below the figure at the head of the page; `nil` where it stands elsewhere.
  private(set) var caption: (@Sendable (Language, Headline) -> String)?
  /// How sure the figure is; `nil` where no interval is made of it.
  private(set) var interval: (@Sendable (HeadlineIntervals) -> Interval?)?

  private init(
    _ key: String, _ title: Phrase?, _ places: Places, _ value: @escaping @Sendable (Headline) -> FigureValue
  ) {
    (self.key, self.title, self.places, source) = (key, title, places, .headline(value))
  }

  private init(
    ofMeetings key: String, _ title: Phrase?, _ places: Places, _ value: @escaping @Sendable (Summary) -> FigureValue
  ) {
    (self.key, self.title, self.places, source) = (key, title, places, .summary(value))
  }

  private func captioned(_ caption: @escaping @Sendable (Language, Headline) -> String) -> HeadlineFigure {
    var figure = self
    figure.caption = caption
    return figure
  }

  private func sure(_ interval: @escaping @Sendable (HeadlineIntervals) -> Interval?) -> HeadlineFigure {
    var figure = self
    figure.interval = interval
    return figure
  }

  private static func above(_ threshold: Int) -> HeadlineFigure {
    var figure = HeadlineFigure("above\(threshold)", .above, [.files, .periods, .groups, .pageGroups]) {
      .share($0.share(above: threshold))
    }
    figure.threshold = threshold
    return figure.sure { $0.share(above: threshold) }.captioned { language, headline in
      let share = headline.share(above: threshold)
      return language(.aboveCountOf, threshold, share?.numerator ?? 0, share?.denominator ?? 0)
    }
  }

  /// All figures, in the order of files and columns.
  static func all(thresholds: [Int]) -> [HeadlineFigure] {
    [
      HeadlineFigure("clients", .clients, [.files, .periods, .groups, .pageGroups]) { .count($0.clients) },
      HeadlineFigure(ofMeetings: "visits", nil, .files) { .count($0.visits) },
      HeadlineFigure(ofMeetings: "meetings", nil, .files) { .count($0.meetings) },
      HeadlineFigure("distinct", nil, .files) { .count($0.sum) },
      HeadlineFigure("mean", .mean, [.files, .periods, .groups, .pageGroups]) { .index($0.mean) }
        .sure(\.mean).captioned { $0(.staffMean, $0.number($1.mean, 0)) },
      HeadlineFigure("median", .median, [.files, .periods, .groups, .pageGroups]) {
        .number($0.median?.value, places: 1)
      }.sure(\.median).captioned { language, _ in language(.median) },
    ] + thresholds.map(above) + [
      HeadlineFigure("min", .min, [.files, .periods]) { .count($0.smallest) },
      HeadlineFigure("max", .max, [.files, .periods]) { .count($0.largest) },
      HeadlineFigure(ofMeetings: "meanVisits", .visits, [.periods, .pageGroups]) {
        .number($0.meanVisits?.value, places: 1)
      },
      HeadlineFigure(ofMeetings: "upc", .upc, [.files, .periods, .pageGroups]) {
        .number($0.usualProvider, places: 2)
      },
      HeadlineFigure(ofMeetings: "coc", .coc, [.files, .periods, .pageGroups]) {
        .number($0.continuityOfCare, places: 2)
      },
      HeadlineFigure(ofMeetings: "secon", .secon, [.files, .periods]) { .number($0.sequential, places: 2) },
      HeadlineFigure(ofMeetings: "contactShare", .contact, [.files, .periods]) { .number($0.contactShare, places: 2) },
      HeadlineFigure(ofMeetings: "fiveMostMetShare", .fiveMostMet, [.files, .lines]) {
        .number($0.fiveMostMetShare, places: 2)
      },
      HeadlineFigure(ofMeetings: "unknownAge", nil, .files) { .count($0.unknownAge) },
    ]
  }

  /// The figure of a summary.
  func value(of summary: Summary) -> FigureValue {
    switch source {
    case .headline(let value): value(summary.headline)
    case .summary(let value): value(summary)
    }
  }

  /// The figure's interval as people read it.
  func shown(_ intervals: HeadlineIntervals?, of summary: Summary, _ language: Language) -> String {
    value(of: summary).shown(intervals.flatMap { interval?($0) }, language)
  }

  /// The figure of a headline; `nil` where more than that is needed.
  func value(of headline: Headline) -> FigureValue? {
    if case .headline(let value) = source { value(headline) } else { nil }
  }

  /// The title of the figure's column.
  func title(_ language: Language) -> String {
    guard let title else { return key }
    return threshold.map { language(title, $0) } ?? language(title)
  }
}
