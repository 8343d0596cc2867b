import CExpat

/// The name of an element, without its prefix: producers of workbooks differ in their prefixes alone.
struct MarkupName {
  private let text: UnsafePointer<CChar>

  fileprivate init(_ text: UnsafePointer<XML_Char>) {
    let colon = UInt8(ascii: ":")
    var start = text
    var position = text
    while position.pointee != 0 {
      if UInt8(bitPattern: Int8(position.pointee)) == colon { start = position + 1 }
      position += 1
    }
    self.text = start
  }

  static func == (name: Self, word: StaticString) -> Bool {
    var position = name.text
    for index in 0..<word.utf8CodeUnitCount {
      guard UInt8(bitPattern: Int8(position.pointee)) == word.utf8Start[index] else { return false }
      position += 1
    }
    return position.pointee == 0
  }

  static func ~= (word: StaticString, name: Self) -> Bool { name == word }
}

/// The attributes of an element.
struct MarkupAttributes {
  fileprivate let list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?

  /// The value of an attribute, as bytes that end in zero.
  @inline(__always)
  func bytes(_ wanted: StaticString) -> UnsafePointer<CChar>? {
    guard var position = list else { return nil }
    while let name = position[0] {
      if MarkupName(name) == wanted { return position[1] }
      position += 2
    }
    return nil
  }

  /// The value of an attribute.
  subscript(wanted: StaticString) -> String? { bytes(wanted).map { String(cString: $0) } }

  /// Whether an attribute says yes.
  func says(_ wanted: StaticString) -> Bool { ["1", "true"].contains(self[wanted]) }
}

/// Reads one part of a workbook as Expat goes through it, element by element.
///
/// Expat loads nothing from elsewhere, and a document type, the only door to entities that grow, is refused.
class MarkupReader {
  /// An element begins.
  func start(_ name: MarkupName, _ attributes: MarkupAttributes) {}
  /// An element ends.
  func end(_ name: MarkupName) {}
  /// Text within an element; one text may come in several pieces.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  fileprivate var hasDocumentType = false
  private var parser: XML_Parser?
  /// What ends the reading before the part does.
  var fault: ZipFault?

  /// Reads a part.
  final func read(_ part: ZipArchive.Part, of archive: ZipArchive) throws(ZipFault) {
    guard let parser = XML_ParserCreate(nil) else { preconditionFailure("Expat has no memory") }
    self.parser = parser
    defer {
      self.parser = nil
      XML_ParserFree(parser)
    }
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser, { reader(of: $0)?.start(MarkupName($1!), MarkupAttributes(list: $2)) },
      { reader(of: $0)?.end(MarkupName($1!)) })
    XML_SetCharacterDataHandler(parser) { data, text, length in
      guard let text else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
        reader(of: data)?.text(UnsafeBufferPointer(start: $0, count: Int(length)))
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in reader(of: data)?.refuseDocumentType() }
    try archive.unpack(part) { piece throws(ZipFault) in
      let bytes = piece.bindMemory(to: CChar.self).baseAddress
      try judge(XML_Parse(parser, bytes, Int32(piece.count), 0), parser)
    }
    try judge(XML_Parse(parser, nil, 0, 1), parser)
  }

  fileprivate final func refuseDocumentType() {
    hasDocumentType = true
    // At once: what it declares is not to be expanded even in the rest of this piece.
    if let parser { XML_StopParser(parser, 0) }
  }

  private func judge(_ status: XML_Status, _ parser: XML_Parser) throws(ZipFault) {
    if let fault { throw fault }
    if hasDocumentType {
      throw ZipFault(found: "XML with a document type, which no workbook has", expected: "a workbook of a spreadsheet")
    }
    guard status != XML_STATUS_OK else { return }
    let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "an error"
    throw .damaged("XML that cannot be read (line \(XML_GetCurrentLineNumber(parser)): \(reason))")
  }
}

/// The reader that a handler is called for.
private func reader(of data: UnsafeMutableRawPointer?) -> MarkupReader? {
  data.map { Unmanaged<MarkupReader>.fromOpaque($0).takeUnretainedValue() }
}
