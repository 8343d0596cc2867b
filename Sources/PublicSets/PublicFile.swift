import Files

/// What a file of a public set holds.
public enum PublicFile: Hashable, Sendable {
  /// A problem of one day.
  case day(PublicProblem)
  /// A problem over several days.
  case days(ConsistentProblem)

  /// Reads a file.
  ///
  /// - Parameter format: The file's format; by default told from the text: files with a `NODE_COORD_SECTION` are convrp's,
  ///   JSON is uhhc's and anything else AMPL data.
  /// - Throws: `InputError` with every problem found.
  public init(path: String, format: PublicProblem.Format? = nil) throws(InputError) {
    try self.init(FileBytes.read(path), file: path, format: format)
  }

  /// Reads a text.
  ///
  /// - Parameter file: What messages call the text.
  /// - Throws: `InputError` with every problem found.
  public init(_ bytes: [UInt8], file: String, format: PublicProblem.Format? = nil) throws(InputError) {
    if format == .convrp || (format == nil && ConsistentProblem.isProblem(bytes)) {
      self = .days(try ConsistentReader.read(bytes, file: file, name: PublicProblem.name(of: file)))
    } else {
      self = .day(try PublicProblem(bytes, file: file, format: format))
    }
  }
}
