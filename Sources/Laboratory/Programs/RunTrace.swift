import Foundation

/// What a solver told on standard error while it ran: JSON lines as those of `samma plan --progress ndjson`.
///
/// Other lines are let pass, so that any program can run; one that prints such `progress` lines gets a trace too.
public struct RunTrace {
  /// The best roster at a moment of the run.
  public struct Moment: Codable, Hashable, Sendable {
    /// Seconds since the run began.
    public var seconds: Double
    /// The score's total.
    public var total: Int
    /// Its distinct staff, where told.
    public var distinct: Int?
    /// Its unassigned visits, where told.
    public var unassigned: Int?
  }

  private struct Event: Decodable {
    let event: String
    let seconds: Double?
    let score: [String: Int]?
    let version: String?
  }

  /// Bytes of a line that can be a progress event; the last event lists every visit left out and may be much longer.
  private static let longestEvent = 4096
  /// Characters kept of what a failed program said last.
  private static let keptWords = 600

  private(set) var moments: [Moment] = []
  private(set) var solverVersion: String?
  private(set) var lastWords = ""

  init(_ bytes: Data) {
    let decoder = JSONDecoder()
    var spoken: [Substring] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      if line.first == UInt8(ascii: "{"), line.count <= Self.longestEvent,
        let event = try? decoder.decode(Event.self, from: line)
      {
        add(event)
      } else if line.first != UInt8(ascii: "{") {
        spoken.append(Substring(decoding: line.prefix(Self.keptWords), as: UTF8.self))
      }
    }
    lastWords = String(spoken.suffix(5).joined(separator: " | ").suffix(Self.keptWords))
  }

  private mutating func add(_ event: Event) {
    if let version = event.version { solverVersion = version }
    guard event.event == "progress", let seconds = event.seconds, let total = event.score?["total"] else { return }
    add(
      Moment(
        seconds: (seconds * 1000).rounded() / 1000, total: total, distinct: event.score?["distinct"],
        unassigned: event.score?["unassigned"]))
  }

  /// Adds a moment where it is better than all before.
  mutating func add(_ moment: Moment) {
    if let last = moments.last, last.total <= moment.total || last.seconds > moment.seconds { return }
    moments.append(moment)
  }
}
