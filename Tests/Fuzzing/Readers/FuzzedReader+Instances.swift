import Calendars
import Files
import Foundation
import HomeCare
import Tables

extension FuzzedReader {
  /// Instances, rosters and what is said of them.
  static let ofInstances = [
    FuzzedReader(name: "instance-json", shape: .json) { bytes, _ in
      try expectSame(try Instance(json: bytes))
    },
    FuzzedReader(name: "instance-csv", shape: .files) { bytes, folder in
      try expectSame(try InstanceSource(argument: folder.folder(of: FileBundle(bytes))).read())
    },
    FuzzedReader(name: "roster", shape: .json) { bytes, _ in
      let roster = try Roster(json: bytes)
      guard try Roster(json: roster.json()) == roster else { throw BrokenPromise("a roster that is read otherwise") }
      _ = RosterChecker(instance).check(roster)
    },
    FuzzedReader(name: "changes", shape: .json) { bytes, _ in
      let changes = try ChangesFile(json: bytes).changes
      guard try ChangesFile(json: changes.json()).changes == changes else {
        throw BrokenPromise("changes that are read otherwise")
      }
      let changed = try ChangedInstance(instance, roster, changes)
      guard (try? Instance(validating: changed.instance.tables)) != nil else {
        throw BrokenPromise("changes that make an instance which is none")
      }
    },
    FuzzedReader(name: "change-list", shape: .json) { bytes, _ in
      let file = try ChangeListFile(json: bytes)
      guard try ChangeListFile(json: file.list.json(instance: file.instance)).list == file.list else {
        throw BrokenPromise("a list of changes that is read otherwise")
      }
      let accepted = Set(file.list.rows.prefix(1).map(\.visit))
      _ = try PartOfChanges(of: file.list, on: roster, of: instance, accepting: accepted, takesAlong: true)
      _ = try PartOfChanges(of: file.list, on: roster, of: instance)
    },
    FuzzedReader(name: "locks", shape: .json) { bytes, _ in _ = try VisitLock.read(json: bytes) },
    FuzzedReader(name: "weights", shape: .json) { bytes, _ in _ = try WeightSettings.read(json: bytes) },
    FuzzedReader(name: "calendar", shape: .text) { bytes, _ in
      let roster = Roster(instance: "", assignments: [], unassigned: [], score: Score())
      let now = Date(timeIntervalSince1970: 0)
      _ = StaffCalendars(roster, of: instance, shown: ShownPeople(instance), now: now).feed(of: "S1", replacing: bytes)
    },
  ]

  /// What changes are made of.
  private static let roster = Roster(
    instance: instance.name,
    assignments: [
      Roster.Assignment(visit: "V1", start: instance.visits[0].earliest, staff: ["S1"], shifts: ["A"]),
      Roster.Assignment(
        visit: "V2", start: instance.visits[1].earliest.advanced(by: 60), staff: ["S1"], shifts: ["A"]),
    ], unassigned: ["V3"], score: Score())

  /// What rosters, changes and calendars are laid beside.
  private static let instance: Instance = {
    var draft = InstanceDraft(
      name: "two-clients", horizon: Horizon(start: LocalDate(dayNumber: 20_514), days: 1), travel: .matrix([[0]]))
    draft.locations = [Location(id: "L1")]
    draft.staff = [StaffMember(id: "S1"), StaffMember(id: "S2")]
    draft.clients = [Client(id: "C1", location: "L1"), Client(id: "C2", location: "L1")]
    let morning = draft.horizon.start.midnight.advanced(by: 420)
    draft.shifts = [
      Shift(id: "A", staff: "S1", start: morning, end: morning.advanced(by: 480)),
      Shift(id: "B", staff: "S2", start: morning, end: morning.advanced(by: 480), kind: .pool),
    ]
    draft.visits = ["V1", "V2", "V3"].map {
      Visit(id: VisitID($0), client: "C1", earliest: morning, latest: morning.advanced(by: 300), minutes: 30)
    }
    guard let instance = try? Instance(validating: draft) else { preconditionFailure("the instance is sound") }
    return instance
  }()

  /// An instance is written as what it was read from.
  private static func expectSame(_ instance: Instance) throws {
    let again = try Instance(json: instance.tables.json())
    guard again.tables == instance.tables else { throw BrokenPromise("an instance that is read otherwise") }
  }
}
