import ArgumentParser

@main
struct Samma: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "samma", abstract: "Plans home care so that each client meets the same faces at the door.")
}
