/// The settings of the search; every one can be set by name, as a tuner does.
///
/// Shares are parts of a thousand moves; what the compound moves leave goes to relocations.
public struct SearchParameters: Hashable, Sendable {
  /// Temperature at the beginning, in points of the score.
  public var hotTemperature = 30.0
  /// Temperature at the end, in points of the score.
  public var coldTemperature = 2.5
  /// What the guide charges for the first meeting of a pair, as a part of the weight `distinct`.
  public var guideFactor = 0.9
  /// Exponent of the guide: n meetings of a pair cost factor · nᵉ.
  public var guideExponent = 0.5
  /// Where on its way from hot to cold the guide begins to turn into the true count.
  public var guideHold = 0.9
  /// What the guide charges at the beginning for a visit without its contact beside the weight `notContact`, as a multiple
  /// of it; less and less until `guideHold`. In format 2 alone.
  public var contactPull = 1.0
  /// Part of the run spent on a first, short annealing, so that a good roster stands early; a second at most where
  /// bounds or proofs follow.
  public var warmUp = 0.08
  /// Moves for each slot of a visit, in thousands, of an annealing that is long enough: a longer run makes several.
  /// Beyond a thousand slots it grows in proportion to them.
  public var annealingLength = 60.0
  /// The same where meeting further staff costs nothing: travel alone falls into place sooner.
  public var travelAnnealingLength = 30.0
  /// Where on its way from hot to cold an annealing is given up if its roster is worse than an earlier one's was there.
  public var raceStage = 0.5
  /// By what part of the total it may be worse.
  public var raceMargin = 0.002
  /// Where between hot and cold a further annealing begins where meeting further staff costs nothing.
  public var reheatStage = 0.15
  /// What the second round of a run takes of a whole annealing of a small instance, where such a one fits in behind it.
  public var middleShare = 0.25
  /// Slots up to which `annealingLength` is long enough; it grows in proportion beyond.
  public var smallSlots = 1_000.0
  /// Moves for each slot of a visit after which the temperature falls and the best roster is kept, at the latest.
  public var movesPerSlot = 100.0
  /// The dearest choice, in points, up to which temperatures serve as they are.
  public var usualDearest = 300.0
  /// The part of all visits that links tie to others, from which temperatures are those of ties.
  public var mostlyTied = 0.5
  /// The travel of a visit, in points, that temperatures are meant for where visits are tied and travel alone counts.
  public var usualTravel = 10.0
  /// Part of all slots from which starts are decisions often enough for slides, and more new starts, to earn their time.
  public var manyStarts = 0.18
  /// How many times its share `restart` is drawn there.
  public var restartFactor = 6.0
  /// How often in 256 a relocation looks among the staff whom the client meets already.
  public var relocateKnown = 150.0
  /// How often in 256 an exchange looks among the staff whom the client meets already.
  public var exchangeKnown = 180.0
  /// Exchanges of two visits.
  public var exchange = 500.0
  /// Ruins of all visits of a (client, staff) pair, which may take the places of other visits.
  public var ruinPair = 5.0
  /// Ruins of visits near in time on one day.
  public var ruinNeighbours = 4.5
  /// Ruins of two whole shifts.
  public var ruinShifts = 1.5
  /// New starts for visits whose start is a decision.
  public var restart = 1.5
  /// Attempts to fit in an unassigned visit by taking others out.
  public var makeRoom = 1.5
  /// Other starts within the same routes, where many starts are decisions.
  public var slide = 30.0
  /// Other staff for all visits that links tie to one staff member, where every visit is so tied.
  public var relocateBundle = 150.0
  /// Exchanges of such visits between two staff.
  public var exchangeBundles = 100.0
  /// Ruins of several lots of such visits.
  public var ruinBundles = 20.0
  /// Other usual times of series, where starts beside them cost something.
  public var usualTime = 10.0
  /// Ruins of all visits of a series.
  public var ruinSeries = 0.5
  /// Visits of a series taken over by one person, mostly the client's contact.
  public var takeOver = 1.0
  /// Ruins of a whole pool shift, which is not to be opened again, where opening one costs something.
  public var emptyShift = 10.0
  /// Single visits left, or taken up again, where leaving one could cost less than serving it.
  public var leave = 20.0

  /// The settings that the benchmark found best.
  public init() {}

  /// The settings for a roster that is good already: no hotter than `temperature`, and at once.
  func reheating(to temperature: Double) -> SearchParameters {
    var gentle = self
    gentle.hotTemperature = temperature
    gentle.coldTemperature = min(temperature, coldTemperature)
    gentle.warmUp = 0
    return gentle
  }

  /// The settings that the benchmark found best, but for some.
  ///
  /// - Throws: `ParameterProblem` for the first of them by name that there is not, or that cannot take its value.
  public init(_ values: [String: Double]) throws(ParameterProblem) {
    try SolverOptions(settings: values).check(against: Self.all.map(\.offered))
    for setting in Self.all { self[keyPath: setting.path] = values[setting.name] ?? self[keyPath: setting.path] }
    try checkTogether()
  }

