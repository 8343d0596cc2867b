import Continuity
import Files

/// Staff numbers that occur at several providers: each may be one person who works for both, or a number that both gave.
public struct SharedStaffNumbers: Hashable, Sendable {
  /// Numbers that occur at more than one provider, without names beside them that are one person's at each.
  public var numbers = 0
  /// Those of them beside which the providers' names have no word in common.
  public var differing = 0
  /// Those read as people of their own at each provider.
  public var apart = 0
  /// Numbers beside which names without a word in common stand, at one provider or where none is known; each is one person.
  public var named: [String] = []
  /// Whether a mapping says what they are.
  public var isDecided = false
}

/// Tells which staff numbers of several providers are several people, and gives those numbers of their own.
///
/// A number beside which the providers' names have no word in common is a person at each, unless a mapping says otherwise;
/// without names nobody can tell, and it is one.
struct StaffAtProviders {
  /// At which providers each staff number occurs.
  struct Seen {
    /// The providers, in order; empty where a trait has none.
    let providers: [String]
    /// For each trait its provider, by number.
    let providerOfTrait: [Int]
    private let words: Int
    private var bits: [UInt64]

    init(_ traits: [Trait], staffCount: Int) {
      let providers = Set(traits.map(\.provider)).sorted()
      let numbers = Dictionary(uniqueKeysWithValues: providers.enumerated().map { ($1, $0) })
      self.providers = providers
      providerOfTrait = traits.map { numbers[$0.provider] ?? 0 }
      words = (providers.count + 63) / 64
      bits = [UInt64](repeating: 0, count: words * staffCount)
    }

    /// Whether there are several providers.
    var hasSeveral: Bool { providers.count { !$0.isEmpty } > 1 }

    @inline(__always)
    mutating func note(_ meeting: MeetingRow) {
      let provider = providerOfTrait[Int(meeting.trait)]
      bits[Int(meeting.staff) * words + provider >> 6] |= 1 << UInt64(provider & 63)
    }

    mutating func merge(_ other: Seen) {
      for place in bits.indices { bits[place] |= other.bits[place] }
    }

    /// The providers at which a number occurs, by their numbers, in order.
    func providers(of staff: Int) -> [Int] {
      providers.indices.filter { bits[staff * words + $0 >> 6] >> UInt64($0 & 63) & 1 == 1 }
    }
  }

  /// A name beside a number at a provider.
  struct Naming: Hashable {
    let staff: Int32
    let provider: String
    let name: String
  }

  /// The ids of all staff, in order; of a number that is several people, each with the provider.
  private(set) var ids: [String] = []
  /// For each of `ids` the name beside it, where one is known of that provider alone.
  private(set) var names: [String?] = []
  /// For each of `ids`, the number that all providers share.
  private(set) var numbers: [Int] = []
  private(set) var tally = SharedStaffNumbers()

  private let seen: Seen
  /// For each shared number its place in `ids`; below 0, less one, where its providers' places begin in `table`.
  private var places: [Int32] = []
  /// By provider, the place in `ids`; below 0 where the number does not occur there.
  private var table: [Int32] = []

  /// - Parameters:
  ///   - staff: The ids, as they are brought together.
  ///   - areOfProvider: What a mapping says of all numbers.
  init(_ staff: [String], _ seen: Seen, _ namings: Set<Naming>, areOfProvider: Bool?) {
    self.seen = seen
    tally.isDecided = areOfProvider != nil
    let isSeveral = staff.indices.map { number in
      seen.providers(of: number).count { !seen.providers[$0].isEmpty } > 1
    }
    var named: [Int32: [String: Set<String>]] = [:]
    for naming in namings { named[naming.staff, default: [:]][naming.provider, default: []].insert(naming.name) }
    for (number, id) in staff.enumerated() {
      let all = named[Int32(number)] ?? [:]
      let known = all.filter { !$0.key.isEmpty }
      let differs = isSeveral[number] && Self.differ(known)
      let occurs = seen.providers(of: number)
      let isSettled =
        !id.contains(where: \.isNumber) || PersonalNumber(id) != nil
        || !differs && occurs.allSatisfy { !(known[seen.providers[$0]] ?? []).isEmpty }
      if all.values.contains(where: Self.areSeveral) { tally.named.append(id) }
      let isApart = isSeveral[number] && (areOfProvider ?? differs)
      if isSeveral[number], !isSettled { tally.numbers += 1 }
      if differs { tally.differing += 1 }
      if isApart { tally.apart += 1 }
      places.append(Int32(isApart ? -1 - table.count : ids.count))
      guard isApart else {
        add(id, nil, number)
        continue
      }
      for (place, provider) in seen.providers.enumerated() {
        table.append(occurs.contains(place) ? Int32(ids.count) : -1)
        guard occurs.contains(place) else { continue }
        add(provider.isEmpty ? id : "\(id) (\(provider))", known[provider]?.min(), number)
      }
    }
  }

  private mutating func add(_ id: String, _ name: String?, _ number: Int) {
    ids.append(id)
    names.append(name)
    numbers.append(number)
  }

  /// Whether any number is several people.
  var splits: Bool { tally.apart > 0 }

  /// The place of the member whom a meeting names by a shared number.
  @inline(__always)
  func place(of meeting: MeetingRow) -> Int32 {
    let place = places[Int(meeting.staff)]
    return place >= 0 ? place : table[Int(-1 - place) + seen.providerOfTrait[Int(meeting.trait)]]
  }

  /// The place of the member who has a shared number at a provider; `nil` where nobody has.
  func place(_ number: Int, at provider: String) -> Int32? {
    let place = places[number]
    guard place < 0 else { return place }
    guard let found = seen.providers.firstIndex(of: provider).map({ table[Int(-1 - place) + $0] }), found >= 0 else {
      return nil
    }
    return found
  }

  /// The place of the member who has a shared number and a name; `nil` where nobody has, or where the number is one person's.
  func place(_ number: Int, named name: String) -> Int32? {
    guard places[number] < 0 else { return nil }
    let form = NormalForm.name(name)
    return numbers.indices.first { numbers[$0] == number && names[$0].map(NormalForm.name) == form }.map { Int32($0) }
  }

  /// Whether some names are of several people: parted into those that share words, they are in several parts.
  private static func areSeveral(_ names: Set<String>) -> Bool {
    guard names.count > 1 else { return false }
    var parts: [Set<String>] = []
    for name in names.sorted() {
      let words = Self.words(name)
      let near = parts.filter { !$0.isDisjoint(with: words) }
      parts = parts.filter { $0.isDisjoint(with: words) } + [near.reduce(words) { $0.union($1) }]
    }
    return parts.count > 1
  }

  /// The words of a name, as names are compared.
  private static func words(_ name: String) -> Set<String> {
    Set(NormalForm.name(name).split { $0 == " " || $0 == "-" }.map(String.init))
  }

  /// Whether the names of two providers have no word in common: a name and a part of it are one person's.
  private static func differ(_ names: [String: Set<String>]) -> Bool {
    let words = names.values.map { names in names.reduce(into: Set<String>()) { $0.formUnion(Self.words($1)) } }
    return words.indices.contains { one in words[(one + 1)...].contains { $0.isDisjoint(with: words[one]) } }
  }
}
