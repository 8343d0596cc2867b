import Files
import HomeCare
import VisitLogs

extension FuzzedReader {
  /// Tables of recurring needs; what is read is expanded too.
  static let ofNeeds = [
    FuzzedReader(name: "needs", shape: .files) { bytes, folder in
      let reading = try NeedsReader.read(
        folder: folder.folder(of: FileBundle(bytes)), nil,
        travel: .coordinates(speedKmh: 15, detour: 1.3, fixedMinutes: 2), start: start)
      _ = try reading.expanded(over: Horizon(start: start, days: 14), name: "unit")
    }
  ]

  private static let start = LocalDate(dayNumber: 20_514)
}
