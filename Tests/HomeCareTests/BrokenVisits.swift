import HomeCare

/// Broken visits and pins.
let brokenVisits = [
  BrokenDraft(
    "a visit without id",
    {
      $0.visits[0].id = ""
    },
    "visits row 1, id: found an empty id; expected an id that no other row of visits has"),
  BrokenDraft(
    "a visit twice",
    {
      $0.visits[1].id = "morning"
    },
    "visits row 2 (morning), id: found \"morning\", the id of row 1 already; expected each id once in"
      + " visits; give one of the two rows another id"),
  BrokenDraft(
    "a visit to nobody",
    {
      $0.visits[0].client = "c9"
    },
    "visits row 1 (morning), client: found \"c9\"; expected the id of a row of clients; add that row or"
      + " correct the id"),
  BrokenDraft(
    "a window that ends before it begins",
    {
      $0.visits[0].latest = Ward.time("07:59")
    },
    "visits row 1 (morning), latest: found 2026-03-02T07:59; expected a time at or after earliest,"
      + " 2026-03-02T08:00"),
  BrokenDraft(
    "a visit before the horizon",
    {
      $0.visits[0].earliest = Ward.time("23:30", day: -1)
    },
    "visits row 1 (morning), earliest: found 2026-03-01T23:30; expected a start in the horizon, from"
      + " 2026-03-02T00:00 to before 2026-03-16T00:00; correct the date or remove the visit"),
  BrokenDraft(
    "a visit after the horizon",
    {
      $0.visits[3].earliest = Ward.time("08:00", day: 14)
      $0.visits[3].latest = Ward.time("08:30", day: 14)
    },
    "visits row 4 (tuesday), earliest: found 2026-03-16T08:00; expected a start in the horizon, from"
      + " 2026-03-02T00:00 to before 2026-03-16T00:00; correct the date or remove the visit"),
  BrokenDraft(
    "a window that runs past the horizon",
    {
      $0.visits[3].latest = Ward.time("00:00", day: 14)
    },
    "visits row 4 (tuesday), latest: found 2026-03-16T00:00; expected a start in the horizon, from"
      + " 2026-03-02T00:00 to before 2026-03-16T00:00; correct the date or end the window sooner"),
  BrokenDraft(
    "a time before all calendars",
    {
      $0.visits[0].earliest = LocalDateTime(minuteNumber: .min)
    },
    "visits row 1 (morning), earliest: found minute -9223372036854775808; expected a date-time in the"
      + " years 1 to 9999"),
  BrokenDraft(
    "a visit of no minutes",
    {
      $0.visits[0].minutes = 0
    },
    "visits row 1 (morning), minutes: found 0; expected a whole number from 1 to 10080"),
  BrokenDraft(
    "a visit of a year",
    {
      $0.visits[0].minutes = 525_600
    },
    "visits row 1 (morning), minutes: found 525600; expected a whole number from 1 to 10080"),
  BrokenDraft(
    "a visit without staff",
    {
      $0.visits[0].staff = 0
    },
    "visits row 1 (morning), staff: found 0; expected a whole number from 1 to 100"),
  BrokenDraft(
    "a visit for a crowd",
    {
      $0.visits[0].staff = 101
    },
    "visits row 1 (morning), staff: found 101; expected a whole number from 1 to 100"),
  BrokenDraft(
    "a priority of nothing",
    {
      $0.visits[0].priority = 0
    },
    "visits row 1 (morning), priority: found 0; expected a whole number from 1 to 1000000"),
  BrokenDraft(
    "a pinned start outside the window",
    {
      $0.visits[0].pinnedStart = Ward.time("09:01")
    },
    "visits row 1 (morning), pinnedStart: found 2026-03-02T09:01; expected a start in the visit's"
      + " window, 2026-03-02T08:00 to 2026-03-02T09:00"),
  BrokenDraft(
    "more pins than staff",
    {
      $0.visits[0].pinned = ["anna", "bo"]
    },
    "visits row 1 (morning), pinned: found 2 pinned staff for a visit of 1; expected no more pins than"
      + " the visit's staff; raise staff or remove a pin"),
  BrokenDraft(
    "a pin twice",
    {
      $0.visits[2].pinned = ["bo", "bo"]
    },
    "visits row 3 (lift), pinned: found \"bo\" twice; expected each item of the list once; remove the"
      + " repeat"),
  BrokenDraft(
    "a pin to a stranger",
    {
      $0.visits[0].pinned = ["eva"]
    },
    "visits row 1 (morning), pinned: found \"eva\"; expected the id of a row of staff; add that row or"
      + " correct the id"),
  BrokenDraft(
    "a pin to someone without the skill",
    {
      $0.visits[1].pinned = ["bo"]
    },
    "visits row 2 (insulin), pinned: found \"bo\", who lacks \"insulin\"; expected staff who can serve"
      + " the visit; remove the pin or mend what keeps them from it"),
  BrokenDraft(
    "a pin to someone blocked",
    {
      $0.visits[1].pinned = ["cia"]
    },
    "visits row 2 (insulin), pinned: found \"cia\", who is blocked for the client; expected staff who"
      + " can serve the visit; remove the pin or mend what keeps them from it"),
  BrokenDraft(
    "a pin to someone without a shift",
    {
      $0.visits[3].pinned = ["bo"]
    },
    "visits row 4 (tuesday), pinned: found \"bo\", who has no shift that can hold the visit; expected"
      + " staff who can serve the visit; remove the pin or mend what keeps them from it"),
  BrokenDraft(
    "a pin whose way from base is too long",
    {
      $0.visits[0].pinned = ["anna"]
      $0.visits[0].latest = Ward.time("08:09")
    },
    "visits row 1 (morning), pinned: found \"anna\", who has no shift that can hold the visit; expected"
      + " staff who can serve the visit; remove the pin or mend what keeps them from it"),
  BrokenDraft(
    "two mistakes in one row and one in another",
    {
      $0.visits[0].minutes = -5
      $0.visits[0].priority = -1
      $0.visits[3].client = "c3"
    },
    "visits row 1 (morning), minutes: found -5; expected a whole number from 1 to 10080",
    "visits row 1 (morning), priority: found -1; expected a whole number from 1 to 1000000",
    "visits row 4 (tuesday), client: found \"c3\"; expected the id of a row of clients; add that row or"
      + " correct the id"),
]
