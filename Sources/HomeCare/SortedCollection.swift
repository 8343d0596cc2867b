extension RandomAccessCollection where Index == Int {
  /// The first position at which a condition holds that, in the order of the elements, holds for all after it too.
  @inlinable
  package func firstPosition(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
