import Continuity
import HomeCare

/// Days on which one of several files has no visit though those beside it have: its export may be cut off.
enum SilentFiles {
  /// Meetings a day from which a day without any is strange.
  private static let fewestADay = 10

  /// The files that are silent on some days, of workers that have read them all.
  static func all(_ workers: [LogWorker], _ files: [LogFileReading]) -> [SilentDays] {
    guard files.count > 1 else { return [] }
    let day = Int32(LocalDateTime.minutesPerDay)
    var (first, last) = (Int32.max, Int32.min)
    for worker in workers {
      for piece in worker.pieces {
        for row in piece { (first, last) = (min(first, row.start), max(last, row.start)) }
      }
    }
    guard first <= last else { return [] }
    let start = LocalDateTime(minuteNumber: Int(first)).date
    let origin = Int32(start.midnight.minuteNumber)
    let days = Int((last - origin) / day) + 1
    var has = [Bool](repeating: false, count: files.count * days)
    var meetings = [Int](repeating: 0, count: files.count)
    for worker in workers {
      let fileOfTrait = worker.traits.map { $0.status == .performed || $0.status == .planned ? Int($0.file) : -1 }
      for piece in worker.pieces {
        for row in piece {
          let file = fileOfTrait[Int(row.trait)]
          guard file >= 0 else { continue }
          has[file * days + Int((row.start - origin) / day)] = true
          meetings[file] += 1
        }
      }
    }
    let own = files.indices.map { Array(has[($0 * days)..<(($0 + 1) * days)]) }
    let spans = own.map { days in days.firstIndex(of: true).map { $0..<((days.lastIndex(of: true) ?? $0) + 1) } ?? 0..<0
    }
    return files.indices.compactMap { file in
      guard meetings[file] > 0, meetings[file] >= fewestADay * own[file].count(where: \.self) else { return nil }
      // Files of one month after another are not beside each other.
      let beside = files.indices.filter { other in
        let (one, two) = (spans[file], spans[other])
        return other != file && 2 * one.clamped(to: two).count > min(one.count, two.count)
      }
      let others = (0..<days).map { day in beside.contains { own[$0][day] } }
      return SilentDays(files[file].file, from: start, has: own[file], others: others)
    }
  }
}
