import Board
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle

/// The program that answers browsers for one unit.
public struct BoardServer: Sendable {
  private let site: BoardSite
  private let address: String
  private let port: Int

  /// A server.
  ///
  /// - Parameters:
  ///   - address: The machine's own address that is listened on.
  ///   - port: The port; 0 for any that is free.
  public init(_ site: BoardSite, address: String = "127.0.0.1", port: Int = 0) {
    (self.site, self.address, self.port) = (site, address, port)
  }

  /// Answers until the program is told to end by SIGINT or SIGTERM.
  ///
  /// - Parameter isReady: Called once it answers, with the address that opens the board once.
  /// - Throws: Where the port cannot be listened on.
  public func run(_ isReady: @escaping @Sendable (String) async -> Void) async throws {
    var logger = Logger(label: "samma-board")
    // Addresses of requests are nobody's business; what people do is in the journal.
    logger.logLevel = .warning
    let application = Application(
      router: site.router(),
      configuration: ApplicationConfiguration(address: .hostname(address, port: port), reuseAddress: true),
      services: [Closing(board: site.board)],
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? port
        await isReady("http://\(address):\(port)\(await site.loginPath())")
      }, logger: logger)
    try await application.runService()
  }

  /// Ends the streams and the run of the board when the program is to end, so that it can.
  private struct Closing: Service {
    let board: UnitBoard

    func run() async throws {
      try? await gracefulShutdown()
      await board.close()
    }
  }
}
