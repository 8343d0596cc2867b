/// The tables that recurring needs are written in.
public enum NeedsTable: String, CaseIterable, Hashable, Sendable {
  /// Recurring visits.
  case needs
  /// Clients, where they have a table of their own.
  case clients
  /// Staff and their contracts.
  case staff
  /// Recurring shifts.
  case shifts
  /// Absences of staff.
  case absences
  /// Times at which clients are away.
  case away
  /// Meetings of the past.
  case history
  /// Days that are planned as other days of the week.
  case holidays
  /// What a person has allowed.
  case exceptions
  /// Shifts that somebody else works, told of after a roster was made.
  case takeovers

  /// Those that an instance is expanded from.
  static let ofNeeds = allCases.filter { $0 != .takeovers }

  /// Those that tell of what has happened since a roster was made.
  static let ofChanges: [NeedsTable] = [.absences, .away, .takeovers]

  /// The columns, in the order of the documents.
  public var columns: [ExportColumn] {
    switch self {
    case .needs: Self.ofNeed + Self.weekdays + Self.dates + Self.ofClient
    case .clients: [Self.column("client", LogColumn.client.names + ["id"], required: true)] + Self.ofClient
    case .staff: Self.ofStaff
    case .shifts: Self.ofShift + Self.dates
    case .absences: [Self.column("staff", Self.staffNames + Self.personNames, required: true)] + Self.period
    case .away: Self.ofAway + Self.periodAway
    case .history:
      // A log of visits has the times too, which tell it from tables of absences.
      [
        Self.clientColumn, Self.staffColumn, Self.column("date", ["datum", "dag", "besöksdatum"], required: true),
        Self.column("start", LogColumn.start.names), Self.column("end", LogColumn.end.names),
      ]
    case .holidays: Self.ofHoliday
    case .exceptions: Self.ofException
    case .takeovers: Self.ofTakeover
    }
  }

  /// Whether needs may come without it.
  var isOptional: Bool { self != .needs && self != .staff && self != .shifts }

  /// What a file with the table is called where nothing is to be found out.
  public var fileName: String { "\(rawValue).csv" }

  private static func column(_ name: String, _ names: [String], required: Bool = false) -> ExportColumn {
    ExportColumn(name: name, names: [ExportColumn.folded(name)] + names, isRequired: required)
  }

  private static let staffNames = LogColumn.staff.names + ["id"]
  /// What the column is called where people are known by their names alone.
  private static let personNames = ["namn", "name"]
  private static let clientColumn = column("client", LogColumn.client.names, required: true)
  private static let staffColumn = column("staff", staffNames, required: true)
  private static let skills = column(
    "skills", ["kompetens", "kompetenser", "delegering", "delegeringar", "skill"])
  private static let latitude = column("lat", CoordinateNames.north)
  private static let longitude = column("lon", CoordinateNames.east)
  private static let phone = column(
    "phone",
    [
      "telefon", "telefonnummer", "telefonnr", "tel", "telnr", "tfn", "tfnnr", "mobil", "mobilnr", "mobilnummer",
      "mobiltelefon",
      "mobile", "telefonbostad", "tfnbostad", "telbostad", "hemtelefon", "telefonmobil",
    ])
  private static let recurrence = column(
    "recurrence",
    [
      "återkommande", "återkommer", "dagar", "veckodagar", "days", "repeat", "frekvens", "schema", "omfattning",
      "periodicitet", "hurofta", "intervall",
    ], required: true)

  /// A column for each day of the week from Monday, with a cross on the days of the visit.
  static let weekdays = zip(Weekdays.swedish, Weekdays.english).map { swedish, english in
    column(english, [swedish] + (2...4).map { String(swedish.prefix($0)) } + (3...5).map { String(english.prefix($0)) })
  }

