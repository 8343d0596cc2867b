import HomeCare

/// Broken shifts and breaks.
let brokenShifts = [
  BrokenDraft(
    "a shift of a stranger",
    {
      $0.shifts[3].staff = "eva"
      $0.visits.removeLast()
    },
    "shifts row 4 (anna-tue), staff: found \"eva\"; expected the id of a row of staff; add that row or"
      + " correct the id"),
  BrokenDraft(
    "a shift twice",
    {
      $0.shifts[3].id = "anna-mon"
    },
    "shifts row 4 (anna-mon), id: found \"anna-mon\", the id of row 1 already; expected each id once in"
      + " shifts; give one of the two rows another id"),
  BrokenDraft(
    "a shift that ends as it starts",
    {
      $0.shifts[1].end = $0.shifts[1].start
      $0.visits.remove(at: 2)
    },
    "shifts row 2 (bo-mon), end: found 2026-03-02T08:00; expected a time after the shift's start,"
      + " 2026-03-02T08:00"),
  BrokenDraft(
    "a shift that ends on another planet",
    {
      $0.shifts[1].end = LocalDateTime(minuteNumber: .max)
      $0.visits.remove(at: 2)
    },
    "shifts row 2 (bo-mon), end: found minute 9223372036854775807; expected a date-time in the years 1"
      + " to 9999"),
  BrokenDraft(
    "a shift longer than a week",
    {
      $0.shifts[3].end = Ward.time("09:00", day: 8)
      $0.visits.removeLast()
    },
    "shifts row 4 (anna-tue), end: found 2026-03-10T09:00, 10140 minutes after the start; expected a"
      + " shift of at most 10080 minutes; split it or check the dates"),
  BrokenDraft(
    "a shift in another decade",
    {
      $0.shifts[1].start = $0.shifts[1].start.advanced(by: -5_000_000)
      $0.shifts[1].end = $0.shifts[1].end.advanced(by: -5_000_000)
      $0.visits.remove(at: 2)
    },
    "shifts row 2 (bo-mon), start: found 2016-08-29T02:40; expected a shift near the horizon,"
      + " 2026-03-02T00:00 to 2026-03-16T00:00; correct the date or remove the shift"),
  BrokenDraft(
    "overlapping shifts",
    {
      $0.shifts[3].start = Ward.time("15:30")
      $0.shifts[3].end = Ward.time("22:00")
      $0.visits.removeLast()
    },
    "shifts row 4 (anna-tue), start: found 2026-03-02T15:30, before \"anna-mon\" of the same staff"
      + " member ends at 2026-03-02T16:00; expected shifts of \"anna\" that do not overlap; move, shorten or"
      + " remove one"),
  BrokenDraft(
    "three shifts within one",
    {
      $0.shifts[3] = Shift(id: "a", staff: "anna", start: Ward.time("09:00"), end: Ward.time("10:00"))
      $0.shifts.append(Shift(id: "b", staff: "anna", start: Ward.time("12:00"), end: Ward.time("13:00")))
      $0.visits.removeLast()
    },
    "shifts row 4 (a), start: found 2026-03-02T09:00, before \"anna-mon\" of the same staff member ends"
      + " at 2026-03-02T16:00; expected shifts of \"anna\" that do not overlap; move, shorten or remove one",
    "shifts row 5 (b), start: found 2026-03-02T12:00, before \"anna-mon\" of the same staff member ends"
      + " at 2026-03-02T16:00; expected shifts of \"anna\" that do not overlap; move, shorten or remove one"),
  BrokenDraft(
    "a break of no minutes",
    {
      $0.shifts[0].breakRule?.minutes = 0
    },
    "shifts row 1 (anna-mon), breakMinutes: found 0; expected a whole number from 1 to 10080; leave the"
      + " break's three cells out where there is no break"),
  BrokenDraft(
    "a break longer than its shift",
    {
      $0.shifts[0].breakRule?.minutes = 481
    },
    "shifts row 1 (anna-mon), breakMinutes: found 481 in a shift of 480 minutes; expected a break no"
      + " longer than its shift"),
  BrokenDraft(
    "a break window that ends before it begins",
    {
      $0.shifts[0].breakRule?.to = Ward.time("10:59")
    },
    "shifts row 1 (anna-mon), breakTo: found 2026-03-02T10:59; expected a time at or after breakFrom,"
      + " 2026-03-02T11:00"),
  BrokenDraft(
    "a break window before the shift",
    {
      $0.shifts[0].breakRule?.from = Ward.time("07:59")
    },
    "shifts row 1 (anna-mon), breakFrom: found 2026-03-02T07:59; expected a time in the shift,"
      + " 2026-03-02T08:00 to 2026-03-02T16:00"),
  BrokenDraft(
    "a break window after the shift",
    {
      $0.shifts[0].breakRule?.to = Ward.time("16:01")
    },
    "shifts row 1 (anna-mon), breakTo: found 2026-03-02T16:01; expected a time in the shift,"
      + " 2026-03-02T08:00 to 2026-03-02T16:00"),
  BrokenDraft(
    "a break that begins too late to end",
    {
      $0.shifts[0].breakRule?.from = Ward.time("15:31")
      $0.shifts[0].breakRule?.to = Ward.time("15:45")
    },
    "shifts row 1 (anna-mon), breakFrom: found 2026-03-02T15:31, 29 minutes before the shift ends;"
      + " expected a time at or before 2026-03-02T15:30, so that a break of 30 minutes ends within the shift"),
]
