import ArgumentParser
import HomeCare
import Interchange
import Reports

/// `samma upgrade`: makes an instance of format 2 of one of format 1.
struct UpgradeCommand: ParsableCommand, FileUser {
  static let configuration = CommandConfiguration(
    commandName: "upgrade", abstract: "Makes an instance of format 2 of one of format 1.",
    discussion: """
      In format 2 a roster can be handed out: it is steady, no client has two visits at once, and pool shifts cost by the \
      minute. Weights that are the standard of format 1 become that of format 2; others stay. Visits of one client with the \
      same window on the clock, length, staff, skills and kind on different days become a series. What was done is told on \
      standard error.

      EXAMPLES:
        samma upgrade unit.json -o unit-2.json
        samma upgrade unit.json -o unit-2.json --keep-weights --no-series
      """)

  @OptionGroup var source: InstanceArgument

  @Flag(help: "Keep every weight, and let the parts that only format 2 has cost nothing.")
  var keepWeights = false

  @Flag(inversion: .prefixedNo, help: "Make series of visits that look like the same thing on different days.")
  var series = true

  @OptionGroup var language: LanguageArgument

  @OptionGroup var destination: InstanceOutputArgument

  func list(_ files: inout CommandFiles) {
    source.list(&files)
    destination.list(&files)
  }

  func run() throws {
    let instance = try source.read()
    let upgrade = Upgrade(instance, weights: keepWeights ? .kept : .standard, findsSeries: series)
    do {
      try destination.write(Instance(validating: upgrade.draft))
    } catch let error as InvalidInstance {
      throw InvalidRequest(error)
    }
    for line in UpgradeReport(upgrade, of: instance).lines(language.ofText) { StandardStream.error.tell(line) }
  }
}
