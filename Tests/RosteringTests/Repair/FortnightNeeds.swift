import Foundation

/// The needs of a small unit as a planning system exports them, in a temporary folder that goes with its owner.
///
/// Twelve clients with mornings and evenings, two with two staff at noon, some with a shower twice a week, one with
/// cleaning every second week that does not count; day and evening staff with contracts, and two substitutes.
final class FortnightNeeds {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "samma-fortnight-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try write(Self.visits, to: "needs.csv")
    try write(Self.staff, to: "staff.csv")
    try write(Self.shifts, to: "shifts.csv")
    try write("Personal;Från;Till\nP2;2026-03-11;2026-03-11\n", to: "absences.csv")
    try write("Kund;Från;Till\nK7;2026-03-05;2026-03-06\n", to: "away.csv")
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
  }

  /// Writes another file beside the needs and returns its path.
  func log(_ text: String) throws -> String {
    try FileManager.default.createDirectory(atPath: "\(path)/logs", withIntermediateDirectories: true)
    try write(text, to: "logs/log.csv")
    return "\(path)/logs/log.csv"
  }

  private static var visits: String {
    var rows = ["Kund;Återkommande;När på dagen;Start;Min före;Min efter;Längd;Dubbel;Kompetens;Typ;Räknas;Fom;Lat;Lon"]
    for number in 1...12 {
      let place = "57,\(480 + number * 3);12,0\(70 + number % 5 * 2)"
      let insulin = number % 4 == 0 ? "insulin" : ""
      rows.append("K\(number);varje dag;morgon;;;;30;;\(insulin);;;;\(place)")
      rows.append("K\(number);varje dag;kväll;;;;20;;\(insulin);;;;\(place)")
      if number % 3 == 0 { rows.append("K\(number);varje vecka, tis fre;;10:00;30;90;45;;;;;;\(place)") }
      if number == 5 || number == 8 { rows.append("K\(number);varje dag;;12:00;20;40;30;ja;;;;;\(place)") }
      if number == 2 { rows.append("K2;varannan vecka, ons;dag;;;;60;;;städning;nej;2026-03-04;\(place)") }
    }
    return rows.joined(separator: "\n") + "\n"
  }

  private static var staff: String {
    var rows = ["Personal;Namn;Kompetens;Procent;Lat;Lon"]
    for number in 1...11 {
      let skill = [1, 4, 5, 6, 8, 10, 11].contains(number) ? "insulin" : ""
      rows.append("P\(number);Namn \(number);\(skill);\(number < 10 ? "100" : "");57,49;12,075")
    }
    return rows.joined(separator: "\n") + "\n"
  }

  private static var shifts: String {
    var rows = ["Personal;Dagar;Start;Slut;Rast;Typ"]
    for member in 1...3 { rows.append("P\(member);mån-fre;07:00;15:00;30;") }
    for member in 4...5 { rows.append("P\(member);lör sön mån;07:00;15:00;30;") }
    for member in 6...7 { rows.append("P\(member);mån-fre;15:00;22:00;;") }
    for member in 8...9 { rows.append("P\(member);lör sön ons;15:00;22:00;;") }
    rows.append("P10;varje dag;07:00;15:00;30;vikarie")
    rows.append("P11;varje dag;15:00;22:00;;vikarie")
    return rows.joined(separator: "\n") + "\n"
  }
}
