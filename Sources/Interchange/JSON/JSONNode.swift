/// One value, or one key, of a JSON text, as the place of its bytes.
///
/// Nodes stand in the order of the text: the children of an array or object follow it directly, the keys of an object
/// each before its value, and `next` leads past them all.
struct JSONNode {
  enum Kind: UInt8 {
    case object, array, text, escapedText, whole, number, `true`, `false`, null
  }

  /// What stands there.
  var kind: Kind
  /// Offset of the first byte; of a text, the byte after the opening quote.
  var start: UInt32
  /// Offset after the last byte; of a text, of the closing quote.
  var end: UInt32
  /// The node after this one and all its children.
  var next: UInt32

  /// The offset at which an editor shows the value to begin.
  var offset: Int {
    switch kind {
    case .text, .escapedText: Int(start) - 1
    default: Int(start)
    }
  }
}