  /// The required columns that a header lacks; days with crosses stand for a recurrence.
  func missing(_ places: [String: Int]) -> [String] {
    let hasDays = self == .needs && Self.weekdays.count { places[$0.name] != nil } >= Self.fewestWeekdays
    return columns.filter { $0.isRequired && places[$0.name] == nil && !(hasDays && $0.name == "recurrence") }.map(
      \.name)
  }

  /// Fewer columns of days are none of a week.
  private static let fewestWeekdays = 5

  private static let ofNeed = [
    clientColumn, recurrence,
    column(
      "minutes",
      [
        "längd", "min", "minuter", "längdmin", "minuterperbesök", "tidsåtgång", "tidåtgång", "insatstid", "beviljadtid",
        "tidpertillfälle", "tidperbesök", "minuterpertillfälle", "minpertillfälle", "minperbesök", "tidmin", "antalmin",
        "antalminuter",
        "length", "duration",
      ], required: true),
    column(
      "slot", ["närpådagen", "tidpådagen", "del", "dagdel", "tidpådygnet", "tidsfönster", "klockslag", "partofday"]),
    column("start", ["starttid", "starttime", "tidpunkt"]), column("before", ["minföre", "minutesbefore"]),
    column("after", ["minefter", "minutesafter"]), column("earliest", ["tidigast"]), column("latest", ["senast"]),
    column("double", ["dubbel", "dubbelbemanning", "dubbelbem", "dubbelbesök"]), skills,
    column("kind", ["besökstyp", "typ", "type", "kategori", "category"]), column("counts", ["räknas"]),
    column("priority", ["prioritet", "prio"]), column("pinned", ["bundenpersonal", "låstpersonal"]),
    column("tie", ["koppling", "kopplat", "link"]), column("minGap", ["minstmellanrum", "mellanrum"]),
    column("maxGap", ["störstmellanrum", "högstmellanrum"]), column("sameStaff", ["sammapersonal"]),
    column("daysApart", ["dagarisär", "minstdagarisär"]), column("tolerance", ["tolerans"]),
    column("alongside", ["samtidigt"]),
    column(
      "tasks",
      ["insats", "insatser", "beslutadinsats", "beviljadinsats", "uppgift", "uppgifter", "moment", "aktivitet"]),
  ]
  private static let dates = [
    column(
      "first", ["förstadatum", "startdatum", "gällerfrån", "giltigfrån", "giltigfrom", "startar", "fom", "validfrom"]),
    column(
      "last",
      ["sistadatum", "slutdatum", "gällertill", "giltigtill", "giltigtom", "upphör", "avslutas", "tom", "validto"]),
  ]
  private static let ofClient = [
    name, givenName, familyName, column("lat", CoordinateNames.north + CoordinateNames.ofClients.north),
    column("lon", CoordinateNames.east + CoordinateNames.ofClients.east),
    column("area", ["område", "slinga", "distrikt", "grupp", "hemtjänstgrupp", "zon"]),
    column("targetStaff", ["mål", "target"]),
    column(
      "contact", ["fastomsorgskontakt", "omsorgskontakt", "kontakt", "kontaktman", "kontaktperson", "fastkontakt"]),
    column("preferred", ["önskad", "önskadpersonal", "önskarpersonal", "önskar", "föredrar", "föredrarpersonal"]),
    column("blocked", ["spärrad", "spärradpersonal", "ejpersonal", "intepersonal", "undvik", "undvikpersonal"]),
    column("address", ["adress", "gatuadress", "gata", "bostadsadress", "hemadress", "besöksadress"]),
    column("town", ["ort", "postort", "stad"]), phone,
    column(
      "access",
      [
        "nyckel", "portkod", "tillträde", "portkodnyckel", "nyckelportkod", "nyckelnr", "nyckelnummer", "dörrkod",
        "key",
      ]),
    column(
      "remark",
      ["anmärkning", "anmärkningar", "anm", "notering", "noteringar", "att tänka på", "övrigt", "övrig information"]
        .map(
          ExportColumn.folded)),
  ]
  private static let name = column(
    "name",
    ["namn", "förnamnefternamn", "föroch efternamn", "förnamnochefternamn", "fullständigtnamn", "fullname"]
      .map(ExportColumn.folded))
  /// Names in two columns, as payrolls have them.
  private static let givenName = column("givenName", ["förnamn", "tilltalsnamn", "firstname"])
  private static let familyName = column("familyName", ["efternamn", "lastname", "surname"])
  private static let ofStaff = [
    staffColumn, name, givenName, familyName, skills,
    column(
      "contract",
      [
        "sysselsättningsgrad", "tjänstgöringsgrad", "anställningsgrad", "sysselsättning", "sysgrad", "syssgrad",
        "sysselgrad", "tjgr", "tjgrad",
        "procent",
      ]),
    column("hours", ["timmar", "veckotimmar", "timmarpervecka", "weeklyhours"]), latitude, longitude, phone,
  ]
  private static let ofShift = [
    staffColumn, recurrence, column("start", ["starttid", "från", "from", "börjar"], required: true),
    column("end", ["slut", "sluttid", "till", "to", "slutar"], required: true), column("kind", ["typ", "passtyp"]),
    column("breakMinutes", ["rast", "rastmin", "rastminuter", "break"]), column("breakFrom", ["rastfrån"]),
    column("breakTo", ["rasttill"]),
  ]
  private static let period = [
    column(
      "from",
      [
        "från", "fom", "start", "startdatum", "frånochmed", "fromdatum", "fråndatum", "fomdatum", "frånochmeddatum",
        "förstadag", "bortafrån", "inlagd", "inskriven", "startdate", "fromdate", "begin", "firstday",
      ], required: true),
    column(
      "to",
      [
        "till", "tom", "slut", "slutdatum", "tillochmed", "tilldatum", "tomdatum", "tillochmeddatum", "sistadag",
        "bortatill", "åter", "hemkomst", "utskriven", "end", "enddate", "todate", "until", "lastday",
      ]),
  ]
  /// A stay away has further words, which of staff are when they come to work and go home.
  private static let periodAway = zip(
    period,
    [
      ["ut", "utdatum", "frånvarandefrom", "frånvarofrom"],
      ["in", "indatum", "hem", "hemdatum", "frånvarandetom", "frånvarotom"],
    ]
  ).map { ExportColumn(name: $0.name, names: $0.names + $1, isRequired: $0.isRequired) }
  /// Of several columns that could be the client an id goes before a name, as in logs.
  private static let ofAway = [
    ExportColumn(
      name: "client", names: ["client"] + LogColumn.client.names, second: "clientName", isRequired: true),
    column("clientName", LogColumn.clientName.names + ["namn", "name"]),
  ]
  private static let ofHoliday = [
    column("date", ["datum"], required: true), column("holiday", ["helgdag", "name", "namn"], required: true),
    column("as", ["som", "planerassom"]),
  ]
  private static let ofTakeover = [
    column("date", ["datum", "dag"], required: true),
    column("staff", staffNames + personNames + ["ordinarie", "iställetför"], required: true),
    column(
      "by",
      [
        "ersättare", "ersättsav", "ersättasav", "övertasav", "tasöverav", "tasav", "vikarie", "substitute",
        "takenoverby",
      ], required: true),
  ]
  private static let ofException = [
    column("rule", ["regel"], required: true), column("reason", ["skäl", "orsak", "motivering"], required: true),
    column("visit", ["besök", "besökid", "serie", "series"]), column("second", ["andrabesöket", "andraserien"]),
    column("staff", LogColumn.staff.names), column("shift", ["pass", "arbetspass", "passid"]),
    column("before", ["minföre", "före"]), column("after", ["minefter", "efter"]),
    column("minutes", ["minuter", "min"]), column("by", ["beslutadav", "beslutsfattare"]),
    column("at", ["beslutad", "beslutsdatum"]),
  ]
}
