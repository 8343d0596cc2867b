import HomeCare

/// Broken staff, clients and history.
let brokenPeople = [
  BrokenDraft(
    "a staff member twice",
    {
      $0.staff[1].id = "anna"
      $0.shifts.remove(at: 1)
    },
    "staff row 2 (anna), id: found \"anna\", the id of row 1 already; expected each id once in staff;"
      + " give one of the two rows another id"),
  BrokenDraft(
    "a skill twice",
    {
      $0.staff[0].skills = ["insulin", "insulin"]
    },
    "staff row 1 (anna), skills: found \"insulin\" twice; expected each item of the list once; remove"
      + " the repeat"),
  BrokenDraft(
    "a skill without a name",
    {
      $0.visits[1].skills = ["insulin", ""]
    },
    "visits row 2 (insulin), skills: found an empty skill; expected a name for each skill; remove the"
      + " empty item"),
  BrokenDraft(
    "a base that is no location",
    {
      $0.staff[0].location = "depot"
    },
    "staff row 1 (anna), location: found \"depot\"; expected the id of a row of locations; add that row"
      + " or correct the id"),
  BrokenDraft(
    "a negative cap",
    {
      $0.staff[0].maxMinutes = -1
    },
    "staff row 1 (anna), maxMinutes: found -1; expected a whole number from 0 to 100000000"),
  BrokenDraft(
    "a client without id",
    {
      $0.clients.append(Client(id: "", location: "k1"))
    },
    "clients row 3, id: found an empty id; expected an id that no other row of clients has"),
  BrokenDraft(
    "a client at no location",
    {
      $0.clients[0].location = "k9"
    },
    "clients row 1 (c1), location: found \"k9\"; expected the id of a row of locations; add that row or"
      + " correct the id"),
  BrokenDraft(
    "a negative target",
    {
      $0.clients[0].targetStaff = -1
    },
    "clients row 1 (c1), targetStaff: found -1; expected a whole number from 0 to 1000000"),
  BrokenDraft(
    "a contact who is no staff",
    {
      $0.clients[0].contact = "eva"
    },
    "clients row 1 (c1), contact: found \"eva\"; expected the id of a row of staff; add that row or"
      + " correct the id"),
  BrokenDraft(
    "preferred and blocked who are no staff",
    {
      $0.clients[1].preferred = ["eva"]
      $0.clients[1].blocked = ["ivar", "cia"]
    },
    "clients row 2 (c2), preferred: found \"eva\"; expected the id of a row of staff; add that row or"
      + " correct the id",
    "clients row 2 (c2), blocked: found \"ivar\"; expected the id of a row of staff; add that row or"
      + " correct the id"),
  BrokenDraft(
    "preferred and blocked with repeats",
    {
      $0.clients[0].preferred = ["anna", "anna"]
      $0.clients[1].blocked = ["cia", "cia", "cia"]
    },
    "clients row 1 (c1), preferred: found \"anna\" twice; expected each item of the list once; remove"
      + " the repeat",
    "clients row 2 (c2), blocked: found \"cia\" twice; expected each item of the list once; remove the"
      + " repeat"),
  BrokenDraft(
    "history of strangers",
    {
      $0.history = [PastMeeting(client: "c9", staff: "eva", date: Ward.monday.advanced(by: -1))]
    },
    "history row 1, client: found \"c9\"; expected the id of a row of clients; add that row or correct"
      + " the id",
    "history row 1, staff: found \"eva\"; expected the id of a row of staff; add that row or correct the"
      + " id"),
  BrokenDraft(
    "history on no date",
    {
      $0.history = [PastMeeting(client: "c1", staff: "bo", date: LocalDate(dayNumber: .min))]
    },
    "history row 1, date: found day -9223372036854775808; expected a date in the years 1 to 9999"),
]
