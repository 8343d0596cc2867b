import Files
import HomeCare

extension [RuleException] {
  /// The exceptions as a JSON text, an object with the key and the rows of an instance's table, one row a line.
  public func json() -> [UInt8] { JSONWriter.file { $0.rows(self, InstanceTables.exceptions) } }

  /// The exceptions as the file `exceptions.csv` of an instance's folder.
  public func csv() -> [UInt8] { CSVWriter.table(self, InstanceTables.exceptions) }
}
