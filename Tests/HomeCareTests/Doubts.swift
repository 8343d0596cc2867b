import HomeCare

/// What is doubted but not refused.
let doubts = [
  BrokenDraft(
    "a night when clocks go forward",
    {
      $0.horizon.days = 28
    },
    "warning: horizon row 1, start: found clocks that go forward 60 minutes on 2026-03-29; expected no"
      + " clock change in the horizon; times are taken as the clock shows them, so check that night's shifts"),
  BrokenDraft(
    "a night when clocks go back",
    {
      $0 = InstanceDraft(
        name: "autumn", horizon: Horizon(start: LocalDate(dayNumber: 20_387), days: 1), travel: .matrix([]))
    },
    "warning: horizon row 1, start: found clocks that go back 60 minutes on 2025-10-26; expected no"
      + " clock change in the horizon; times are taken as the clock shows them, so check that night's shifts",
    "warning: visits row 1, id: found no visits; expected at least one visit; without visits there is"
      + " nothing to plan"),
  BrokenDraft(
    "no shifts",
    {
      $0.shifts = []
    },
    "warning: shifts row 1, id: found no shifts; expected at least one shift; without shifts every visit"
      + " is left unassigned"),
  BrokenDraft(
    "no visits",
    {
      $0.visits = []
    },
    "warning: visits row 1, id: found no visits; expected at least one visit; without visits there is"
      + " nothing to plan"),
  BrokenDraft(
    "a weight of nothing on unassigned",
    {
      $0.weights[.unassigned] = 0
    },
    "warning: weights row 1, unassigned: found 0; expected a weight above 0; with 0 the best roster"
      + " leaves every visit unassigned"),
  BrokenDraft(
    "a road shorter than the crow's flight",
    {
      $0.travel = .coordinates(speedKmh: 15, detour: 0.5, fixedMinutes: 2)
      for row in 0..<3 { ($0.locations[row].latitude, $0.locations[row].longitude) = (57 + Double(row) / 100, 12) }
    },
    "warning: travel row 1, detour: found 0.5; expected at least 1; a road is no shorter than the crow's"
      + " flight"),
  BrokenDraft(
    "a way round that is shorter",
    {
      $0.travel = .matrix([[0, 10, 16], [12, 0, 5], [18, 7, 0]])
    },
    "warning: travel row 1, minutes: found 16 from \"base\" to \"k2\", but 15 by way of \"k1\" (1 such);"
      + " expected no way round shorter than the direct way; the plan counts the direct way as it stands"),
  BrokenDraft(
    "travel from a location to itself",
    {
      $0.travel = .matrix([[0, 10, 14], [12, 3, 5], [18, 7, 0]])
    },
    "warning: travel row 1, minutes: found 3 from \"k1\" to itself (1 such); expected 0; between visits"
      + " at one location no travel is counted"),
  BrokenDraft(
    "a skill that no visit asks for",
    {
      $0.staff[0].skills.append("driver")
      $0.staff[2].skills.append("driver")
    },
    "warning: staff row 1 (anna), skills: found \"driver\", which no visit asks for; expected a skill"
      + " that some visit asks for; check the spelling, or leave it out"),
  BrokenDraft(
    "an id with a semicolon and one with a space",
    {
      $0.visits[0].id = "a;b"
      $0.visits[3].id = "tuesday "
    },
    "warning: visits row 1 (a;b), id: found \"a;b\"; expected an id without ; (it separates list items"
      + " in CSV), line breaks, or spaces at either end",
    "warning: visits row 4 (tuesday ), id: found \"tuesday \"; expected an id without ; (it separates"
      + " list items in CSV), line breaks, or spaces at either end"),
  BrokenDraft(
    "a contact and a preference who are blocked",
    {
      $0.clients[0].blocked = ["anna"]
    },
    "warning: clients row 1 (c1), contact: found \"anna\", who is blocked for the client; expected a"
      + " contact who may serve the client; change the contact or blocked",
    "warning: clients row 1 (c1), preferred: found \"anna\", who is blocked for the client; expected"
      + " staff who may serve the client; remove them from preferred or blocked",
    "warning: visits row 4 (tuesday), earliest: found 2026-03-03T08:00 to 2026-03-03T15:00 for 60"
      + " minutes, which no shift of eligible staff can hold; expected a window and length that fit shifts,"
      + " travel from and to base included; until then it is left unassigned"),
  BrokenDraft(
    "a shift outside the horizon",
    {
      $0.shifts.append(Shift(id: "before", staff: "bo", start: Ward.time("22:00", day: -1), end: Ward.time("00:00")))
    },
    "warning: shifts row 5 (before), start: found 2026-03-01T22:00 to 2026-03-02T00:00; expected a shift"
      + " that overlaps the horizon, 2026-03-02T00:00 to 2026-03-16T00:00; no visit can fall in this one"),
  BrokenDraft(
    "a break window that outlasts the shift",
    {
      $0.shifts[0].breakRule?.to = Ward.time("15:31")
    },
    "warning: shifts row 1 (anna-mon), breakTo: found 2026-03-02T15:31; expected a time at or before"
      + " 2026-03-02T15:30; a break of 30 minutes cannot begin later in this shift"),
  BrokenDraft(
    "a visit for two where one is eligible",
    {
      $0.visits[1].staff = 2
    },
    "warning: visits row 2 (insulin), staff: found 2 needed, 1 with the skills and not blocked"
      + " (\"anna\"); expected as many staff as the visit needs; until then it is left unassigned"),
  BrokenDraft(
    "a visit that nobody has the skill for",
    {
      $0.visits[0].skills = ["dressing"]
    },
    "warning: visits row 1 (morning), staff: found 1 needed, 0 with the skills and not blocked (none);"
      + " expected as many staff as the visit needs; until then it is left unassigned"),
  BrokenDraft(
    "a visit that no shift holds",
    {
      $0.visits[3].earliest = Ward.time("08:00", day: 2)
      $0.visits[3].latest = Ward.time("15:00", day: 2)
    },
    "warning: visits row 4 (tuesday), earliest: found 2026-03-04T08:00 to 2026-03-04T15:00 for 60"
      + " minutes, which no shift of eligible staff can hold; expected a window and length that fit shifts,"
      + " travel from and to base included; until then it is left unassigned"),
  BrokenDraft(
    "two staff who are never in together",
    {
      $0.visits[2].pinned = ["anna", "cia"]
      $0.shifts[0].start = Ward.time("10:20")
      $0.visits[0].skills = ["insulin"]
      $0.visits.remove(at: 1)
    },
    "warning: visits row 2 (lift), earliest: found 2026-03-02T09:30 to 2026-03-02T14:00 for 40 minutes,"
      + " which no 2 shifts of eligible staff can hold; expected a window and length that fit shifts, travel"
      + " from and to base included; until then it is left unassigned"),
  BrokenDraft(
    "a link that asks for nothing, and again",
    {
      $0.links = [Link(first: "morning", second: "lift"), Link(first: "morning", second: "lift")]
    },
    "warning: links row 1, staff: found a link that asks for nothing; expected minGap, maxGap, or staff"
      + " same or different; otherwise remove the link",
    "warning: links row 2, first: found the link of row 1 again; expected each link once; remove the"
      + " repeat",
    "warning: links row 2, staff: found a link that asks for nothing; expected minGap, maxGap, or staff"
      + " same or different; otherwise remove the link"),
  BrokenDraft(
    "a link that the windows cannot keep",
    {
      $0.links = [
        Link(first: "morning", second: "insulin", minGap: 121), Link(first: "morning", second: "lift", maxGap: 29),
      ]
    },
    "warning: links row 1, minGap: found windows that start -30 to 120 minutes apart; expected a gap of"
      + " at least 121 to be possible; otherwise at least one of the two visits is left unassigned",
    "warning: links row 2, maxGap: found windows that start 30 to 360 minutes apart; expected a gap of"
      + " at most 29 to be possible; otherwise at least one of the two visits is left unassigned"),
  BrokenDraft(
    "links against pins",
    {
      $0.visits[0].pinned = ["anna"]
      $0.visits[1].pinned = ["anna"]
      $0.visits[3].pinned = ["anna"]
      $0.visits[1].skills = []
      $0.shifts.append(
        Shift(id: "cia-tue", staff: "cia", start: Ward.time("08:00", day: 1), end: Ward.time("16:00", day: 1)))
      $0.visits[3].pinned = ["cia"]
      $0.links = [
        Link(first: "morning", second: "insulin", staff: .different),
        Link(first: "morning", second: "tuesday", staff: .same),
      ]
    },
    "warning: staff row 1 (anna), skills: found \"insulin\", which no visit asks for; expected a skill"
      + " that some visit asks for; check the spelling, or leave it out",
    "warning: links row 1, staff: found different, where \"anna\" is pinned to both visits; expected"
      + " different pins; otherwise at least one of the two is left unassigned",
    "warning: links row 2, staff: found same, where the two visits' pins are more than 1 staff together;"
      + " expected pins that fit on both visits; otherwise at least one of the two is left unassigned"),
  BrokenDraft(
    "history inside and after the horizon",
    {
      $0.history = [
        PastMeeting(client: "c1", staff: "bo", date: Ward.monday),
        PastMeeting(client: "c1", staff: "bo", date: Ward.monday.advanced(by: 20)),
      ]
    },
    "warning: history row 1, date: found 2026-03-02, inside the horizon (2 such); expected a date before"
      + " 2026-03-02; history is of meetings before the horizon"),
]
