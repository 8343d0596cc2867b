import Files
import HomeCare
import Testing

@testable import VisitLogs

/// Every row of every table is used, told of or refused, whatever kind of file it stands in.
@Suite struct NeedsAccountTests {
  /// What is to become of a row.
  private enum Fate {
    case used, outside, stranger, refused, sum, asNeeded
  }

  /// A table with rows of known fates.
  private struct Table {
    let kind: NeedsTable
    let header: String
    var rows: [(cells: String, fate: Fate)]

    func count(_ fate: Fate) -> Int { rows.count { $0.fate == fate } }
  }

  /// The kinds of files, by how a table is written.
  private enum Kind: CaseIterable {
    case commas, semicolons, tabs, windows, utf16, workbook, json
  }

  private static let start = LocalDate("2026-03-02")!

  /// Tables of one sound row or more each, with others of every fate among them.
  private static func tables(_ random: inout SeededGenerator, refusing: Bool) -> [Table] {
    func fate(_ others: [Fate]) -> Fate {
      let all = [.used, .used] + others.filter { refusing || $0 != .refused }
      return all[random.int(below: all.count)]
    }
    func rows(_ first: String, _ others: [Fate], _ make: (Int, Fate) -> String) -> [(cells: String, fate: Fate)] {
      [(first, .used)]
        + (2..<(3 + random.int(below: 6))).map { number in
          let fate = fate(others + [.sum])
          let sum =
            "\(number % 2 == 0 ? "Summa" : "Antal: \(number)")"
            + String(repeating: ",", count: first.count { $0 == "," })
          return (fate == .sum ? sum : make(number, fate), fate)
        }
    }
    let day = start
    return [
      Table(
        kind: .clients, header: "client,lat,lon,phone",
        rows: rows("C1,57.49,12.08,1", [.refused]) { "C\($0),\($1 == .refused ? "x" : "57.5"),12.1," }),
      Table(
        kind: .staff, header: "staff,name,contract",
        rows: rows("S1,Karin Ek,75", [.refused]) { "S\($0),Staff \($0),\($1 == .refused ? "many" : "100")" }),
      Table(
        kind: .needs, header: "client,recurrence,slot,minutes,last",
        rows: rows("C1,varje dag,morgon,30,", [.refused, .outside, .asNeeded]) { number, fate in
          switch fate {
          case .asNeeded: "C1,\(number % 2 == 0 ? "vid behov" : "v.b."),lunch,\(number % 3 == 0 ? "" : "30"),"
          case .refused: number % 2 == 0 ? "C1,varje måndagg,lunch,30," : "C1,varje dag,lunch,3x,"
          case .outside: number % 2 == 0 ? "C1,2026-05-04,lunch,30," : "C1,varje dag,lunch,30,2026-02-01"
          default: "C1,\(number % 2 == 0 ? "varje dag" : "2 ggr/vecka"),lunch,\(20 + number),"
          }
        }),
      Table(
        kind: .shifts, header: "staff,recurrence,start,end,last",
        rows: rows("S1,varje dag,07:00,16:00,", [.refused, .outside]) { number, fate in
          switch fate {
          case .refused: "S1,varje dag,18:00,99:00,"
          case .outside: "S1,varje dag,18:00,19:00,2026-02-01"
          default: "S1,\(day.advanced(by: number)),18:00,19:00,"
          }
        }),
      Table(
        kind: .absences, header: "staff,from,to",
        rows: rows("S1,2026-03-04,2026-03-04", [.refused, .outside, .stranger]) { number, fate in
          switch fate {
          case .refused: number % 2 == 0 ? "Karin Eek,2026-03-03,2026-03-04" : "S1,2026-03-04,2026-03-03"
          case .stranger: "Ulla Bengtsson,2026-03-03,2026-03-04"
          case .outside: "S1,2026-02-0\(number),2026-02-10"
          default: "karin EK,\(day.advanced(by: number + 2)),\(day.advanced(by: number + 2))"
          }
        }),
      Table(
        kind: .away, header: "client,from,to",
        rows: rows("C1,2026-03-05,2026-03-06", [.refused, .outside, .stranger]) { number, fate in
          switch fate {
          case .refused: "C1,2026-03-04,2026-03-03"
          case .stranger: "Ulla Bengtsson,2026-03-03,2026-03-04"
          case .outside: "C1,2026-04-0\(number),2026-04-20"
          default: "C1,\(day.advanced(by: number + 3)),\(number % 2 == 0 ? "2026-03-12" : "")"
          }
        }),
      Table(
        kind: .history, header: "client,staff,date",
        rows: rows("C1,S1,2026-02-20", [.refused, .outside, .stranger]) { number, fate in
          switch fate {
          case .refused: "C1,S1,2026-02-31"
          case .outside: "C1,S1,\(day.advanced(by: number))"
          case .stranger: number % 2 == 0 ? "C1,Anders Al,2026-02-21" : "C98,S1,2026-02-21"
          default: "C1,\(number % 2 == 0 ? "Ek, Karin" : "s 1"),\(day.advanced(by: -number))"
          }
        }),
      Table(
        kind: .holidays, header: "date,holiday,as",
        rows: rows("2026-03-11,holiday,", [.refused, .outside]) { number, fate in
          switch fate {
          case .refused: "2026-03-0\(number + 1),x,someday"
          case .outside: "2026-05-0\(number),x,"
          default: "\(day.advanced(by: number)),x,lördag"
          }
        }),
      Table(
        kind: .exceptions, header: "rule,reason,visit,shift,before",
        rows: rows("H2,late bus,C1-0700,,10", [.refused, .outside]) { number, fate in
          switch fate {
          case .refused: "H99,x,C1-0700,,10"
          case .outside: number % 2 == 0 ? "H3,x,,S1-20200101-0700,10" : "H2,x,C7-0700,,10"
          default: "H3,reason \(number),,S1-2026030\(number)-0700,\(number)"
          }
        }),
    ]
  }

