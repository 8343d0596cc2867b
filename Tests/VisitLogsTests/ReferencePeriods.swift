// Made by reference_log.py.

/// What a plain second calculation finds in the reference log.
struct ReferencePeriod {
  let clients, sum: Int
  let excluded: [String: Int]
  let hash: UInt64

  static let rows = 47705
  static let all: [ReferencePeriod] = [
    .init(
      clients: 11, sum: 153, excluded: ["away": 4, "no-visits": 175, "too-few-visits-on-a-day": 15, "under-age": 77],
      hash: 13196726436278881169),
    .init(
      clients: 17, sum: 231, excluded: ["away": 8, "no-visits": 152, "too-few-visits-on-a-day": 28, "under-age": 77],
      hash: 15051195084957342414),
    .init(
      clients: 18, sum: 246, excluded: ["away": 6, "no-visits": 161, "too-few-visits-on-a-day": 20, "under-age": 77],
      hash: 10175117838161096043),
    .init(
      clients: 20, sum: 260, excluded: ["away": 4, "no-visits": 161, "too-few-visits-on-a-day": 20, "under-age": 77],
      hash: 16327553664257062077),
    .init(
      clients: 19, sum: 254, excluded: ["away": 5, "no-visits": 152, "too-few-visits-on-a-day": 29, "under-age": 77],
      hash: 13645588442729411473),
    .init(
      clients: 20, sum: 266, excluded: ["away": 6, "no-visits": 158, "too-few-visits-on-a-day": 21, "under-age": 77],
      hash: 3594715354484669949),
    .init(
      clients: 28, sum: 353, excluded: ["away": 4, "no-visits": 152, "too-few-visits-on-a-day": 21, "under-age": 77],
      hash: 15909940819710781661),
    .init(
      clients: 25, sum: 319, excluded: ["away": 3, "no-visits": 146, "too-few-visits-on-a-day": 31, "under-age": 77],
      hash: 17552525234389399257),
    .init(
      clients: 23, sum: 302, excluded: ["away": 3, "no-visits": 156, "too-few-visits-on-a-day": 23, "under-age": 77],
      hash: 17392064101248321686),
    .init(
      clients: 24, sum: 321, excluded: ["away": 4, "no-visits": 157, "too-few-visits-on-a-day": 20, "under-age": 77],
      hash: 12965158253270587401),
    .init(
      clients: 18, sum: 246, excluded: ["away": 10, "no-visits": 146, "too-few-visits-on-a-day": 31, "under-age": 77],
      hash: 12840668800595550227),
    .init(
      clients: 23, sum: 310, excluded: ["away": 9, "no-visits": 155, "too-few-visits-on-a-day": 18, "under-age": 77],
      hash: 3328746605939303605),
    .init(
      clients: 20, sum: 273, excluded: ["away": 5, "no-visits": 163, "too-few-visits-on-a-day": 17, "under-age": 77],
      hash: 4295210047581213386),
  ]
}
