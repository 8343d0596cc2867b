import HomeCare
import Interchange

/// A unit's workbook as a coordinator has it: 40 clients, 35 staff and a schedule of two weeks, in Swedish, with people
/// named and numbers written in many ways, a stay in hospital, absences, and a log of the weeks before.
struct CoordinatorWorkbook {
  /// The last day in hospital of a client who came there before the plan; none while nobody knows it.
  var lastDayInHospital: String?
  /// Whether a client has come since.
  var hasNewClient = false
  private var random = SeededGenerator(seed: 19)
  private let monday = LocalDate("2026-03-02")!
  private var staff: [String] = []
  private var clients: [String] = []

  private static let firstNames = [
    "Karin", "Anders", "Maria", "Lars", "Anna", "Eva", "Johan", "Maj-Britt", "Erik", "Birgitta",
    "Nils", "Örjan", "Åsa",
    "Fatima", "Yusuf", "Kerstin", "Bo", "Siv",
  ]
  private static let familyNames = [
    "Andersson", "Johansson", "Karlsson", "Ek", "Lind", "Åberg", "Öberg", "Hassan", "Sjö",
    "af Ström",
  ]

  init() {
    staff = names(35)
    clients = names(40)
  }

  private mutating func names(_ count: Int) -> [String] {
    var names: [String] = []
    while names.count < count {
      let name = "\(random.pick(Self.firstNames)) \(random.pick(Self.familyNames))"
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The client in hospital, and the one who comes.
  static let (inHospital, new) = (7, 40)

  /// The id of a client, 0 = the first.
  static func client(_ number: Int) -> String { "\(1000 + number)" }

  /// What a client is called.
  func name(ofClient number: Int) -> String { clients[number] }

  /// The bytes of the workbook.
  mutating func bytes() -> [UInt8] {
    WorkbookBytes.workbook([
      clientSheet(), needSheet(), staffSheet(), scheduleSheet(), absenceSheet(), hospitalSheet(),
      historySheet(),
      sheet("Att göra", [["Ring Karin om semestern"]]),
    ])
  }

  private func sheet(_ name: String, _ rows: [[String]]) -> SheetTable {
    var table = SheetTable(name)
    for row in rows {
      for cell in row {
        if let number = Int(cell), !cell.hasPrefix("0") {
          table.append(number)
        } else {
          table.append(cell)
        }
      }
      table.endRecord()
    }
    return table
  }

  /// A name as somebody may have typed it.
  private mutating func spelled(_ name: String) -> String {
    let parts = name.split(separator: " ", maxSplits: 1)
    switch random.int(below: 6) {
    case 0: return name.uppercased()
    case 1: return "\(parts[1]), \(parts[0])"
    case 2: return "\(parts[0])  \(parts[1]) "
    default: return name
    }
  }

  private mutating func clientSheet() -> SheetTable {
    var rows: [[String]] = [
      ["Brukare, utskrift 26 februari"], [],
      [
        "Kundnr", "Namn", "Adress", "Nord", "Öst", "Telefon", "Portkod/nyckel", "Anmärkning",
        "Slinga",
        "Fast omsorgskontakt",
      ],
    ]
    for (number, client) in clients.enumerated() {
      rows.append([
        Self.client(number), client,
        "\(random.pick(["Storgatan", "Åsgatan", "Parkvägen"])) \(1 + random.int(below: 60))",
        "\(6_370_500 + random.int(below: 5000))", "\(323_500 + random.int(below: 5000))",
        "0300-\(10_000 + random.int(below: 90_000))", random.pick(["", "nyckel 7", "kod 1234"]),
        random.pick(["", "", "hund", "hör dåligt"]), random.pick(["Norr", "Söder"]),
        number % 9 == 5 ? "" : spelled(staff[random.int(below: 20)]),
      ])
    }
    if hasNewClient {
      rows.append([
        Self.client(Self.new), "Ny Kund", "Åsgatan 3", "6372500", "325500", "", "kod 77", "", "Norr", spelled(staff[2]),
      ])
    }
    return sheet("Brukare norr", rows)
  }

  private mutating func needSheet() -> SheetTable {
    var rows = [
      [
        "Kundnr", "Återkommande", "När på dagen", "Starttid", "Min före", "Min efter", "Längd",
        "Dubbel", "Delegering",
        "Insats",
      ]
    ]
    for number in clients.indices {
      let id = number == 38 ? " \(Self.client(number)) " : Self.client(number)
      func add(
        _ days: String, _ part: String, _ length: String, _ task: String, start: String = "",
        double: String = "",
        skill: String = ""
      ) {
        let margins = start.isEmpty ? ["", ""] : ["15", "30 min"]
        rows.append(
          [id, days, start.isEmpty ? part : "", start] + margins + [length, double, skill, task])
      }
      switch number % 5 {
      case 0, 1, 2:
        let start = number % 3 == 0 ? random.pick(["7.30", "0800", "kl 8"]) : ""
        add(
          "varje dag", "morgon", random.pick(["30", "0,5 tim", "45 min"]), "Dusch, frukost",
          start: start,
          skill: number % 8 == 0 ? "insulin" : "")
        add("alla dagar", "lunch", random.pick(["20", "25"]), "Lunch")
        add("Varje dag", "kväll", "20", "Kvällsmål", double: number % 10 == 1 ? "ja" : "")
      case 3:
        add(
          random.pick(["vardagar", "må on fr", "alla dagar utom söndag"]), "morgon", "0,75 tim",
          "Morgonhjälp")
        add("varje dag", "kväll", "20", "Tillsyn")
      default: add(random.pick(["mån tors", "tis, fre"]), "förmiddag", "60", "Dusch")
      }
      if number % 4 == 0 {
        add(random.pick(["1 gång/vecka", "udda veckor ons"]), "dag", "1:30", "Städ")
      }
      if number % 6 == 1 { add("2 ggr/vecka", "eftermiddag", "45", "Promenad") }
      if number % 13 == 2 { add("första måndagen i månaden", "förmiddag", "60", "Apotek") }
    }
    if hasNewClient {
      rows.append([Self.client(Self.new), "varje dag", "morgon", "", "", "", "40", "", "", "Dusch"])
      rows.append([Self.client(Self.new), "varje dag", "kväll", "", "", "", "20", "", "", "Tillsyn"])
    }
    return sheet("Insatser", rows)
  }

  private mutating func staffSheet() -> SheetTable {
    var rows = [["Anst.nr", "Namn", "Delegering", "Sysselsättningsgrad", "Mobil"]]
    for (number, name) in staff.enumerated() {
      rows.append([
        "A\(number + 101)", name, number % 2 == 0 ? "insulin" : "",
        number < 26 ? random.pick(["1", "0,75", "0,8"]) : "0,5",
        "070-\(1_000_000 + random.int(below: 9_000_000))",
      ])
    }
    return sheet("Personal", rows)
  }

  private mutating func scheduleSheet() -> SheetTable {
    let days = ["Mån", "Tis", "Ons", "Tors", "Fre", "Lör", "Sön"]
    var rows = [
      ["Grundschema"], ["Namn", "v10"] + Array(repeating: "", count: 6) + ["v11"],
      [""] + days + days,
    ]
    for (number, name) in staff.enumerated() {
      let evening = number % 5 == 1 || number % 5 == 3
      let cells = (0..<14).map { day -> String in
        let (week, weekday) = (day / 7, day % 7)
        let works =
          number >= 26
          ? (number + day) % 3 == 0
          : weekday >= 5 ? (number + week) % 2 == 0 : (number + day) % 6 != 0
        guard works else { return random.pick(["L", "", "-"]) }
        return evening ? random.pick(["K", "15-22"]) : random.pick(["D", "07-16", "07:00–13:00"])
      }
      rows.append([number % 8 == 0 ? name.lowercased() : name] + cells)
    }
    rows += [["Summa"], ["D = 07:00-16:00 rast 30"], ["K = 14:30-22:00 rast 30"], ["L = ledig"]]
    return sheet("Schema v10-11", rows)
  }

  private mutating func absenceSheet() -> SheetTable {
    sheet(
      "Frånvaro",
      [
        ["Namn", "Från", "Till", "Orsak"], [spelled(staff[4]), "05/03/2026", "07/03/2026", "sjuk"],
        [spelled(staff[9]), "13/03/2026", "15/03/2026", "semester"],
        [spelled(staff[22]), "10/03/2026", "", "tills vidare"],
        ["A131", "02/02/2026", "08/02/2026", "gammal"],
      ])
  }

  private func hospitalSheet() -> SheetTable {
    sheet(
      "Sjukhus",
      [
        ["Kundnr", "Fr.o.m.", "T.o.m.", "Avdelning"],
        [Self.client(Self.inHospital), "2026-02-27", lastDayInHospital ?? "", "Avd 4"],
        [Self.client(20), "2026-03-05", "2026-03-09", "Avd 7"],
      ])
  }

  private mutating func historySheet() -> SheetTable {
    var table = SheetTable("Historik feb")
    for title in ["Datum", "Kundnr", "Personal", "Start"] { table.append(title) }
    table.endRecord()
    for day in -14..<0 {
      for number in clients.indices {
        let date = monday.advanced(by: day)
        table.append(date)
        table.append(Int(Self.client(number)) ?? 0)
        let usual = staff[(number * 3 + random.int(below: 4)) % 20]
        table.append(number == 11 && day == -3 ? "Inhyrd Bemanning" : spelled(usual))
        table.append(date.midnight.advanced(by: 8 * 60))
        table.endRecord()
      }
    }
    return table
  }
}
