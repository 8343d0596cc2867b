import ArgumentParser
import Board
import Foundation
import HomeCare
import Reports
import Scenarios
import Web

/// `samma-board`: serves a unit's board to browsers.
@main
struct SammaBoard: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "samma-board", abstract: "Serves a unit's board to a browser on this machine.",
    discussion: """
      Everything is kept in FOLDER, which nobody else may read. The address that is printed opens the board once; whoever has \
      opened it stays in until they log out, have been away for twelve hours, or the program ends. SIGINT or SIGTERM ends it.

      EXAMPLES:
        samma-board --data ~/norr
        samma-board --data out/board --demo --lang en
      """)

  @Option(help: ArgumentHelp("The folder of the unit; made where there is none.", valueName: "folder"))
  var data: String

  @Option(help: ArgumentHelp("The port; 0 for any that is free.", valueName: "number"))
  var port = 8345

  @Option(help: ArgumentHelp("The language of the pages until another is chosen: en or sv.", valueName: "language"))
  var lang = Language.swedish.code

  @Option(help: ArgumentHelp("Who works here, as the journal calls them.", valueName: "name"))
  var user = NSUserName()

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "A name by which browsers call the board, behind a server of others' that forwards to it; may be repeated.",
      valueName: "name"))
  var host: [String] = []

  @Flag(help: "Make a unit to try things with, where the folder has no plan yet.")
  var demo = false

  @Flag(help: "Open a browser with the address, where there is one.")
  var open = false

  @Option(help: ArgumentHelp("Write a copy of everything to a new file, and end.", valueName: "file"))
  var backup: String?

  private var language: Language? { Language.allCases.first { $0.code == lang } }

  func validate() throws {
    if language == nil {
      throw ValidationError(
        "--lang: found \(lang); expected \(Language.allCases.map(\.code).joined(separator: " or "))")
    }
    if !(0...65_535).contains(port) { throw ValidationError("--port: found \(port); expected 0 to 65535") }
    if user.allSatisfy(\.isWhitespace) { throw ValidationError("--user: found no name; expected one") }
  }

  func run() async throws {
    let board = try UnitBoard(folder: data)
    if let backup {
      do { try await board.backUp(to: backup) } catch { throw ValidationError("--backup: \(error)") }
      return
    }
    if demo, await board.state.plans.isEmpty { try await Self.makeDemonstration(on: board) }
    let site = BoardSite(
      board, actor: user, language: language ?? .swedish, hosts: Set(host.map { $0.lowercased() }))
    try await BoardServer(site, port: port).run { address in
      print("Samma's board: \(address)")
      // A pipe is told at once, too.
      fflush(nil)
      if open { Self.openBrowser(address) }
    }
  }

  /// Opens the desktop's browser; where there is no desktop, whoever reads the address opens it.
  private static func openBrowser(_ address: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/xdg-open")
    process.arguments = [address]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try? process.run()
  }

  /// A unit of 20 clients for a week from the next Monday, unplanned.
  private static func makeDemonstration(on board: UnitBoard) async throws {
    var options = ScenarioOptions()
    (options.format, options.clients, options.days, options.seed) = (.two, 20, 7, 4)
    let today = Date().timeIntervalSince1970 / 86_400
    let date = LocalDate(dayNumber: Int(today))
    options.start = date.advanced(by: 8 - date.weekday)
    options.name = "Demo"
    let instance = try Instance(validating: try Scenario.draft(options))
    try await board.take(instance, as: "samma-board")
  }
}
