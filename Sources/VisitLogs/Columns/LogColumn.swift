/// What a column of a log holds.
public enum LogColumn: String, CaseIterable, Hashable, Sendable {
  /// Who was visited.
  case client
  /// Who came; several such columns are several people at the visit.
  case staff
  /// When the visit started: a date-time, or a time of day where there is a column with the date.
  case start
  /// When it ended.
  case end
  /// The date of the visit.
  case date
  /// When the visit was planned to start: rows that were planned together are one visit.
  case plannedStart
  /// What the visit was for.
  case category
  /// Part of town or unit.
  case area
  /// Who runs the home care.
  case provider
  /// What kind of staff came.
  case staffCategory
  /// Whether the visit took place.
  case status
  /// The client's year of birth, or a date that begins with it.
  case birthYear
  /// The client's fixed contact.
  case contact
  /// What the client is called, beside an id.
  case clientName
  /// What the staff member is called, beside an id.
  case staffName

  /// The columns that every log has.
  public static let required: [LogColumn] = [.client, .staff, .start]

  /// The columns whose words have meanings.
  public static let classifying: [LogColumn] = [.category, .staffCategory, .status]

  /// What it is called in files, as headers are compared: lower case without spaces and marks.
  var names: [String] {
    func words(_ text: String?) -> [String] { text?.split(whereSeparator: \.isWhitespace).map(String.init) ?? [] }
    let known = words(Self.names[self])
    // `Besöksstart` and `Verklig sluttid` say of a time what it is the time of.
    let times = words(Self.times[self])
    return known + Self.kindsOfTime.flatMap { kind in times.map { kind + $0 } }.filter { !known.contains($0) }
  }

  private static let times: [LogColumn: String] = [
    .start: "start starttid starttidpunkt startad starttime begin", .end: "slut sluttid sluttidpunkt end endtime stopp",
  ]
  private static let kindsOfTime = [
    "besök", "besöks", "insats", "verklig", "verkligt", "faktisk", "faktiskt", "utförd", "registrerad", "loggad",
    "utfört", "registrerat", "visit", "actual", "real",
  ]

  private static let names: [LogColumn: String] = [
    .client: """
    client clientid customer customerid kund kundid kundnr kundnummer brukare brukarid brukarnr klient klientid
    klientnr vårdtagare vårdtagarid vårdtagarnr omsorgstagare hemtjänsttagare recipient recipientid individual individualid serviceuser serviceuserid
    patient patientid member memberid membernumber participant participantid beneficiary beneficiaryid consumer
    consumerid medicaidid personnummer personnr persnr pnr ssn
    bruker brukernr brukernummer tjenestemottaker borger borgernr asiakas asiakasid asiakasnumero asiakasnro
    """,
    .staff: """
    staff staffid personal personalid personalnr anställd anställdid anstnr anställningsnr medarbetare medarbetarid
    medarbetarnr utförtav utfördav resurs signatur carer carerid caregiver caregiverid employee employeeid
    employeenumber worker workerid aide aideid attendant attendantid careworker careworkerid
    ansatt ansattnr ansattid ansattnummer medarbejder medarbejdernr medarbejderid hjælper hjælpernr hjelper
    työntekijä työntekijäid työntekijänumero työntekijänro hoitaja hoitajanumero
    """,
    .start: """
    start starttid starttime starttidpunkt startdatumtid startad begin begintime from från fråntid påbörjad
    faktiskstart faktiskstarttid registreradstart visitstart actualstart servicebegin servicebegintime checkin ankomst
    incheckning timein callin callintime clockin visitstarttime starttimein
    starttidspunkt fra frakl oppmøte alku alkuaika alkoi aloitus aloitusaika
    """,
    .end: """
    end slut sluttid endtime stopp stopptid to till tilltid avslutad faktisktslut faktisksluttid registreratslut
    visitend actualend serviceend serviceendtime checkout utcheckning timeout callout callouttime clockout
    visitendtime sluttidspunkt slutt til tilkl loppu loppuaika loppui lopetus lopetusaika
    """,
    .plannedStart: """
    plannedstart plannedstarttime planeradstart planeradstarttid planeradtid planstart plantid planeradstarttidpunkt planeratstart planeratstarttid
    scheduledstart scheduledstarttime schedstart schedulestart schedulestarttime scheduledtime scheduledtimein
    """,
    .date:
      "date datum dag besöksdatum visitdate servicedate dateofservice dato besøksdato besøgsdato päivä päivämäärä pvm",
    .category: """
    category kategori typ type besökstyp visittype servicetype insatstyp insats insatser typeofservice besökskategori
    service servicecode procedurecode hcpcs hcpcscode
    """,
    .area: "area område enhet distrikt district unit hemtjänstområde geografisktområde",
    .provider: """
    provider utförare utförarenhet utförarnamn utförargrupp utförarorganisation leverantör leverantörsnamn agency regi
    regiform driftsform driftform företag företagsnamn vårdgivare vårdföretag omsorgsföretag
    """,
    .staffCategory: """
    staffcategory personalkategori yrkeskategori befattning personalgrupp yrke jobtitle role yrkesroll
    """,
    .status: "status besöksstatus visitstatus state utfört utförd tillstånd tila",
    .birthYear: "birthyear yearofbirth födelseår född födelsedatum birthdate dateofbirth dob",
    .clientName:
      "clientname kundnamn brukarnamn klientnamn vårdtagarnamn membername recipientname patientname customername",
    .staffName: "staffname personalnamn medarbetarnamn anställdnamn employeename caregivername carername workername",
    .contact: """
    contact kontakt fastomsorgskontakt omsorgskontakt fastkontakt kontaktman kontaktperson fastkontaktperson keyworker
    """,
  ]
}
