/// A file that came in by a page.
public struct UploadedFile: Hashable, Sendable {
  /// The name under which its sender has it.
  public let name: String
  /// Its bytes.
  public let bytes: [UInt8]

  /// A file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
