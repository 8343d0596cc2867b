import HomeCare

/// Texts that readers stumble over: ends of ranges, other people's ways to write things, and signs that mean something.
enum HostileWords {
  private static let numbers = [
    "0", "-1", "1", "2", "9", "1e9", "1e308", "-1e309", "0.5", "0,75", "75 %", "NaN", "inf", "9223372036854775807",
    "9223372036854775808", "-9223372036854775808", "2147483647", "2147483648", "4294967296", "1000000000", "999999999",
    "00012", "1.23457E+11", "1 000", "1.000,5", "0x10", "-0", "1e-400", "18446744073709551615",
  ]
  private static let times = [
    "2026-03-02", "2026-03-02T07:30", "2026-03-29T02:30", "2026-02-30", "9999-12-31T23:59", "0001-01-01T00:00",
    "6053-01-23", "1582-10-10", "02/03/2026", "3 mars 2026", "2026-W10-1", "24:00", "07.30", "kl 7", "7:30 PM",
    "45992.5",
    "2026-03-02T07:30:00+01:00", "2026-03-02T07:30Z", "31.12.99", "12/31/26", "20260302", "-4000-01-01", "00:00:60",
    "99999-01-01", "1h30m", "PT1H30M", "0,5 tim",
  ]
  private static let phrases = [
    "2 ggr/vecka", "må on fr", "alla dagar utom söndag", "varannan vecka", "first monday of the month", "var 99:e dag",
    "0 ggr/dag", "var 0:e vecka", "1000000 times a day", "mån-mån", "v 1-53", "ja", "nej", "true", "null", "any",
    "same",
    "different", "pool", "rostered", "care", "insulin", "P1, P2", "+", "åäö", "A\u{30A}", "İ", "ﬀ", "\u{202E}", "\u{0}",
    "\u{FEFF}", "\u{2028}", "''", "=1+1", "#REF!", "~", "../..", "C1", "S1", "V1", "", " ", "\t",
  ]
  private static let signs = [
    "\"", "\"\"", "\\", "\\u0000", "\\ud800", "{", "}", "[", "]", ",", ";", ":", "\n", "\r\n", "\r", "|", "#", "&a",
    "*a",
    "<<", "- ", "? ", "!!binary ", "'", "<", ">", "&#0;", "&#x110000;", "<!DOCTYPE a [<!ENTITY b \"c\">]>",
  ]

  /// One drawn at random; sometimes very long.
  static func drawn(_ random: inout SeededGenerator) -> [UInt8] {
    if random.chance(1, in: 40) {
      return Array(repeating: random.pick([0x61, 0x39, 0x5B, 0x22, 0xC3]), count: random.int(in: 100...3000))
    }
    return Array(random.pick(random.pick([numbers, times, phrases, signs])).utf8)
  }

  /// One that is no sign, as a value of JSON.
  static func jsonValue(_ random: inout SeededGenerator) -> [UInt8] {
    switch random.int(below: 6) {
    case 0: Array(random.pick(["null", "true", "false", "[]", "{}", "\"\"", "[[]]", "[null]", "{\"\": 0}"]).utf8)
    case 1, 2: Array(random.pick(numbers).utf8)
    default: Array("\"\(random.pick(random.pick([times, phrases, numbers])))\"".utf8)
    }
  }
}
