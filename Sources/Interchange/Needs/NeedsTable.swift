/// The tables that recurring needs are written in, a CSV file each.
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

  /// A column and the names that headers give it, as they are compared: lower case without spaces and marks.
  public struct Column: Hashable, Sendable {
    /// What this project calls it.
    public let name: String
    /// What it is called in use, beside that.
    let names: [String]
    /// Whether the table is nothing without it.
    public let isRequired: Bool
  }

  /// The columns, in the order of the documents.
  public var columns: [Column] {
    switch self {
    case .needs: [client, recurrence, Self.minutes] + Self.whenNeeded + Self.whatNeeded + Self.dates + Self.ofClient
    case .clients: [Column(name: "client", names: client.names + ["id"], isRequired: true)] + Self.ofClient
    case .staff:
      [
        staff, column("name", "namn"), skills,
        column("contract", "sysselsättningsgrad", "tjänstgöringsgrad", "procent"),
        column("hours", "timmar", "veckotimmar", "timmarpervecka", "weeklyhours"), latitude, longitude,
      ]
    case .shifts:
      [
        staff, recurrence, column("start", "starttid", "från", "from", "börjar", required: true),
        column("end", "slut", "sluttid", "till", "to", "slutar", required: true), column("kind", "typ", "passtyp"),
        column("breakMinutes", "rast", "rastmin", "rastminuter", "break"), column("breakFrom", "rastfrån"),
        column("breakTo", "rasttill"),
      ] + Self.dates
    case .absences: [staff] + period
    case .away: [client] + period
    case .history: [client, staff, column("date", "datum", "dag", "besöksdatum", required: true)]
    }
  }

  /// Whether needs may come without it.
  var isOptional: Bool { self == .clients || self == .absences || self == .away || self == .history }

  /// The file in a folder of needs.
  public var fileName: String { "\(rawValue).csv" }

  private var client: Column { Column(name: "client", names: LogColumn.client.names, isRequired: true) }
  private var staff: Column { Column(name: "staff", names: LogColumn.staff.names + ["id"], isRequired: true) }
  private var recurrence: Column {
    column(
      "recurrence", "återkommande", "återkommer", "dagar", "veckodagar", "days", "repeat", "frekvens", "schema",
      required: true)
  }
  private static var minutes: Column { column("minutes", "längd", "min", "minuter", "length", required: true) }
  private var skills: Column { Self.skills }
  private static let skills = column("skills", "kompetens", "kompetenser", "delegering", "delegeringar", "skill")
  private var latitude: Column { Self.latitude }
  private var longitude: Column { Self.longitude }
  private static let latitude = column("lat", "latitude", "latitud")
  private static let longitude = column("lon", "lng", "long", "longitude", "longitud")

  private static let whenNeeded = [
    column("slot", "närpådagen", "tidpådagen", "del", "dagdel", "partofday"),
    column("start", "starttid", "starttime", "tidpunkt"), column("before", "minföre", "minutesbefore"),
    column("after", "minefter", "minutesafter"), column("earliest", "tidigast"), column("latest", "senast"),
  ]
  private static let whatNeeded = [
    column("double", "dubbel", "dubbelbemanning"), skills,
    column("kind", "besökstyp", "typ", "type", "kategori", "category"), column("counts", "räknas"),
    column("priority", "prioritet", "prio"), column("pinned", "bundenpersonal", "låstpersonal"),
    column("tie", "koppling", "kopplat", "link"), column("minGap", "minstmellanrum", "mellanrum"),
    column("maxGap", "störstmellanrum", "högstmellanrum"), column("sameStaff", "sammapersonal"),
  ]
  private static let dates = [
    column("first", "förstadatum", "startdatum", "gällerfrån", "fom", "validfrom"),
    column("last", "sistadatum", "slutdatum", "gällertill", "tom", "validto"),
  ]
  private static let ofClient = [
    column("name", "namn"), latitude, longitude, column("area", "område", "slinga", "distrikt"),
    column("targetStaff", "mål", "target"), column("contact", "fastomsorgskontakt", "omsorgskontakt", "kontakt"),
    column("preferred", "önskad", "önskadpersonal"), column("blocked", "spärrad", "spärradpersonal"),
  ]
  private var period: [Column] {
    [
      column("from", "från", "fom", "start", "startdatum", required: true),
      column("to", "till", "tom", "slut", "slutdatum", required: true),
    ]
  }

  private func column(_ name: String, _ names: String..., required: Bool = false) -> Column {
    Column(name: name, names: names, isRequired: required)
  }

  private static func column(_ name: String, _ names: String..., required: Bool = false) -> Column {
    Column(name: name, names: names, isRequired: required)
  }
}

extension NeedsTable.Column {
  /// Whether a folded header names it.
  func isNamed(_ folded: String) -> Bool { LogColumn.folded(name) == folded || names.contains(folded) }
}