  private static func folder(_ tables: [Table], _ kind: Kind) throws -> NeedsFolder {
    let texts = tables.map { table in
      (name: table.kind.rawValue, text: ([table.header] + table.rows.map(\.cells)).joined(separator: "\n"))
    }
    func files(_ delimiter: String, _ header: (String) -> String = { $0 }) -> [String: String] {
      Dictionary(
        uniqueKeysWithValues: texts.map { name, text in
          let lines = text.split(separator: "\n", maxSplits: 1)
          return ("\(name).csv", unpacked("\(header(String(lines[0])))\n\(lines[1])", delimiter))
        })
    }
    func swedish(_ header: String) -> String {
      header.split(separator: ",").map { Self.swedish[String($0)] ?? String($0) }.joined(separator: ",")
    }
    switch kind {
    case .commas: return try NeedsFolder(files(","))
    case .semicolons: return try NeedsFolder(files(";"))
    case .tabs: return try NeedsFolder(files("\t"))
    case .windows: return try NeedsFolder(files(";", swedish), encoding: .windowsCP1252)
    case .utf16: return try NeedsFolder(files("\t", swedish), encoding: .utf16)
    case .workbook: return try .workbook(texts.map { (name: $0.name, text: unpacked($0.text, ",")) })
    case .json:
      let lists = tables.map { table -> String in
        let names = table.header.split(separator: ",")
        let rows = table.rows.map { row -> String in
          let cells = Self.cells(row.cells)
          let members = zip(names, cells).filter { !$1.isEmpty }.map { "\"\($0)\": \"\($1)\"" }
          return "{" + members.joined(separator: ", ") + "}"
        }
        return "\"\(table.kind.rawValue)\": [\(rows.joined(separator: ",\n"))]"
      }
      return try NeedsFolder(["week.json": "{" + lists.joined(separator: ",\n") + "}"])
    }
  }

