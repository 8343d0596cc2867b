extension Definition {
  /// Whether visits of a category do not count, be it named by its meaning or by the log's own word.
  public func excludes(category meaning: String, word: String = "") -> Bool {
    excludedCategories.contains { Self.names($0, meaning, word) }
  }

  /// Whether meetings with staff of a category do not count, be it named by its meaning or by the log's own word.
  public func excludes(staffCategory meaning: String, word: String = "") -> Bool {
    excludedStaffCategories.contains { Self.names($0, meaning, word) }
  }

  /// Whether the name that a definition gives a category is that of a word, or of its meaning.
  public static func names(_ name: String, _ meaning: String, _ word: String) -> Bool {
    let name = name.lowercased()
    return !name.isEmpty && (name == meaning.lowercased() || name == word.lowercased())
  }
}
