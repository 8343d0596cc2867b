import Files

extension NeedsTable {
  /// The table that a file or sheet is called after, such as `Brukare norr` or `Frånvaro mars.csv`; `nil` where its name
  /// says none, or two.
  static func called(_ title: String) -> NeedsTable? {
    let words = LogWords.folded(title).split { !$0.isLetter }.map(String.init)
    var found: [NeedsTable] = []
    for table in allCases where words.contains(where: { table.names.contains($0) }) { found.append(table) }
    return found.count == 1 ? found[0] : nil
  }

  /// What files and sheets with the table are called.
  private var names: [String] {
    switch self {
    case .needs: ["needs", "need", "insatser", "insats", "behov", "visits", "besök", "återkommande", "uppdrag"]
    case .clients: ["clients", "client", "brukare", "brukarna", "kunder", "kund", "klienter", "omsorgstagare"]
    case .staff: ["staff", "personal", "personalen", "medarbetare", "anställda", "employees", "carers"]
    case .shifts: ["shifts", "shift", "schema", "grundschema", "pass", "arbetspass", "rota", "schedule"]
    case .absences: ["absences", "absence", "frånvaro", "semester", "ledighet", "ledigheter", "leave"]
    case .away: ["away", "sjukhus", "sjukhusvistelser", "borta", "hospital", "bortavaro"]
    case .history: ["history", "historik", "logg", "log", "utförda", "utfört", "performed"]
    case .holidays: ["holidays", "holiday", "helgdagar", "helgdag"]
    case .exceptions: ["exceptions", "exception", "undantag"]
    case .takeovers: ["takeovers", "takeover", "byten", "byte", "passbyten", "passbyte", "swaps"]
    }
  }
}
