import HomeCare

/// What is unsound in the tables and columns of format 2.
let brokenFormat2 = [
  BrokenDraft(
    "format 2 in an instance of format 1",
    {
      $0.travelModes = [TravelMode(id: "bicycle", travel: $0.travel)]
      $0.series = [Series(id: "s", client: "c1")]
      $0.alternatives = [
        AlternativeWindow(visit: "morning", earliest: Ward.time("08:00", day: 2), latest: Ward.time("09:00", day: 2))
      ]
      $0.exceptions = [RuleException(rule: .breakRoom, reason: "agreed", shift: "anna-mon")]
      $0.weights[.unsteadyMinutes] = 1
      $0.locations[0].address = "Storgatan 1"
      $0.staff[0].mode = "bicycle"
      $0.staff[1].phone = "1"
      $0.shifts[0].mode = "bicycle"
      $0.clients[0].access = "key 4"
      $0.visits[0].series = "s"
      $0.visits[1].alongside = true
      $0.visits[2].tasks = "lift"
    },
    "weights row 1, unsteady: found a value in an instance of format 1; expected none; or format 2, which has the column",
    "travelModes row 1, id: found 1 row in an instance of format 1; expected none; or format 2, which has the table",
    "locations row 1 (base), address: found a value in an instance of format 1; expected none; or format 2, which has"
      + " the column",
    "staff row 1 (anna), mode: found a value in an instance of format 1; expected none; or format 2, which has the"
      + " column",
    "staff row 2 (bo), phone: found a value in an instance of format 1; expected none; or format 2, which has the column",
    "shifts row 1 (anna-mon), mode: found a value in an instance of format 1; expected none; or format 2, which has the"
      + " column",
    "clients row 1 (c1), access: found a value in an instance of format 1; expected none; or format 2, which has the"
      + " column",
    "series row 1, id: found 1 row in an instance of format 1; expected none; or format 2, which has the table",
    "visits row 1 (morning), series: found a value in an instance of format 1; expected none; or format 2, which has"
      + " the column",
    "visits row 2 (insulin), alongside: found a value in an instance of format 1; expected none; or format 2, which has"
      + " the column",
    "visits row 3 (lift), tasks: found a value in an instance of format 1; expected none; or format 2, which has the"
      + " column",
    "alternatives row 1, visit: found 1 row in an instance of format 1; expected none; or format 2, which has the table",
    "exceptions row 1, rule: found 1 row in an instance of format 1; expected none; or format 2, which has the table"),
  BrokenDraft(
    "series of nobody, twice, at no time of day",
    {
      $0.format = .two
      $0.series = [
        Series(id: "s", client: "c9", usual: 1_440, tolerance: -1), Series(id: "s", client: "c2", tolerance: 1_441),
      ]
      $0.visits[0].series = "t"
    },
    "series row 1 (s), client: found \"c9\"; expected the id of a row of clients; add that row or correct the id",
    "series row 1 (s), usual: found 1440 minutes from midnight; expected a time of day such as 08:10",
    "series row 1 (s), tolerance: found -1; expected a whole number from 0 to 1440",
    "series row 2 (s), id: found \"s\", the id of row 1 already; expected each id once in series; give one of the two"
      + " rows another id",
    "series row 2 (s), tolerance: found 1441; expected a whole number from 0 to 1440",
    "visits row 1 (morning), series: found \"t\"; expected the id of a row of series; add that row or correct the id"),
  BrokenDraft(
    "a series of another client",
    {
      $0.format = .two
      $0.series = [Series(id: "s", client: "c2")]
      $0.visits[0].series = "s"
    },
    "visits row 1 (morning), series: found \"s\", a series of client \"c2\"; expected a series of the visit's client,"
      + " \"c1\"; correct the series or the client"),
  BrokenDraft(
    "modes twice, of the wrong size and unknown",
    {
      $0.format = .two
      $0.travelModes = [
        TravelMode(id: "bicycle", travel: .matrix([[0, 1], [1, 0]])),
        TravelMode(id: "bicycle", travel: .coordinates(speedKmh: 0, detour: 1, fixedMinutes: 0)),
      ]
      $0.staff[0].mode = "car"
      $0.shifts[1].mode = "boat"
    },
    "travelModes row 1 (bicycle), minutes: found 2 rows for 3 locations; expected one row for each location, in the"
      + " order of locations",
    "travelModes row 1 (bicycle), minutes: found 2 numbers in the row from \"base\", for 3 locations; expected one"
      + " number for each location, in the order of locations",
    "travelModes row 1 (bicycle), minutes: found 2 numbers in the row from \"k1\", for 3 locations; expected one number"
      + " for each location, in the order of locations",
    "travelModes row 2 (bicycle), id: found \"bicycle\", the id of row 1 already; expected each id once in travelModes;"
      + " give one of the two rows another id",
    "travelModes row 2 (bicycle), speedKmh: found 0.0; expected a number from 0.1 to 1000.0",
    "locations row 1 (base), lat: found nothing; expected degrees from -90.0 to 90.0, since travel is computed from"
      + " coordinates",
    "locations row 1 (base), lon: found nothing; expected degrees from -180.0 to 180.0, since travel is computed from"
      + " coordinates",
    "locations row 2 (k1), lat: found nothing; expected degrees from -90.0 to 90.0, since travel is computed from"
      + " coordinates",
    "locations row 2 (k1), lon: found nothing; expected degrees from -180.0 to 180.0, since travel is computed from"
      + " coordinates",
    "locations row 3 (k2), lat: found nothing; expected degrees from -90.0 to 90.0, since travel is computed from"
      + " coordinates",
    "locations row 3 (k2), lon: found nothing; expected degrees from -180.0 to 180.0, since travel is computed from"
      + " coordinates",
    "staff row 1 (anna), mode: found \"car\"; expected the id of a row of travelModes; add that row or correct the id",
    "shifts row 2 (bo-mon), mode: found \"boat\"; expected the id of a row of travelModes; add that row or correct the"
      + " id"),
  BrokenDraft(
    "further windows of nothing, turned round, outside the horizon and over each other",
    {
      $0.format = .two
      $0.alternatives = [
        AlternativeWindow(visit: "dawn", earliest: Ward.time("08:00", day: 2), latest: Ward.time("09:00", day: 2)),
        AlternativeWindow(visit: "lift", earliest: Ward.time("09:00", day: 2), latest: Ward.time("08:00", day: 2)),
        AlternativeWindow(visit: "lift", earliest: Ward.time("08:00", day: 20), latest: Ward.time("09:00", day: 20)),
        AlternativeWindow(visit: "morning", earliest: Ward.time("09:00"), latest: Ward.time("10:00")),
        AlternativeWindow(visit: "morning", earliest: Ward.time("08:00", day: 1), latest: Ward.time("09:00", day: 1)),
        AlternativeWindow(visit: "morning", earliest: Ward.time("08:30", day: 1), latest: Ward.time("08:40", day: 1)),
      ]
    },
    "alternatives row 1, visit: found \"dawn\"; expected the id of a row of visits; add that row or correct the id",
    "alternatives row 2, latest: found 2026-03-04T08:00; expected a time at or after earliest, 2026-03-04T09:00",
    "alternatives row 3, earliest: found 2026-03-22T08:00; expected a start in the horizon, from 2026-03-02T00:00 to"
      + " before 2026-03-16T00:00; correct the date or remove the window",
    "alternatives row 4, earliest: found 2026-03-02T09:00 to 2026-03-02T10:00, which overlaps its own window of visit"
      + " \"morning\"; expected windows of one visit that do not overlap; make one of the two, move it or remove it",
    "alternatives row 6, earliest: found 2026-03-03T08:30 to 2026-03-03T08:40, which overlaps the window of row 5 of"
      + " visit \"morning\"; expected windows of one visit that do not overlap; make one of the two, move it or remove"
      + " it"),
  BrokenDraft(
    "a pinned start in none of the windows",
    {
      $0.format = .two
      $0.alternatives = [
        AlternativeWindow(visit: "morning", earliest: Ward.time("08:00", day: 1), latest: Ward.time("09:00", day: 1))
      ]
      $0.exceptions = [RuleException(rule: .window, reason: "agreed", visit: "morning", after: 10)]
      $0.visits[0].pinnedStart = Ward.time("09:11")
    },
    "visits row 1 (morning), pinnedStart: found 2026-03-02T09:11; expected a start in the visit's window,"
      + " 2026-03-02T08:00 to 2026-03-02T09:10, or 2026-03-03T08:00 to 2026-03-03T09:10"),
  BrokenDraft(
    "exceptions of rules that have none",
    {
      $0.format = .two
      $0.exceptions = [
        RuleException(rule: .staffing, reason: "agreed"), RuleException(rule: .link, reason: " "),
      ]
    },
    "exceptions row 1, rule: found H1, which has no exceptions; expected one of H2, H3, H4, H6, H7, H8, H11, H12; mend"
      + " the roster or the instance where another rule is in the way",
    "exceptions row 2, reason: found no reason; expected why it is allowed, so that everybody sees it",
    "exceptions row 2, rule: found H10, which has no exceptions; expected one of H2, H3, H4, H6, H7, H8, H11, H12; mend"
      + " the roster or the instance where another rule is in the way"),
  BrokenDraft(
    "exceptions that lack what their rule needs, or have more",
    {
      $0.format = .two
      $0.exceptions = [
        RuleException(rule: .window, reason: "a", staff: "bo", before: -1),
        RuleException(rule: .shift, reason: "a", visit: "lift", shift: "nothing", after: 10_081),
        RuleException(rule: .hours, reason: "a", staff: "anna", minutes: -5),
        RuleException(rule: .skills, reason: "a", visit: "insulin", staff: "nobody", before: 5),
      ]
    },
    "exceptions row 1, visit: found nothing; expected the id of a row of visits, since an exception of H2 has visit,"
      + " before and after",
    "exceptions row 1, staff: found a value, where the rule is H2; expected none; an exception of H2 has visit, before"
      + " and after",
    "exceptions row 1, before: found -1; expected a whole number from 0 to 10080",
    "exceptions row 2, visit: found a value, where the rule is H3; expected none; an exception of H3 has shift, before"
      + " and after",
    "exceptions row 2, shift: found \"nothing\"; expected the id of a row of shifts; add that row or correct the id",
    "exceptions row 2, after: found 10081; expected a whole number from 0 to 10080",
    "exceptions row 3, minutes: found -5; expected a whole number from 0 to 1000000",
    "exceptions row 4, staff: found \"nobody\"; expected the id of a row of staff; add that row or correct the id",
    "exceptions row 4, before: found a value, where the rule is H7; expected none; an exception of H7 has visit and"
      + " staff"),
  BrokenDraft(
    "exceptions of one visit twice, or of two clients' own time",
    {
      $0.format = .two
      $0.exceptions = [
        RuleException(rule: .ownTime, reason: "a", visit: "lift", second: "lift"),
        RuleException(rule: .ownTime, reason: "a", visit: "lift", second: "insulin"),
        RuleException(rule: .route, reason: "a", visit: "lift", second: "lift", minutes: 4),
      ]
    },
    "exceptions row 1, second: found \"lift\", the first visit itself; expected another visit than visit",
    "exceptions row 2, second: found \"insulin\", a visit of another client than \"lift\"; expected two visits of one"
      + " client; visits of different clients may overlap anyhow",
    "exceptions row 3, second: found \"lift\", the first visit itself; expected another visit than visit"),
]

