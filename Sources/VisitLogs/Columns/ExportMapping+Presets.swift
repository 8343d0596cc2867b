/// The presets, each all that its name stands for; a new one is written here and listed in `presets`, and that is all.
extension ExportMapping {
  /// All presets, in the order in which help lists them.
  public static let presets = [samma, genericSwedish, genericEnglish, electronicVisitVerification]

  /// The columns of this project's own logs, by their own names alone.
  public static let samma = preset("samma") {
    $0.recognisesHeaders = false
    $0.requiresEnd = true
  }

  /// Swedish exports in any dialect.
  public static let genericSwedish = preset("generic-sv") {
    // `Startdatum` beside `Starttid`.
    $0.fallbacks = [.date: ["startdatum", "startdate"]]
    $0.ids.ignoresCase = true
    $0.ids.ignoresSpaces = true
    $0.ids.readsPersonalNumbers = true
  }

  /// English exports in any dialect.
  public static let genericEnglish = preset("generic-en") {
    $0.ids = genericSwedish.ids
    $0.fallbacks = genericSwedish.fallbacks
    $0.timeZone = "Europe/London"
  }

  /// Electronic visit verification as in the United States: the provider is the person where there is no employee, times
  /// carry an offset.
  public static let electronicVisitVerification = preset("evv") {
    $0.dateOrder = .monthFirst
    $0.timeZone = "America/New_York"
    $0.names = [
      .staff: ["individualprovider"], .provider: ["agency", "agencyid", "organization"], .area: ["location"],
    ]
    $0.fallbacks = [.staff: ["provider", "providerid"], .provider: ["provider", "providerid"]]
    $0.values = [
      .category: Dictionary(
        uniqueKeysWithValues: serviceCodes.flatMap { meaning, codes in codes.map { ($0, meaning) } })
    ]
  }

  /// Services by their words and by their codes in the Healthcare Common Procedure Coding System.
  private static let serviceCodes: [String: [String]] = [
    "care": [
      "personal care services", "attendant care", "respite", "t1019", "t1020", "s5125", "s5126", "s5150", "t1005",
      "t1021", "g0156", "s9122",
    ],
    "service": ["homemaker", "s5130", "s5131"],
    "meal": ["home delivered meals", "s5170"],
    "alarm": ["s5160", "s5161"],
    "nursing": [
      "home health", "t1002", "t1003", "t1030", "t1031", "g0299", "g0300", "s9123", "s9124",
    ],
  ]

  private static func preset(_ name: String, _ settings: (inout ExportMapping) -> Void) -> ExportMapping {
    var mapping = ExportMapping(preset: name)
    settings(&mapping)
    return mapping
  }
}
