/// Ids for series, made of the client and the time of day, and of a number where that is not enough.
struct SeriesNames {
  private var taken: Set<SeriesID> = []

  /// An id that was not made before, such as `C001-0730`; the time is in minutes from midnight.
  mutating func make(of client: ClientID, at minute: Int) -> SeriesID {
    let clock = LocalDateTime(minuteNumber: minute)
    let plain = "\(client)-\(clock.clock.filter(\.isNumber))"
    var (id, number) = (SeriesID(plain), 2)
    while !taken.insert(id).inserted {
      id = SeriesID("\(plain)-\(number)")
      number += 1
    }
    return id
  }
}
