import Files
import HomeCare

extension InstanceDraft {
  /// The instance as a JSON text: tables one row a line, keys in the order of the format, the same bytes for the same
  /// instance.
  ///
  /// Horizon and weights are written in full, but for the weight of imbalance where it is 0; in the tables, cells that
  /// say what their absence says are left out.
  public func json() -> [UInt8] {
    JSONWriter.file { writer in
      writer.member("format", format.word)
      writer.member("name", name)
      hand(to: &writer)
    }
  }
}

extension Instance {
  /// The instance as a JSON text; see `InstanceDraft.json()`.
  public func json() -> [UInt8] { tables.json() }
}
