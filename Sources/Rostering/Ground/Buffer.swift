/// A fixed-length array that owns its memory and is never copied by accident.
///
/// Bounds are asserted in debug builds only: the search reads these many millions of times a second.
struct Buffer<Element: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
  @usableFromInline let base: UnsafeMutablePointer<Element>
  let count: Int

  init(count: Int, repeating value: Element) {
    self.count = count
    base = UnsafeMutablePointer<Element>.allocate(capacity: max(count, 1))
    base.initialize(repeating: value, count: max(count, 1))
  }

  init(_ elements: [Element]) {
    count = elements.count
    base = UnsafeMutablePointer<Element>.allocate(capacity: max(count, 1))
    for (index, element) in elements.enumerated() { (base + index).initialize(to: element) }
  }

  deinit { base.deallocate() }

  @inline(__always) subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < count, "index \(index) outside 0..<\(count)")
      return base[index]
    }
    nonmutating set {
      assert(index >= 0 && index < count, "index \(index) outside 0..<\(count)")
      base[index] = newValue
    }
  }

  @inline(__always) subscript(index: Int32) -> Element {
    get { self[Int(index)] }
    nonmutating set { self[Int(index)] = newValue }
  }

  /// Takes over another buffer's elements; both have the same length.
  func assign(from other: borrowing Buffer<Element>) {
    precondition(count == other.count, "buffers of \(count) and \(other.count) elements")
    base.update(from: other.base, count: count)
  }

  /// The elements as an array.
  var elements: [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }
}