  /// What a run draws of a thousand moves at most, over all moves but relocations and whatever the instance.
  private var mostShares: Double {
    Move.allCases.reduce(0) { sum, move in
      sum + (move.setting.map { self[keyPath: $0.path] } ?? 0) * (move == .restart ? restartFactor : 1)
    }
  }

  /// Refuses values that each lie in their range and make no sense together.
  private func checkTogether() throws(ParameterProblem) {
    if hotTemperature < coldTemperature {
      throw .clash(
        "hotTemperature is \(hotTemperature) and coldTemperature \(coldTemperature), but must not be below it")
    }
    if mostShares > 1_000 {
      throw .clash(
        "the shares of moves come to \(mostShares) of a thousand where restart counts restartFactor times, which leaves "
          + "none for relocations; lower some of \(Move.allCases.compactMap(\.setting?.name).joined(separator: ", "))")
    }
  }

  /// Every setting: its name, where it stands, its range and what it means.
  public static let all: [Setting] =
    [
      Setting("hotTemperature", \.hotTemperature, 0.01...10_000, "temperature at the beginning, in points"),
      Setting("coldTemperature", \.coldTemperature, 0.001...1_000, "temperature at the end, in points"),
      Setting("guideFactor", \.guideFactor, 0...10, "guide's charge for a pair's first meeting, times distinct"),
      Setting("guideExponent", \.guideExponent, 0.01...1, "exponent of the guide over a pair's meetings"),
      Setting(
        "guideHold", \.guideHold, 0...1, "where between hot and cold the guide begins to turn into the true count"),
      Setting(
        "contactPull", \.contactPull, 0...100, "guide's further charge for a missed contact at first, times notContact"),
      Setting("warmUp", \.warmUp, 0...0.9, "part of the run for a first, short annealing"),
      Setting(
        "annealingLength", \.annealingLength, 1...1_000_000,
        "thousand moves a slot of an annealing of up to a thousand slots"),
      Setting(
        "travelAnnealingLength", \.travelAnnealingLength, 1...1_000_000, "annealingLength where distinct costs nothing"),
      Setting("raceStage", \.raceStage, 0...1, "where between hot and cold annealings are compared"),
      Setting("raceMargin", \.raceMargin, 0...1, "part of the total by which an annealing may be worse there"),
      Setting("reheatStage", \.reheatStage, 0...0.99, "where a further annealing begins where distinct costs nothing"),
      Setting("middleShare", \.middleShare, 0...1, "part of a whole annealing that the second one of a long run takes"),
      Setting(
        "smallSlots", \.smallSlots, 1...1_000_000, "slots up to which annealingLength is long enough", isWhole: true),
      Setting(
        "movesPerSlot", \.movesPerSlot, 1...100_000, "moves a slot between two temperatures at most", isWhole: true),
      Setting(
        "usualDearest", \.usualDearest, 1...1_000_000, "dearest choice in points up to which temperatures serve"),
      Setting("mostlyTied", \.mostlyTied, 0...1, "part of visits tied by links from which usualTravel counts"),
      Setting(
        "usualTravel", \.usualTravel, 0.1...10_000, "travel of a visit in points that temperatures are meant for"),
      Setting("manyStarts", \.manyStarts, 0...1, "part of slots whose starts are decisions from which they are many"),
      Setting("restartFactor", \.restartFactor, 1...100, "times its share that restart is drawn where they are many"),
      Setting("relocateKnown", \.relocateKnown, 0...256, "of 256 relocations, those among staff already met"),
      Setting("exchangeKnown", \.exchangeKnown, 0...256, "of 256 exchanges, those among staff already met"),
    ] + Move.allCases.compactMap(\.setting)

  /// One setting of the search.
  public struct Setting: Sendable {
    /// Its name on the command line.
    public let name: String
    /// Where it stands.
    public let path: WritableKeyPath<SearchParameters, Double> & Sendable
    /// The values it may take.
    public let range: ClosedRange<Double>
    /// What it means, in a few words.
    public let meaning: String
    /// Whether whole numbers alone make a difference.
    let isWhole: Bool

    init(
      _ name: String, _ path: WritableKeyPath<SearchParameters, Double> & Sendable, _ range: ClosedRange<Double>,
      _ meaning: String, isWhole: Bool = false
    ) {
      self.name = name
      self.isWhole = isWhole
      self.path = path
      self.range = range
      self.meaning = meaning
    }

    /// Settings that say something only where another one is above 0.
    private static let needs = ["guideExponent": "guideFactor", "restartFactor": "restart"]

    /// The setting as solvers offer it, with its usual value.
    var offered: SolverSetting {
      var offered = SolverSetting(
        name: name, value: SearchParameters()[keyPath: path], range: range, meaning: meaning)
      offered.isWhole = isWhole
      offered.needs = Self.needs[name]
      offered.isShare = Move.allCases.contains { $0.setting?.name == name }
      offered.factor = name == Move.restart.setting?.name ? "restartFactor" : nil
      return offered
    }
  }
}
