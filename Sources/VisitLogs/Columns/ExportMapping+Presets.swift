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
    $0.ids.ignoresCase = true
    $0.ids.ignoresSpaces = true
    $0.ids.readsPersonalNumbers = true
  }

  /// English exports in any dialect.
  public static let genericEnglish = preset("generic-en") {
    $0.ids = genericSwedish.ids
    $0.timeZone = "Europe/London"
  }

  /// Electronic visit verification as in the United States: the provider is the person, times carry an offset.
  public static let electronicVisitVerification = preset("evv") {
    $0.dateOrder = .monthFirst
    $0.timeZone = "America/New_York"
    $0.names = [
      .staff: ["provider", "providerid", "individualprovider"], .provider: ["agency", "agencyid", "organization"],
      .area: ["location"],
    ]
    $0.values = [
      .category: ["personal care services": "care", "home health": "nursing", "homemaker": "service"]
    ]
  }

  private static func preset(_ name: String, _ settings: (inout ExportMapping) -> Void) -> ExportMapping {
    var mapping = ExportMapping(preset: name)
    settings(&mapping)
    return mapping
  }
}
