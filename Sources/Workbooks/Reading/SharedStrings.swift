/// The texts that the cells of all sheets share, one after the other.
final class SharedStrings: MarkupReader {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var current: [UInt8] = []
  private var (isInText, isPhonetic) = (false, false)

  /// How many texts there are.
  var count: Int { ends.count }

  /// The text of a number.
  subscript(index: Int) -> ArraySlice<UInt8> { bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]] }

  override func start(_ name: MarkupName, _ attributes: MarkupAttributes) {
    switch name {
    case "si": current.removeAll(keepingCapacity: true)
    // How a text is pronounced, as Japanese workbooks tell, is no part of it.
    case "rPh": isPhonetic = true
    case "t": isInText = !isPhonetic
    default: break
    }
  }

  override func end(_ name: MarkupName) {
    switch name {
    case "si":
      bytes += EscapedCharacters.resolved(current)
      ends.append(bytes.count)
    case "rPh": isPhonetic = false
    case "t": isInText = false
    default: break
    }
  }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) {
    if isInText { current += piece }
  }
}
