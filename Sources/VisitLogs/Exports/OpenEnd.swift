import HomeCare

/// What people write where an end is not known yet.
enum OpenEnd {
  /// Whether a cell says that there is no end yet: it is empty, or says so in words.
  static func isSaid(by text: String?) -> Bool {
    guard let text else { return true }
    let word = LogWords.folded(text).replacing(".", with: "").replacing(" ", with: "")
    return ["", "-", "–", "?", "tv", "tillsvidare", "löpande", "pågående", "untilfurthernotice", "ongoing", "open"]
      .contains(word)
  }
}
