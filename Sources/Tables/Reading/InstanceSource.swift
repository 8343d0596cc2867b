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

  /// Whether what stands there is an instance by its shape, sound or not: a folder, standard input, or JSON that says so.
  public var isInstance: Bool {
    guard case .json(let path) = self else { return true }
    guard let bytes = try? FileBytes.read(path), let reader = try? JSONReader(bytes, file: path) else { return false }
    return reader.value(of: "format", in: JSONReader.root) != nil
  }

  /// Reads and validates the instance.
  ///
  /// - Throws: `InputError` with every problem of reading and validation, each with its place.
  public func read() throws(InputError) -> Instance { try reading().validated() }

  private func reading() throws(InputError) -> InstanceReading {
    switch self {
    case .folder(let path): return try CSVInstanceReader.read(folder: path)
    case .json, .standardInput:
      let path = if case .json(let path) = self { path } else { "-" }
      let (bytes, name) = try FileBytes.input(path)
      return try JSONInstanceReader.read(bytes, file: name)
    }
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
