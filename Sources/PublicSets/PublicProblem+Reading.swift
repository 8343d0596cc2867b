import Files

extension PublicProblem {
  /// The name that a file's problem has where the file does not say: the file's own, without folder and ending.
  static func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let name = file.split(separator: ".", omittingEmptySubsequences: true).first.map(String.init) ?? file
    return name.isEmpty ? "problem" : name
  }

  /// Reads a problem from a file of a public set.
  ///
  /// - Parameter format: The file's format; by default JSON is uhhc's and anything else AMPL data.
  /// - Throws: `InputError` with every problem found.
  public init(path: String, format: Format? = nil) throws(InputError) {
    try self.init(FileBytes.read(path), file: path, format: format)
  }

  /// Reads a problem from a text.
  ///
  /// - Parameter file: What messages call the text; a problem without a name of its own is called by it.
  /// - Throws: `InputError` with every problem found.
  public init(_ bytes: [UInt8], file: String, format: Format? = nil) throws(InputError) {
    let name = Self.name(of: file)
    switch format ?? (Self.isJSON(bytes) ? .uhhc : .bredstromRonnqvist) {
    case .bredstromRonnqvist: self = try BredstromRonnqvistReader.read(bytes, file: file, name: name)
    case .uhhc: self = try UHHCReader.read(bytes, file: file, name: name)
    case .convrp:
      throw InputError(file: file, found: "a problem over several days", expected: "a problem of one day")
    }
  }

  static func isJSON(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return bytes[start...].first { $0 > Byte.space } == UInt8(ascii: "{")
  }
}
