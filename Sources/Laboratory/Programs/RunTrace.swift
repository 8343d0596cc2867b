import Foundation

/// What a solver tells on standard error while it runs: JSON lines as those of `samma plan --progress ndjson`.
///
/// Other lines are let pass, so that any program can run; one that prints such `progress` lines gets a trace too. It is read
/// as it comes, and however much comes, little is kept. When something was told is what counts, by the clock of whoever reads
/// it; what the line says of its time is only held against that.
public struct RunTrace: Sendable {
  /// The best roster at a moment of the run.
  public struct Moment: Codable, Hashable, Sendable {
    /// Seconds since the solver was started, by the run's clock.
    public var seconds: Double
    /// Iterations of the search, where told.
    public var iterations: Int?
    /// The score's total.
    public var total: Int
    /// Its distinct staff, where told.
    public var distinct: Int?
    /// Its unassigned visits, where told.
    public var unassigned: Int?
    /// Whether a roster of this total was handed in and checked; absent where the solver only told of it.
    public var isChecked: Bool?
  }

  private struct Event: Decodable {
    let event: String
    let seconds: Double?
    let iterations: Int?
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
  /// Seconds, and part of them, that a line may say otherwise than the clock without a word about it.
  private static let slack = (seconds: 1.0, part: 0.05)

  private(set) var moments: [Moment] = []
  private(set) var solverVersion: String?
  /// What of the trace was refused or is to be doubted, and how often.
  private var doubts: [Doubt: (count: Int, first: String)] = [:]
  /// Whether times that are told can be held against the run's clock.
  private let comparesTimes: Bool
  /// The last lines that are no events.
  private var spoken: [String] = []
  /// The beginning of the line that is not yet at its end, one byte longer than any event at most.
  private var line: [UInt8] = []
  private let decoder = JSONDecoder()

  /// - Parameter comparesTimes: Whether solvers count seconds as the run does.
  init(comparesTimes: Bool = true) { self.comparesTimes = comparesTimes }

  /// What the program said last.
  var lastWords: String { String(spoken.joined(separator: " | ").suffix(Self.keptWords)) }

  /// Reads what came next, at so many seconds of the run.
  mutating func read(_ bytes: some Sequence<UInt8>, at seconds: Double) {
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        endLine(at: seconds)
      } else if line.count <= Self.longestEvent {
        line.append(byte)
      }
    }
  }

  /// Takes a last line that lacks its end.
  mutating func end(at seconds: Double) { endLine(at: seconds) }

  private mutating func endLine(at seconds: Double) {
    defer { line.removeAll(keepingCapacity: true) }
    guard let first = line.first else { return }
    if first != UInt8(ascii: "{") {
      if spoken.count == Self.keptLines { spoken.removeFirst() }
      spoken.append(String(decoding: line.prefix(Self.keptWords), as: UTF8.self))
    } else if line.count <= Self.longestEvent, let event = try? decoder.decode(Event.self, from: Data(line)) {
      take(event, at: seconds)
    }
  }

  private mutating func take(_ event: Event, at seconds: Double) {
    if let version = event.version { solverVersion = version }
    guard event.event == "progress", let total = event.score?["total"] else { return }
    if total < 0 || event.iterations ?? 0 < 0 { return doubt(.negative, "total \(total)") }
    if let told = event.seconds {
      let slack = Self.slack.seconds + Self.slack.part * seconds
      if told < 0 { return doubt(.negative, "\(told.shortest) s") }
      if comparesTimes && told > seconds + slack {
        return doubt(.ahead, "\(told.shortest) s at \(seconds.thousandths.shortest) s")
      }
      if comparesTimes && told < seconds - slack {
        doubt(.held, "\(told.shortest) s at \(seconds.thousandths.shortest) s")
      }
    }
    add(
      Moment(
        seconds: seconds.thousandths, iterations: event.iterations, total: total, distinct: event.score?["distinct"],
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

  // MARK: What is believed

  /// Puts what was checked into the trace, and takes out whatever was told that is better than all that was checked.
  mutating func settle(_ checked: [Moment]) {
    let told = moments
    moments = []
    let least = checked.map(\.total).min()
    for moment in told where least.map({ moment.total < $0 }) ?? true {
      doubt(
        least == nil ? .unproven : .below, "\(moment.total) at \(moment.seconds.shortest) s, checked \(least ?? 0)")
    }
    let believed = told.filter { moment in least.map { moment.total >= $0 } ?? false }
    // Of a told and a checked one of the same total at the same time, the checked one comes first.
    for moment in (checked + believed).enumerated().sorted(by: {
      ($0.element.seconds, $0.offset) < ($1.element.seconds, $1.offset)
    }) { add(moment.element) }
  }

  /// What of a trace is not believed.
  private enum Doubt: CaseIterable {
    case negative, ahead, held, below, unproven
  }

  private mutating func doubt(_ doubt: Doubt, _ example: String) {
    doubts[doubt, default: (0, example)].count += 1
  }

  /// What was refused of the trace or is to be doubted, a sentence each.
  var remarks: [String] {
    Doubt.allCases.compactMap { doubt in
      guard let (count, first) = doubts[doubt] else { return nil }
      let moments = count == 1 ? "1 moment" : "\(count) moments"
      return switch doubt {
      case .negative: "\(moments) of the trace refused for a figure below 0 (\(first))"
      case .ahead: "\(moments) of the trace refused for a time that was still to come (\(first))"
      case .held:
        "\(moments) of the trace came long after the time told (\(first)) and count when they came: the program's clock "
          + "begins late, or it does not flush standard error"
      case .below: "\(moments) of the trace refused for a total below every checked one (\(first))"
      case .unproven:
        "\(moments) of the trace refused, since no roster was handed in that could be checked"
      }
    }
  }
}

extension Double {
  /// Rounded to a thousandth.
  var thousandths: Double { (self * 1000).rounded() / 1000 }
}
