/// Weights that go together, under a name that says whom they suit.
public enum WeightProfile: String, CaseIterable, Hashable, Sendable {
  /// Few faces at little travel, and nothing else: what an instance of format 1 has.
  case faces
  /// Few faces, the contact among them, at steady times, with little pool time: what an instance of format 2 has.
  case homeCare = "home-care"
  /// Faces count half; travel counts twice, and substitutes are called in last.
  case economy

  /// What each part of the score costs.
  public var weights: Weights {
    switch self {
    case .faces: .standard(for: .one)
    case .homeCare: .standard(for: .two)
    case .economy: Self.thrifty.applied(to: .standard(for: .two))
    }
  }

  private static let thrifty: WeightSettings = {
    var settings = WeightSettings()
    settings[.distinct] = 50
    settings[.overTarget] = 100
    settings[.newFace] = 10
    settings[.notContact] = 5
    settings[.travel] = 2
    settings[.poolShifts] = 400
    settings[.poolMinutes] = 3
    return settings
  }()
}
