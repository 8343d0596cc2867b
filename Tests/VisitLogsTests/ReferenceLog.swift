import HomeCare
import VisitLogs

/// The log that reference_log.py makes too: the same draws in the same order.
struct ReferenceLog {
  static let first = LocalDate("2025-01-06")!
  static let clients = 300
  static let periods = 13

  /// The log as an export.
  private(set) var text =
    "Kundnr;Personalnr;Personalnr 2;Start;Slut;Besökstyp;Yrkeskategori;Status;Födelseår;Fast omsorgskontakt\n"
  private(set) var rows = 0
  private(set) var away: [Absence] = []

  private var state: UInt64 = 2025

  private mutating func draw(_ below: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(below))
  }

  init() {
    for number in 0..<Self.clients { addClient(number) }
  }

  static func client(_ number: Int) -> String { "K" + padded(number, 3) }

  private static func padded(_ number: Int, _ digits: Int) -> String {
    String(repeating: "0", count: max(0, digits - "\(number)".count)) + "\(number)"
  }

  private static func staff(_ number: Int) -> String { "S" + padded(number, 2) }

  private mutating func addClient(_ number: Int) {
    let client = Self.client(number)
    let born = draw(10) > 0 ? "\(1925 + draw(50))" : ""
    let contact = Self.staff((number * 3 + draw(9)) % 90)
    if draw(6) == 0 {
      let day = draw(182)
      let last = day + draw(20)
      away.append(
        Absence(client: client, dates: Self.first.advanced(by: day)...Self.first.advanced(by: last))
      )
    }
    for period in 0..<Self.periods where draw(5) == 0 {
      // A client may cancel all of a fortnight, or have nothing but food brought.
      let fate = draw(12)
      for day in 0..<14 {
        let visits = draw(200) == 0 ? 1 : 3 + draw(2)
        for visit in 0..<visits {
          addVisit(number, client, "\(born);\(contact)", fate, period * 14 + day, visit)
        }
      }
    }
  }

  private mutating func addVisit(
    _ number: Int, _ client: String, _ person: String, _ fate: Int, _ day: Int, _ visit: Int
  ) {
    let start = 400 + visit * 300 + draw(60)
    let minutes = 10 + draw(40)
    var staff = [Self.staff((number * 3 + draw(9)) % 90)]
    let kind = draw(60)
    var category = kind < 4 ? ["Måltid", "Matlåda", "Trygghetslarm", "HSL"][kind] : "Omvårdnad"
    let group = draw(40)
    let role = group < 3 ? ["SSK", "Vikarie", ""][group] : "Undersköterska"
    var status = draw(60) == 0 ? "Avbokad" : "Utförd"
    if fate == 0 { status = "Avbokad" }
    if fate == 1 { category = "Matlåda" }
    if draw(15) == 0 { staff.append(Self.staff(draw(90))) }
    let rest = "\(category);\(role);\(status);\(person)"
    func moment(_ minute: Int) -> String {
      "\(Self.first.advanced(by: day).midnight.advanced(by: minute))"
    }
    func row(_ staff: [String], _ start: Int, _ minutes: Int) -> String {
      // Two in two columns, or in one cell.
      let cells =
        staff.count == 2 && day % 2 == 0
        ? "\(staff[0]), \(staff[1]);" : staff.joined(separator: ";")
      return
        "\(client);\(cells)\(staff.count == 1 ? ";" : "");\(moment(start));\(moment(start + minutes));\(rest)\n"
    }
    var added = [row(staff, start, minutes)]
    switch draw(16) {
    case 0:
      let other = Self.staff(draw(90))
      added.append(row([other], start + 2 + draw(12), minutes))
    case 1: added.append(row([staff[0]], start + 1 + draw(8), minutes))
    case 2: added.append(row([staff[0]], start + minutes + draw(3), 10))
    case 3: added.append(row(staff, start, minutes))
    default: break
    }
    rows += added.count
    text += added.joined()
  }
}
