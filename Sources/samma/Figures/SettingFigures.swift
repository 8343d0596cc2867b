import Rostering

/// One setting of a solver, as `--json` prints it.
struct SettingFigures: Encodable {
  let name: String
  let value, least, most: Double
  let meaning: String

  init(_ setting: SolverSetting) {
    name = setting.name
    value = setting.value
    least = setting.range.lowerBound
    most = setting.range.upperBound
    meaning = setting.meaning
  }
}
