import Continuity
import Files
import HomeCare

extension PlanPeople {
  /// Finds the people of a log in an instance: by another spelling of the id, as `NormalForm` has it, or by the name.
  ///
  /// Whoever has the same id in both is left as they are, and so is whoever several of the log may be: who is who is not
  /// guessed.
  public init(of log: MeetingLog, in instance: Instance) {
    self.init(
      clients: Self.found(log.clients.map(\.id), instance.clientFinder),
      staff: Self.found(log.staff, instance.staffFinder))
  }

  private static func found(_ ids: [String], _ finder: PersonFinder) -> [String: String] {
    let known = Set(ids)
    var callings: [String: [String]] = [:]
    for id in ids {
      guard case .person(let person) = finder.find(id), !known.contains(person) else { continue }
      callings[person, default: []].append(id)
    }
    return callings.reduce(into: [:]) { found, each in
      if each.value.count == 1 { found[each.value[0]] = each.key }
    }
  }
}
