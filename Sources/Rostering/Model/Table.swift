/// A buffer that is read by the rows of one table, or by one kind of pair, and by nothing else.
struct Table<Key: TableKey, Element: BitwiseCopyable>: ~Copyable, Sendable {
  private let buffer: Buffer<Element>

  init(count: Int, repeating value: Element) { buffer = Buffer(count: count, repeating: value) }

  init(_ elements: [Element]) { buffer = Buffer(elements) }

  @inline(__always) var count: Int { buffer.count }

  @inline(__always) subscript(key: Key) -> Element {
    get { buffer[key.index] }
    nonmutating set { buffer[key.index] = newValue }
  }

  /// Takes over another table's elements; both have the same length.
  func assign(from other: borrowing Table<Key, Element>) { buffer.assign(from: other.buffer) }

  /// The elements as an array.
  var elements: [Element] { buffer.elements }
}

/// Lists of elements, one for each row, end to end.
struct Runs<Key: Row, Element: BitwiseCopyable>: ~Copyable, Sendable {
  private let elements: Buffer<Element>
  private let starts: Buffer<Int32>

  /// - Parameter runs: the list of each row, in their order.
  init(_ runs: [[Element]]) {
    var starts: [Int32] = [0]
    for run in runs { starts.append(starts[starts.count - 1] + Int32(run.count)) }
    elements = Buffer(Array(runs.joined()))
    self.starts = Buffer(starts)
  }

  /// Where the elements of a row stand.
  @inline(__always) func indices(of row: Key) -> Range<Int> {
    Int(starts[row.index])..<Int(starts[row.index + 1])
  }

  @inline(__always) func isEmpty(of row: Key) -> Bool { starts[row.index] == starts[row.index + 1] }

  @inline(__always) subscript(index: Int) -> Element { elements[index] }
}

/// An array that is read by the rows of one table, or by one kind of pair, for whom speed matters less.
struct RowArray<Key: TableKey, Element> {
  private(set) var elements: [Element]

  init(_ elements: [Element]) { self.elements = elements }

  init(count: Int, repeating value: Element) { elements = Array(repeating: value, count: count) }

  subscript(key: Key) -> Element {
    get { elements[key.index] }
    _modify { yield &elements[key.index] }
  }
}

extension RowArray: Sendable where Element: Sendable {}