  private static let swedish = [
    "client": "Kundnr", "recurrence": "Återkommande", "slot": "När på dagen", "minutes": "Längd", "last": "Gäller till",
    "staff": "Personal", "name": "Namn", "contract": "Sysselsättningsgrad", "end": "Slut", "from": "Fr.o.m.",
    "to": "T.o.m.", "date": "Datum", "holiday": "Helgdag", "as": "Som", "rule": "Regel", "reason": "Skäl",
    "visit": "Besök", "shift": "Pass", "before": "Min före", "lat": "Nord", "lon": "Öst", "phone": "Telefon",
  ]

  /// The cells of a row; a name with a comma in it is one cell.
  private static func cells(_ row: String) -> [String] {
    row.replacing("Ek, Karin", with: "Ek# Karin").split(separator: ",", omittingEmptySubsequences: false)
      .map { String($0).replacing("#", with: ",") }
  }

  private static func unpacked(_ text: String, _ delimiter: String) -> String {
    text.split(separator: "\n").map { row in
      cells(String(row)).map { $0.contains(delimiter) ? "\"\($0)\"" : $0 }.joined(separator: delimiter)
    }.joined(separator: "\n")
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func everyRowOfAGridAndEveryAddressIsUsedToldOrRefused(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for refusing in [false, true] {
      let fates: [Fate] = [.used, .used, .outside] + (refusing ? [.refused] : [])
      let rows = [Fate.used] + (0..<(1 + random.int(below: 8))).map { _ in random.pick(fates) }
      let grid = rows.enumerated().map { number, fate in
        let cell = fate == .refused ? "Q" : fate == .used ? "D" : ""
        return "S\(number),\(cell),L,,,,,"
      }
      let homes = rows.enumerated().map { number, fate in
        "C\(number),\(fate == .refused ? "Nowhere 99" : "Storgatan \(number + 1)")"
      }
      let folder = try NeedsFolder([
        "clients.csv": "client,address\n" + homes.joined(separator: "\n"),
        "staff.csv": "staff\n" + rows.indices.map { "S\($0)" }.joined(separator: "\n"),
        "needs.csv": "client,recurrence,slot,minutes\n"
          + rows.indices.map { "C\($0),varje dag,morgon,30" }.joined(separator: "\n"),
        "schema.csv": "Personal,Mån,Tis,Ons,Tor,Fre,Lör,Sön\n" + grid.joined(separator: "\n") + "\nD = 07-16\n",
      ])
      let places = try NeedsFolder([
        "places.csv": "adress,lat,lon\n"
          + (1...20).map { "Storgatan \($0),57.\(400 + $0),12.1" }.joined(separator: "\n")
      ])
      let reading = try NeedsReader.read(
        folder: folder.path, nil, travel: .coordinates(speedKmh: 15, detour: 1, fixedMinutes: 0), start: Self.start,
        addresses: try Gazetteer.read("\(places.path)/places.csv", nil))
      func count(_ fate: Fate) -> Int { rows.count { $0 == fate } }
      let shifts = reading.reader.tally(.shifts)
      #expect(shifts.rows == rows.count && shifts.refused == count(.refused) && shifts.idle.count == count(.outside))
      #expect(shifts.taken == count(.used))
      let clients = reading.reader.tally(.clients)
      #expect(clients.rows == rows.count && clients.refused == count(.refused))
      #expect(reading.placedByAddress == rows.count - count(.refused))
      let told = reading.reader.problems.count { $0.found.contains("Nowhere") }
      #expect(told == count(.refused))
    }
  }

  @Test func aSkillHasOneSpellingAndWhatNobodyHasIsTold() throws {
    let folder = try NeedsFolder.sound([
      "staff.csv": "staff,skills\nS1,\"insulin;Insulin ; katet\"\nS2,INSULIN\nS3,insulin\n",
      "needs.csv": "client,recurrence,slot,minutes,skills,lat,lon\nC1,varje dag,morgon,30,Insulin,57.4,12.1\n"
        + "C1,varje dag,kväll,30,sond,,\n",
      "shifts.csv": "staff,recurrence,start,end\nS2,varje dag,07:00,16:00\n",
    ])
    let reading = try folder.reading()
    #expect(reading.needs.staff.map(\.skills) == [["insulin", "katet"], ["insulin"], ["insulin"]])
    #expect(reading.needs.visits.map(\.skills) == [["insulin"], ["sond"]])
    #expect(reading.merged == [["insulin", "INSULIN", "Insulin"]])
    #expect(reading.remarks == ["nobody of the staff has \"sond\", which needs ask for: row 3 (C1)"])
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func everyRowIsUsedToldOrRefused(seed: UInt64) throws {
    for kind in Kind.allCases {
      var random = SeededGenerator(seed: seed)
      for refusing in [false, true] {
        let tables = Self.tables(&random, refusing: refusing)
        let folder = try Self.folder(tables, kind)
        let reading = try folder.reading(kind == .workbook ? "week.xlsx" : kind == .json ? "week.json" : nil)
        for table in tables {
          let tally = reading.reader.tally(table.kind)
          let comment: Comment = "\(kind) \(table.kind) \(tally) \(table.rows)"
          #expect(tally.rows == table.rows.count, comment)
          #expect(tally.refused == table.count(.refused), comment)
          let strangers = tally.strangers.reduce(0) { $0 + $1.rows }
          #expect(strangers == table.count(.stranger), comment)
          let told = strangers + tally.idle.count + tally.sums.count + tally.asNeeded.count
          #expect(tally.taken + told + tally.refused == tally.rows, comment)
        }
        let horizon = Horizon(start: Self.start, days: 14)
        guard !tables.contains(where: { $0.count(.refused) > 0 }) else {
          let error = #expect(throws: InputError.self) { try reading.expanded(over: horizon, name: "x") }
          // Each refused row is named, whatever more than a few have in common.
          let rows = Set(reading.reader.problems.compactMap { $0.cell.map { "\($0.table) \($0.row)" } })
          #expect(rows.count >= tables.reduce(0) { $0 + $1.count(.refused) } && error?.problems.isEmpty == false)
          continue
        }
        let expanded = try reading.expanded(over: horizon, name: "x")
        for table in tables {
          let tally = expanded.tallies.first { $0.table == table.kind }
          #expect((tally?.outside ?? 0) == table.count(.outside), "\(kind) \(table.kind) \(table.rows)")
          #expect((tally?.used ?? table.rows.count) == table.count(.used), "\(kind) \(table.kind) \(table.rows)")
        }
      }
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func everyRowOfAScheduleIsUsedToldOrRefused(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let marks = ["D", "07-16", "L", "", "S", "", "-"]
    let weeks = 1 + random.int(below: 6)
    var fates: [String: Int] = [:]
    var rows: [String] = []
    for number in 1...(3 + random.int(below: 8)) {
      let isIdle = random.int(below: 4) == 0
      var cells = (0..<7 * weeks).map { _ in isIdle ? "L" : marks[random.int(below: marks.count)] }
      if random.int(below: 6) == 0 { cells[random.int(below: cells.count)] = "Q\(number)" }
      let isRefused = cells.contains("Q\(number)")
      fates[isRefused ? "refused" : cells.contains { $0 == "D" || $0 == "07-16" } ? "used" : "idle", default: 0] += 1
      rows.append("S\(number),\(cells.joined(separator: ","))")
    }
    let days = (0..<7 * weeks).map { ["må", "ti", "on", "to", "fr", "lö", "sö"][$0 % 7] }.joined(separator: ",")
    let staff = (1...rows.count).map { "S\($0),Person \($0)" }.joined(separator: "\n")
    let folder = try NeedsFolder([
      "needs.csv": "client,recurrence,slot,minutes,lat,lon\nC1,varje dag,morgon,30,57.49,12.08\n",
      "staff.csv": "staff,name\n\(staff)\n",
      "schema.csv": "Personal,\(days)\n\(rows.joined(separator: "\n"))\nSumma,3,2\nD = 07:00-16:00 rast 30\n",
    ])
    let tally = try folder.reading().reader.tally(.shifts)
    #expect(tally.rows == rows.count && tally.refused == fates["refused", default: 0], "\(rows)")
    #expect(tally.taken == fates["used", default: 0] && tally.idle.count == fates["idle", default: 0], "\(rows)")
    guard tally.refused == 0 else { return }
    // Six weeks have every row of the cycle in them.
    let horizon = Horizon(start: Self.start, days: 42)
    let expanded = try folder.reading().expanded(over: horizon, name: "x")
    #expect(expanded.tallies.first { $0.table == .shifts }?.used ?? rows.count == fates["used", default: 0])
    #expect(Set(expanded.instance.shifts.map(\.staff)).count == fates["used", default: 0])
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func everyRowOfWhatHasHappenedIsUsedToldOrRefused(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let instance = try NeedsFolder.sound().instance()
    var rows: [NeedsTable: [(cells: String, fate: Fate)]] = [:]
    func add(_ table: NeedsTable, _ used: [String], _ refused: [String], _ outside: [String]) {
      for number in 0..<(1 + random.int(below: 6)) {
        switch random.int(below: 6) {
        case 0: rows[table, default: []].append((refused[random.int(below: refused.count)], .refused))
        case 1 where !outside.isEmpty:
          rows[table, default: []].append((outside[random.int(below: outside.count)], .outside))
        case 2: rows[table, default: []].append(("Totalt \(number),,", .sum))
        default: rows[table, default: []].append((used[random.int(below: used.count)], .used))
        }
      }
    }
    add(
      .absences, ["S1,2026-03-04,2026-03-05", "karin ek,2026-03-06,"], ["S9,2026-03-04,", "S1,2026-03-04,x"],
      ["S2,2026-05-01,2026-05-02"])
    add(
      .away, ["C1,2026-03-04,2026-03-05", "c 2,2026-03-06,"], ["C9,2026-03-04,", "C1,2026-03-04,2026-03-03"],
      ["C2,2026-05-01,2026-05-02"])
    add(
      .takeovers, ["2026-03-03,S2,Karin Ek", "2026-03-04,Anders Al,S1"],
      ["2026-03-07,S2,S1", "2026-03-03,S2,Nobody", ",S2,S1"], [])
    let headers: [NeedsTable: String] = [
      .absences: "Personal,Från,Till", .away: "Kundnr,Från,Till", .takeovers: "Datum,Personal,Ersättare",
    ]
    let folder = try NeedsFolder(
      Dictionary(
        uniqueKeysWithValues: rows.map { table, rows in
          ("\(table.rawValue).csv", ([headers[table] ?? ""] + rows.map(\.cells)).joined(separator: "\n"))
        }))
    let (reader, _) = try NeedsReader.changes(folder.path, of: instance, .genericSwedish)
    for (table, rows) in rows {
      let tally = reader.tally(table)
      func count(_ fate: Fate) -> Int { rows.count { $0.fate == fate } }
      #expect(tally.rows == rows.count && tally.refused == count(.refused), "\(table) \(rows) \(reader.problems)")
      #expect(tally.taken == count(.used) + count(.outside) && tally.sums.count == count(.sum), "\(table) \(rows)")
    }
    guard reader.problems.isEmpty else { return }
    let notes = try ChangesReader.read(path: folder.path, of: instance).notes
    for (table, rows) in rows where rows.contains(where: { $0.fate != .used }) {
      let used = rows.count { $0.fate == .used }
      #expect(
        notes.contains { $0.hasPrefix("\(table.rawValue): \(counted(rows.count, "row")), \(used) used") }, "\(notes)")
    }
  }
}
