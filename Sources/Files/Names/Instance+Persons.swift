import HomeCare

extension Instance {
  /// Finds staff by id or name.
  package var staffFinder: PersonFinder {
    PersonFinder(staff.map { PersonFinder.Person(id: $0.id.rawValue, name: $0.name) })
  }

  /// Finds clients by id or name.
  package var clientFinder: PersonFinder {
    PersonFinder(clients.map { PersonFinder.Person(id: $0.id.rawValue, name: $0.name) })
  }
}
