/// Who may serve what whatever the shifts are: the rules about a staff member, a visit and its client alone.
///
/// Exceptions are heeded. Validation and planner read them here; the checker has its own. A further rule of this kind is one more case with its
/// line in `keeps(_:_:on:of:)` and its words; `Rule` says what it is called.
public struct PairRules: Sendable {
  /// A rule of this kind, in the order in which they are told.
  public enum Kind: CaseIterable, Sendable {
    /// Staff have the skills of the visits they serve.
    case skills
    /// Nobody serves a client who blocks them.
    case blocked

    /// The rule of a roster.
    public var rule: Rule {
      switch self {
      case .skills: .skills
      case .blocked: .blocked
      }
    }
  }

  /// Every kind: asked for each pair of a shift and a visit, so listed once.
  public static let allKinds = Kind.allCases

  private let staff: [StaffMember]
  private let clients: [Client]
  private let visits: [Visit]
  /// Skills as bits, so that "has all of them" is one comparison a word.
  private let words: Int
  private let bitsOfStaff: [UInt64]
  private let bitsOfVisit: [UInt64]
  private let blocked: [Set<Int>]
  private let allowances: Allowances

  /// The rules of an instance; staff, clients and visits are named by their rows.
  public init(_ instance: Instance) {
    self.init(
      instance.tables,
      staffRows: Dictionary(uniqueKeysWithValues: instance.staff.enumerated().map { ($1.id, $0) }),
      Allowances(instance))
  }

  init(_ draft: InstanceDraft, staffRows: [StaffID: Int], _ allowances: Allowances) {
    self.allowances = allowances
    (staff, clients, visits) = (draft.staff, draft.clients, draft.visits)
    var bits: [String: Int] = [:]
    for visit in draft.visits {
      for skill in visit.skills where bits[skill] == nil { bits[skill] = bits.count }
    }
    words = max(1, (bits.count + 63) / 64)
    bitsOfStaff = Self.bits(draft.staff.map(\.skills), bits, words)
    bitsOfVisit = Self.bits(draft.visits.map(\.skills), bits, words)
    blocked = draft.clients.map { Set($0.blocked.compactMap { staffRows[$0] }) }
  }

  private static func bits(_ rows: [[String]], _ numbers: [String: Int], _ words: Int) -> [UInt64] {
    var table = [UInt64](repeating: 0, count: words * rows.count)
    for (row, skills) in rows.enumerated() {
      for number in skills.compactMap({ numbers[$0] }) { table[row * words + number / 64] |= 1 << UInt64(number % 64) }
    }
    return table
  }

  /// Whether no rule keeps a staff member from a visit of a client.
  public func allow(_ member: Int, on visit: Int, of client: Int) -> Bool {
    obstacle(member, on: visit, of: client) == nil
  }

  /// The first rule, of some, that keeps a staff member from a visit of a client; `nil` where none does.
  public func obstacle(_ member: Int, on visit: Int, of client: Int, among kinds: [Kind] = allKinds) -> Kind? {
    kinds.first { keeps($0, member, on: visit, of: client) }
  }

  /// Whether a rule keeps a staff member from a visit of a client.
  private func keeps(_ kind: Kind, _ member: Int, on visit: Int, of client: Int) -> Bool {
    let isKept =
      switch kind {
      case .skills: !hasSkills(member, of: visit)
      case .blocked: blocked[client].contains(member)
      }
    return isKept && (allowances.isEmpty || !allowances.permits(member, visit, kind.rule))
  }

  private func hasSkills(_ member: Int, of visit: Int) -> Bool {
    for word in 0..<words where bitsOfVisit[visit * words + word] & ~bitsOfStaff[member * words + word] != 0 {
      return false
    }
    return true
  }

  /// The obstacle with its facts, said of the staff member by name.
  public func words(_ kind: Kind, _ member: Int, on visit: Int, of client: Int) -> String {
    let name = staff[member].id
    return switch kind {
    case .skills: "\(name) lacks \(missing(member, visit).joined(separator: ", "))"
    case .blocked: "\(name) is blocked by client \(clients[client].id)"
    }
  }

  /// The obstacle with its facts, as a clause behind the staff member's name.
  func clause(_ kind: Kind, _ member: Int, on visit: Int) -> String {
    switch kind {
    case .skills: "who lacks \(missing(member, visit).map(quoted).joined(separator: ", "))"
    case .blocked: "who is blocked for the client"
    }
  }

  private func missing(_ member: Int, _ visit: Int) -> [String] {
    visits[visit].skills.filter { !staff[member].skills.contains($0) }
  }
}
