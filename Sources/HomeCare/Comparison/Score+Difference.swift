extension Score {
  /// What one score has more than another, part by part; negative where it has less.
  public static func - (left: Score, right: Score) -> Score {
    var difference = Score()
    for (_, part, _) in parts { difference[keyPath: part] = left[keyPath: part] - right[keyPath: part] }
    difference.total = left.total - right.total
    return difference
  }
}