/// What is doubted in format 2.
let doubtsOfFormat2 = [
  BrokenDraft(
    "exceptions that can allow nothing",
    {
      $0.format = .two
      $0.exceptions = [
        RuleException(rule: .window, reason: "a", visit: "lift"),
        RuleException(rule: .breakRoom, reason: "a", shift: "bo-mon"),
        RuleException(rule: .skills, reason: "a", visit: "insulin", staff: "anna"),
        RuleException(rule: .blocked, reason: "a", visit: "insulin", staff: "bo"),
        RuleException(rule: .hours, reason: "a", staff: "bo", minutes: 30),
        RuleException(rule: .hours, reason: "a", staff: "bo", minutes: 30),
      ]
    },
    "warning: exceptions row 1, before: found 0 minutes before and after; expected before or after above 0; or no"
      + " exception",
    "warning: exceptions row 2, shift: found a shift without a break; expected a shift that has one; or no exception",
    "warning: exceptions row 3, staff: found \"anna\", who has the visit's skills; expected a staff member who lacks"
      + " one; or no exception",
    "warning: exceptions row 4, staff: found \"bo\", whom the client does not block; expected a staff member who is"
      + " blocked; or no exception",
    "warning: exceptions row 5, staff: found \"bo\", who has no cap; expected a staff member with maxMinutes; or no"
      + " exception",
    "warning: exceptions row 6, staff: found \"bo\", who has no cap; expected a staff member with maxMinutes; or no"
      + " exception",
    "warning: exceptions row 6, rule: found the exception of row 5 again; expected each once; remove the repeat"),
  BrokenDraft(
    "a visit that no shift can hold in any of its windows",
    {
      $0.format = .two
      $0.alternatives = [
        AlternativeWindow(visit: "tuesday", earliest: Ward.time("20:00"), latest: Ward.time("21:00"))
      ]
      $0.visits[3].earliest = Ward.time("17:00", day: 1)
      $0.visits[3].latest = Ward.time("18:00", day: 1)
    },
    "warning: visits row 4 (tuesday), earliest: found 2026-03-03T17:00 to 2026-03-03T18:00, or 2026-03-02T20:00 to"
      + " 2026-03-02T21:00 for 60 minutes, which no shift of eligible staff can hold; expected a window and length that"
      + " fit shifts, travel from and to base included; until then it is left unassigned"),
]

