import Foundation

/// What a solver tells on standard error while it runs: JSON lines as those of `samma plan --progress ndjson`.
///
/// Other lines are let pass, so that any program can run; one that prints such `progress` lines gets a trace too. It is read
/// as it comes, and however much comes, little is kept.
public struct RunTrace: Sendable {
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
  /// Lines kept of what a failed program said last.
  private static let keptLines = 5
  /// Moments kept at most; of more, every other one goes.
  private static let mostMoments = 10_000

  private(set) var moments: [Moment] = []
  private(set) var solverVersion: String?
  /// The last lines that are no events.
  private var spoken: [String] = []
  /// The beginning of the line that is not yet at its end, one byte longer than any event at most.
  private var line: [UInt8] = []
  private let decoder = JSONDecoder()

  init() {}

  /// What the program said last.
  var lastWords: String { String(spoken.joined(separator: " | ").suffix(Self.keptWords)) }

  /// Reads what came next.
  mutating func read(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        endLine()
      } else if line.count <= Self.longestEvent {
        line.append(byte)
      }
    }
  }

  /// Takes a last line that lacks its end.
  mutating func end() { endLine() }

  private mutating func endLine() {
    defer { line.removeAll(keepingCapacity: true) }
    guard let first = line.first else { return }
    if first != UInt8(ascii: "{") {
      if spoken.count == Self.keptLines { spoken.removeFirst() }
      spoken.append(String(decoding: line.prefix(Self.keptWords), as: UTF8.self))
    } else if line.count <= Self.longestEvent, let event = try? decoder.decode(Event.self, from: Data(line)) {
      add(event)
    }
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
    if moments.count == Self.mostMoments {
      moments = moments.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
    }
    moments.append(moment)
  }
}
