import ArgumentParser
import HomeCare
import Interchange
import Rostering

/// `samma split`: divides a city into units, each an instance of its own.
struct SplitCommand: ParsableCommand, FileUser {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "Divides a city into units, each an instance of its own.",
    discussion: """
      The units are the regions in which samma plan plans a city: clients of one area stay together where areas have a \
      unit's size, and staff go where their base is. An instance no larger than a unit is written as it is.

      EXAMPLES:
        samma split city.json -o units
      """)

  @OptionGroup var source: InstanceArgument

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder for a JSON file of each unit.", valueName: "folder"))
  var output: String

  func list(_ files: inout CommandFiles) {
    source.list(&files)
    files.writesInto("-o", output)
  }

  func run() throws {
    let city = try source.read()
    let units = try city.regions()
    let kept = units.reduce(0) { $0 + $1.visits.count }
    if kept < city.visits.count {
      StandardStream.error.warn(
        "\(city.visits.count - kept) visits pinned to staff of several units are in none")
    }
    let names = FileName.distinct(units.map(\.name), .readable)
    try DestinationFolder(output, of: self).write(zip(names, units).map { ("\($0).json", $1.json()) })
  }
}
