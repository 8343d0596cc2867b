import HomeCare

/// Broken names, horizons and weights.
let brokenSettings = [
  BrokenDraft(
    "no name",
    {
      $0.name = ""
    },
    "instance row 1, name: found an empty name; expected a name; rosters name the instance they answer"
      + " by it"),
  BrokenDraft(
    "a horizon of no days",
    {
      $0.horizon.days = 0
    },
    "horizon row 1, days: found 0; expected a whole number from 1 to 3660"),
  BrokenDraft(
    "a horizon of a century",
    {
      $0.horizon.days = 36_525
    },
    "horizon row 1, days: found 36525; expected a whole number from 1 to 3660"),
  BrokenDraft(
    "a horizon that leaves the calendar",
    {
      $0.horizon.start = LocalDate(dayNumber: 2_932_890)
      ($0.shifts, $0.visits) = ([], [])
    },
    "horizon row 1, days: found 14 days from 9999-12-25; expected a last day in the years 1 to 6000",
    "warning: visits row 1, id: found no visits; expected at least one visit; without visits there is"
      + " nothing to plan"),
  BrokenDraft(
    "a start that no calendar has",
    {
      $0.horizon.start = LocalDate(dayNumber: .max)
    },
    "horizon row 1, start: found day 9223372036854775807; expected a date in the years 1 to 9999"),
  BrokenDraft(
    "a window of no days",
    {
      $0.horizon.window = 0
    },
    "horizon row 1, window: found 0; expected a whole number from 1 to 3660"),
  BrokenDraft(
    "an unknown time zone",
    {
      $0.horizon.timeZone = "Europe/Kungsbacka"
    },
    "horizon row 1, timeZone: found \"Europe/Kungsbacka\"; expected the IANA name of a time zone, such"
      + " as Europe/Stockholm"),
  BrokenDraft(
    "a negative weight",
    {
      $0.weights[.distinct] = -1
    },
    "weights row 1, distinct: found -1; expected a whole number from 0 to 1000000000"),
  BrokenDraft(
    "a weight out of range",
    {
      $0.weights[.travel] = .max
    },
    "weights row 1, travel: found 9223372036854775807; expected a whole number from 0 to 1000000000"),
  BrokenDraft(
    "weights whose score would overflow",
    {
      $0.weights[.unassigned] = 1_000_000_000
      $0.visits[0].priority = 1_000_000
      $0.visits[1].priority = 1_000_000
      $0.visits[2].priority = 1_000_000
      $0.visits[3].priority = 1_000_000
      $0.visits[3].staff = 7
    },
    "weights row 1, unassigned: found 1000000000, under which a roster could score more than"
      + " 9007199254740991; expected a smaller weight, or smaller priorities, staff or travel minutes",
    "warning: visits row 4 (tuesday), staff: found 7 needed, 3 with the skills and not blocked"
      + " (\"anna\", \"bo\", \"cia\"); expected as many staff as the visit needs; until then it is left"
      + " unassigned"),
]
