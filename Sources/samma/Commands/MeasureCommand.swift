import ArgumentParser
import Continuity
import HomeCare
import Interchange
import Reports

/// `samma measure`: measures continuity in logs of visits.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Measure continuity in logs of visits.")

  @Argument var logs: [String]
  @Flag var json = false
  @Flag var csv = false
  @Flag var rolling = false
  @Option var definition = "everyone"

  func run() throws {
    var options = LogReader.Options()
    options.hashes = json
    let reading = try LogReader.read(logs, options)
    let wanted = definition
    let chosen = Definition.standard.first { $0.name == wanted } ?? .everyone
    let measurer = LogMeasurer(reading.log, chosen)
    guard let dates = reading.log.dates(of: measurer.basis) else { throw InvalidRequest("no meetings") }
    let report = MeasureReport(
      measurer, quality: reading.quality, periods: rolling ? [] : measurer.consecutivePeriods(dates),
      rolling: rolling ? dates : nil)
    try StandardStream.output.write(json ? report.json() : report.csv())
  }
}
