import Files
import HomeCare

/// Where an instance is read from: a JSON file, a folder of CSV files, or JSON on standard input.
public enum InstanceSource: Hashable, Sendable {
  /// A JSON file.
  case json(path: String)
  /// A folder with a CSV file for each table.
  case folder(path: String)
  /// JSON on standard input.
  case standardInput

  /// The source that a command's argument names: `-` is standard input, a folder is one of CSV files, and everything
  /// else is a JSON file.
  public init(argument: String) {
    if argument == "-" {
      self = .standardInput
    } else {
      self = FileBytes.place(of: argument) == .folder ? .folder(path: argument) : .json(path: argument)
    }
  }

  /// What stands somewhere.
  public enum Found: Sendable {
    /// An instance.
    case instance(Instance)
    /// A text of another kind.
    case text([UInt8])
  }

  /// What stands there: an instance, where it is one by its shape (a folder, or JSON that says so), or a text of another
  /// kind. It is read once, since a pipe can be read no second time.
  ///
  /// - Throws: `InputError` with every problem of reading, and of validation of what is an instance.
  public func find() throws(InputError) -> Found {
    guard let path else { return .instance(try read()) }
    let (bytes, name) = try FileBytes.input(path)
    guard let reader = try? JSONReader(bytes, file: name), reader.value(of: "format", in: JSONReader.root) != nil else {
      return .text(bytes)
    }
    return .instance(try JSONInstanceReader.read(bytes, file: name).validated())
  }

  /// Reads and validates the instance.
  ///
  /// - Throws: `InputError` with every problem of reading and validation, each with its place.
  public func read() throws(InputError) -> Instance { try reading().validated() }

  /// The path of a single file, `-` for standard input; `nil` where the source is a folder.
  private var path: String? {
    switch self {
    case .json(let path): path
    case .standardInput: "-"
    case .folder: nil
    }
  }

  private func reading() throws(InputError) -> InstanceReading {
    if case .folder(let path) = self { return try CSVInstanceReader.read(folder: path) }
    let (bytes, name) = try FileBytes.input(path ?? "-")
    return try JSONInstanceReader.read(bytes, file: name)
  }
}

extension Instance {
  /// Reads and validates an instance from a JSON text.
  ///
  /// - Parameter file: What messages call the text.
  /// - Throws: `InputError` with every problem found.
  public init(json bytes: [UInt8], file: String = "instance") throws(InputError) {
    self = try JSONInstanceReader.read(bytes, file: file).validated()
  }
}

extension Roster {
  /// Reads a roster from a JSON text.
  ///
  /// - Parameter file: What messages call the text.
  /// - Throws: `InputError` with every problem found.
  public init(json bytes: [UInt8], file: String = "roster") throws(InputError) {
    self = try JSONRosterReader.read(bytes, file: file)
  }

  /// Reads a roster from a JSON file that another program was to write; links, pipes and devices are refused.
  ///
  /// - Throws: `InputError` with every problem found.
  package init(answer path: String) throws(InputError) {
    try self.init(json: try FileBytes.readPlain(path), file: path)
  }

  /// Reads a roster from a JSON file, or from standard input where the path is `-`.
  ///
  /// - Throws: `InputError` with every problem found.
  public init(path: String) throws(InputError) {
    let (bytes, name) = try FileBytes.input(path)
    try self.init(json: bytes, file: name)
  }
}
