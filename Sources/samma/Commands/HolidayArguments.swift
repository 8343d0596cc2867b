import ArgumentParser
import HomeCare
import Interchange

/// The options of `expand` by which days are planned as Sundays.
struct HolidayArguments: ParsableArguments, FileUser {
  /// The word for the public holidays of Sweden, in the place of a table.
  private static let swedish = "se"
  private static let eveNames = SwedishHolidays.Eve.allCases.map(\.rawValue).joined(separator: ", ")

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Days planned as Sundays: se for the public holidays of Sweden, or a table; may be repeated.",
      valueName: "se|file"))
  var holidays: [String] = []

  @Option(
    help: ArgumentHelp(
      "Eves that --holidays se plans as Sundays too: \(Self.eveNames), or none; all by default.", valueName: "eves"))
  var eves: String?

  func validate() throws {
    if eves != nil, !holidays.contains(Self.swedish) { throw ValidationError("--eves goes with --holidays se") }
    _ = try chosenEves()
  }

  func list(_ files: inout CommandFiles) {
    for file in holidays where file != Self.swedish { files.reads("--holidays", file) }
  }

  /// The days chosen, of which those of Sweden are known for the years around a horizon.
  func chosen(around horizon: Horizon, _ mapping: ExportMapping) throws -> Holidays {
    var chosen = Holidays()
    for source in holidays {
      if source == Self.swedish {
        let years = (horizon.start.components.year - 1)...(horizon.lastDate.components.year + 1)
        chosen.add(SwedishHolidays.holidays(of: years, eves: try chosenEves()))
      } else {
        chosen.add(try Holidays.read(path: source, mapping))
      }
    }
    return chosen
  }

  private func chosenEves() throws -> Set<SwedishHolidays.Eve> {
    guard let eves else { return Set(SwedishHolidays.Eve.allCases) }
    if eves == "none" { return [] }
    return try Set(
      eves.split(separator: ",").map { word in
        guard let eve = SwedishHolidays.Eve(rawValue: word.lowercased()) else {
          throw ValidationError("--eves: found \(word); expected some of \(Self.eveNames), or none")
        }
        return eve
      })
  }
}
