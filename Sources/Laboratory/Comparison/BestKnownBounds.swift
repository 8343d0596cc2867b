import Interchange

/// A file of best known totals in which bounds can be raised while all else stays as it is, byte for byte.
public struct BestKnownBounds: Sendable {
  private let path: String
  private let document: JSONDocument

  /// Reads a file.
  ///
  /// - Throws: `InputError` where it is none of best known totals.
  public init(path: String) throws(InputError) {
    self.path = path
    _ = try BestKnown(path: path)
    let bytes = try FileBytes.read(path)
    do throws(JSONSyntaxError) {
      document = try JSONDocument(bytes)
    } catch {
      throw InputError(file: path, found: error.found, expected: error.expected)
    }
  }

  /// The file's bytes with an instance's bound raised to one just proven; `nil` where the file's own is at least as high.
  ///
  /// - Throws: `InputError` where the file has no such instance, or a total below the bound: then the file is about
  ///   another instance of the name, since no roster scores less.
  public func raising(_ instance: String, to bound: Int) throws(InputError) -> [UInt8]? {
    let (entry, total) = try entry(of: instance)
    if let known = number(of: "total", in: entry), known < bound {
      throw InputError(
        file: path, found: "a total of \(known) for \(instance), below the proven \(bound)",
        expected: "best known totals of the very instance that is bounded, with the same weights")
    }
    var bytes = document.bytes
    if let place = value(of: "bound", in: entry) {
      if let known = number(of: "bound", in: entry), known >= bound { return nil }
      let node = document.nodes[place]
      bytes.replaceSubrange(Int(node.start)..<Int(node.end), with: "\(bound)".utf8)
    } else {
      let end = Int(document.nodes[total].end)
      bytes.replaceSubrange(end..<end, with: ", \"bound\": \(bound)".utf8)
    }
    return bytes
  }

  /// Refuses a file that has no such instance.
  ///
  /// - Throws: `InputError` where that is so.
  public func check(_ instance: String) throws(InputError) { _ = try entry(of: instance) }

  /// The entry of an instance and the value of its total.
  private func entry(of instance: String) throws(InputError) -> (entry: Int, total: Int) {
    if let entries = value(of: "entries", in: 0) {
      for entry in document.children(of: entries) {
        guard let name = value(of: "instance", in: entry), document.text(of: name) == instance,
          let total = value(of: "total", in: entry)
        else { continue }
        return (entry, total)
      }
    }
    throw InputError(file: path, found: "no entry of \(instance)", expected: "one with its best known total")
  }

  private func value(of key: String, in object: Int) -> Int? {
    document.pairs(of: object).first { document.key($0.key, is: Array(key.utf8)) }?.value
  }

  private func number(of key: String, in object: Int) -> Int? {
    value(of: key, in: object).flatMap { Int(String(decoding: document.slice(of: $0), as: UTF8.self)) }
  }
}
