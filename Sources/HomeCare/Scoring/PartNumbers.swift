/// A whole number for each part of the score, held in place so that reading one costs no more than a field.
@usableFromInline
struct PartNumbers: Sendable {
  /// Numbers at the parts' positions; the rest stay 0. There is room for parts to come.
  @usableFromInline var values: [16 of Int] = .init(repeating: 0)

  init() {}

  @inlinable
  subscript(part: ScorePart) -> Int {
    get { values[part.rawValue] }
    set { values[part.rawValue] = newValue }
  }
}

extension PartNumbers: Hashable {
  @usableFromInline
  static func == (left: PartNumbers, right: PartNumbers) -> Bool {
    ScorePart.allCases.allSatisfy { left[$0] == right[$0] }
  }

  @usableFromInline
  func hash(into hasher: inout Hasher) {
    for part in ScorePart.allCases { hasher.combine(self[part]) }
  }
}