/// What is sound in format 2 and would not be without it.
let soundInFormat2 = [
  BrokenDraft(
    "a pin to someone whom exceptions let serve, in overtime",
    {
      $0.format = .two
      $0.visits[1].pinned = ["bo"]
      $0.visits[3].earliest = Ward.time("16:00", day: 1)
      $0.visits[3].latest = Ward.time("16:30", day: 1)
      $0.exceptions = [
        RuleException(rule: .skills, reason: "accompanied", visit: "insulin", staff: "bo"),
        RuleException(rule: .shift, reason: "overtime", shift: "anna-tue", after: 72),
      ]
    }),
  BrokenDraft(
    "a visit that a further window lets a shift hold",
    {
      $0.format = .two
      $0.alternatives = [
        AlternativeWindow(visit: "tuesday", earliest: Ward.time("10:00"), latest: Ward.time("11:00"))
      ]
      $0.visits[3].earliest = Ward.time("17:00", day: 1)
      $0.visits[3].latest = Ward.time("18:00", day: 1)
    }),
  BrokenDraft(
    "a link whose gap only a further window can have",
    {
      $0.format = .two
      $0.alternatives = [
        AlternativeWindow(visit: "lift", earliest: Ward.time("09:30", day: 2), latest: Ward.time("14:00", day: 2))
      ]
      $0.links = [Link(first: "morning", second: "lift", minGap: 2 * 1_440)]
    }),
]
