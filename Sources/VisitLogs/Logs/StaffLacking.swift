import Files
import HomeCare

/// Visits that had more staff than a log names, by a column that is not read, such as `Antal personal`.
public struct StaffLacking: Hashable, Sendable {
  /// The header.
  public let header: String
  /// Such visits.
  public let visits: Int

  /// A row of a visit that had several staff.
  struct Row {
    var client, staff, start: Int32
    /// How many there were.
    let wanted: Int8
  }

  /// Minutes between the starts of two rows of one visit.
  private static let together: Int32 = 15

  /// Whether a header is that of a number of staff.
  static func isHeader(_ header: String) -> Bool { headers.contains(ExportColumn.folded(header)) }

  private static let headers: Set = [
    "antalpersonal", "antalpersonaler", "antalutförare", "antalmedarbetare", "personalantal", "bemanning",
    "dubbelbemanning", "dubbel", "dubbelbesök", "numberofstaff", "staffcount", "numberofcarers", "carersrequired",
    "doubleup",
  ]

  /// The staff that a cell says a visit had, where they are several.
  static func count(_ cell: UnsafeRawBufferPointer) -> Int8? {
    guard let first = cell.first else { return nil }
    if cell.count == 1, (UInt8(ascii: "2")...UInt8(ascii: "9")).contains(first) { return Int8(first - 48) }
    return cell.count < 6 && yes.contains(String(decoding: cell, as: UTF8.self).lowercased()) ? 2 : nil
  }

  private static let yes: Set = ["ja", "yes", "x", "j", "y", "true", "sant", "dubbel"]

  /// What some workers have found; `nil` where every visit names as many staff as it had.
  ///
  /// - Parameters:
  ///   - clients: By worker, for each of its clients the number that all workers share.
  ///   - staff: By worker, for each of its staff the number that all workers share.
  init?(_ workers: [LogWorker], _ layouts: [LogLayout], clients: [[Int32]], staff: [[Int32]]) {
    let header = layouts.lazy.compactMap { layout in
      layout.staffCount < 0 ? nil : layout.reading.columns[layout.staffCount].header
    }.first
    guard let header else { return nil }
    let rows = workers.indices.flatMap { place in
      workers[place].crowded.map { row in
        var row = row
        row.client = clients[place][Int(row.client)]
        row.staff = row.staff < 0 ? -1 : staff[place][Int(row.staff)]
        return row
      }
    }.sorted { ($0.client, $0.start, $0.staff) < ($1.client, $1.start, $1.staff) }
    var (visits, place) = (0, 0)
    while place < rows.count {
      let first = rows[place]
      let end =
        rows[place...].firstIndex { $0.client != first.client || $0.start - first.start > Self.together } ?? rows.count
      let visit = rows[place..<end]
      let named = Set(visit.map(\.staff).filter { $0 >= 0 })
      if named.count < Int(visit.map(\.wanted).max() ?? 0) { visits += 1 }
      place = end
    }
    guard visits > 0 else { return nil }
    (self.header, self.visits) = (header, visits)
  }
}
