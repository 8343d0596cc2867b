import Board
import Foundation

/// What a page's form says.
struct Form: Sendable {
  private var fields: [String: String] = [:]
  /// Files, in their order; those without a name and without bytes are left out.
  private(set) var files: [UploadedFile] = []

  /// A form that says nothing.
  static let empty = Form()

  private init() {}

  /// A field's text; of several the first.
  subscript(_ name: String) -> String? { fields[name] }

  /// A field that holds a whole number.
  func number(_ name: String) -> Int? { fields[name].flatMap { Int($0) } }

  /// All fields, by name, to be sent again.
  var entries: [(name: String, value: String)] {
    fields.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
  }

  private mutating func set(_ name: String, _ value: String) { if fields[name] == nil { fields[name] = value } }

  /// Reads a form as browsers send it; `nil` where it is neither of the two kinds or cannot be read.
  init?(_ body: [UInt8], type: String?) {
    let parts = (type ?? "").split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
    switch parts.first?.lowercased() {
    case "application/x-www-form-urlencoded":
      self.init(query: String(decoding: body, as: UTF8.self))
    case "multipart/form-data":
      guard let boundary = parts.dropFirst().first(where: { $0.lowercased().hasPrefix("boundary=") }) else {
        return nil
      }
      let mark = boundary.dropFirst("boundary=".count).trimmingCharacters(in: ["\""])
      self.init(multipart: body, boundary: mark)
    default: return nil
    }
  }

  /// Reads `name=value&…`.
  init?(query: String) {
    for pair in query.split(separator: "&") {
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let texts = halves.map { $0.replacing("+", with: " ").removingPercentEncoding }
      guard let name = texts[0], let value = texts.count > 1 ? texts[1] : "" else { return nil }
      set(name, value)
    }
  }

  /// Reads parts between boundaries (RFC 7578).
  private init?(multipart body: [UInt8], boundary: String) {
    guard (1...70).contains(boundary.utf8.count) else { return nil }
    let data = Data(body)
    let mark = Data("--\(boundary)".utf8)
    let blank = Data("\r\n\r\n".utf8)
    var begin: Data.Index?
    var search = data.startIndex
    var isClosed = false
    while let found = data.range(of: mark, in: search..<data.endIndex) {
      // A boundary stands at the beginning of a line.
      let opensLine = found.lowerBound == data.startIndex || data[..<found.lowerBound].suffix(2) == Data("\r\n".utf8)
      guard opensLine else {
        search = found.upperBound
        continue
      }
      if let begin {
        guard let head = data.range(of: blank, in: begin..<found.lowerBound),
          head.upperBound <= found.lowerBound - 2,
          take(data[begin..<head.lowerBound], data[head.upperBound..<(found.lowerBound - 2)])
        else { return nil }
      }
      if data[found.upperBound...].starts(with: Data("--".utf8)) {
        isClosed = true
        break
      }
      begin = found.upperBound
      search = found.upperBound
    }
    if !isClosed { return nil }
  }

  /// Takes a part in; whether it can be read.
  private mutating func take(_ head: Data, _ content: Data) -> Bool {
    let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n")
    guard let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
      let name = Self.parameter("name", of: line)
    else { return false }
    if let file = Self.parameter("filename", of: line) {
      if !file.isEmpty || !content.isEmpty { files.append(UploadedFile(name: file, bytes: Array(content))) }
    } else {
      set(name, String(decoding: content, as: UTF8.self))
    }
    return true
  }

  /// A parameter's text between its quotes, with what browsers escape in it.
  private static func parameter(_ name: String, of line: Substring) -> String? {
    guard let found = line.range(of: " \(name)=\"") ?? line.range(of: ";\(name)=\"") else { return nil }
    return String(line[found.upperBound...].prefix { $0 != "\"" }).replacing("%22", with: "\"")
  }
}
