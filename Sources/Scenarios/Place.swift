import HomeCare

/// A point on the ground in millionths of a degree, so that distances can be found in whole numbers.
struct Place {
  var latitude: Int
  var longitude: Int
  /// Minutes it takes longer to climb to it than to come down; only matters where all rules are at work.
  var height = 0
  var address: String?
}

/// How one travels in a setting, in whole numbers, and the same as the instance says it.
struct Ground {
  /// Metres in an hour.
  private(set) var speed: Int
  /// Percent of the straight line.
  private(set) var detour: Int
  private(set) var fixedMinutes: Int
  /// Half the height and width, in millionths of a degree, of the area in which clusters of homes lie.
  let reach: (latitude: Int, longitude: Int)
  /// The same for homes around their cluster's centre; four draws of this width are added.
  let cluster: (latitude: Int, longitude: Int)
  /// From one unit's base to the next in a city.
  let spacing: (latitude: Int, longitude: Int)

  init(_ setting: ScenarioOptions.Setting) {
    switch setting {
    case .urban:
      (speed, detour, fixedMinutes) = (14_000, 130, 2)
      (reach, cluster, spacing) = ((19_000, 33_000), (1_300, 2_300), (42_000, 76_000))
    case .rural:
      (speed, detour, fixedMinutes) = (48_000, 135, 3)
      (reach, cluster, spacing) = ((78_000, 135_000), (7_500, 14_000), (160_000, 290_000))
    }
  }

  /// The same ground by the setting's second way to travel.
  func byOtherWay(in setting: ScenarioOptions.Setting) -> Ground {
    var ground = self
    switch setting {
    case .urban: (ground.speed, ground.detour, ground.fixedMinutes) = (28_000, 140, 5)
    case .rural: (ground.speed, ground.detour, ground.fixedMinutes) = (22_000, 120, 1)
    }
    return ground
  }

  /// What the instance states.
  var travel: Travel {
    .coordinates(
      speedKmh: Double(speed) / 1000, detour: Double(detour) / 100, fixedMinutes: Double(fixedMinutes))
  }

  /// Whole minutes between places on a plane that fits latitude 57° north, climbing excluded.
  ///
  /// Every rounding is upwards, so that no way round is shorter than the direct one.
  func minutes(from origin: Place, to target: Place) -> Int {
    // Tenths of millimetres in a millionth of a degree.
    let north = 1_112 * (target.latitude - origin.latitude)
    let east = 602 * (target.longitude - origin.longitude)
    if north == 0 && east == 0 { return 0 }
    let distance = Self.rootRoundedUp(north * north + east * east)
    let numerator = 60 * detour * distance
    let denominator = 100 * speed * 10_000
    return fixedMinutes + (numerator + denominator - 1) / denominator
  }

  /// Minutes that the way surely takes no longer than, whichever of the formulas the instance uses.
  func minutesAtMost(from origin: Place, to target: Place) -> Int {
    minutes(from: origin, to: target) + 1 + max(0, target.height - origin.height)
  }

  /// The smallest whole number whose square is at least `value`.
  static func rootRoundedUp(_ value: Int) -> Int {
    var root = Int(Double(value).squareRoot())
    while root * root < value { root += 1 }
    while root > 0 && (root - 1) * (root - 1) >= value { root -= 1 }
    return root
  }
}
