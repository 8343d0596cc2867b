// Made by reference_log.py.

/// What a plain second calculation finds in the reference log.
struct ReferencePeriod {
  let clients, sum: Int
  let excluded: [String: Int]
  let hash: UInt64

  static let rows = 48032
  static let kkik: [ReferencePeriod] = [
    .init(
      clients: 23, sum: 317,
      excluded: [
        "away": 3, "no-counted-visits": 5, "no-visits": 153, "none-took-place": 2,
        "too-few-visits-on-a-day": 24, "under-age": 77,
      ], hash: 9_760_370_617_677_390_451),
    .init(
      clients: 20, sum: 266,
      excluded: [
        "away": 3, "no-counted-visits": 5, "no-visits": 160, "none-took-place": 6,
        "too-few-visits-on-a-day": 16, "under-age": 77,
      ], hash: 11_789_437_733_497_922_271),
    .init(
      clients: 13, sum: 180,
      excluded: [
        "away": 3, "no-counted-visits": 2, "no-visits": 169, "none-took-place": 3,
        "too-few-visits-on-a-day": 20, "under-age": 77,
      ], hash: 409_294_652_680_191_234),
    .init(
      clients: 12, sum: 142,
      excluded: [
        "away": 4, "no-counted-visits": 3, "no-visits": 166, "none-took-place": 4,
        "too-few-visits-on-a-day": 21, "under-age": 77,
      ], hash: 17_158_639_421_406_974_970),
    .init(
      clients: 16, sum: 211,
      excluded: [
        "away": 4, "no-counted-visits": 4, "no-visits": 161, "none-took-place": 4,
        "too-few-visits-on-a-day": 21, "under-age": 77,
      ], hash: 8_292_926_582_734_357_291),
    .init(
      clients: 13, sum: 165,
      excluded: [
        "away": 5, "no-counted-visits": 4, "no-visits": 167, "none-took-place": 4,
        "too-few-visits-on-a-day": 17, "under-age": 77,
      ], hash: 9_302_653_493_835_005_275),
    .init(
      clients: 21, sum: 292,
      excluded: [
        "away": 5, "no-counted-visits": 2, "no-visits": 165, "none-took-place": 3,
        "too-few-visits-on-a-day": 14, "under-age": 77,
      ], hash: 6_599_759_469_019_937_850),
    .init(
      clients: 21, sum: 268,
      excluded: [
        "away": 5, "no-counted-visits": 1, "no-visits": 165, "none-took-place": 4,
        "too-few-visits-on-a-day": 14, "under-age": 77,
      ], hash: 7_804_177_852_761_107_044),
    .init(
      clients: 25, sum: 324,
      excluded: [
        "away": 7, "no-counted-visits": 3, "no-visits": 153, "none-took-place": 3,
        "too-few-visits-on-a-day": 19, "under-age": 77,
      ], hash: 14_264_706_408_302_572_609),
    .init(
      clients: 12, sum: 153,
      excluded: [
        "away": 8, "no-counted-visits": 1, "no-visits": 159, "none-took-place": 3,
        "too-few-visits-on-a-day": 27, "under-age": 77,
      ], hash: 7_942_729_051_218_572_322),
    .init(
      clients: 7, sum: 94,
      excluded: [
        "away": 7, "no-counted-visits": 3, "no-visits": 163, "none-took-place": 8,
        "too-few-visits-on-a-day": 22, "under-age": 77,
      ], hash: 284_020_590_407_260_165),
    .init(
      clients: 9, sum: 118,
      excluded: [
        "away": 9, "no-counted-visits": 7, "no-visits": 162, "none-took-place": 6,
        "too-few-visits-on-a-day": 17, "under-age": 77,
      ], hash: 1_036_965_710_416_294_111),
    .init(
      clients: 11, sum: 145,
      excluded: [
        "away": 7, "no-counted-visits": 3, "no-visits": 165, "none-took-place": 5,
        "too-few-visits-on-a-day": 19, "under-age": 77,
      ], hash: 13_735_983_041_638_748_517),
  ]
  static let own: [ReferencePeriod] = [
    .init(
      clients: 43, sum: 566,
      excluded: [
        "no-visits": 135, "none-took-place": 2, "too-few-visits": 2, "under-age": 77,
        "unknown-age": 28,
      ], hash: 17_088_002_504_013_461_037),
    .init(
      clients: 32, sum: 405,
      excluded: [
        "no-visits": 140, "none-took-place": 6, "too-few-visits": 4, "under-age": 77,
        "unknown-age": 28,
      ], hash: 5_412_248_863_733_225_611),
    .init(
      clients: 25, sum: 319,
      excluded: [
        "no-visits": 151, "none-took-place": 3, "too-few-visits": 3, "under-age": 77,
        "unknown-age": 28,
      ], hash: 3_733_163_770_942_410_528),
    .init(
      clients: 34, sum: 421,
      excluded: ["no-visits": 146, "none-took-place": 2, "under-age": 77, "unknown-age": 28],
      hash: 9_570_716_220_557_873_849),
    .init(
      clients: 35, sum: 448,
      excluded: [
        "no-visits": 143, "none-took-place": 3, "too-few-visits": 1, "under-age": 77,
        "unknown-age": 28,
      ], hash: 13_609_526_745_029_406_224),
    .init(
      clients: 29, sum: 349,
      excluded: [
        "no-visits": 148, "none-took-place": 3, "too-few-visits": 2, "under-age": 77,
        "unknown-age": 28,
      ], hash: 18_228_598_857_118_624_836),
    .init(
      clients: 32, sum: 403,
      excluded: [
        "no-visits": 146, "none-took-place": 2, "too-few-visits": 2, "under-age": 77,
        "unknown-age": 28,
      ], hash: 11_811_133_595_336_875_532),
    .init(
      clients: 35, sum: 419,
      excluded: [
        "no-visits": 142, "none-took-place": 3, "too-few-visits": 2, "under-age": 77,
        "unknown-age": 28,
      ], hash: 16_233_419_627_758_104_809),
    .init(
      clients: 40, sum: 510,
      excluded: [
        "no-visits": 138, "none-took-place": 3, "too-few-visits": 1, "under-age": 77,
        "unknown-age": 28,
      ], hash: 5_497_972_082_310_222_142),
    .init(
      clients: 36, sum: 462,
      excluded: [
        "no-visits": 139, "none-took-place": 3, "too-few-visits": 4, "under-age": 77,
        "unknown-age": 28,
      ], hash: 589_229_617_826_741_091),
    .init(
      clients: 28, sum: 356,
      excluded: ["no-visits": 148, "none-took-place": 6, "under-age": 77, "unknown-age": 28],
      hash: 16_615_635_172_454_633_325),
    .init(
      clients: 32, sum: 402,
      excluded: [
        "no-visits": 144, "none-took-place": 5, "too-few-visits": 1, "under-age": 77,
        "unknown-age": 28,
      ], hash: 1_433_050_442_653_338_187),
    .init(
      clients: 27, sum: 333,
      excluded: ["no-visits": 150, "none-took-place": 5, "under-age": 77, "unknown-age": 28],
      hash: 16_831_196_205_424_343_082),
  ]
}
